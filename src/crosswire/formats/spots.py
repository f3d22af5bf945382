"""Which tables have a place on a map, and where their rows lie."""

from crosswire.formats.columns import Sheet

LAYERS = ("incidents", "controls")

_DEGREES = 6  # decimals: a tenth of a metre, more than any gazetteer knows


def spots(layer: Sheet) -> list[tuple[float, float] | None]:
    """(longitude, latitude) of each row of `layer`, or nothing where no spot is known."""
    pairs = zip(layer.column("longitude"), layer.column("latitude"), strict=True)
    return [
        (round(float(lon), _DEGREES), round(float(lat), _DEGREES))
        if isinstance(lon, int | float) and isinstance(lat, int | float)
        else None
        for lon, lat in pairs
    ]

"""The columns of ACLED and UCDP: one place and one day a row, one conservative number, low <= best <= high."""

import csv
import datetime as dt
from pathlib import Path

import msgspec
import pytest

from crosswire.formats import acled, export, ucdp
from crosswire.formats.knowledge import knowledge
from crosswire.records import (
    Attribution,
    Claim,
    Control,
    Document,
    Figure,
    Incident,
    Ledger,
    Origin,
    Passage,
    Place,
    Run,
    Toll,
    When,
)

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best "
    "high low gwnoa gwnob"
).split()

DAY = dt.date(2024, 3, 9)
TOWN = Place(
    id="geonames:1", name="Marra", text="مرّة", country="SY", admin1="Idlib", lat=35.6, lon=36.7, precision="settlement"
)
RUN = Run(version="0", codebook="c", gazetteer="g", models=(), policy="ucdp")


def _when(days: int = 1, basis: str = "stated") -> When:
    last = DAY + dt.timedelta(days=days - 1)
    return msgspec.convert({"first": DAY, "last": last, "text": "Saturday", "basis": basis}, When)


def _claim(key: str, **more: object) -> Claim:
    quote = Passage(document="d-1", start=0, end=1, text=f"Words {key}.")
    plain = Claim(id=key, kind="killed", quote=quote, said=Attribution(speaker="Observatory"), rule="r", place=TOWN)
    return msgspec.structs.replace(plain, **more)


def _counted(key: str, text: str, value: int | None, counted: str, **more: object) -> Claim:
    figure = Figure(value=value, bound="vague" if value is None else "exact", low=value or 0, text=text)
    return _claim(key, figure=figure, counted=counted, **more)


def _toll(claims: list[Claim], policy: str = "ucdp", **more: object) -> Toll:
    values = [claim.figure.value for claim in claims if claim.figure and claim.figure.value is not None]
    low, high = min(values, default=None), max(values, default=None)
    first = claims[0]
    plain = Toll(
        kind=first.kind,
        counted=first.counted or "people",
        side=first.side,
        low=low,
        best=low,
        high=high,
        claims=tuple(claim.id for claim in claims),
        origins=("o-1",),
        policy=policy,
    )
    return msgspec.structs.replace(plain, **more)


def _incident(claims: list[Claim], tolls: list[Toll], **more: object) -> Incident:
    plain = Incident(
        id="i-1",
        kind="struck",
        place=TOWN,
        when=_when(),
        story="s-1",
        claims=tuple(claim.id for claim in claims),
        tolls=tuple(tolls),
        event_type="Explosions/Remote violence",
        sub_event_type="Air/drone strike",
    )
    return msgspec.structs.replace(plain, **more)


def _ledger(claims: list[Claim], incidents: list[Incident], controls: list[Control] | None = None) -> Ledger:
    page = Document(
        id="d-1", url="https://a.example/1", outlet="A", title="T", text="W", language="en", published=_when()
    )
    origin = Origin(id="o-1", name="Observatory", claims=tuple(claim.id for claim in claims), documents=("d-1",))
    return Ledger(
        run=RUN,
        documents=(page,),
        claims=tuple(claims),
        origins=(origin,),
        incidents=tuple(incidents),
        controls=tuple(controls or ()),
    )


def _one(*claims: Claim, tolls: list[Toll] | None = None, **more: object) -> Ledger:
    made = tolls if tolls is not None else [_toll([claim]) for claim in claims if claim.figure]
    return _ledger(list(claims), [_incident(list(claims), made, **more)])


def _acled(ledger: Ledger) -> acled.Row:
    (row,), missing = acled.rows_of(ledger)
    assert missing == []
    return row


def _ucdp(ledger: Ledger) -> ucdp.Row:
    (row,), _ = ucdp.rows_of(ledger)
    return row


@pytest.mark.parametrize(("name", "columns"), [("acled", ACLED), ("ucdp", UCDP)])
def test_columns_stand_in_the_order_of_the_api_and_extensions_last(
    name: str, columns: list[str], generated: Ledger, tmp_path: Path
) -> None:
    export(name, generated, tmp_path)
    with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert header[: len(columns)] == columns
    assert all(extension.startswith("x_") for extension in header[len(columns) :])


@pytest.mark.parametrize("name", ["acled", "ucdp"])
def test_every_event_has_a_row_or_a_reason(name: str, ledger: Ledger) -> None:
    module = {"acled": acled, "ucdp": ucdp}[name]
    rows, missing = module.rows_of(ledger)
    told = {row.event.id for row in rows} | {one.id for one in missing}
    assert {incident.id for incident in ledger.incidents} <= told
    assert all(one.reason for one in missing)
    assert len(rows) == len({row.event.id for row in rows})


@pytest.mark.parametrize("source", ["example", "generated"])
def test_rows_keep_to_the_codebooks(source: str, request: pytest.FixtureRequest) -> None:
    ledger: Ledger = request.getfixturevalue(source)
    for row in acled.rows_of(ledger)[0]:
        assert row.event.when is not None
        assert row.event.when.first <= row.event_date <= row.event.when.last
        assert row.geo_precision in {1, 2, 3}
        assert row.time_precision in {1, 2, 3}
        assert row.fatalities >= 0
    for dead in ucdp.rows_of(ledger)[0]:
        assert 0 <= dead.low <= dead.best <= dead.high
        assert dead.deaths_a + dead.deaths_b + dead.deaths_civilians + dead.deaths_unknown == dead.best
        assert min(dead.deaths_a, dead.deaths_b, dead.deaths_civilians, dead.deaths_unknown) >= 0


@pytest.mark.parametrize(
    ("words", "number"), [("dozens", 12), ("tens", 10), ("hundreds", 100), ("several", 3), ("scores", 20), ("many", 3)]
)
def test_a_word_is_acleds_integer_and_the_word_stands_beside_it(words: str, number: int) -> None:
    row = _acled(_one(_counted("c-1", words, None, "soldiers")))
    assert (row.fatalities, row.words) == (number, (words,))


def test_words_are_no_number_for_ucdp() -> None:
    rows, missing = ucdp.rows_of(_one(_counted("c-1", "dozens", None, "soldiers")))
    assert rows == []
    assert "no source gives a number" in missing[0].reason


def test_the_lowest_of_rival_figures_counts() -> None:
    two = [_counted("c-1", "40", 40, "people"), _counted("c-2", "25", 25, "people")]
    ledger = _one(*two, tolls=[_toll(two)])
    assert _acled(ledger).fatalities == 25
    assert (_ucdp(ledger).low, _ucdp(ledger).best, _ucdp(ledger).high) == (25, 25, 40)


def test_a_part_is_not_added_to_its_whole() -> None:
    ledger = _one(_counted("c-1", "412", 412, "people"), _counted("c-2", "61", 61, "civilians", side="civilian"))
    assert _acled(ledger).fatalities == 412
    row = _ucdp(ledger)
    assert (row.best, row.deaths_civilians, row.deaths_unknown) == (412, 61, 351)


def test_different_people_are_added() -> None:
    ledger = _one(_counted("c-1", "12", 12, "soldiers"), _counted("c-2", "5", 5, "civilians", side="civilian"))
    assert _acled(ledger).fatalities == 17


def test_two_names_for_one_class_of_people_are_not_added() -> None:
    assert _acled(_one(_counted("c-1", "12", 12, "soldiers"), _counted("c-2", "9", 9, "troops"))).fatalities == 9


def test_women_and_medics_may_be_the_same_people() -> None:
    assert _acled(_one(_counted("c-1", "three", 3, "women"), _counted("c-2", "two", 2, "medics"))).fatalities == 3


def test_what_one_sentence_tells_apart_is_added() -> None:
    quote = Passage(document="d-1", start=0, end=5, text="Words")
    women, sons = _counted("c-1", "a", 1, "women", quote=quote), _counted("c-2", "two", 2, "children", quote=quote)
    assert _acled(_one(women, sons)).fatalities == 3


def test_a_claim_about_the_enemys_dead_enters_no_number() -> None:
    claim = _counted("c-1", "300", 300, "insurgents")
    row = _acled(_one(claim, tolls=[_toll([claim], policy="enemy claim")]))
    assert (row.fatalities, row.enemy) == (0, ("300",))
    assert ucdp.rows_of(_one(claim, tolls=[_toll([claim], policy="enemy claim")]))[0] == []


def test_casualties_are_no_dead() -> None:
    assert _acled(_one(_counted("c-1", "40", 40, "people", kind="casualties"))).fatalities == 0


@pytest.mark.parametrize(
    ("days", "basis", "precision", "day"),
    [(1, "stated", 1, 9), (1, "published", 2, 9), (3, "stated", 2, 10), (15, "stated", 3, 16)],
)
def test_time_precision(days: int, basis: str, precision: int, day: int) -> None:
    row = _acled(_one(_claim("c-1", kind="struck"), when=_when(days, basis)))
    assert (row.time_precision, row.event_date.day) == (precision, day)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"when": _when(40)}, "within a month"),
        ({"when": None}, "no day"),
        ({"place": None}, "no place"),
        ({"place": msgspec.structs.replace(TOWN, precision="country")}, "nearer than a country"),
        ({"place": msgspec.structs.replace(TOWN, lat=None)}, "no place with coordinates"),
        ({"kind": "episode"}, "total over a period"),
        ({"event_type": ""}, "no type"),
    ],
)
def test_what_acled_cannot_hold_is_left_out_with_the_reason(change: dict[str, object], reason: str) -> None:
    claim = _claim("c-1", kind="struck")
    rows, (missing,) = acled.rows_of(_ledger([claim], [_incident([claim], [], **change)]))
    assert rows == []
    assert reason in missing.reason


def test_a_middle_of_a_province_never_looks_exact() -> None:
    row = _acled(_one(_claim("c-1", kind="struck"), place=msgspec.structs.replace(TOWN, precision="admin1")))
    assert row.geo_precision == 3


def test_nobody_is_guessed() -> None:
    row = _acled(_one(_claim("c-1", kind="struck")))
    assert row.actor1 == "Unidentified Armed Group (Syria)"
    assert row.actor2 is None


def test_a_state_abroad_is_an_external_force() -> None:
    known = knowledge()
    assert known.code("Russia", "SY") == 8
    assert known.code("Russia", "RU") == 1
    assert known.code("Syrian army", "SY") == 1
    assert known.code("Altan Front", "MN") == 2
    assert known.code("a man in a hat", "SY") is None


def test_one_origin_on_ten_outlets_is_one() -> None:
    assert _acled(_one(_claim("c-1", kind="struck"), _claim("c-2", kind="struck"))).behind.origins == 1


def _control(actor: str, claim: Claim, status: str = "holds", **more: object) -> Control:
    plain = Control(place=TOWN, actor=actor, status=status, since=claim.when, claims=(claim.id,))
    return msgspec.structs.replace(plain, **more)


def _taken(*controls: tuple[str, dt.date, str], **more: object) -> Ledger:
    claims, rows = [], []
    for number, (actor, day, status) in enumerate(controls):
        when = When(first=day, last=day, text="then", basis="stated")
        claim = _claim(f"c-{number}", kind="seized", actor=actor, when=when)
        claims.append(claim)
        rows.append(_control(actor, claim, status, **more))
    return _ledger(claims, [], rows)


def test_a_town_taken_changes_hands() -> None:
    assert _acled(_taken(("Syrian rebels", DAY, "holds"))).event.sub_event_type == "Non-state actor overtakes territory"
    assert _acled(_taken(("Syrian army", DAY, "holds"))).event.sub_event_type == "Government regains territory"


def test_a_hold_of_less_than_a_day_is_no_change_of_control() -> None:
    rows, _ = acled.rows_of(_taken(("Syrian rebels", DAY, "held"), ("Syrian army", DAY, "holds")))
    assert {row.event.sub_event_type for row in rows} == {"Armed clash"}
    later = DAY + dt.timedelta(days=1)
    rows, _ = acled.rows_of(_taken(("Syrian rebels", DAY, "held"), ("Syrian army", later, "holds")))
    assert {row.event.sub_event_type for row in rows} == {
        "Non-state actor overtakes territory",
        "Government regains territory",
    }


def test_a_part_of_a_town_is_no_change_of_control() -> None:
    assert _acled(_taken(("Syrian rebels", DAY, "present in parts"))).event.sub_event_type == "Armed clash"


def test_contested_control_is_left_out() -> None:
    rows, (missing,) = acled.rows_of(_taken(("Syrian rebels", DAY, "holds"), contested_by=("c-9",)))
    assert rows == []
    assert "contested" in missing.reason


def test_holding_is_no_event() -> None:
    claim = _claim("c-1", kind="controls", actor="Syrian rebels", when=_when())
    rows, (missing,) = acled.rows_of(_ledger([claim], [], [_control("Syrian rebels", claim)]))
    assert rows == []
    assert "changed hands" in missing.reason


def test_a_total_over_days_that_have_rows_is_not_counted_twice() -> None:
    claims = [_counted("c-1", "9", 9, "people"), _counted("c-2", "412", 412, "people", scope="cumulative")]
    day = _incident(claims[:1], [_toll(claims[:1])])
    period = _incident(claims[1:], [_toll(claims[1:])], id="i-2", kind="episode", when=_when(5))
    rows, missing = ucdp.rows_of(_ledger(claims, [day, period]))
    assert [row.best for row in rows] == [9]
    assert "counted twice" in missing[0].reason
    (alone,), _ = ucdp.rows_of(_ledger(claims, [period]))
    assert (alone.event_clarity, alone.date_prec, alone.best) == (2, 2, 412)


@pytest.mark.parametrize(
    ("actor", "target", "violence", "sides"),
    [
        ("Syrian army", "Syrian rebels", 1, ("Syrian army", "Syrian rebels")),
        ("Syrian rebels", "Syrian army", 1, ("Syrian army", "Syrian rebels")),
        ("Syrian rebels", "Islamic State", 2, ("Syrian rebels", "Islamic State")),
        ("Syrian army", "civilians", 3, ("Syrian army", "Civilians")),
        ("Syrian army", None, None, ("Syrian army", None)),
        (None, None, None, (None, None)),
    ],
)
def test_type_of_violence_needs_both_sides(
    actor: str | None, target: str | None, violence: int | None, sides: tuple[str | None, str | None]
) -> None:
    row = _ucdp(_one(_counted("c-1", "9", 9, "people", actor=actor, target=target)))
    assert row.type_of_violence == violence
    assert (row.side_a, row.side_b) == sides
    assert (row.code_status == "Clear") == (violence is not None)


def test_the_cell_of_prio_grid() -> None:
    row = _ucdp(_one(_counted("c-1", "9", 9, "people")))
    assert row.priogrid == (int((35.6 + 90) * 2)) * 720 + int((36.7 + 180) * 2) + 1
    assert row.geom_wkt == "POINT (36.7 35.6)"
    assert (row.country and row.country.gw) == 652


@pytest.mark.parametrize(
    ("text", "actor", "kind", "rows"),
    [
        ("Nine people died when a bus overturned near Marra.", None, "", 0),
        ("Nine people died in Marra.", None, "", 1),
        ("Raiders killed nine people in the crash of a bus near Marra.", "raiders", "", 1),
        ("Nine people died when a shell hit a bus and it crashed.", None, "Explosions/Remote violence", 1),
    ],
)
def test_an_accident_is_no_event_of_armed_force(text: str, actor: str | None, kind: str, rows: int) -> None:
    claim = _counted("c-1", "Nine", 9, "people", actor=actor)
    claim = msgspec.structs.replace(claim, quote=msgspec.structs.replace(claim.quote, text=text))
    made, missing = ucdp.rows_of(_one(claim, event_type=kind))
    assert len(made) == rows
    assert all("armed force" in one.reason for one in missing)


MARKET = Place(name="Marra market", text="Marra market", country="SY", admin1="Idlib", precision="district")


def test_a_market_of_a_town_lies_in_the_town_that_its_own_pages_name() -> None:
    """No coordinates are known for the market itself: the town's stand for it, no nearer than around the town."""
    claims = [_counted("c-1", "40", 40, "people", place=MARKET), _counted("c-2", "40", 40, "people")]
    row = _acled(_one(*claims, place=MARKET))
    assert row.event.place is not None
    assert (row.event.place.name, row.event.place.text, row.geo_precision) == ("Marra", "Marra market", 2)
    assert (row.latitude, row.longitude) == (TOWN.lat, TOWN.lon)
    assert _ucdp(_one(*claims, place=MARKET)).where_prec == 3


@pytest.mark.parametrize(
    "named",
    [
        msgspec.structs.replace(TOWN, name="Dolna"),  # another town
        msgspec.structs.replace(TOWN, admin1="Hama"),  # a town of that name elsewhere
        msgspec.structs.replace(TOWN, lat=None, lon=None),
    ],
)
def test_a_market_whose_town_no_page_of_it_puts_on_the_map_is_left_out(named: Place) -> None:
    claims = [_counted("c-1", "40", 40, "people", place=MARKET), _counted("c-2", "40", 40, "people", place=named)]
    rows, missing = acled.rows_of(_one(*claims, place=MARKET))
    assert rows == []
    assert (missing[0].what, missing[0].reason) == (
        "struck, Marra market, 2024-03-09",
        "it has no place with coordinates",
    )


def test_a_part_told_in_one_sentence_with_its_whole_is_not_added() -> None:
    """Of five members of a family three are children: five are dead, and nobody said eight."""
    quote = Passage(document="d-1", start=0, end=1, text="Five members of a family, three of them children.")
    whole = _counted("c-1", "Five", 5, "members", quote=quote)
    part = _counted("c-2", "three", 3, "children", side="civilian", quote=quote, part_of="c-1")
    ledger = _one(whole, part, tolls=[_toll([whole]), _toll([part], within=("c-1",))])
    assert _acled(ledger).fatalities == 5
    row = _ucdp(ledger)
    assert (row.low, row.best, row.high, row.deaths_civilians, row.deaths_unknown) == (5, 5, 5, 3, 2)


def test_more_civilians_than_people_are_the_highest_figure_and_no_share() -> None:
    """A doctor tells of 20 dead, a monitor of 26 dead civilians: nobody told of 20 civilians, and 26 is the highest."""
    ledger = _one(_counted("c-1", "20", 20, "people"), _counted("c-2", "26", 26, "civilians", side="civilian"))
    row = _ucdp(ledger)
    assert (row.low, row.best, row.high, row.deaths_civilians, row.deaths_unknown) == (20, 20, 26, 0, 20)


@pytest.mark.parametrize(
    ("actor", "country", "code"),
    [
        ("Colombian army", "CO", 1),
        ("Colombian army", "VE", 8),
        ("Colombian rebels", "CO", 2),  # of Colombia, not for it
        ("Colombian insurgents", "CO", None),
        ("Afghan militants", "AF", None),
        ("rebels", "SY", 2),
        ("Russian forces", "RU", 1),
        ("Russian forces", "UA", 8),  # at war there, at home elsewhere
        ("Israeli forces", "LB", 8),
        ("Rwanda Defence Force", "CD", 8),
        ("Israeli police", "IL", 1),
        ("M23", "CD", 2),
    ],
)
def test_the_code_of_an_actor_is_that_of_its_own_name_in_that_country(
    actor: str, country: str, code: int | None
) -> None:
    assert knowledge().code(actor, country) == code


def test_no_state_at_war_abroad_has_the_number_of_the_land_it_strikes() -> None:
    lebanon = msgspec.structs.replace(TOWN, country="LB", admin1="Nabatieh")
    abroad = _counted("c-1", "6", 6, "people", actor="Israeli forces", place=lebanon)
    assert _ucdp(_one(abroad, place=lebanon)).gwnoa is None
    home = _counted("c-1", "6", 6, "people", actor="Lebanese army", place=lebanon)
    assert _ucdp(_one(home, place=lebanon)).gwnoa == "660"

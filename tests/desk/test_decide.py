"""`crosswire decide` and `decisions`: what a recorder types, what is written down, and what the ledger then says."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import crosswire.desk
from crosswire.decisions.log import load, log_path
from crosswire.desk.cli import call
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import Claim, Ledger
from crosswire.spine import run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"
Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def made(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The packaged example as a ledger file."""
    path = tmp_path_factory.mktemp("made") / "l.sqlite"
    with Store.open(path) as store:
        run([str(_EXAMPLE)], store, kit)
    return path.read_bytes()


@pytest.fixture
def path(made: bytes, tmp_path: Path) -> Path:
    """A ledger of one's own."""
    path = tmp_path / "l.sqlite"
    path.write_bytes(made)
    return path


@pytest.fixture
def ask(path: Path, kit: Kit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """(exit code, stdout, stderr) of a command on that ledger, typed by Ana."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("CROSSWIRE_BY", "Ana")
    monkeypatch.setattr("crosswire.desk.deciding.load_kit", lambda _: kit)

    def say(*arguments: str) -> tuple[int, str, str]:
        code = call([*arguments, "--ledger", str(path)])
        told = capsys.readouterr()
        return code, told.out, " ".join(told.err.split())

    return say


def _ledger(path: Path) -> Ledger:
    with Store.open(path, create=False) as store:
        return store.ledger()


def _claim(path: Path, words: str, kind: str = "killed") -> Claim:
    return next(one for one in _ledger(path).claims if one.figure and one.figure.text == words and one.kind == kind)


def _text(path: Path, words: str) -> list[str]:
    return [one.counted or "" for one in _ledger(path).claims if one.figure and one.figure.text == words]


def test_without_a_decision_all_of_them_are_explained(ask: Ask) -> None:
    code, _, told = ask("decide")
    assert code == 2
    assert "decide same CLAIM CLAIM: both tell of one occurrence" in told
    assert ask("decide", "merge", "a", "b")[2].startswith("There is no decision named merge.")


def test_a_decision_says_who_and_why(ask: Ask, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("decide", "reject", "more than 120")[2].startswith("A decision must say why")
    monkeypatch.delenv("CROSSWIRE_BY")
    assert ask("decide", "reject", "more than 120", "--why", "x")[2].startswith("A decision must say who decides")
    assert load(log_path(path)) == ()


def test_set_is_carried_out_shown_and_explained(ask: Ask, path: Path) -> None:
    code, shown, told = ask("decide", "set", "more than 120", "counted=rebels", "--why", "The page says rebels below.")
    assert code == 0
    assert "Decision 1 is written down: set, by Ana" in told
    assert "Before: counted: insurgents. Now: counted: rebels." in told
    assert "PEOPLE DECIDED" in shown
    assert "counted insurgents → counted rebels" in shown
    assert _text(path, "more than 120") == ["rebels"]
    code, shown, _ = ask("why", "more than 120")
    assert "decision 1: set, by Ana" in shown
    assert "machine: counted: insurgents → now: counted: rebels" in shown
    code, shown, _ = ask("decisions")
    assert code == 0
    assert "why: The page says rebels below." in shown
    (row,) = json.loads(ask("decisions", "--json")[1])
    assert (row["state"], row["read"][0]["counted"], row["decided"][0]["counted"]) == (
        "applied",
        "insurgents",
        "rebels",
    )
    assert ask("verify")[0] == 0


def test_a_rating_changes_nothing_that_was_read_and_is_exported_as_a_review(ask: Ask, path: Path) -> None:
    before = _ledger(path)
    rated = ("decide", "set", "more than 120", "rating=mostly-false", "called=Counts two days as one")
    code, _, told = ask(*rated, "--why", "The list names each day.")
    assert code == 0
    assert "Before: not rated. Now: rated mostly-false, “Counts two days as one”." in told
    assert (_ledger(path).claims, _ledger(path).incidents) == (before.claims, before.incidents)
    shown = ask("why", "more than 120")[1]
    assert "decision 1: set, by Ana" in shown
    assert "now: rated mostly-false, “Counts two days as one” · The list names each day." in shown
    out = path.parent / "out"
    assert ask("export", "--to", "claimreview", "--out", str(out))[0] == 0
    (review,) = json.loads((out / "claimreview.jsonld").read_text(encoding="utf-8"))["@graph"]
    claim, (effect,) = _claim(path, "more than 120"), _ledger(path).decisions
    assert review["claimReviewed"] == claim.quote.text
    assert review["author"] == {"@type": "Person", "name": "Ana"}
    assert review["datePublished"] == effect.decision.at.date().isoformat()
    assert review["reviewBody"] == "The list names each day."
    assert review["reviewRating"]["alternateName"] == "Counts two days as one"
    assert review["itemReviewed"]["author"]["name"] == claim.said.speaker
    ask("decide", "undo", "1", "--why", "Looked again.")
    ask("export", "--to", "claimreview", "--out", str(out))
    assert json.loads((out / "claimreview.jsonld").read_text(encoding="utf-8"))["@graph"] == []


def test_ratings_have_few_names_and_exclude_each_other(ask: Ask) -> None:
    code, _, told = ask("decide", "set", "more than 120", "rating=dubious", "--why", "x")
    assert code == 2
    assert "“dubious” is no rating. It is one of: true, mostly-true, mixed, mostly-false, false, unproven." in told
    assert ask("decide", "set", "more than 120", "rating=false", "--why", "x")[0] == 0
    assert ask("decide", "set", "more than 120", "rating=true", "--why", "y", "--by", "Bo")[0] == 1


def test_a_rejected_claim_is_still_explained(ask: Ask, path: Path) -> None:
    key = _claim(path, "more than 120").id
    assert ask("decide", "reject", key, "--why", "Said of another day.")[0] == 0
    assert _text(path, "more than 120") == []
    code, shown, _ = ask("why", key)
    assert code == 0
    assert "now: taken out · Said of another day." in shown


def test_a_decision_lasts_over_the_next_run_and_undo_takes_it_back(ask: Ask, path: Path) -> None:
    before = _ledger(path)
    ask("decide", "reject", "more than 120", "--why", "Said of another day.")
    assert _text(path, "more than 120") == []
    with Store.open(path) as store:  # another release read and collated: its readings are no longer used
        store.put_ledger(before, "another method")
    assert _text(path, "more than 120") == ["insurgents"]
    code, _, told = ask("decide", "set", "52", "counted=troops", "--why", "The page says troops.")
    assert "The ledger was read by another release" in told
    assert ask("decisions", "--apply")[0] == 0
    assert (_text(path, "more than 120"), _text(path, "52")) == ([], ["troops"])
    code, _, told = ask("decide", "undo", "1", "--why", "It was the same day.")
    assert code == 0
    assert "Decision 3 is written down: undo" in told
    assert _text(path, "more than 120") == ["insurgents"]


def test_same_names_two_claims_and_tells_what_the_machine_had(ask: Ask, path: Path) -> None:
    left, right = _claim(path, "31", "injured").id, _claim(path, "17", "damaged").id
    code, _, told = ask("decide", "same", left, right, "--why", "One raid.")
    assert code == 0
    assert "Before: left apart. Now: one occurrence." in told
    assert any({left, right} <= set(one.claims) for one in _ledger(path).incidents)
    code, _, told = ask("decide", "different", left, right, "--why", "Two raids.", "--by", "Bo")
    assert code == 1
    assert "it contradicts decision 1. None of them is applied until one is taken back" in told
    assert not any({left, right} <= set(one.claims) for one in _ledger(path).incidents)
    code, shown, _ = ask("decisions")
    assert code == 1
    assert shown.count("conflict") == 2


def test_words_that_fit_several_claims_are_listed(ask: Ask, path: Path) -> None:
    code, _, told = ask("decide", "reject", "at least eight", "--why", "x")
    assert code == 2
    assert "3 claims hold “at least eight”. Name one of them by its id: c-" in told
    assert load(log_path(path)) == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("same", "more than 120"), "It is said like this: crosswire decide same CLAIM CLAIM"),
        (("same", "more than 120", "more than 120"), "Both names lead to the same claim"),
        (("set", "more than 120"), "Name a claim and one FIELD=VALUE. These fields can be set: actor,"),
        (("set", "more than 120", "colour=red"), "A claim has no field “colour” that can be set."),
        (
            ("set", "more than 120", "scope=weekly"),
            "“weekly” is no scope. It is one of: incident, cumulative, history.",
        ),
        (("set", "more than 120", "when=Monday"), "“Monday” is no day. Write it as 2031-05-04"),
        (("set", "more than 120", "kind=drowned"), "There is no kind “drowned”. These are known: "),
        (("set", "more than 120", "kind=none"), "The field kind cannot be emptied."),
        (("set", "more than 120", "figure=121"), "A figure must be printed by its source."),
        (("reject", "nobody said this"), "No claim has the id or the words “nobody said this”."),
        (("place", "more than 120", "geonames:abc"), "The gazetteer knows no place geonames:abc."),
        (("outlet", "nowhere.txt", "X"), "There is no page “nowhere.txt” in this ledger"),
        (
            ("add", "01-northwire.txt", "quote=Never printed.", "kind=killed"),
            "does not hold the words “Never printed.”",
        ),
        (("add", "01-northwire.txt", "kind=killed"), 'Name the page, then quote="its exact words"'),
        (("same-origin", "01-northwire.txt", "more than 120"), "takes two claims or two pages, not one of each"),
        (("undo", "7"), "There is no decision 7. There are 0"),
        (("undo", "x"), "There is no decision x."),
        (("set", "more than 120", "counted"), "“counted” is no FIELD=VALUE."),
    ],
)
def test_what_cannot_be_decided_is_said_and_not_written_down(
    ask: Ask, path: Path, words: tuple[str, ...], told: str
) -> None:
    code, shown, heard = ask("decide", *words, "--why", "x")
    assert (code, shown) == (2, "")
    assert told in heard
    assert load(log_path(path)) == ()


def test_add_takes_words_of_the_page_and_reads_their_figure(ask: Ask, path: Path) -> None:
    quote = "The fighting has killed more than 190 people, including at least 37 civilians"
    code, _, _ = ask(
        "decide", "add", "01-northwire.txt", f"quote={quote}", "kind=injured", "figure=at least 37", "--why", "Checked."
    )
    assert code == 0
    (added,) = [one for one in _ledger(path).claims if one.rule == "added by Ana"]
    assert added.figure is not None
    assert (added.figure.text, added.figure.value, added.figure.bound, added.quote.text) == (
        "at least 37",
        37,
        "at_least",
        quote,
    )


def test_outlet_place_and_sources_of_pages(ask: Ask, path: Path) -> None:
    assert ask("decide", "outlet", "01-northwire.txt", "Northwire", "--why", "Its dateline says so.")[0] == 0
    assert "Northwire" in {document.outlet for document in _ledger(path).documents}
    assert ask("decide", "place", "more than 120", "Tolbo", "--why", "The map below.")[0] == 0
    place = _claim(path, "more than 120").place
    assert place is not None
    assert (place.name, place.text) == ("Tolbo", "Khovd")
    pages = "01-northwire.txt", "03-morning-courier.txt"
    assert ask("decide", "independent", *pages, "--why", "Both were there.")[0] == 0
    ends = {document.id for document in _ledger(path).documents if document.url.endswith(pages)}
    assert not any({one.passage.document, one.original.document} == ends for one in _ledger(path).copies)
    assert "copied passages" in ask("decisions")[1]


def test_later_writes_down_only(ask: Ask, path: Path) -> None:
    before = _ledger(path)
    code, shown, told = ask("decide", "reject", "more than 120", "--why", "x", "--later")
    assert (code, shown) == (0, "")
    assert "It waits for the next run." in told
    assert _ledger(path) == before
    code, shown, told = ask("decisions")
    assert "waits for the next run" in shown
    assert "1 decision not carried out yet. Do it now with: crosswire decisions --apply" in told
    assert ask("decisions", "--apply")[0] == 0
    assert _text(path, "more than 120") == []


def test_a_broken_chain_stops_every_command_that_would_use_it(ask: Ask, path: Path) -> None:
    ask("decide", "reject", "more than 120", "--why", "x")
    ask("decide", "undo", "1", "--why", "y")
    log = log_path(path)
    log.write_bytes(log.read_bytes().replace(b"Ana", b"Bob", 1))
    ledger = _ledger(path)
    for command in (("decide", "undo", "2", "--why", "z"), ("decisions",), ("review",), ("run", str(_EXAMPLE))):
        code, _, told = ask(*command)
        assert (code, "line 2 does not follow from the line before it" in told) == (1, True)
    assert _ledger(path) == ledger
    code, shown, _ = ask("verify")
    assert code == 1
    assert "cannot be trusted" in shown


def test_the_export_holds_who_decided_what(ask: Ask, tmp_path: Path) -> None:
    ask("decide", "set", "more than 120", "counted=rebels", "--why", "x")
    assert ask("export", "--to", "jsonl", "--out", str(tmp_path / "out"))[0] == 0
    (line,) = (tmp_path / "out" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)
    assert (row["decision"]["by"], row["before"], row["after"]) == ("Ana", "counted: insurgents", "counted: rebels")
    assert json.loads((tmp_path / "out" / "run.json").read_text())["settings"]["decisions"].startswith("1 ")


@pytest.mark.parametrize(
    ("named", "placed", "found"),
    [
        ("Binnish, SY", ("Binnish", "SY"), True),
        ("Binnish, Syria", ("Binnish", "SY"), True),
        ("Lebanon, Lebanon", ("Lebanon", "LB"), True),  # a country before the towns of its name
        ("Kyzyl-Yurt, SY", ("Kyzyl-Yurt", "SY"), False),
        ("Binnish", ("Binnish", "MN"), False),  # the country of the claim
        ("Baker, Charlie and Sons", ("Baker, Charlie and Sons", "MN"), False),  # behind the comma is no land
    ],
)
def test_a_place_is_named_with_its_country_behind_a_comma(
    ask: Ask, path: Path, named: str, placed: tuple[str, str], *, found: bool
) -> None:
    code, _, told = ask("decide", "place", "more than 120", named, "--why", "The map below.")
    place = _claim(path, "more than 120").place
    assert code == 0
    assert place is not None
    assert (place.name, place.country, place.lat is not None) == (*placed, found)
    assert (f"The gazetteer knows no {' in '.join(placed)}" in told) is not found


def test_a_name_that_lies_elsewhere_is_told_with_the_countries_that_have_it(ask: Ask) -> None:
    told = ask("decide", "place", "more than 120", "Binnish", "--why", "x")[2]
    assert "It knows one in SY" in told
    assert "“Binnish, SY” names that." in told


def test_a_place_of_the_same_name_in_another_country_is_told_as_a_change(ask: Ask) -> None:
    assert ask("decide", "place", "more than 120", "Khovd, SY", "--why", "x")[0] == 0
    shown = " ".join(ask("diff")[1].split())
    assert "otherwise" not in shown
    assert "MN → place Khovd, SY" in shown


def test_a_side_that_nobody_is_known_to_stand_on_is_written_down_and_told(ask: Ask, path: Path) -> None:
    told = ask("decide", "set", "more than 120", "side=goverment", "--why", "x")[2]
    assert "Nobody whom crosswire knows stands on a side “goverment”. It knows: " in told
    assert "government" in told
    assert _claim(path, "more than 120").side == "goverment"
    assert "Nobody whom" not in ask("decide", "set", "52", "side=opposition", "--why", "x")[2]


def test_an_added_claim_without_day_or_place_is_told_what_it_lacks(ask: Ask) -> None:
    quote = "The fighting has killed more than 190 people, including at least 37 civilians"
    added = "decide", "add", "01-northwire.txt", f"quote={quote}", "kind=injured", "figure=at least 37", "--why", "x"
    assert "without when=… and place=… it stands apart from every incident" in ask(*added)[2]
    placed = (*added[:-2], "when=2031-05-04", "place=Lebanon", "--why", "y")
    assert "stands apart" not in ask(*placed)[2]

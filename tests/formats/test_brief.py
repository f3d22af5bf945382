"""The brief's promises, read from its HTML: whose words, no request, nothing unescaped, nothing by colour alone."""

import datetime as dt
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

import crosswire.desk
from crosswire.formats import FORMATS, brief
from crosswire.formats.brief.chart import draw_axes
from crosswire.formats.brief.lines import draw_lines
from crosswire.formats.brief.links import quote_address, web_address
from crosswire.formats.brief.voices import Voice, Voices, load_actors, load_voices
from crosswire.formats.brief.wording import clause, days, group, load_kinds, narrated, quoted, says, speech
from crosswire.formats.lookup import look_up
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import Attribution, Claim, Figure, Incident, Ledger, Origin, Passage, When
from crosswire.spine import run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_VOID = {"meta", "link", "br", "img", "input", "hr", "col"}


class Element:
    """An element of the parsed page: its name, attributes, own text and where it stands."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        """Hang the element under `parent`."""
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Element] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """All text inside, in order of elements."""
        return " ".join([*self.pieces, *(child.text for child in self.children)])

    def walk(self) -> "list[Element]":
        """The element itself and all below it."""
        return [self, *(below for child in self.children for below in child.walk())]

    def is_ours(self) -> bool:
        """Whether it or an element above it is marked as counted by the page itself, or is style."""
        here = "n" in self.attributes.get("class", "").split() or self.tag in {"style", "script"}
        return here or (self.parent is not None and self.parent.is_ours())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("root", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in _VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.pieces.append(data)


def parsed(page: str) -> list[Element]:
    """All elements of `page`; fails where an element is not closed in order."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.here is builder.root
    return builder.root.walk()


def with_class(elements: list[Element], name: str) -> list[Element]:
    return [element for element in elements if name in element.attributes.get("class", "").split()]


@pytest.fixture(scope="module")
def page(hand_made: Ledger) -> str:
    return brief.render(hand_made)


@pytest.fixture(scope="module")
def elements(page: str) -> list[Element]:
    return parsed(page)


def test_brief_is_a_registered_format(hand_made: Ledger, tmp_path: Path, page: str) -> None:
    (path,) = FORMATS["brief"](hand_made, tmp_path / "new")
    assert path.name == "brief.html"
    assert path.read_text(encoding="utf-8") == page


def test_same_ledger_gives_same_bytes(hand_made: Ledger, page: str) -> None:
    turned = msgspec.structs.replace(
        hand_made,
        claims=hand_made.claims[::-1],
        documents=hand_made.documents[::-1],
        incidents=hand_made.incidents[::-1],
    )
    assert brief.render(hand_made) == page
    assert re.sub(r"pages <code>.*", "", brief.render(turned))[:2000] == re.sub(r"pages <code>.*", "", page)[:2000]


def test_no_script_and_no_request(elements: list[Element]) -> None:
    assert [e.attributes["type"] for e in elements if e.tag == "script"] == ["application/json"]
    assert not {"link", "img", "iframe", "object", "form", "base"} & {element.tag for element in elements}
    assert not [name for element in elements for name in element.attributes if name.startswith("on") or name == "src"]
    style = next(element for element in elements if element.tag == "style").text
    assert "@import" not in style
    assert "http" not in style


def test_policy_forbids_everything_but_own_style(elements: list[Element]) -> None:
    policy = [e.attributes["content"] for e in elements if e.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_links_lead_to_the_web_or_into_the_page(elements: list[Element]) -> None:
    ids = {element.attributes["id"] for element in elements if "id" in element.attributes}
    targets = [element.attributes["href"] for element in elements if "href" in element.attributes]
    assert targets
    for target in targets:
        assert target.startswith("https://") or target.removeprefix("#") in ids, target


def test_source_text_is_escaped(page: str, elements: list[Element]) -> None:
    assert "<script>" not in page
    assert "<b>rebels</b>" not in page
    assert any("<b>rebels</b> killed" in element.text for element in elements if element.tag == "bdi")
    assert any("Bulletin <script>alert('x')</script>" in element.text for element in elements if element.tag == "bdi")


def test_every_figure_is_verbatim_from_a_quote(elements: list[Element], hand_made: Ledger) -> None:
    quotes = [claim.quote.text for claim in hand_made.claims]
    figures = {element.text.strip() for element in with_class(elements, "figure")}
    assert {"more than 412", "at least 61", "Between 25 and 30", "dozens", "fewer than 120", "Up to 14,000"} <= figures
    for figure in figures:
        assert any(figure in quote for quote in quotes), figure


def test_every_claim_with_a_figure_is_shown(page: str, hand_made: Ledger) -> None:
    for claim in hand_made.claims:
        assert claim.quote.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page


def test_no_number_is_ours_unless_marked(elements: list[Element], hand_made: Ledger) -> None:
    reported = " ".join(claim.quote.text for claim in hand_made.claims)
    for element in elements:
        for number in [] if element.is_ours() else re.findall(r"\d[\d,]*\d|\d", " ".join(element.pieces)):
            assert number in reported, f"{number} in <{element.tag}> {element.text[:80]}"


def test_lower_bounds_are_never_raised(page: str) -> None:
    assert "413" not in page
    assert "301" not in page


def test_each_line_names_who_says_it(elements: list[Element]) -> None:
    section = next(e for e in elements if e.tag == "section" and e.attributes["aria-labelledby"] == "reported")
    lines = [element.text for element in section.walk() if element.tag == "li"]
    assert len(lines) > 10
    for line in lines:
        assert re.search(
            r"\b(says|say|denies|alleges|speaks of what may happen|naming no source|in the page’s words)\b", line
        ), line


def test_copies_share_one_line_and_one_origin(elements: list[Element]) -> None:
    reported = next(e for e in elements if e.attributes.get("aria-labelledby") == "reported")
    (line,) = (e.text for e in reported.walk() if e.tag == "li" and "more than 412" in e.text)
    assert "1 independent origin · 1 text · 1 speaker · 2 documents" in line


def test_superseded_figures_stay_in_the_ledger_but_not_in_the_report(elements: list[Element]) -> None:
    reported = next(e for e in elements if e.attributes.get("aria-labelledby") == "reported")
    assert "over 300" not in reported.text
    row = next(e for e in elements if e.tag == "li" and e.attributes.get("id") and "over 300" in e.text)
    assert "superseded" in row.text


def test_a_partys_figure_for_its_enemy_is_shown_apart(elements: list[Element]) -> None:
    row = next(e for e in elements if e.tag == "li" and e.attributes.get("id") and "fewer than 120" in e.text)
    assert "about its enemy: in no total" in row.text


def test_history_is_told_apart_and_on_no_axis(elements: list[Element]) -> None:
    axes = with_class(elements, "axis")
    assert axes
    assert not any("3,000" in axis.text for axis in axes)
    row = next(e for e in elements if e.tag == "li" and e.attributes.get("id") and "about 3,000" in e.text)
    assert "history" in row.text


def test_both_sides_of_a_dispute_stand_in_equal_boxes(elements: list[Element]) -> None:
    (sides,) = with_class(elements, "sides")
    assert [child.attributes["class"] for child in sides.children] == ["side", "side"]
    assert "The army denied that it had left Dolna." in sides.text


def test_cuts_are_listed_by_kind_with_their_text(elements: list[Element]) -> None:
    cuts = [element.text for element in with_class(elements, "cuts")]
    assert any("Accept cookies?" in text for text in cuts)
    assert any("slot" in text for text in cuts)


def test_issues_and_unread_pages_are_shown(elements: list[Element]) -> None:
    unknown = next(e for e in elements if e.attributes.get("aria-labelledby") == "unknown")
    assert "broken.html" in unknown.text
    assert "has no speaker on this page" in unknown.text


def test_headings_never_skip_a_level(elements: list[Element]) -> None:
    levels = [int(element.tag[1]) for element in elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique(elements: list[Element]) -> None:
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_an_empty_ledger_still_makes_a_page(hand_made: Ledger) -> None:
    page = brief.render(Ledger(run=hand_made.run))
    assert "The pages hold no claim that the rules know." in page
    assert parsed(page)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("http://a.example/x", "http://a.example/x"),
        ("javascript:alert(1)", ""),
        ("JavaScript://a.example/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/hosts", ""),
        ("01-page.txt", ""),
        ("http://[broken", ""),
        ("https:", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, safe: str) -> None:
    assert web_address(url) == safe


def test_quote_address_marks_the_quote() -> None:
    assert (
        quote_address("https://a.example/x", "at least 61, he-said")
        == "https://a.example/x#:~:text=at%20least%2061%2C%20he%2Dsaid"
    )
    assert quote_address("https://a.example/x#top", "dozens") == "https://a.example/x#top:~:text=dozens"
    assert quote_address("javascript:alert(1)", "dozens") == ""
    long = " ".join(f"word{number}" for number in range(40))
    assert quote_address("https://a.example/", long).endswith("text=word0%20word1%20word2,word37%20word38%20word39")


def test_voice_rules_hold_for_their_own_sentences() -> None:
    rules = load_voices()
    voices = Voices(rules, {})
    for rule in rules.voice:
        assert rule.yes
        assert all(voices.kind(name) == rule.kind for name in rule.yes)
        assert not any(voices.kind(name) == rule.kind for name in rule.no)


@pytest.mark.parametrize(
    ("said", "root", "expected"),
    [
        (
            Attribution(speaker="Ilya Brandt", via=("Vale Observatory", "Northwire")), "",
            Voice(name="Vale Observatory", person="Ilya Brandt", carrier="Northwire", kind="monitor"),
        ),
        (
            Attribution(speaker="the Observatory"), "Vale Observatory",
            Voice(name="Vale Observatory", kind="monitor"),
        ),
        (
            Attribution(speaker="army command", via=("NW",)), "",
            Voice(name="army command", kind="party", carrier="Northwire"),
        ),
        (Attribution(speaker="army command"), "", Voice(name="army command", kind="party")),
        (Attribution(), "", Voice(name="Courier", kind="outlet")),
        (Attribution(), "Courier", Voice(name="Courier", kind="outlet")),
        (Attribution(), "Northwire", Voice(name="Courier", kind="outlet", carrier="Northwire")),
        (Attribution(speaker="Northwire"), "", Voice(name="Northwire", kind="agency")),
        (Attribution(), "Vale Observatory", Voice(name="Vale Observatory", kind="monitor", lent=True)),
        (Attribution(speaker="a resident"), "", Voice(name="a resident", kind="other")),
    ],
)  # fmt: skip
def test_a_voice_is_an_organisation_with_its_person_and_carrier(said: Attribution, root: str, expected: Voice) -> None:
    assert Voices(load_voices(), {"Northwire": "Northwire", "NW": "Northwire"}).voice(said, "Courier", root) == expected


@pytest.mark.parametrize(
    ("figure", "shape"),
    [
        (Figure(value=9, bound="exact", low=9, high=9, text="nine"), "point"),
        (Figure(value=412, bound="more_than", low=413, text="over 412"), "above"),
        (Figure(value=61, bound="at_least", low=61, text="at least 61"), "above"),
        (Figure(value=50, bound="up_to", low=0, high=50, text="up to 50"), "below"),
        (Figure(value=50, bound="less_than", low=0, high=49, text="fewer than 50"), "below"),
        (Figure(value=50, bound="about", low=45, high=55, text="about 50"), "about"),
        (Figure(bound="vague", low=24, high=99, text="dozens"), "box"),
        (Figure(bound="vague", low=200, text="hundreds"), "open box"),
        (Figure(bound="exact", low=10, high=15, text="10-15"), "range"),
    ],
)
def test_each_bound_has_its_own_mark_on_the_axis(hand_made: Ledger, figure: Figure, shape: str) -> None:
    claim = next(claim for claim in hand_made.claims if claim.figure and claim.scope != "history")
    alone = msgspec.structs.replace(claim, figure=figure, part_of=None)
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(alone,))
    lines = draw_lines(ledger, look_up(ledger), Voices(load_voices(), {}))
    ((counter,),) = (axis.counters for axis in draw_axes(lines, load_kinds()))
    mark = counter.rows[0].mark
    assert mark.shape == shape
    assert 0 <= mark.start <= mark.at <= mark.end <= 100


def test_a_mark_stands_at_the_number_that_was_printed(hand_made: Ledger) -> None:
    lines = draw_lines(hand_made, look_up(hand_made), Voices(load_voices(), {}))
    rows = [row for axis in draw_axes(lines, load_kinds()) for counter in axis.counters for row in counter.rows]
    at = {row.line.figure.text: row.mark.at for row in rows if row.line.figure}
    assert at["more than 412"] / at["over 300"] == pytest.approx(412 / 300)


def test_a_word_does_not_rule_the_axis(hand_made: Ledger) -> None:
    first, second = [claim for claim in hand_made.claims if claim.figure and claim.scope == "incident"][:2]
    vague = msgspec.structs.replace(
        first, kind="killed", figure=Figure(bound="vague", low=200, high=999, text="hundreds")
    )
    exact = msgspec.structs.replace(second, kind="killed", figure=Figure(value=40, bound="exact", low=40, text="40"))
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(vague, exact))
    (axis,) = draw_axes(draw_lines(ledger, look_up(ledger), Voices(load_voices(), {})), load_kinds())
    shapes = {row.line.claim.figure: row.mark for counter in axis.counters for row in counter.rows}
    assert shapes[vague.figure].shape == "open box"
    assert shapes[exact.figure].at > 5


def test_what_is_only_feared_stands_on_no_axis(hand_made: Ledger) -> None:
    claim = next(claim for claim in hand_made.claims if claim.figure and claim.scope == "incident")
    feared = msgspec.structs.replace(claim, said=Attribution(speaker="a scholar", stance="hypothetical"))
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(feared,))
    assert draw_axes(draw_lines(ledger, look_up(ledger), Voices(load_voices(), {})), load_kinds()) == ()


def test_parts_follow_their_whole(hand_made: Ledger) -> None:
    lines = draw_lines(hand_made, look_up(hand_made), Voices(load_voices(), {}))
    first = draw_axes(lines, load_kinds())[0]
    assert [(counter.title, counter.depth) for counter in first.counters] == [
        ("people killed", 0),
        ("civilians killed", 1),
    ]


@pytest.mark.parametrize(
    ("kind", "counted", "side", "words"),
    [
        ("killed", "soldiers", "government", "soldiers killed (government side)"),
        ("killed", "civilians", "civilian", "civilians killed"),
        ("casualties", "people", None, "people killed or injured"),
        ("struck", "strikes", None, "strikes"),
        ("struck", None, None, "times struck from the air"),
        ("damaged", "houses", None, "houses damaged or destroyed"),
        ("unheard", None, None, "unheard"),
    ],
)
def test_groups_are_named_for_readers(kind: str, counted: str | None, side: str | None, words: str) -> None:
    assert group(kind, counted, side, load_kinds()) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2024, 3, 6), (2024, 3, 6), "6 Mar 2024"),
        ((2024, 3, 6), (2024, 3, 10), "6–10 Mar 2024"),
        ((2016, 1, 1), (2016, 12, 31), "2016"),
        ((2011, 1, 1), (2016, 12, 31), "2011–2016"),
        ((2024, 2, 28), (2024, 3, 1), "28 Feb 2024 – 1 Mar 2024"),
    ],
)
def test_days_are_short(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert days(When(first=dt.date(*first), last=dt.date(*last), text="", basis="stated")) == words


def test_what_may_happen_is_quoted_not_told_as_done(hand_made: Ledger) -> None:
    claim = next(claim for claim in hand_made.claims if claim.said.stance == "hypothetical")
    assert clause(claim, load_kinds()).quote == claim.quote.text


@pytest.mark.parametrize(
    ("value", "counted", "after"),
    [
        (1, "women", "woman killed"),
        (1, "soldiers", "soldier killed"),
        (2, "women", "women killed"),
        (1, None, "killed"),
    ],
)
def test_one_is_singular(hand_made: Ledger, value: int, counted: str | None, after: str) -> None:
    claim = next(claim for claim in hand_made.claims if claim.kind == "killed")
    figure = Figure(value=value, bound="exact", low=value, high=value, text=str(value))
    told = msgspec.structs.replace(claim, figure=figure, counted=counted, side=None, actor=None)
    assert clause(told, load_kinds()).after == after


@pytest.mark.parametrize(
    ("text", "shown"), [("dozens", "“dozens”"), ("“We hold it,” he said.", "“We hold it,” he said."), ("", "“”")]
)
def test_a_quote_is_not_quoted_twice(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_page_without_an_outlet_goes_by_its_name(hand_made: Ledger) -> None:
    documents = tuple(msgspec.structs.replace(document, outlet=document.url) for document in hand_made.documents)
    page = brief.render(msgspec.structs.replace(hand_made, documents=documents))
    assert "outlet unknown" in page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    ("stance", "names", "verb"),
    [
        ("asserts", ["Vale Observatory"], "says"),
        ("asserts", ["United Nations"], "says"),
        ("asserts", ["military sources"], "say"),
        ("denies", ["army", "defence ministry"], "deny"),
        ("alleges", ["rebels"], "allege"),
        ("asserts", ["Doctors in Dolna"], "say"),
        ("asserts", ["governor of Marra"], "says"),
    ],
)
def test_the_verb_follows_the_speaker(stance: str, names: list[str], verb: str) -> None:
    assert says(stance, [Voice(name=name, kind="other") for name in names]) == verb


def test_a_person_is_not_heard_again_beside_the_organisation(hand_made: Ledger) -> None:
    claim = next(claim for claim in hand_made.claims if claim.said.speaker == "Ilya Brandt")
    bare = msgspec.structs.replace(claim, id="c-bare", said=Attribution(speaker="Ilya Brandt"))
    both = (claim.id, bare.id)
    origin = Origin(id="o-1", name="Vale Observatory", claims=both, documents=(claim.quote.document,))
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(claim, bare), origins=(origin,))
    (line,) = draw_lines(ledger, look_up(ledger), Voices(load_voices(), {}))
    assert [(voice.name, voice.person) for voice in line.voices] == [("Vale Observatory", "Ilya Brandt")]


def _told(kind: str, text: str, stance: str = "asserts") -> Claim:
    return Claim(
        id="c-t",
        kind=kind,
        quote=Passage(document="d", start=0, end=len(text), text=text),
        said=msgspec.convert({"speaker": "army", "stance": stance}, Attribution),
        rule="hand",
    )


@pytest.mark.parametrize(
    ("kind", "text", "own"),
    [
        ("said", "“We hold the whole town,” the army said.", "“We hold the whole town,”"),
        ("said", 'The army said "we hold it still" on Friday.', '"we hold it still"'),
        ("said", "“We hold the town,” it said. “We will stay there.”", "“We hold the town,” … “We will stay there.”"),
        ("said", "The army spoke of “terrorists”.", ""),
        ("said", "The army said that it holds the town.", ""),
        ("denied", "The monitor told of “a hasty full retreat”, which the army denied.", ""),
    ],
)
def test_only_direct_speech_is_cut_out_as_the_speakers_words(kind: str, text: str, own: str) -> None:
    assert speech(_told(kind, text)) == own
    assert own == "" or all(piece in text for piece in own.split(" … "))


@pytest.mark.parametrize(
    ("kind", "stance", "names", "lead"),
    [
        ("denied", "asserts", ["army"], "denied, in the page’s words:"),
        ("withdrew", "denies", ["army"], "denied, in the page’s words:"),
        ("called_for", "asserts", ["army"], "called for, in the page’s words:"),
        ("met", "asserts", ["army"], "met, in the page’s words:"),
        ("struck", "asserts", ["army"], "is named for this, in the page’s words:"),
        ("struck", "asserts", ["military sources"], "are named for this, in the page’s words:"),
        ("seized", "hypothetical", ["army"], "speaks of what may happen, in the page’s words:"),
    ],
)
def test_the_pages_words_about_a_speaker_are_not_put_into_his_mouth(
    kind: str, stance: str, names: list[str], lead: str
) -> None:
    voices = [Voice(name=name, kind="party") for name in names]
    assert narrated(_told(kind, "It is told.", stance), voices, load_kinds()) == lead


def test_narration_never_stands_behind_says(hand_made: Ledger) -> None:
    denial = next(claim for claim in hand_made.claims if claim.said.stance == "denies")
    told = msgspec.structs.replace(denial, kind="denied", actor=None, place=None, said=Attribution(speaker="army"))
    page = brief.render(Ledger(run=hand_made.run, documents=hand_made.documents, claims=(told,)))
    lines = [" ".join(e.text.split()) for e in parsed(page) if e.tag == "li" and told.quote.text in e.text]
    assert any("denied, in the page’s words:" in line for line in lines), lines
    assert not any("says" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Russian Centre for Reconciliation", "party"),
        ("Turkish government", "party"),
        ("SANA", "party"),
        ("Reuters", "agency"),
        ("Syrian Observatory for Human Rights", "monitor"),
        ("White Helmets", "aid"),
        ("OCHA", "aid"),
        ("European Union", "other"),
        ("Ann Holm", "other"),
    ],
)
def test_the_sort_of_a_speaker_is_the_codebooks(name: str, kind: str) -> None:
    assert Voices(load_voices(), {"SANA": "SANA", "Reuters": "Reuters"}, load_actors()).kind(name) == kind


def _totals(hand_made: Ledger, *figures: Figure) -> Ledger:
    """Running totals of one episode, told on one page."""
    claim = next(claim for claim in hand_made.claims if claim.scope == "cumulative" and claim.part_of is None)
    claims = tuple(msgspec.structs.replace(claim, id=f"c-{n}", figure=figure) for n, figure in enumerate(figures))
    kept = next(incident for incident in hand_made.incidents if incident.kind == "episode")
    keys = tuple(one.id for one in claims)
    values = [figure.value for figure in figures if figure.value]
    toll = msgspec.structs.replace(
        kept.tolls[0], low=min(values), best=max(values), high=max(values), claims=keys, supersedes=()
    )
    first = When(first=dt.date(2024, 3, 4), last=dt.date(2024, 3, 7), text="", basis="none")
    incident: Incident = msgspec.structs.replace(kept, claims=keys, tolls=(toll,), when=first)
    return Ledger(run=hand_made.run, documents=hand_made.documents, claims=claims, incidents=(incident,))


def test_a_lower_bound_is_never_the_highest_and_fades_when_it_is_passed(hand_made: Ledger) -> None:
    over_400 = Figure(value=400, bound="more_than", low=401, text="over 400")
    ledger = _totals(
        hand_made,
        Figure(value=412, bound="more_than", low=413, text="over 412"),
        over_400,
        Figure(value=27, bound="exact", low=27, high=27, text="27"),
    )
    lines = draw_lines(ledger, look_up(ledger), Voices(load_voices(), {}))
    ((counter,),) = (axis.counters for axis in draw_axes(lines, load_kinds()))
    shown = {row.line.figure.text: (row.roles, row.passed) for row in counter.rows if row.line.figure}
    assert shown == {"over 412": (("best",), False), "27": (("lowest",), False), "over 400": ((), True)}
    assert [row.line.figure for row in counter.rows][-1] == over_400
    assert "passed by a higher figure" in brief.render(ledger)


def test_a_total_shows_its_whole_period(hand_made: Ledger) -> None:
    ledger = _totals(hand_made, Figure(value=412, bound="more_than", low=413, text="over 412"))
    lines = draw_lines(ledger, look_up(ledger), Voices(load_voices(), {}))
    ((counter,),) = (axis.counters for axis in draw_axes(lines, load_kinds()))
    assert counter.when == "4–9 Mar 2024"
    assert days(lines[0].when) == "4–9 Mar 2024"


def test_words_such_as_dozens_count_with_of(hand_made: Ledger) -> None:
    dozens = next(claim for claim in hand_made.claims if claim.figure and claim.figure.text == "dozens")
    assert clause(dozens, load_kinds()).after == "of soldiers killed (government side)"


def test_one_of_a_side_stands_for_the_side(hand_made: Ledger) -> None:
    holds = next(claim for claim in hand_made.claims if claim.kind == "controls")
    told = msgspec.structs.replace(holds, actor="rebel")
    assert clause(told, load_kinds()).before.startswith("rebels hold ")


def test_the_sections_stand_in_the_order_of_a_reader(elements: list[Element]) -> None:
    order = [e.attributes["aria-labelledby"] for e in elements if e.tag == "section"]
    assert order == [
        "reported", "control", "disputes", "figures", "sequence", "lineage", "statements", "humanitarian", "quotes",
        "documents", "unknown", "changed", "method",
    ]  # fmt: skip
    titles = [e.text for e in elements if e.tag == "h3"]
    assert titles[0] == "Totals over a period"


def test_a_page_without_an_outlet_is_named_by_its_number(hand_made: Ledger) -> None:
    documents = tuple(msgspec.structs.replace(document, outlet=document.url) for document in hand_made.documents)
    shown = parsed(brief.render(msgspec.structs.replace(hand_made, documents=documents)))
    lines = [" ".join(e.text.split()) for e in shown if e.tag == "li" and "naming no source" in e.text]
    assert lines
    assert all("the page" in line and re.search(r"\bD\d", line) for line in lines), lines
    assert not any("courier.txt" in line for line in lines)


def test_words_that_no_agency_carried_pass_no_carrier(page: str) -> None:
    assert 'class="tie thin"' in page
    drawing = page[page.index('class="draw"') : page.index("The same as a list")]
    assert "said to the page itself" not in drawing


def test_a_page_that_speaks_for_itself_is_no_speaker_of_the_drawing(page: str) -> None:
    drawing = page[page.index('class="draw"') : page.index("The same as a list")]
    assert drawing.count("<title>نشرة المساء</title>") == 0
    assert "<li><bdi>نشرة المساء</bdi>:" in page


@pytest.fixture(scope="module")
def example(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    with Store.open(tmp_path_factory.mktemp("numbers") / "l.sqlite") as store:
        return run([str(_EXAMPLE)], store, kit).ledger


def test_every_number_is_a_sources_or_marked_as_ours(example: Ledger) -> None:
    quotes = [claim.quote.text for claim in example.claims]
    names = [words for one in example.documents for words in (one.title, one.url, one.outlet, one.byline or "")]
    cuts = [" ".join(cut.text.split()) for one in example.documents for cut in one.removed]
    told = [issue.message for issue in example.issues] + [i.passage.text for i in example.issues if i.passage]
    printed = "\n".join([*quotes, *names, *cuts, *told])
    elements = parsed(brief.render(example))
    checked = 0
    for element in elements:
        for number in [] if element.is_ours() else _NUMBER.findall(" ".join(element.pieces)):
            assert number in printed, f"{number} in <{element.tag}> {element.text[:80]}"
            checked += 1
    assert checked > 100


def test_every_figure_of_the_example_is_verbatim(example: Ledger) -> None:
    quotes = "\n".join(claim.quote.text for claim in example.claims)
    figures = {element.text.strip() for element in with_class(parsed(brief.render(example)), "figure")}
    assert len(figures) > 15
    assert all(figure in quotes for figure in figures)

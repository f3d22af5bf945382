"""Who is shown as speaking in the brief, and what is put into whose mouth."""

import msgspec
import pytest
from markup import parsed

from crosswire.formats import brief
from crosswire.formats.brief.lines import draw_lines
from crosswire.formats.brief.voices import Voice, Voices, load_actors, load_voices
from crosswire.formats.brief.wording import load_kinds, narrated, says, speech
from crosswire.formats.lookup import look_up
from crosswire.records import Attribution, Claim, Ledger, Origin, Passage


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


def test_a_person_is_not_heard_again_beside_the_organisation(hand_made: Ledger) -> None:
    claim = next(claim for claim in hand_made.claims if claim.said.speaker == "Ilya Brandt")
    bare = msgspec.structs.replace(claim, id="c-bare", said=Attribution(speaker="Ilya Brandt"))
    both = (claim.id, bare.id)
    origin = Origin(id="o-1", name="Vale Observatory", claims=both, documents=(claim.quote.document,))
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(claim, bare), origins=(origin,))
    (line,) = draw_lines(ledger, look_up(ledger), Voices(load_voices(), {}))
    assert [(voice.name, voice.person) for voice in line.voices] == [("Vale Observatory", "Ilya Brandt")]


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

"""Lists that come to a whole, clauses of their own, and numbers that go back to what was told before."""

import pytest
from reader import counts

from crosswire.kit import Kit

_SURRENDERED = [("captured", "20", "raiders"), ("killed", "Fifty", "raiders")]
_CASES = [
    # a number that is the subject of a clause of its own is no object of the verb before
    (
        "Shells killed dozens of villagers even as the two rival ministers signed a pact.",
        [("killed", "dozens", "villagers")],
    ),
    ("The raid killed nine guards when three clerks opened the gate.", [("killed", "nine", "guards")]),
    # to whom a toll is told is no toll
    ("The death toll was confirmed to a radio correspondent.", []),
    ("An official confirmed the deaths to a journalist of the Herald.", []),
    # another than those counted is the verb's subject, or its object
    ("A bus carrying 40 pupils was hit, and the driver died.", []),
    (
        "The two men accused of killing nine villagers were arrested.",
        [("detained", "two", "men"), ("killed", "nine", "villagers")],
    ),
    ("Dozens of clerks most of them are guests of the fair were killed.", [("killed", "Dozens", "clerks")]),
    ("Six gunmen shot and killed the mayor.", []),
    ("Three gunmen shot at a bus near the gate.", []),
    ("Two men shot at soldiers near the gate.", []),
    ("Two people were shot at a checkpoint.", [("casualties", "Two", "people")]),
    # brackets and sums: what includes them is the whole
    (
        "The ministry counted 112 casualties (40 killed, 72 injured), including 19 children.",
        [
            ("casualties", "112", "people"),
            ("casualties", "19", "children"),
            ("injured", "72", "people"),
            ("killed", "40", "people"),
        ],
    ),
    (
        "The ministry listed 60 casualties, 20 killed and 40 wounded, including nine women.",
        [
            ("casualties", "60", "people"),
            ("casualties", "nine", "women"),
            ("injured", "40", "people"),
            ("killed", "20", "people"),
        ],
    ),
    (
        "Thirty died: 12 guards, 10 clerks and eight drivers.",
        [
            ("killed", "10", "clerks"),
            ("killed", "12", "guards"),
            ("killed", "Thirty", "people"),
            ("killed", "eight", "drivers"),
        ],
    ),
    # of which, of whom
    (
        "Twelve bodies were buried in Orlan district, of which seven were reportedly rebels.",
        [("killed", "Twelve", "people"), ("killed", "seven", "rebels")],
    ),
    (
        "Fourteen people had been killed, of which ten were wearing rebel uniforms.",
        [("killed", "Fourteen", "people"), ("killed", "ten", "people")],
    ),
    # one and the other
    (
        "Two soldiers were killed, one by a mine in Harun and the other by a sniper in Bela.",
        [("killed", "Two", "soldiers"), ("killed", "one", "soldiers")],
    ),
    ("Three guards were killed, one of the worst losses of the year.", [("killed", "Three", "guards")]),
    # a day or a town between the deed and whom it befell
    ("The killings last March of three guards were never solved.", [("killed", "three", "guards")]),
    ("The deaths on Sunday in Arna of four nurses are under inquiry.", [("killed", "four", "nurses")]),
    ("The abduction last week of 12 girls led to protests.", [("abducted", "12", "girls")]),
    ("The killing in a village of 300 people shocked the nation.", []),
    # those who fell with somebody named
    ("The police chief was killed along with four of his guards.", [("killed", "four", "guards")]),
    ("Among those killed were the chief and four of his guards.", [("killed", "four", "guards")]),
    ("Killed in the strike: four medics and a driver.", [("killed", "a", "drivers"), ("killed", "four", "medics")]),
    (
        "The gunmen fled, and their victims included a captain, a clerk and 11 guards.",
        [("killed", "11", "guards"), ("killed", "a", "captains"), ("killed", "a", "clerks")],
    ),
    # bodies
    ("The hospital morgue was full with 48 bodies.", [("killed", "48", "people")]),
    ("Twenty-one bodies, all bearing bullet wounds, lay in a well.", [("killed", "Twenty-one", "people")]),
    ("Of 40 bodies, 25 were found in Arna and 15 in Bresk.", [("killed", "15", "people"), ("killed", "25", "people")]),
    (
        "Patrols found 60 bodies overnight. Another seven were found in a river. Two were found alive in a cellar.",
        [("killed", "60", "people"), ("killed", "seven", "people")],
    ),
    ("Two women and a child were pulled dead from a well.", [("killed", "Two", "women"), ("killed", "a", "children")]),
    ("“We buried 30 people,” a farmer said.", [("killed", "30", "people")]),
    # a word in brackets before its noun
    (
        "Two (government) soldiers were killed and several others wounded in Orlan.",
        [("injured", "several", "soldiers"), ("killed", "Two", "soldiers")],
    ),
    # "the number" is that of the dead, where they are told of first
    (
        "Some 606 people were killed and 5,332 injured, while a club put the number closer to 1,000.",
        [("injured", "5,332", "people"), ("killed", "Some 606", "people"), ("killed", "closer to 1,000", "people")],
    ),
    (
        "Nine were wounded and four killed; a local club put the figure at 20.",
        [("injured", "Nine", "people"), ("killed", "four", "people")],
    ),
    # ages, children at home, families
    ("Mother-of-two among 12 dead in blast at Tesk", [("killed", "12", "people")]),
    ("The women, both 30, died at the scene.", []),
    ("Seven of a family were killed.", [("killed", "Seven", "people")]),
    ("A 10-month-old baby was among the eight dead.", [("killed", "A", "babies"), ("killed", "eight", "people")]),
    # feared killed, lost, losses
    ("Scores feared killed in raid on market", [("killed", "Scores", "people")]),
    ("The village lost 16 people in the raid.", [("killed", "16", "people")]),
    ("The army's losses now stand at 1,040 soldiers.", [("casualties", "1,040", "soldiers")]),
    ("Seventeen soldiers paid with their lives.", [("killed", "Seventeen", "soldiers")]),
    # some of those before the verb
    (
        "Twelve clerks were killed and 30 others wounded many of them critically.",
        [("injured", "30", "clerks"), ("injured", "many", "clerks"), ("killed", "Twelve", "clerks")],
    ),
    ("Fifty raiders were killed in Orlan while 20 others surrendered to the army.", _SURRENDERED),
    ("Crews pulled out 7 bodies.", [("killed", "7", "people")]),
    ("The bodies of 12 soldiers killed in May were handed over.", [("killed", "12", "soldiers")]),
    ("The deaths bring to 34 the number of clerks killed in the war.", [("killed", "34", "clerks")]),
    ("Sixty pupils had trouble breathing after the gas attack.", [("injured", "Sixty", "pupils")]),
    # what was fired, or shot down, are no people
    ("Guns on the hill shot down 98.", [("damaged", "98", "targets")]),
    # a headline that runs into a sentence
    (
        "Jets Strike Tessan Town Kills Five Injures Seven - Orlan Governor Earlier reports on the matter had differed.",
        [("injured", "Seven", "people"), ("killed", "Five", "people")],
    ),
    # laid down their arms
    (
        "Eight fighters surrendered and 14 laid down their arms.",
        [("captured", "14", "fighters"), ("captured", "Eight", "fighters")],
    ),
    ("The capture on Monday of 30 soldiers was hailed.", [("captured", "30", "soldiers")]),
]


@pytest.mark.parametrize(("text", "expected"), _CASES)
def test_each_number_goes_with_its_own_clause_and_whole(
    text: str, expected: list[tuple[str, str, str]], kit: Kit
) -> None:
    assert sorted(counts(text, kit)) == sorted(expected)

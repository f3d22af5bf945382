"""Five pages about the fall of Aleppo at the end of November 2024: public facts, sentences of our own."""

from readings_by_hand import (
    ARMY,
    DOZENS,
    OBSERVATORY,
    Draft,
    at_least,
    copied,
    count,
    figure,
    on,
    over,
    page,
    place,
    told,
)

from crosswire.collate.lineage import Lineage
from crosswire.records import Extent, Reading

ALEPPO, IDLIB, HAMA = place("Aleppo"), place("Idlib"), place("Hama")
START = on("2024-11-27")


def _hold(speaker: str | None, extent: Extent | None, excepting: str | None) -> Draft:
    return Draft(
        kind="controls", actor="Hayat Tahrir al-Sham", place=ALEPPO, speaker=speaker, extent=extent, excepting=excepting
    )


def _killed(number: object, counted: str, **more: object) -> Draft:
    return Draft(kind="killed", figure=number, counted=counted, **more)  # type: ignore[arg-type]


DEAD = _killed(over(412), "people", speaker=OBSERVATORY, scope="cumulative", when=START)
DEAD_CIVILIANS = _killed(
    at_least(61), "civilians", side="civilian", speaker=OBSERVATORY, scope="cumulative", when=START, part_of=DEAD
)
TWELVE = _killed(at_least(12), "people", place=ALEPPO)
NINE = _killed(figure("nine", 9), "civilians", side="civilian", place=IDLIB)

GULF = page(
    "gulf",
    told(
        "Fighters of Tahrir now rule nearly the whole of Aleppo, the Kurdish quarters apart, its director said.",
        _hold("Rami Abdel Rahman", "most", "the Kurdish quarters"),
    ),
    told(
        "In sum over 412 lives were lost, at least 61 of them civilians, by the Observatory's count.",
        DEAD,
        DEAD_CIVILIANS,
    ),
    told(
        "Back in 2016 the army had retaken the city.",
        Draft(kind="regained", actor=ARMY, place=ALEPPO, scope="history", when=on("2016-12-01", "2016-12-31")),
    ),
)
AFRICA = page(
    "africa",
    told(
        "Tahrir and its partners run most of Aleppo, without the Kurdish quarters, its director told the agency.",
        _hold("Rami Abdel Rahman", "most", "the Kurdish quarters"),
    ),
    told("Raids took at least 12 lives in Aleppo and nine civilians died in Idlib.", TWELVE, NINE),
    told(
        "The violence cost over 400 lives, and at least 61 civilians were among the dead.",
        _killed(over(400), "people", scope="cumulative"),
        _killed(at_least(61), "civilians", side="civilian", scope="cumulative"),
    ),
)
ISLAND = page(
    "island",
    told(
        "Rebels hold the greater part of Aleppo since Saturday.",
        Draft(kind="controls", actor="rebels", place=ALEPPO, extent="most"),
    ),
    told(
        "Since Wednesday more than 300 people died, at least 20 of them civilians, the Observatory said.",
        DEAD_BEFORE := _killed(
            figure("more than 300", 300, "more_than"), "people", speaker=OBSERVATORY, scope="cumulative", when=START
        ),
        _killed(
            at_least(20),
            "civilians",
            side="civilian",
            speaker=OBSERVATORY,
            scope="cumulative",
            when=START,
            part_of=DEAD_BEFORE,
        ),
    ),
    told(
        "In Aleppo 23 raids killed four civilians and hurt 19 more, the Observatory said.",
        Draft(kind="struck", figure=count(23), counted="strikes", place=ALEPPO, speaker=OBSERVATORY),
        _killed(figure("four", 4), "civilians", side="civilian", place=ALEPPO, speaker=OBSERVATORY),
        Draft(
            kind="injured", figure=count(19), counted="civilians", side="civilian", place=ALEPPO, speaker=OBSERVATORY
        ),
    ),
    told(
        "The United Nations counted 27 civilians killed within three days.",
        _killed(
            count(27),
            "civilians",
            side="civilian",
            speaker="United Nations",
            scope="cumulative",
            when=on("2024-11-28", "2024-11-30"),
        ),
    ),
    outlet="Island Post",
    published="2024-11-30",
)
INDIA = page(
    "india",
    told(
        "Tahrir rules Aleppo save for the Kurdish parts, the director of the Observatory told the agency.",
        _hold("Rami Abdel Rahman", None, "the Kurdish parts"),
    ),
    told(
        "The Observatory said that the army had left Hama, which the army denied.",
        Draft(kind="withdrew", actor=ARMY, place=HAMA, speaker=OBSERVATORY),
        Draft(kind="withdrew", actor=ARMY, place=HAMA, speaker=ARMY, stance="denies"),
    ),
    told(
        "Moscow's coordination centre claimed that missiles killed more than 300 insurgents.",
        _killed(
            figure("more than 300", 300, "more_than"),
            "insurgents",
            side="opposition",
            speaker="Russian Defence Ministry",
        ),
    ),
    told(
        "Insurgents entered much of Aleppo and killed dozens of soldiers, the army command said.",
        Draft(kind="entered", actor="insurgents", place=ALEPPO, speaker=ARMY),
        _killed(DOZENS, "soldiers", side="government", place=ALEPPO, speaker=ARMY),
    ),
    told(
        "The government lost 100 troops and militiamen, the Observatory said.",
        _killed(count(100), "troops", side="government", speaker=OBSERVATORY),
    ),
    told(
        "Since the conflict started in 2012 it was quiet around Hama, some 140 kilometres (90 miles) south of Aleppo."
    ),
    outlet="India Desk",
)
LONDON = page(
    "london",
    told(
        "“The second city is out of the hands of the state,” he said.",
        Draft(kind="lost", actor="Syrian government", place=ALEPPO),
    ),
    told(
        "Raids took at least 12 lives in Aleppo and nine civilians died in Idlib, the Observatory reported.",
        _killed(at_least(12), "people", place=ALEPPO, speaker=OBSERVATORY),
        _killed(figure("nine", 9), "civilians", side="civilian", place=IDLIB, speaker=OBSERVATORY),
    ),
    told(
        "The war began in 2011.",
    ),
    told("Hama lies about 230km south of Aleppo."),
    told("Altogether over 412 people died, among them at least 61 civilians, it said.", DEAD, DEAD_CIVILIANS),
    outlet="London Paper",
)
AFRICA_QUOTE = page(
    "wire",
    told(
        "“Aleppo is out of the hands of the state,” Rahman said.",
        Draft(kind="lost", actor="Syrian government", place=ALEPPO, speaker="Rami Abdel Rahman", via=("AFP",)),
    ),
    outlet="Wire House",
)

READINGS: tuple[Reading, ...] = (GULF, AFRICA, ISLAND, INDIA, LONDON, AFRICA_QUOTE)
LINEAGE = Lineage(
    copies=(
        copied(GULF, 0, AFRICA, 0),
        copied(INDIA, 0, AFRICA, 0),
        copied(LONDON, 1, AFRICA, 1),
        copied(LONDON, 4, GULF, 1),
        copied(AFRICA, 2, GULF, 1),
        copied(LONDON, 0, AFRICA_QUOTE, 0),
    )
)

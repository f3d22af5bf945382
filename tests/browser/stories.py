"""A hundred pages of one invented story in our own words: a few wires, many copies, some pages of their own."""

import json
from pathlib import Path

_DAYS = ("2024-03-07", "2024-03-08", "2024-03-09", "2024-03-10", "2024-03-11")
_TOWNS = ("Khovd", "Tolbo", "Ulaangom", "Ölgii", "Uliastai")
_WIRES = (
    """{town}, March {day}, 2024 - At least {n} civilians were killed in shelling of {town} on {week}, the
    Western Steppe Observatory said. The Altan Front holds most of {town}, the Observatory's head Temur Dashnyam told
    Northwire. The army denied that it had shelled the town.""",
    """{town}, March {day}, 2024 - The fighting has killed more than {total} people since March 6, among them
    at least {n} civilians, the Western Steppe Observatory said. Some {fled} people have been displaced, said Ingrid
    Solheim of the United Nations. The army said dozens of fighters were killed near {town}.""",
)
_OWN = (
    """Doctors in {town} said {n} people were injured when a market was hit on {week}. Between {n} and {m} houses were
    destroyed, the governor of {town} said.""",
    """The Federation defence ministry said its jets killed up to {m} insurgents near {town} on {week}. The Altan Front
    denied the claim and said it had lost three fighters.""",
    """Rebels entered {town} on {week}, residents said. The road to {town} was closed, the army said. The army said that
    it had retaken the airport of {town}.""",
)
_WEEK = {7: "Thursday", 8: "Friday", 9: "Saturday", 10: "Sunday", 11: "Monday"}
_OUTLETS = (
    "Northwire",
    "Lakeside Post",
    "Morning Courier",
    "نشرة المساء",
    "Plains Review",
    "The Kestrel",
    "Varden Times",
)
_LEADS = ("", "Update. ", "By our correspondent. ", "As it was told to us. ", "From the agencies. ")


def write_story(folder: Path, pages: int = 100) -> Path:
    """The file of `pages` pages, one a line, written into `folder`."""
    path = folder / "story.jsonl"
    rows = [json.dumps(_page(number), ensure_ascii=False) for number in range(pages)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def _page(number: int) -> dict[str, str]:
    outlet = _OUTLETS[number % len(_OUTLETS)]
    copied = number % 10 < 6  # six of ten pages carry a wire
    template = (number // 10) % len(_WIRES) if copied else number % len(_OWN)
    seed = number // 10 if copied else number
    day = 7 + seed % len(_DAYS)
    values = {"town": _TOWNS[seed % len(_TOWNS)], "day": day, "week": _WEEK[day], "n": 4 + seed, "m": 30 + seed}
    values |= {"total": 90 + 20 * seed, "fled": f"{3 + seed},000"}
    text = " ".join((_WIRES if copied else _OWN)[template].format(**values).split())
    return {
        "url": f"https://{outlet.lower().replace(' ', '-') if outlet.isascii() else 'masa'}.example/2024/03/{number}",
        "outlet": outlet,
        "published": f"2024-03-{day:02}",
        "title": f"{values['town']}: the {_WEEK[day]} of the war",
        "text": _LEADS[number % len(_LEADS)] + text,
    }

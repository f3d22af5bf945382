"""Agencies that a page credits for its words: in datelines and bylines, "with inputs from", at its end, by signing-off.

Photo credits ("(AP)" behind a caption, "AFP images") and speech ("told AFP") are no credits for words.
"""

import re
from itertools import groupby

from crosswire.codebook.once import once
from crosswire.codebook.press import Press
from crosswire.kit import Kit
from crosswire.read.clean import Cleaned
from crosswire.text.needed import Needs, holds, needed, seen
from crosswire.text.wrapping import unwrapped

_HEAD = 1_200  # characters in which datelines and bylines stand
_HEAD_LINES = 8
_END_LINES = 4
_SOME = "\ue000a"  # stands for the name of any agency; short, as a form's other words tell more
_PLURAL = "agencies"
_PLURALS = (
    "agencies",
    "Agencies",
    "AGENCIES",
    "news agencies",
    "News Agencies",
    "wires",
    "wire services",
    "Wire Services",
    "Wires",
    "agency",
)
_Names = tuple[re.Pattern[str], dict[str, str]]
_UNKNOWN = re.compile(r"^[A-Z][\w.’'-]*(?:[ ,]{1,2}[\w.’'-]+){0,8} \(([A-Z][\w.’'-]{2,30})\) ?[-–—]")


def credits(cleaned: Cleaned, kit: Kit) -> tuple[str, ...]:  # noqa: A001 - the word of the trade
    """Names of the agencies credited for the words of `cleaned`, sorted; `agencies` where the page names none."""
    lines = [line for line in unwrapped(cleaned.text).splitlines() if line.strip()]
    parts = {
        "byline": cleaned.byline or "",
        "head": "\n".join(lines[:_HEAD_LINES])[:_HEAD],
        "end": "\n".join(line.rstrip() for line in lines[-_END_LINES:]),
        "page": cleaned.flat,
    }
    return credited(parts, kit.codebook.press) or _own_agency(lines[:_HEAD_LINES], cleaned)


def credited(parts: dict[str, str], press: Press) -> tuple[str, ...]:
    """Agencies credited in `parts` of a page (byline, head, end, page), by the forms that `press` knows."""
    names, forms = _forms(press)
    views = {where: _view(text, names) for where, text in parts.items()}
    found: set[str] = set()
    for where, agency, form, needs in forms:
        if holds(views.get(where, ""), needs):
            for match in form.finditer(parts.get(where, "")):
                found |= {agency} if agency else _named(match[0], names)
    return tuple(sorted(found))


def _view(text: str, names: _Names) -> str:
    """`text` as words are looked for in it, with a word of its own where it names an agency at all."""
    pattern, _ = names
    return seen(text) + _SOME if pattern.search(text) else seen(text)


def _own_agency(lines: list[str], cleaned: Cleaned) -> tuple[str, ...]:
    """An agency that no list knows: it stands in the dateline, and the page is its own or says "told NAME"."""
    for line in lines:
        found = _UNKNOWN.match(line)
        if found and (found[1] == cleaned.outlet or f"told {found[1]}" in cleaned.text):
            return (found[1],)
    return ()


def _named(text: str, names: _Names) -> set[str]:
    pattern, known = names
    return {known[match[0]] for match in pattern.finditer(text)} or {_PLURAL}


def _tree(forms: list[str]) -> str:
    """An expression for any of `forms` that looks at each letter once: hundreds of alternatives are slow."""
    branches: list[str] = [
        re.escape(first) + _tree([form[1:] for form in group])
        for first, group in (
            (key, list(items)) for key, items in groupby(filter(None, forms), key=lambda form: form[0])
        )
    ]
    if len(branches) == 1 and "" not in forms:
        return branches[0]  # a group around each letter would take most of the time that the expression takes to make
    return f"(?:{'|'.join(branches)})" + ("?" if "" in forms else "") if branches else ""


@once
def _forms(press: Press) -> tuple[_Names, tuple[tuple[str, str, re.Pattern[str], Needs], ...]]:
    """A pattern for all names with what each stands for; (where, agency, pattern, needs) for each form of credit."""
    known = dict.fromkeys(_PLURALS, _PLURAL)
    for agency in press.agency:
        for form in (agency.name, *agency.aliases):
            known |= {form: agency.name, form.upper(): agency.name}
    names = rf"(?<!\w){_tree(sorted(known))}(?!\w)"
    forms = tuple(
        (
            credit.where,
            credit.agency,
            re.compile(credit.pattern.replace("{agency}", names), re.MULTILINE),
            needed(credit.pattern.replace("{agency}", f"(?:{_SOME})")),
        )
        for credit in press.credit
    )
    return (re.compile(names), known), forms

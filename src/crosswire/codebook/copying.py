"""Schema of `languages/*/copying.toml`: what can get lost while a text is copied, and what is background, not news."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule
from crosswire.records import Record
from crosswire.text.folding import fold


class Sign(Rule):
    """Something that a sentence can say. `pattern` is a regular expression over the folded sentence."""

    pattern: str


class Speaker(Rule):
    """How a speaker is named: a name before one of `verbs`, with `helpers` between, or behind one of `phrases`.

    `unnamed` are nouns of speakers without a name; beside `verbs` they also take `hints`.
    """

    verbs: tuple[str, ...]
    helpers: tuple[str, ...]
    phrases: tuple[str, ...]
    unnamed: tuple[str, ...]
    hints: tuple[str, ...]


class Names(Rule):
    """What names look like: `joiners` stand inside a name, `pronouns` have a capital letter and name nobody."""

    joiners: tuple[str, ...]
    pronouns: tuple[str, ...]
    dotted: str


class Copying(Record):
    """All that the comparison of two wordings knows of a language.

    `past` are signs of a sentence that looks back, `lasting` of one that tells how things stand and not what happened.
    `limit` may make the exception of another wording in words that can also mean something else.
    """

    negation: Sign
    exception: Sign
    limit: Sign
    past: tuple[Sign, ...]
    lasting: tuple[Sign, ...]
    speaker: Speaker
    names: Names


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Signs:
    """The compiled patterns of `Copying`. `names` and `speakers` read text as written, the others the folded view."""

    negation: re.Pattern[str]
    exception: re.Pattern[str]
    limit: re.Pattern[str]
    past: re.Pattern[str]
    lasting: re.Pattern[str]
    names: re.Pattern[str]
    speakers: re.Pattern[str]
    unnamed: re.Pattern[str]
    pronouns: frozenset[str]

    def speak(self, text: str) -> list[str]:
        """The names of those who speak in `text`."""
        named = (found[1] or found[2] for found in self.speakers.finditer(text))
        return [name for name in named if name not in self.pronouns]

    def hide(self, text: str) -> list[str]:
        """The speakers in `text` who have no name: "experts", "local sources"."""
        return [found[1] or found[2] for found in self.unnamed.finditer(text)]

    def limits(self, text: str) -> bool:
        """Whether `text` makes an exception, or may make one."""
        folded = fold(text)
        return bool(self.exception.search(folded) or self.limit.search(folded))

    def name(self, text: str) -> list[str]:
        """Names in `text` that do not begin it, where any word has a capital letter."""
        return [found[0] for found in self.names.finditer(text) if found.start() > 1]


@once
def signs(copying: Copying) -> Signs:
    """`copying` compiled."""
    names, speaker = copying.names, copying.speaker
    joiners = "|".join(_plain(names.joiners))
    name = rf"(?:[A-Z][\w’'-]+|{names.dotted})(?: (?:(?:{joiners}) )*(?:[A-Z][\w’'-]+))*"
    said = (
        rf"({name})(?:,[^,.]*,)? (?:(?:{'|'.join(_plain(speaker.helpers))}) )?(?:{'|'.join(_plain(speaker.verbs))})\b"
    )
    phrases, helpers = "|".join(_plain(speaker.phrases)), "|".join(_plain(speaker.helpers))
    behind = rf"(?i:\b(?:{phrases}) (?:the )?)({name})"
    noun = rf"((?:[\w-]+ )?\b(?:{'|'.join(_plain(speaker.unnamed))}))"
    hint = "|".join(_plain((*speaker.verbs, *speaker.hints)))
    return Signs(
        negation=re.compile(copying.negation.pattern),
        exception=re.compile(copying.exception.pattern),
        limit=re.compile(copying.limit.pattern),
        past=_any(copying.past),
        lasting=_any(copying.lasting),
        names=re.compile(name),
        speakers=re.compile(f"{said}|{behind}"),
        unnamed=re.compile(rf"(?i){noun} (?:(?:{helpers}) )?(?:{hint})\b|\b(?:{phrases}) (?:the )?{noun}\b"),
        pronouns=frozenset(names.pronouns),
    )


def _any(rules: tuple[Sign, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules))


def _plain(forms: tuple[str, ...]) -> Iterator[str]:
    return (re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))

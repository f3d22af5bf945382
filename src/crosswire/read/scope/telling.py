"""What a page tells besides a count: its own event, the episodes behind it, and the totals that it gives."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crosswire.codebook.frames import Frames
from crosswire.codebook.scope import Scoping
from crosswire.read.clues import Clues, DateMention, Draft, Quantity
from crosswire.read.scope.grammar import in_perfect
from crosswire.read.scope.times import is_long_ago
from crosswire.read.tokens import Token
from crosswire.records import Scope, When

OPENING = 2  # sentences in which a page gives its own subject
_FIRST = 4  # sentences in which a report of some weeks or months gives its total
_MANY = 10  # the least number that is hardly told of two things by chance
_WEEK = dt.timedelta(days=6)  # "last week" began longer ago; "earlier this week" did not
_THIRD = dt.timedelta(days=10)  # "in late October"
_MONTH = dt.timedelta(days=31)
_LONG = dt.timedelta(days=366)
_DAYS = 3  # days that tell of what time a page is
_STEM = 4  # letters that "bomb" and "bombings" share
_SAME = dt.timedelta(days=1)  # a day, or the night between two


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a page tells. `base` is its own day, `running` the scope of each sentence's first count of a kind.

    `scopes` are those of each sentence, `episodes` the sentences that count those of an old episode, `people` the kinds
    that count people, `unsure` the counts of one occurrence of which nothing says so, `spoken` the days, by sentence
    and first token, on which something was only said or the page written.
    With `titled` the first sentence is the page's title.
    """

    clues: Clues
    base: When | None
    frames: Frames
    scoping: Scoping
    people: frozenset[str]
    titled: bool
    spoken: frozenset[tuple[int, int]] = frozenset()
    running: dict[tuple[int, str], Scope] = field(default_factory=dict)
    episodes: set[int] = field(default_factory=set)
    scopes: dict[int, set[Scope]] = field(default_factory=dict)
    unsure: set[Quantity] = field(default_factory=set)

    @property
    def begins(self) -> int:
        """The first sentence behind the title."""
        return 1 if self.titled else 0

    def note(self, draft: Draft, found: Scope) -> None:
        """Keeps the scope of a count for what follows."""
        if draft.quantity is not None and (draft.sentence, draft.kind) not in self.running:
            self.running[draft.sentence, draft.kind] = found
            self.scopes.setdefault(draft.sentence, set()).add(found)

    def counted(self, at: int) -> set[Scope]:
        """The scopes of what the sentence `at` counts."""
        return self.scopes.get(at, set())

    def opening(self) -> set[Scope]:
        """The scopes of what the page counts in its first sentences."""
        return {reach for at in range(OPENING) for reach in self.counted(at)}


def told_again(found: Sequence[tuple[Draft, Scope]], page: Telling) -> Iterator[Scope]:
    """The scopes of the drafts `found`; what the page gives as a total elsewhere is one where nothing says so.

    Handles the title `| 22 | dead in raids`, if the text says `22 people died in raids on Monday and Tuesday`.
    """
    told: dict[tuple[str, int], set[Scope]] = {}
    for draft, scope in found:
        if draft.quantity is not None and draft.quantity.figure.value and draft.quantity not in page.unsure:
            told.setdefault((draft.kind, draft.quantity.figure.value), set()).add(scope)
    for draft, scope in found:
        value = draft.quantity.figure.value or 0 if draft.quantity in page.unsure and draft.quantity else 0
        elsewhere = told.get((draft.kind, value), set()) if value >= _MANY else set()
        yield "cumulative" if elsewhere == {"cumulative"} else scope


def still_behind(draft: Draft, page: Telling) -> bool:
    """Whether an undated count goes on with the old episode of the sentence before.

    Handles `On 3 March rebels overran a post. | Nine men were killed.`, not those who have been killed by now.
    """
    sentence = page.clues.sentences[draft.sentence]
    if draft.quantity is None or sentence.index < OPENING or in_perfect(sentence.tokens[draft.at]):
        return False
    words = sentence.tokens.lowers
    if "also" in words or not page.frames.occurrences.isdisjoint(words) or page.clues.here(sentence.index).places:
        return False
    at = sentence.index - 1
    if page.opening() - {"incident"}:
        return False
    if counted := page.counted(at):
        return counted == {"history"} and at in page.episodes
    old = page.clues.here(at).dates if sentence.paragraph == page.clues.sentences[at].paragraph else []
    ago = (is_long_ago(date, page.base) or told_before(draft, [date], page) for date in old)
    return bool(old) and all(is_episode(date) for date in old) and all(ago)


def tells_totals(page: Telling) -> bool:
    """Whether all whom the page has counted so far are of a total, as in the report of a month; its title aside."""
    people = (key for key in page.running if key[1] in page.people and key[0] >= page.begins)
    first = next(people, None)
    rest = (page.running[key] for key in people)
    return first is not None and page.running[first] == "cumulative" and "incident" not in rest


def is_episode(date: DateMention) -> bool:
    """Whether the words mean some days up to a month, in which one thing happened."""
    return not date.since and not date.prior and date.when is not None and date.when.last - date.when.first <= _MONTH


def told_before(draft: Draft, dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether an act of some days ago is background: the page counts others of fresher news.

    Handles `Gunmen killed two. Last week 14 died in Baga.` and `Last month 14 died. On Sunday gunmen killed two.`
    A number with which the page opens is its own subject; those of long ago are no news.
    """
    day = next((date.when for date in dates if date.when is not None), None)
    base, ties = page.base, page.clues.ties
    if draft.quantity is None or base is None or day is None or dates[0].since or in_period(dates, page):
        return False
    if _stale(day, base):
        before = [tie.quantity for tie in ties if tie.quantity.sentence < draft.sentence]
        earlier = [quantity for quantity in before if page.counted(quantity.sentence) != {"history"}]
        opening = [quantity.figure.value for quantity in earlier if quantity.sentence < OPENING]
        return bool(earlier) and draft.quantity.figure.value not in opening
    return day.last - day.first <= _MONTH and _fresher(day, base, page)


def in_period(dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether the page opens with a total of some weeks or months to which the day belongs, as reports of a month do.

    Handles `Between 1 and 28 May raids killed 90 people. … On 4 May seven died in Baga.`
    """
    day = next((date.when for date in dates if date.when is not None), None)
    counting = min((tie.quantity.sentence for tie in page.clues.ties), default=OPENING)
    if day is None or page.base is None or counting > _FIRST or page.counted(counting) != {"cumulative"}:
        return False
    for span in (date for at in range(counting + 1) for date in page.clues.here(at).dates):
        if span.when is not None:
            first, last = span.when.first, page.base.last if span.since else span.when.last
            if _WEEK < last - first <= _LONG and first <= day.first and day.last <= last:
                return day.last - day.first <= _SAME
    return False


def _fresher(day: When, base: When, page: Telling) -> bool:
    """Whether a sentence that counts somebody tells of a day well after `day`, when more was done than said."""
    counting = {tie.quantity.sentence for tie in page.clues.ties}
    told = (date for date in page.clues.dates if (date.sentence, date.first) not in page.spoken and not date.since)
    days = (date.when for date in told if date.sentence in counting and date.when is not None)
    return any(day.last < other.first <= base.last and other.first - day.first > _WEEK for other in days)


def opens_with(draft: Draft, dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether the first that a page counts are of some weeks or months ago, and nobody later: that is its news."""
    day = next((date.when for date in dates if date.when is not None), None)
    base = page.base
    if draft.quantity is None or base is None or day is None or draft.sentence >= OPENING:
        return False
    if dates[0].since or dates[0].prior:
        return False
    counting = {tie.quantity.sentence for tie in page.clues.ties}
    news = (
        base.first - day.last > _WEEK
        and day.last - day.first <= _MONTH
        and base.first - day.last <= _LONG
        and draft.sentence == min((at for at in counting if at >= page.begins), default=-1)
    )
    return news and not _fresher(day, base, page)


def is_of_then(draft: Draft, dates: Sequence[DateMention], page: Telling) -> bool:
    """Whether the whole page is of an older day than its own, as a text is that somebody put on the net again.

    It tells of several days around that of the count, of none after them, and nowhere of today.
    """
    day = next((date.when for date in dates if date.when is not None), None)
    if draft.quantity is None or day is None or page.base is None or page.base.first - day.last > _LONG:
        return False
    told = [date for date in page.clues.dates if date.when is not None and date.sentence >= page.begins]
    days = {date.when.first for date in told if date.when is not None and not date.since and _is_near(date.when, day)}
    later = any(date.when is not None and date.when.last - day.last > _WEEK for date in told)
    return len(days) >= _DAYS and not later


def _is_near(other: When, day: When) -> bool:
    return other.last - other.first <= _SAME and abs(other.first - day.first) <= _WEEK


def told_first(draft: Draft, page: Telling) -> bool:
    """Whether the page opened with the same number of the same: it only says later on what day "the raid" was."""
    tokens = page.clues.sentences[draft.sentence].tokens
    figure = draft.quantity.figure if draft.quantity else None
    if figure is None or not figure.value or not any(_is_the(token, page.frames) for token in tokens):
        return False
    opening = range(page.begins, min(draft.sentence, page.begins + OPENING))
    ties = (tie.quantity for tie in page.clues.ties if tie.quantity.sentence in opening)
    again = any(quantity.figure.value == figure.value for quantity in ties)
    return again and any(page.running.get((at, draft.kind)) == "incident" for at in opening)


def is_of_old_event(draft: Draft, page: Telling) -> bool:
    """Whether what did it was told of before with a day of long ago: "the 7 May bombings … | The bombing killed 250".

    The last such occurrence with a day counts. A page that has counted those of a fresh one by then tells of these.
    """
    tokens = page.clues.sentences[draft.sentence].tokens
    nouns = [token for token in tokens if _is_the(token, page.frames)]
    stems = {word.lower_[:_STEM] for noun in nouns for word in (noun, *noun.lefts) if word.tag_.startswith("NN")}
    told = [date for date in page.clues.dates if page.begins <= date.sentence < draft.sentence and not date.since]
    same = [date for date in told if _dated(date, page)[:_STEM] in stems]
    counted = (at for at, found in page.scopes.items() if "incident" in found and at < draft.sentence)
    if any(word[:_STEM] in stems for at in counted for word in page.clues.sentences[at].tokens.lowers):
        return False
    return bool(same) and is_long_ago(max(same, key=lambda date: date.sentence), page.base)


def _dated(date: DateMention, page: Telling) -> str:
    """The noun or verb that has the time: "the 7 May | bombings", "the | raid of 7 May", "were | raided on 7 May"."""
    tokens = page.clues.sentences[date.sentence].tokens
    word = tokens[date.last - 1]
    while word.head is not word and (date.first <= word.i < date.last or word.tag_ == "IN"):
        word = word.head
    return word.lower_


def _is_the(noun: Token, frames: Frames) -> bool:
    """Whether it is an occurrence told of before: "| the | raid", "this attack"."""
    one = noun.lower_ in frames.occurrences and noun.tag_ == "NN"
    return one and any(child.lower_ in {"the", "this", "that"} for child in noun.children)


def _stale(day: When, base: When) -> bool:
    return day.last - day.first <= _THIRD and base.first - day.first > _WEEK

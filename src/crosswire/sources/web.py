"""An address: a page, or a feed (RSS, Atom, JSON Feed) or sitemap with the articles behind it."""

from collections.abc import Iterator

from crosswire.records import Issue, Page
from crosswire.sources._intake import unread
from crosswire.sources._means import Means
from crosswire.sources._net.answer import Answer, no_page
from crosswire.sources._net.fetch import Web
from crosswire.sources._net.links import Listed, ListError, listed
from crosswire.sources._net.permit import FetchError

_MOST_LISTS = 500  # sitemaps behind one index


def accepts(source: str) -> bool:
    """Whether `source` is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def pages(source: str, means: Means) -> Iterator[Page | Issue]:
    """The page at `source`, or all pages that it lists, in its order; what failed is an issue, also in the archive."""
    for found in _found(source, means.web):
        yield means.web.note(found) if isinstance(found, Issue) else found


def _found(source: str, web: Web) -> Iterator[Page | Issue]:
    answer = _get(source, web)
    if isinstance(answer, Issue):
        yield answer
    elif answer.what == "page":
        yield answer.page()
    elif answer.what == "other":
        yield no_page(answer)
    else:
        yield from _behind(answer, web)


def _behind(answer: Answer, web: Web) -> Iterator[Page | Issue]:
    """All that a list lists. Of too many, the newest are taken; the others are told of."""
    found = list(_entries(answer, web))
    yield from (issue for issue in found if isinstance(issue, Issue))
    entries = [entry for entry in found if isinstance(entry, Listed)]
    if not found:
        yield unread(answer.url, "it lists no article")
    most = web.manners.most
    if len(entries) > most:
        why = f"it lists {len(entries):,} pages, and the {most:,} newest are taken: ask for more with --most"
        yield unread(f"The rest of {answer.url}", why, answer.url)
        entries = sorted(entries, key=lambda entry: entry.changed, reverse=True)[:most]
    for entry in entries:
        yield _article(entry, web)


def _entries(answer: Answer, web: Web) -> Iterator[Listed | Issue]:
    """The entries of a list and of the lists that it names, each once; one list is asked for once."""
    waiting, seen = [answer], {answer.url}
    given: set[str] = set()
    while waiting:
        current = waiting.pop(0)
        try:
            entries = listed(current)
        except ListError as problem:
            yield unread(current.url, str(problem))
            continue
        for entry in entries:
            if not entry.index:
                if not entry.url or entry.url not in given:
                    given.add(entry.url)
                    yield entry
            elif entry.url not in seen and len(seen) < _MOST_LISTS:
                seen.add(entry.url)
                inner = _get(entry.url, web)
                if isinstance(inner, Issue):
                    yield inner
                elif inner.what == "sitemap":
                    waiting.append(inner)
                else:
                    yield unread(entry.url, "it is no sitemap, though an index says so")


def _article(entry: Listed, web: Web) -> Page | Issue:
    if not entry.url:
        return entry.page()
    answer = _get(entry.url, web)
    if isinstance(answer, Issue):
        return answer
    return answer.page() if answer.what == "page" else no_page(answer)


def _get(url: str, web: Web) -> Answer | Issue:
    """What `url` answers, or the issue that it does not."""
    try:
        return web.get(url)
    except FetchError as problem:
        return unread(url, str(problem))

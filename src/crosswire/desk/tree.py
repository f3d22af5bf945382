"""`crosswire lineage`: who is behind what, as a tree from stories over families of copies to documents."""

from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console
from rich.tree import Tree

from crosswire.collate.direction import is_directed
from crosswire.collate.lineage import families
from crosswire.desk.screen import joined, quoted, safe, several
from crosswire.desk.tables import heading
from crosswire.formats.brief.voices import load_agencies
from crosswire.formats.lookup import Lookup, look_up
from crosswire.records import Copy, Issue, Ledger, Record, Story

_STAGES = frozenset({"lineage", "origins"})  # steps of collation whose issues are about copying
_NAMED = 6  # origins of a family that its line names
_DEEPEST = 8  # levels of a tree


class Tie(Record):
    """What one document took from another: how many passages, how like they are, and of which kinds.

    `directed` is true where days or a credit tell which page had the words first.
    """

    document: str
    original: str
    passages: int
    likeness: float
    kinds: tuple[str, ...]
    directed: bool


class Family(Record):
    """Documents that copies tie together; `outlets` are theirs, `origins` the names of the sources they carry.

    `credits` are the agencies that a page credits for its words, `told` those to which its speakers spoke.

    `ties` stay inside the family; `borrowed` are passages taken from others, such as one shared quotation.
    """

    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    credits: tuple[str, ...]
    told: tuple[str, ...]
    ties: tuple[Tie, ...]
    borrowed: tuple[Tie, ...]


class StoryRow(Record):
    """A story with its families; `issues` tell where copies changed words and what they lent."""

    id: str
    families: tuple[Family, ...]
    issues: tuple[Issue, ...]


def story_rows(ledger: Ledger) -> list[StoryRow]:
    """All stories with their families, the largest first."""
    found = look_up(ledger)
    groups = families(ledger.documents, ledger.copies)
    rows = [_story(story, groups, ledger, found) for story in ledger.stories]
    return sorted(rows, key=lambda row: (-sum(len(family.documents) for family in row.families), row.id))


def show_lineage(console: Console, ledger: Ledger) -> None:
    """Prints the tree."""
    found = look_up(ledger)
    count = len(families(ledger.documents, ledger.copies))
    note = f"{several(len(ledger.documents), 'document')} in {several(count, 'family', 'families')}"
    console.print(heading("Who is behind it", note))
    for number, row in enumerate(story_rows(ledger), 1):
        tree = Tree(safe(f"Story {number}", "bold"))
        for family in row.families:
            _grow(tree.add(safe(_family_line(family), "bold")), family)
        for issue in row.issues:
            line = safe(f"! {found.told(issue.message)}", "yellow")
            tree.add(line.append(" ").append_text(quoted(issue.passage.text)) if issue.passage else line)
        console.print(tree)


def _story(story: Story, groups: tuple[tuple[str, ...], ...], ledger: Ledger, found: Lookup) -> StoryRow:
    inside = frozenset(story.documents)
    members = [[document for document in group if document in inside] for group in groups]
    told = [_family(documents, ledger, found) for documents in members if documents]
    issues = [issue for issue in ledger.issues if issue.stage in _STAGES and issue.document in story.documents]
    ordered = sorted(told, key=lambda family: (-len(family.documents), family.documents))
    return StoryRow(id=story.id, families=tuple(ordered), issues=tuple(issues))


def _family(documents: list[str], ledger: Ledger, found: Lookup) -> Family:
    inside = frozenset(documents)
    copies = [copy for copy in ledger.copies if copy.passage.document in inside]
    names = {
        o.name
        for o in ledger.origins
        if o.name not in found.unknown
        and inside & {found.claims[c].quote.document for c in o.claims if c in found.claims}
    }
    return Family(
        documents=tuple(sorted(found.names[document] for document in documents)),
        outlets=tuple(sorted({found.documents[document].outlet for document in documents})),
        origins=tuple(sorted(names)),
        credits=tuple(sorted({name for document in documents for name in found.documents[document].credits})),
        told=tuple(sorted(_told(inside, ledger))),
        ties=tuple(_ties([copy for copy in copies if copy.original.document in inside], found)),
        borrowed=tuple(_ties([copy for copy in copies if copy.original.document not in inside], found)),
    )


def _told(documents: frozenset[str], ledger: Ledger) -> set[str]:
    """The news agencies to which speakers of these pages spoke, under their usual names."""
    agencies = load_agencies()
    through = (name for claim in ledger.claims if claim.quote.document in documents for name in claim.said.via)
    return {agencies[name] for name in through if name in agencies}


def _ties(copies: list[Copy], found: Lookup) -> Iterator[Tie]:
    """For each pair of documents, what the one took from the other, the strongest tie first."""
    pairs: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in copies:
        pairs[found.names[copy.passage.document], found.names[copy.original.document]].append(copy)
    for (document, original), same in sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield Tie(
            document=document,
            original=original,
            passages=len(same),
            likeness=round(sum(copy.likeness for copy in same) / len(same), 2),
            kinds=tuple(sorted({copy.kind for copy in same})),
            directed=is_directed(found.documents[same[0].original.document], found.documents[same[0].passage.document]),
        )


def _grow(branch: Tree, family: Family) -> None:
    """Hangs each document under the one that it took most from; a document that took nothing stands at the top.

    Below the deepest level all stand on that level: a terminal has no room further right, and each line names its
    source.
    """
    parent: dict[str, Tie] = {}
    for tie in family.ties:
        if tie.document not in parent and tie.document not in _ancestors(tie.original, parent):
            parent[tie.document] = tie
    nodes: dict[str, Tree] = {}
    hosts: dict[str, tuple[Tree, int]] = {}  # what each hangs from, and how deep
    for document in family.documents:
        for name in reversed(_ancestors(document, parent)):
            if name in nodes:
                continue
            above = parent.get(name)
            host, depth = hosts[above.original] if above else (branch, 0)
            if above and depth < _DEEPEST:
                host, depth = nodes[above.original], depth + 1
            hosts[name] = host, depth
            nodes[name] = host.add(safe(_tie_line(above) if above else name))
    for tie in family.borrowed:
        nodes[tie.document].add(safe(_tie_words(tie), "dim"))


def _ancestors(name: str, parent: dict[str, Tie]) -> list[str]:
    line = [name]
    while line[-1] in parent:
        line.append(parent[line[-1]].original)
    return line


def _tie_line(tie: Tie) -> str:
    return f"{tie.document}  {_tie_words(tie)}"


def _tie_words(tie: Tie) -> str:
    """What the two pages have in common; who took it from whom is said only where that is known."""
    amount, like = several(tie.passages, "passage"), f"likeness {tie.likeness:.2f}, {' and '.join(tie.kinds)}"
    if tie.directed:
        return f"took {amount} from {tie.original}, {like}"
    return f"shares {amount} with {tie.original}, {like} (direction not known)"


def _family_line(family: Family) -> str:
    what = "one family of copies" if len(family.documents) > 1 else "stands alone"
    rest = len(family.origins) - _NAMED
    names = ", ".join(family.origins[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    carries = names and f"carries {names}"
    credit = family.credits and f"credits {', '.join(family.credits)}"
    told = [name for name in family.told if name not in family.credits]
    spoke = told and f"its speakers told {', '.join(told)}"
    return joined([what, several(len(family.documents), "document"), credit, spoke, carries])

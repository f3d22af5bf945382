"""Texts in our own words, copies made of them, and what lineage finds among them."""

import datetime as dt
import hashlib

from crosswire.codebook import load_codebook
from crosswire.collate.lineage import Lineage
from crosswire.collate.lineage import lineage as compare
from crosswire.records import Basis, Document, When

STORY = """Fighters of the Northern Front took the town of Tel Sarim on Friday after three days of shelling.
At least 29 people were killed in the assault, most of them traders at the covered market, the Qarda Monitor said.
The front now holds the whole town, except for the grain silos on its eastern edge, the monitor added.
"We counted nineteen blasts before the power failed," a schoolteacher told the Meridian news agency by telephone.
The army did not withdraw from the bridge, and a convoy with fuel and bread reached its outpost on Thursday night.
A spokesman of the interior ministry, Colonel Idris Halwan, promised that the town would be retaken within days.
Hospitals in the valley asked for blood and dressings, as the only surgeon had fled with his family.
Smoke still rose over the tannery district when the first families came back to look for their belongings."""

RETOLD = """The town of Tel Sarim fell on Friday to fighters of the Northern Front, after three days of shelling.
Most of the at least 75 people who were killed in the assault were traders at the covered market.
The front now holds the whole of the town, it was added.
A schoolteacher said by telephone that nineteen blasts were counted before the power failed.
Colonel Idris Halwan, a spokesman for the interior ministry, pledged that the town will be retaken within days.
Blood and dressings were requested by hospitals in the valley, since the only surgeon had fled with his family."""

INDEPENDENT = """Our correspondent reached Tel Sarim an hour after rebels raised their flag above the post office.
Streets were littered with glass, and shopkeepers swept in silence while boys looked for cartridges.
Medics at a clinic gave us a list of 31 names, among them two nurses who had stayed at their posts.
Commander Abu Yusef denied that his men had fired at houses. Government radio spoke of a planned regrouping."""

FILLER = (
    "Subscribe to our evening letter and never miss what the editors of this house have picked for you.",
    "The conflict began eleven years ago with protests in the south and has driven half the nation from its homes.",
)

BOOK = load_codebook()
SPARE = ("harbour", "lantern", "orchard", "velvet", "copper", "saddle", "thunder", "meadow", "candle", "pepper")


def lineage(pages: list[Document]) -> Lineage:
    return compare(pages, BOOK)


def document(name: str, text: str, *, day: int = 1, outlet: str | None = None, credit: str = "") -> Document:
    date = dt.date(2023, 5, 1) + dt.timedelta(days=day)
    basis: Basis = "published"
    return Document(
        id=name,
        url=f"https://{outlet or name}.example/{name}",
        outlet=outlet or name,
        title="",
        text=text,
        language="en",
        published=When(first=date, last=date, text=date.isoformat(), basis=basis),
        credits=(credit,) if credit else (),
    )


def chance(*key: object) -> float:
    """A number in 0..1 that looks random and is the same in every run."""
    return int(hashlib.sha256(repr(key).encode()).hexdigest()[:12], 16) / 16**12


def replaced(text: str, share: float, seed: int) -> str:
    """`text` with a share of its words replaced and its sentences shuffled."""
    lines = sorted(enumerate(text.splitlines()), key=lambda line: chance("line", seed, line[0]))
    return "\n".join(
        " ".join(
            SPARE[int(10 * chance("word", seed, row, at))] if chance("share", seed, row, at) < share else word
            for at, word in enumerate(line.split())
        )
        for row, line in lines
    )


def shuffled(pages: list[Document], seed: int) -> list[Document]:
    return sorted(pages, key=lambda page: chance("page", seed, page.id))


def links(found: Lineage) -> set[tuple[str, str]]:
    return {(copy.passage.document, copy.original.document) for copy in found.copies}


def messages(found: Lineage) -> str:
    return "\n".join(issue.message for issue in found.issues)

"""What humans taught the machine, as TOML: one schema module for each file, one loader for all.

A new language is a new folder under `languages/` with the files that `Language` names. Every rule carries sentences
that it must match (`yes`) and must not match (`no`); `tests/codebook` runs them.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from crosswire.codebook.acting import Acting
from crosswire.codebook.actors import Actors
from crosswire.codebook.admissions import Admissions
from crosswire.codebook.background import Background
from crosswire.codebook.calendar import Calendar
from crosswire.codebook.copying import Copying
from crosswire.codebook.denials import Denials
from crosswire.codebook.estimates import Estimates
from crosswire.codebook.events import Events
from crosswire.codebook.frames import Family, Frames
from crosswire.codebook.furniture import Furniture
from crosswire.codebook.holding import Holding
from crosswire.codebook.kinds import Kinds
from crosswire.codebook.nameless import Nameless
from crosswire.codebook.numbers import Numbers
from crosswire.codebook.places import Places
from crosswire.codebook.press import Press
from crosswire.codebook.reasons import Reasons
from crosswire.codebook.reporting import Reporting
from crosswire.codebook.scope import Scoping
from crosswire.codebook.whereabouts import Whereabouts
from crosswire.records import Record
from crosswire.text.identity import digest

_Schema = TypeVar("_Schema")
_HERE = Path(__file__).parent


class CodebookError(Exception):
    """A codebook file does not read; the message names the file and the entry."""


class Language(Record):
    """All that reading needs to know of one language."""

    code: str
    acting: Acting
    admissions: Admissions
    numbers: Numbers
    frames: Frames
    reporting: Reporting
    background: Background
    calendar: Calendar
    copying: Copying
    denials: Denials
    estimates: Estimates
    events: Events
    furniture: Furniture
    holding: Holding
    nameless: Nameless
    places: Places
    scope: Scoping


class Codebook(Record):
    """Everything taught, loaded once. `digest` is the hash of all files and goes into `Run`."""

    digest: str
    kinds: Kinds
    actors: Actors
    press: Press
    reasons: Reasons
    whereabouts: Whereabouts
    languages: dict[str, Language]


def load_codebook(folder: Path = _HERE) -> Codebook:
    """The codebook in `folder`. Raises `CodebookError` with the file's name if an entry does not fit its schema."""
    files = sorted(folder.rglob("*.toml"))
    return Codebook(
        digest=digest(
            b"\0".join(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() for path in files)
        ),
        kinds=_read(folder / "kinds.toml", Kinds),
        actors=_read(folder / "actors.toml", Actors),
        press=_read(folder / "press.toml", Press),
        reasons=_read(folder / "reasons.toml", Reasons),
        whereabouts=_read(folder / "whereabouts.toml", Whereabouts),
        languages={path.name: _language(path) for path in sorted((folder / "languages").iterdir()) if path.is_dir()},
    )


def _language(folder: Path) -> Language:
    return Language(
        code=folder.name,
        acting=_read(folder / "acting.toml", Acting),
        admissions=_read(folder / "admissions.toml", Admissions),
        numbers=_read(folder / "numbers.toml", Numbers),
        frames=_frames(folder),
        reporting=_read(folder / "reporting.toml", Reporting),
        background=_read(folder / "background.toml", Background),
        calendar=_read(folder / "calendar.toml", Calendar),
        copying=_read(folder / "copying.toml", Copying),
        denials=_read(folder / "denials.toml", Denials),
        estimates=_read(folder / "estimates.toml", Estimates),
        events=_read(folder / "events.toml", Events),
        furniture=_read(folder / "furniture.toml", Furniture),
        holding=_read(folder / "holding.toml", Holding),
        nameless=_read(folder / "nameless.toml", Nameless),
        places=_read(folder / "places.toml", Places),
        scope=_read(folder / "scope.toml", Scoping),
    )


def _frames(folder: Path) -> Frames:
    """The words of `frames.toml` with the frames of all files of the folder beside it."""
    families = [_read(path, Family) for path in sorted((folder / "frames").glob("*.toml"))]
    frames = _read(folder / "frames.toml", Frames)
    return msgspec.structs.replace(frames, frame=tuple(frame for family in families for frame in family.frame))


def _read(path: Path, schema: type[_Schema]) -> _Schema:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=schema)
    except (OSError, msgspec.DecodeError) as problem:
        message = f"The codebook file {path} cannot be used: {problem}. Correct that entry and run again."
        raise CodebookError(message) from problem

"""The `crosswire` command. Every way to fail ends in a sentence and an exit code, never in a stack trace."""

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from cyclopts import App, CycloptsError, Group

import crosswire
from crosswire.codebook import CodebookError
from crosswire.decisions.errors import DecisionError
from crosswire.desk.brief import brief
from crosswire.desk.decide import decide
from crosswire.desk.decisions import decisions
from crosswire.desk.diff import diff
from crosswire.desk.doctor import doctor
from crosswire.desk.export import export
from crosswire.desk.gazetteer import app as gazetteer
from crosswire.desk.lineage import lineage
from crosswire.desk.mistyped import misunderstood, refused
from crosswire.desk.odd import odd
from crosswire.desk.proof import verify
from crosswire.desk.review import review
from crosswire.desk.running import demo, run
from crosswire.desk.schema import schema
from crosswire.desk.screen import OK, PROBLEM, STOPPED, USAGE, say
from crosswire.desk.tables import controls, disputes, tolls
from crosswire.desk.why import why
from crosswire.gazetteer import GazetteerError
from crosswire.ledger.errors import LedgerError
from crosswire.model import ModelError

_COMMANDS = {
    "Make a ledger": (demo, run),
    "Read it": (tolls, disputes, controls, lineage, why, diff),
    "Correct it": (review, decide, decisions),
    "Hand it on": (brief, export, schema),
    "Check": (verify, odd, doctor),
}
_KNOWN = (LedgerError, DecisionError, CodebookError, GazetteerError, ModelError)

app = App(
    name="crosswire",
    help="Reads news about armed conflict and shows what really stands behind every figure.",
    help_format="plaintext",
    version=crosswire.__version__,
    suppress_keyboard_interrupt=False,  # `call` says what is kept
)
for _title, _commands in _COMMANDS.items():
    _group = Group.create_ordered(_title)
    for _command in _commands:
        app.command(_command, group=_group, sort_key=_commands.index(_command))
app.command(gazetteer)


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    sys.exit(call(sys.argv[1:]))


def call(arguments: Sequence[str]) -> int:
    """The exit code of `crosswire ARGUMENTS`: 0 ok, 1 problem found, 2 usage, 3 some inputs failed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as problem:
        say(misunderstood(problem))
        return USAGE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at its end
        return OK
    except (KeyboardInterrupt, Exception) as problem:  # noqa: BLE001  the last guard: users get a sentence
        say(_sentence(problem))
        return STOPPED if isinstance(problem, KeyboardInterrupt) else PROBLEM
    return code if isinstance(code, int) else OK


def _sentence(problem: BaseException) -> str:
    """What happened and what to do."""
    if isinstance(problem, KeyboardInterrupt):
        return "Stopped. What was read so far is kept; the same command goes on from there."
    if isinstance(problem, _KNOWN):
        return str(problem)
    if isinstance(problem, OSError):
        return refused(problem)
    return _unforeseen(problem)


def _unforeseen(problem: BaseException) -> str:
    with tempfile.NamedTemporaryFile("w", prefix="crosswire-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(f"crosswire {crosswire.__version__}, Python {sys.version}\n")
        file.write("".join(traceback.format_exception(problem)))
    return (
        f"crosswire met something that nobody foresaw ({type(problem).__name__}: {problem}). The ledger keeps what was "
        f"finished before. Please report it with the file {Path(file.name)}."
    )

"""What is said of a command that cannot be understood, or that the system refuses: what, which word, what to do."""

import datetime as dt
import errno
from collections.abc import Mapping

from cyclopts import CycloptsError
from cyclopts.exceptions import (
    CoercionError,
    MissingArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
)

_FORMS: Mapping[object, str] = {
    dt.date: "is no day. Write it as 2031-05-04.",
    dt.datetime: "is no time. Write it as 2031-05-04T12:00+00:00.",
    int: "is no whole number.",
}
_REFUSALS: Mapping[int, str] = {
    errno.ENOENT: "there is no such file or folder. Check the path",
    errno.EEXIST: "there is a file of that name. Name another folder",
    errno.ENOTDIR: "a part of the path is a file and no folder. Name another place",
    errno.EISDIR: "it is a folder. Name a file in it",
    errno.EACCES: "you have no right to it. Ask for the rights, or name another place",
    errno.EPERM: "you have no right to it. Ask for the rights, or name another place",
    errno.EROFS: "nothing can be written there. Name another place",
    errno.ENOSPC: "there is no free space left. Make room, or name another place, then run again",
    errno.EDQUOT: "your share of the space is used up. Make room, or name another place, then run again",
    errno.ENAMETOOLONG: "the name is too long. Name a shorter one",
}


def misunderstood(problem: CycloptsError) -> str:
    """What of a typed command cannot be understood, and what can be typed instead."""
    command = " ".join(("crosswire", *(problem.command_chain or ())))
    return f"{_told(problem, command)} See: {command} --help"


def refused(problem: OSError) -> str:
    """What the system refused, without its own codes where the cause is known."""
    cause = _REFUSALS.get(problem.errno or 0)
    if cause is None:
        said = problem.strerror or str(problem)
        where = f" {problem.filename}" if problem.filename else ""
        return f"The system refused{where}: {said}. Check the path, the rights and the free space, then run again."
    if problem.filename is None:  # while writing: the system no longer says into which file
        return f"What was being written is not whole: {cause}."
    return f"{problem.filename} cannot be used: {cause}."


def _told(problem: CycloptsError, command: str) -> str:
    match problem:
        case UnknownCommandError():
            return " ".join(str(problem).partition(" Available commands:")[:1])
        case UnknownOptionError():
            near = str(problem).partition("Did you mean ")[2]
            return f"{command} has no option {problem.token.keyword}.{near and f' Did you mean {near}'}"
        case UnusedCliTokensError():
            words = ", ".join(f"“{token}”" for token in problem.unused_tokens or ())
            return f"{command} cannot do anything with {words}. An option goes with two hyphens, such as --ledger FILE."
        case MissingArgumentError() if problem.argument:
            return f"{command} needs a value for {problem.argument.name.removeprefix('--no-')}.{_help(problem)}"
        case CoercionError() if problem.token and problem.argument and problem.target_type in _FORMS:
            return f"“{problem.token.value}” behind {problem.argument.name} {_FORMS[problem.target_type]}"
    return str(problem)


def _help(problem: CycloptsError) -> str:
    told = problem.argument and problem.argument.parameter.help
    return f" {told}" if told else ""

"""Where the command begins: before anything that takes long is loaded, so that Ctrl-C is answered from the start."""

import importlib
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

_STOPPED = 130
_SENTENCE = b"Stopped before anything was read.\n"


def main() -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    signal.signal(signal.SIGINT, _end)
    cli = importlib.import_module("crosswire.desk.cli")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        code = cli.call(sys.argv[1:])
    except KeyboardInterrupt:  # in the moment before or after the command's own guard
        _end(signal.SIGINT, None)
    signal.signal(signal.SIGINT, _end)
    sys.exit(code)


def _end(_: int, __: FrameType | None) -> NoReturn:
    os.write(2, _SENTENCE)
    os._exit(_STOPPED)

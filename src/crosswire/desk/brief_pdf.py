"""A page as PDF, printed by a browser that is already on the machine."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PATIENCE = 120  # seconds


class NoBrowserError(Exception):
    """No browser can print; the message says what to do."""


def find_browser() -> str | None:
    """The path of a browser that prints without a window, or nothing."""
    installed = (shutil.which(name) for name in _BROWSERS)
    return next(filter(None, (*installed, *(place for place in _PLACES if Path(place).exists()))), None)


def print_pdf(page: str, out: Path) -> None:
    """Writes the HTML `page` as PDF to `out`. Raises `NoBrowserError` where no browser is installed, or it fails."""
    browser = find_browser()
    if browser is None:
        message = (
            "A PDF is printed by a browser, and none was found here: install Chromium, Chrome or Edge, or write the "
            "brief as HTML (without --pdf) and print it from any browser."
        )
        raise NoBrowserError(message)
    with tempfile.TemporaryDirectory() as room:
        source, target = Path(room, "brief.html"), Path(room, "brief.pdf")
        source.write_text(page, encoding="utf-8")
        try:
            done = subprocess.run(  # noqa: S603  the browser is found by name, the page is ours
                [*_command(browser, room), f"--print-to-pdf={target}", source.as_uri()],
                capture_output=True, text=True, timeout=_PATIENCE, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            message = f"The browser {browser} did not finish printing in {_PATIENCE} seconds; no PDF was written."
            raise NoBrowserError(message) from None
        if not target.exists():
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            message = f"The browser {browser} printed nothing ({last}). Write HTML instead, and print that by hand."
            raise NoBrowserError(message)
        shutil.copyfile(target, out)


def _command(browser: str, room: str) -> list[str]:
    """The browser without window, network and sandbox of its own where it runs as root, which it refuses otherwise."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    plain = ["--headless", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking"]
    return [browser, *plain, *(["--no-sandbox"] if root else []), f"--user-data-dir={room}/profile"]

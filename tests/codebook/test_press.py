import time
from pathlib import Path

import msgspec
import pytest

import crosswire.codebook
from crosswire.codebook.press import Agency, Credit, Outlet, Press, outlet_at
from crosswire.read.credits import credited

_PRESS = msgspec.toml.decode((Path(crosswire.codebook.__file__).parent / "press.toml").read_bytes(), type=Press)
_BODIES: list[Agency | Outlet] = [*_PRESS.agency, *_PRESS.outlet]
_CREDITS = [pytest.param(credit, id=credit.name) for credit in _PRESS.credit]


def _by(credit: Credit, text: str) -> tuple[str, ...]:
    return credited({credit.where: text}, msgspec.structs.replace(_PRESS, credit=(credit,)))


@pytest.mark.parametrize("credit", _CREDITS)
def test_each_form_of_credit_finds_its_yes_pages_and_leaves_its_no_pages(credit: Credit) -> None:
    for text in credit.yes:
        assert _by(credit, text), text
    for text in credit.no:
        assert not _by(credit, text), text


@pytest.mark.parametrize("credit", _CREDITS)
def test_each_form_of_credit_is_fast_on_long_pages(credit: Credit) -> None:
    for long in (
        "Tolbo, " * 3_000,
        "A" * 20_000,
        "AFP and AFP, " * 1_500,
        "Source: A, " * 1_800,
        "with reports by A " * 1_000,
        "1 " * 9_000,
    ):
        begin = time.perf_counter()
        _by(credit, long)
        assert time.perf_counter() - begin < 1, (credit.name, long[:20])


def test_no_name_and_no_domain_stands_twice() -> None:
    domains = [domain for body in _BODIES for domain in body.domains]
    names = [body.name for body in _BODIES]
    aliases = [form for agency in _PRESS.agency for form in {agency.name, *agency.aliases}]
    for listed in (domains, names, aliases):
        assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("www.bbc.co.uk", "BBC"),
        ("news.sky.com", "Sky News"),
        ("BBC.com:443", "BBC"),
        ("timesofindia.indiatimes.com", "The Times of India"),
        ("www.afp.com", "AFP"),
        ("notbbc.com", None),
        ("example", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_its_domain_and_what_is_under_it(host: str, outlet: str | None) -> None:
    assert outlet_at(host, _PRESS) == outlet

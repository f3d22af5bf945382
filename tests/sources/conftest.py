"""A news site for each test of this folder."""

from collections.abc import Iterator

import pytest
from newsroom import Newsroom, open_newsroom


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """A news site on loopback."""
    with open_newsroom() as room:
        yield room

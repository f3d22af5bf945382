import pytest

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The kit that comes with the package, loaded once for all tests of reading."""
    return load_kit()

"""How much of a text is written in capitals."""

from string import ascii_letters, ascii_uppercase

_CAPITALS, _LETTERS = ascii_uppercase.encode(), ascii_letters.encode()


def casing(text: str) -> tuple[int, int]:
    """How many capitals and how many letters `text` has."""
    if not text.isascii():
        return sum(map(str.isupper, text)), sum(map(str.isalpha, text))
    raw = text.encode()
    return len(raw) - len(raw.translate(None, _CAPITALS)), len(raw) - len(raw.translate(None, _LETTERS))

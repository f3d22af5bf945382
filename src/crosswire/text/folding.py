"""A folded view of text, used for matching only; what is shown stays verbatim."""

import re
import unicodedata
from functools import lru_cache

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʻ´`′ʿʾ", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(
            "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
        ),
        "\u00a0": " ",
    }
)
_WORD_LENGTH = 24  # longer texts are not words, and hardly ever come again
_WORD = re.compile(r"\w+(?:'\w+)*")


def fold(text: str) -> str:
    """`text` without case, accents, curly quotes, dash variants, invisible marks or runs of white space."""
    return _fold_word(text) if len(text) <= _WORD_LENGTH else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.replace("`", "'").casefold().split())
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS))
    bare = "".join(c for c in plain if not unicodedata.combining(c)) if not plain.isascii() else plain
    return " ".join(bare.casefold().split())


_fold_word = lru_cache(maxsize=1 << 15)(_fold)  # the same words come again on every page


def words(text: str) -> list[str]:
    """The folded words of `text`, punctuation gone: `Syria’s 12-day` gives `syria's`, `12`, `day`."""
    return _WORD.findall(fold(text))

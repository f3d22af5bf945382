"""English inflection by rule: enough to turn a lexicon's lemmas into the forms that texts use."""

_VOWELS = frozenset("aeiou")


def verb_forms(lemma: str, irregular: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """All forms of a verb: lemma, -s, past, participle, -ing. `irregular` lists past and participle forms by lemma.

    Only the first word of a phrasal verb is inflected: `drive out` gives `drove out`, `driving out`.
    """
    verb, _, rest = lemma.partition(" ")
    present = {f"{form} {rest}".rstrip() for form in (verb, _third(verb), _participle(verb))}
    return past_forms(lemma, irregular) | present


def past_forms(lemma: str, irregular: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The past and participle forms of a verb, phrasal ones included."""
    verb, _, rest = lemma.partition(" ")
    return frozenset(f"{form} {rest}".rstrip() for form in irregular.get(verb) or (_past(verb),))


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a regular noun."""
    return frozenset({lemma, _third(lemma)})


def _third(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (_doubled(verb) if _doubles(verb) else verb) + "ed"


def _participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (_doubled(verb) if _doubles(verb) else verb) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1]


def _doubles(verb: str) -> bool:
    """One syllable ending in consonant, vowel, consonant: `grab`, `kidnap` and `repel` by exception."""
    if verb in {"kidnap", "repel", "expel", "control", "admit", "refer", "transfer"}:
        return True
    core = verb.removeprefix("qu")
    ends = len(core) >= 3 and core[-1] not in "aeiouwxy" and core[-2] in _VOWELS and core[-3] not in _VOWELS  # noqa: PLR2004
    return ends and sum(c in _VOWELS for c in core) == 1

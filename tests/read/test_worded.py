"""Who acts is told in the words of the page, beside the one name under which actors are told apart."""

import pytest
from reader import only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "kind", "words", "name"),
    [
        ("ISIL fighters seized the town of Raqqa on Friday.", "seized", "ISIL", "Islamic State"),
        ("Troops entered Raqqa, which is held by Daesh.", "controls", "Daesh", "Islamic State"),
        ("The Nusra Front took Idlib.", "seized", "Nusra Front", "Jabhat Fateh al-Sham"),
        ("Islamic State seized the town of Raqqa.", "seized", "Islamic State", "Islamic State"),
        ("Daesh is at the gates. On Friday it seized the town of Raqqa.", "seized", "Daesh", "Islamic State"),
    ],
)
def test_who_acts_is_told_in_the_words_of_the_page(text: str, kind: str, words: str, name: str, kit: Kit) -> None:
    claim = only(text, kit, kind)
    assert (claim.actor, claim.doer) == (words, name)


def test_a_strike_is_no_actor(kit: Kit) -> None:
    claim = only("Russian air strikes hit a depot near Idlib in Syria.", kit, "struck")
    assert (claim.actor, claim.actor_known_as) == ("Russian forces", None)


def test_a_label_is_shown_as_one_with_whom_it_means(kit: Kit) -> None:
    text = "The Egyptian army said terrorists killed 12 soldiers in Sinai. Sinai Province sent a film from Egypt."
    claims = [claim for claim in reading(text, kit).claims if claim.kind == "killed"]
    assert [(claim.actor, claim.doer) for claim in claims] == [("those called “terrorists”", "Wilayat Sinai")]

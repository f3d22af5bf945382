import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.calendar import Form, patterns

FORMS = patterns(load_codebook().languages["en"].calendar)


@pytest.mark.parametrize(
    ("form", "text"),
    [(form, text) for form, _ in FORMS for text in form.yes],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_form_matches_its_own_examples(form: Form, text: str) -> None:
    pattern = next(pattern for other, pattern in FORMS if other is form)
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("form", "text"),
    [(form, text) for form, _ in FORMS for text in form.no],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_form_leaves_its_counterexamples_alone(form: Form, text: str) -> None:
    pattern = next(pattern for other, pattern in FORMS if other is form)
    assert not pattern.search(text)


def test_every_form_has_examples_for_and_against() -> None:
    assert [form.name for form, _ in FORMS if not form.yes or not form.no] == []


def test_names_of_forms_are_unique() -> None:
    names = [form.name for form, _ in FORMS]
    assert len(names) == len(set(names))

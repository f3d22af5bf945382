import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.calendar import Form, patterns, patterns_for

CALENDAR = load_codebook().languages["en"].calendar
FORMS = patterns(CALENDAR)


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


@pytest.mark.parametrize(
    ("form", "text"),
    [(form, text) for form, _ in FORMS for text in form.yes],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_form_is_tried_where_it_fits(form: Form, text: str) -> None:
    assert form in [tried for _, tried, _ in patterns_for(text, CALENDAR)]


def test_few_forms_are_tried_where_no_time_is_told() -> None:
    assert list(patterns_for("Rebels hold the hills above the town.", CALENDAR)) == []


def test_every_form_has_examples_for_and_against() -> None:
    assert [form.name for form, _ in FORMS if not form.yes or not form.no] == []


def test_names_of_forms_are_unique() -> None:
    names = [form.name for form, _ in FORMS]
    assert len(names) == len(set(names))

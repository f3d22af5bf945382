import datetime as dt

import pytest

from crosswire.kit import Kit
from crosswire.read.clean import Cleaned
from crosswire.read.dateline import Dateline, dateline

_REST = "The front left the town after two days of shelling, residents said, and the road stayed closed."


def _read(head: str, kit: Kit, published: dt.date | None = None, title: str = "") -> Dateline:
    text = f"{head}{_REST}"
    return dateline(
        Cleaned(url="u", outlet="o", title=title, text=text, flat=text, language="en", published=published), kit
    )


_PLACES = [
    ("KHOVD, Altan – ", "KHOVD, Altan"),
    ("BEIRUT (AP) — ", "BEIRUT"),
    ("NEW DELHI/ISLAMABAD, May 7 (Reuters) - ", "NEW DELHI"),
    ("Kyiv, 3 March (Reuters) - ", "Kyiv"),
    ("KHOVD, March 10, 2024 - ", "KHOVD"),
    ("KHOVD, March 10, 2024 (Northwire) - ", "KHOVD"),
    ("OLGII, Bayan-Olgii – ", "OLGII, Bayan-Olgii"),
    ("DEIR EL-BALAH, Gaza Strip (AP) — ", "DEIR EL-BALAH, Gaza Strip"),
    ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — ", "HEMPSTEAD, N.Y"),
    ("Cleveland (AFP) – ", "Cleveland"),
    ("MOSCOW (Sputnik) ", "MOSCOW"),
    ("03.10.2024 Two men died in a blast. MOSCOW (Sputnik) ", "MOSCOW"),
    ("KYIV. March 3 (Interfax) - ", "KYIV"),
    ("GAZA CITY (AFP/Reuters) - ", "GAZA CITY"),
    ("Tolbo, Altan — ", "Tolbo, Altan"),
    ("Beirut — ", "Beirut"),
    ("SANAA, Yemen — ", "SANAA, Yemen"),
    ("(Khovd, June 12, 2024) - ", "Khovd"),
    ("(Khovd) – ", "Khovd"),
    ("Rebels take Tolbo\n\nTOLBO (Reuters) - ", "TOLBO"),
    ("", None),
    ("Update — ", None),
    ("Analysis – ", None),
    ("The army – ", None),
    ("Two soldiers stand on a tank. (AP)\n", None),
    ("A man in Tolbo (file photo) - ", None),
    ("War in Altan - ", None),
    ("Monday — ", None),
    ("The Observatory (which counts the dead) said. ", None),
]


@pytest.mark.parametrize(("head", "place"), _PLACES)
def test_the_dateline_gives_the_place_as_written(head: str, place: str | None, kit: Kit) -> None:
    assert _read(head, kit).place == place


def test_a_word_that_opens_a_line_is_no_place(kit: Kit) -> None:
    openers = kit.language.furniture.calls.openers
    assert all(_read(head, kit).place is None for head in openers.yes)
    assert all(_read(head, kit).place for head in openers.no)
    assert openers.forms.issuperset(head.casefold().split()[0] for head in openers.yes)


_DAYS = [
    ("KHOVD, March 10, 2024 - ", dt.date(2024, 3, 10), "dateline"),
    ("Kyiv, 3 March 2023 (Reuters) - ", dt.date(2023, 3, 3), "dateline"),
    ("Kyiv, 3 March (Reuters) - ", None, "none"),
    ("Wed 05 Apr 2017 ", dt.date(2017, 4, 5), "published"),
    ("17 Nov 2017 ", dt.date(2017, 11, 17), "published"),
    ("Date of publication 11 August 2016 ", dt.date(2016, 8, 11), "published"),
    ("28-07-2015 ", dt.date(2015, 7, 28), "published"),
    ("03.10.2017", dt.date(2017, 10, 3), "published"),
    ("Published: March 3, 2024\n", dt.date(2024, 3, 3), "published"),
    ("Published October 3 2016 ", dt.date(2016, 10, 3), "published"),
    ("Posted on August 12 2016 by A. Writer ", dt.date(2016, 8, 12), "published"),
    ("Thu Jul 7 2016 ", dt.date(2016, 7, 7), "published"),
    ("Monday 15 February 2016 ", dt.date(2016, 2, 15), "published"),
    ("Saturday, 9 March 2024\n", dt.date(2024, 3, 9), "published"),
    ("2024-03-09\n", dt.date(2024, 3, 9), "published"),
    ("AFP Saturday 21 Jun 2014 ", dt.date(2014, 6, 21), "published"),
    ("Last updated at Jul 012016 ", None, "none"),
    ("Updated: 4 March 2024 Published: 3 March 2024\n", dt.date(2024, 3, 3), "published"),
    ("Published: 3 March 2024\nUpdated: 4 March 2024\n", dt.date(2024, 3, 3), "published"),
    ("Updated: 4 March 2024\nPublished: 3 March 2024\n", dt.date(2024, 3, 3), "published"),
    ("Thu Feb 5 2015 title: Front leaves Tolbo. ", dt.date(2015, 2, 5), "published"),
    ("Front leaves Tolbo World Steppe 31-08-2014 0742 PM ", dt.date(2014, 8, 31), "published"),
    ("Front leaves Tolbo 31 August 2014 19:42 ", dt.date(2014, 8, 31), "published"),
    ("Rebels take Tolbo Friday 15 Aug 2014 Print Tweet ", dt.date(2014, 8, 15), "published"),
    ("Rebels take Tolbo Middle Steppe 2159 18.05.2017 ", dt.date(2017, 5, 18), "published"),
    ("Rebels took Tolbo on Friday 15 Aug 2014 and left ", None, "none"),
    ("He left Tolbo. It fell on 31-08-2014 at 07:42 PM and burned. ", None, "none"),
    ("Front leaves Tolbo on 31 August 2014 12 dead ", None, "none"),
    ("03/04/2017 ", None, "none"),
    ("31/04/2017 ", None, "none"),
    ("23/04/2017 ", dt.date(2017, 4, 23), "published"),
    ("On 3 March 2011 the war began. ", None, "none"),
    ("The report of Saturday, November 30, 2024, named the town. ", None, "none"),
    ("March 3, 2011, was the day on which it began. ", None, "none"),
]


@pytest.mark.parametrize(("head", "when", "basis"), _DAYS)
def test_the_head_gives_the_day_of_writing(head: str, when: dt.date | None, basis: str, kit: Kit) -> None:
    found = _read(head, kit)
    assert (found.when, found.basis) == (when, basis)


@pytest.mark.parametrize(
    ("published", "when"),
    [
        (dt.date(2024, 3, 4), dt.date(2024, 3, 3)),
        (dt.date(2024, 1, 2), dt.date(2024, 3, 3)),
        (dt.date(2024, 12, 30), dt.date(2025, 3, 3)),
        (None, None),
    ],
)
def test_a_day_without_a_year_takes_it_from_the_publication(
    published: dt.date | None, when: dt.date | None, kit: Kit
) -> None:
    assert _read("Kyiv, 3 March (Reuters) - ", kit, published).when == when


def test_text_without_paragraphs_has_its_day_behind_the_title(kit: Kit) -> None:
    found = _read("Front leaves Tolbo AFP Saturday 21 Jun 2014 ", kit, title="Front leaves Tolbo")
    assert found.when == dt.date(2014, 6, 21)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Last updated at Jul 012016 ", dt.date(2016, 7, 1)),
        ("Last updated at Jul 01,2016 ", dt.date(2016, 7, 1)),
        ("Updated: 4 March 2024\nPublished: 3 March 2024\n", dt.date(2024, 3, 4)),
        ("Updated 10:15 GMT, 4 March 2024\n", dt.date(2024, 3, 4)),
        ("Last modified on 2024-03-04\n", dt.date(2024, 3, 4)),
        ("Updated on 4 March 2024 the list names the dead. ", None),
        ("Updated maps of 4 March 2024 show the front. ", None),
        ("Published: 3 March 2024\n", None),
    ],
)
def test_the_head_may_say_when_the_page_was_last_changed(head: str, day: dt.date | None, kit: Kit) -> None:
    assert _read(head, kit).updated == day

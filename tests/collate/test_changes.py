"""What changed while a passage was copied is found, told in the words of both sides, and kept as an issue."""

import pytest
from copies_by_hand import STORY, document, lineage, messages

LEAD, *REST = STORY.splitlines()
TAIL = "\n".join(REST)


def _copied(first: str, second: str, *, days: tuple[int, int] = (1, 3)) -> str:
    pages = [
        document("post", f"{LEAD}\n{first}\n{TAIL}", day=days[0]),
        document("echo", f"{LEAD}\n{second}\n{TAIL}", day=days[1]),
    ]
    return messages(lineage(pages))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "The Meridian Relief Mission counted 29 bodies at the covered market of the old town.",
            "The Meridian Relief Mission counted 75 bodies at the covered market of the old town.",
            "the copy says 75 where the original says 29.",
        ),
        (
            "The Front now holds the whole of the province except the three harbour districts.",
            "The Front now holds the whole of the province and its three harbour districts.",
            "the copy dropped the exception that begins with “except”.",
        ),
        (
            "The Federation of Norland said the depot had been used to store nerve gas since spring.",
            "Experts suggest the depot had been used to store nerve gas since spring.",
            "the copy lets “Experts” say it where the original names the speaker The Federation of Norland.",
        ),
        (
            "The depot had been used to store nerve gas since spring, according to the Qarda Monitor.",
            "The depot had been used to store nerve gas since spring, according to the Harbour Ministry.",
            "the copy lets Harbour Ministry say it where the original names the speaker Qarda Monitor.",
        ),
        (
            "The depot had been used to store nerve gas since spring, the Qarda Monitor said.",
            "The depot had been used to store nerve gas since spring, the Harbour Ministry on Friday said.",
            "the copy lets Harbour Ministry say it where the original names the speaker Qarda Monitor.",
        ),
        (
            "General Orlin Maszek said his guns had stopped firing at the port before noon on Friday.",
            "The guns had stopped firing at the port of the town before noon on Friday.",
            "the copy does not name the speaker General Orlin Maszek.",
        ),
        (
            "The army did not reach the bridge over the river before its guns fell silent on Friday.",
            "The army did reach the bridge over the river before its guns fell silent on Friday.",
            "the original says “not”, and the copy has no negation.",
        ),
    ],
    ids=["figure", "exception", "speaker hidden", "speaker swapped", "speaker of a day", "speaker lost", "negation"],
)
def test_what_changed_is_told_in_the_words_of_both(first: str, second: str, expected: str) -> None:
    assert expected in _copied(first, second)


def test_the_issue_stands_on_the_copy_at_its_passage() -> None:
    first, second = "The mission counted 29 bodies in the old town.", "The mission counted 75 bodies in the old town."
    pages = [document("post", f"{LEAD}\n{first}\n{TAIL}"), document("echo", f"{LEAD}\n{second}\n{TAIL}", day=2)]
    (issue,) = lineage(pages).issues
    assert issue.document == "echo"
    assert issue.passage is not None
    assert issue.passage.text == second
    assert issue.message.startswith("The page of echo (https://echo.example/echo) has a passage of post (")


def test_nothing_is_called_a_copy_where_no_day_tells_which_was_first() -> None:
    first = "The Front now holds the whole of the province except the three harbour districts."
    second = "The Front now holds the whole of the province and 12 of its harbour districts."
    told = _copied(first, second, days=(1, 1))
    assert "nothing tells which is older: this page says 12 where the other says 3." in told or (
        "nothing tells which is older: this page says 3 where the other says 12." in told
    )
    assert "this page lacks the exception of the other that begins with “except”." in told
    assert "copy" not in told


@pytest.mark.parametrize("days", [(1, 3), (1, 1)])
def test_the_same_words_leave_no_issue(days: tuple[int, int]) -> None:
    line = "The Qarda Monitor said 29 people had died, except that it could not name them."
    assert _copied(line, line, days=days) == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A shell killed 29 traders at the covered market of the old town on 3 May, the mission told its donors.",
            "A shell killed 29 traders at the covered market of the old town on Friday, the mission told its donors.",
        ),
        (
            "Updated 11:21 04.05.2023 12 38 A shell killed 29 traders at the covered market of the old town.",
            "Updated 14:04 06.05.2023 19 A shell killed 29 traders at the covered market of the old town.",
        ),
        (
            "A shell killed 29 traders in the market and wounded 40 others, who were brought to the valley.",
            "A shell killed 29 traders in the market and hit 12 stalls, whose owners were brought to the valley.",
        ),
        (
            "Farmers do not trust the court, people say: The bridge over the river had been mined since the war.",
            "The bridge over the river had been mined since the beginning of the war, farmers and others say here.",
        ),
        (
            "The Meridian agency reported that 29 bodies lay at the covered market of the old town on Friday.",
            "It is reported that 29 bodies lay at the covered market of the old town on Friday.",
        ),
        (
            "The front holds the whole of the old town except the grain silos near the river, the monitor said.",
            "The front holds the whole of the old town, the monitor said. The army is left with the grain silos there.",
        ),
        (
            "The front holds the whole of the old town except the grain silos near the river, the monitor said.",
            "The front holds the whole of the old town save the grain silos near the river, the monitor said.",
        ),
        (
            "A shell killed 29 traders at the covered market of Qarat Zeid on Friday, the mission told its donors.",
            "A shell killed 29 traders at the covered market there on Friday, Yusef Karam of the mission told donors.",
        ),
    ],
    ids=[
        "date",
        "clock and clicks",
        "another count",
        "not about it",
        "agency",
        "exception told beside",
        "exception in another word",
        "names of two things",
    ],
)
def test_no_change_is_seen_where_none_is(first: str, second: str) -> None:
    assert _copied(first, second) == ""


def test_a_name_far_above_is_still_the_speaker() -> None:
    said = "General Orlin Maszek said his guns had stopped firing at the port before noon on Friday."
    below = "He said his guns had stopped firing at the port before noon on Friday."
    pages = [
        document("post", f"{LEAD}\n{said}\n{TAIL}"),
        document("echo", f"General Orlin Maszek spoke to us.\n{STORY}\n{below}", day=2),
    ]
    assert messages(lineage(pages)) == ""


def test_what_two_copies_changed_is_told_of_each_and_not_between_them() -> None:
    line = "The mission counted {} bodies in the old town."
    pages = [
        document("post", f"{LEAD}\n{line.format(29)}\n{TAIL}", day=1),
        document("echo", f"{LEAD}\n{line.format(75)}\n{TAIL}", day=2),
        document("wire", f"{LEAD}\n{line.format(29)}\n{TAIL}", day=2),
    ]
    (issue,) = lineage(pages).issues
    assert issue.document == "echo"
    assert "75 where the original says 29" in issue.message
    (between,) = lineage(pages[1:]).issues
    assert "nothing tells which is older" in between.message

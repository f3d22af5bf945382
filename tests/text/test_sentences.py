"""Where sentences end."""

import pytest

from crosswire.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid hit the port. Two people died.", ["A raid hit the port.", "Two people died."]),
        ("Gen. Vint left. He said no.", ["Gen. Vint left.", "He said no."]),
        ("Police chief A.P. Rautel left. So did G.L. Atrin.", ["Police chief A.P. Rautel left.", "So did G.L. Atrin."]),
        ("He told the B.N.R. The army denied it.", ["He told the B.N.R.", "The army denied it."]),
        ("Seven guards died.[3][4] A doctor said so.", ["Seven guards died.", "A doctor said so."]),
        ("They left the U.S.[12] Nobody came.", ["They left the U.S.", "Nobody came."]),
        ("Nine died.[citation needed] It rained.[b]", ["Nine died.", "It rained."]),
        ("He wrote [12] books. She read.", ["He wrote [12] books.", "She read."]),
    ],
)
def test_sentences_end_at_stops_and_reference_marks_belong_to_none(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected

from crosswire.text.kept import Kept


def test_each_word_is_made_once() -> None:
    asked: list[str] = []

    def loud(word: str) -> str:
        asked.append(word)
        return word.upper()

    kept = Kept(loud)
    assert [kept[word] for word in ("river", "road", "river")] == ["RIVER", "ROAD", "RIVER"]
    assert asked == ["river", "road"]

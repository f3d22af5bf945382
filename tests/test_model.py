"""The hastened model says what the plain one says, of every page alike."""

import numpy as np
import pytest
from spacy.language import Language as Model
from spacy.pipeline import TrainablePipe

from crosswire.kit import Kit
from crosswire.model import load_model

_TEXTS = (
    "Shelling of the northern suburbs killed nine people, among them three medics, the health office said.",
    "“We will not leave,” a resident of Orsha told the Herald by telephone — her third interview this week.",
    "Rebels   retook 2 hills; the army's claim (made on Monday) couldn't be checked.",
    "12 dead, 30+ hurt in blast @ Khovd market: OFFICIALS",
    "\u200eХовд / Hovd, Apr 7.",
)


@pytest.fixture(scope="module")
def plain() -> Model:
    return load_model(plain=True)


def _embedding(model: Model) -> TrainablePipe:
    pipe = model.get_pipe("tok2vec")
    assert isinstance(pipe, TrainablePipe)
    return pipe


def _told(model: Model, texts: tuple[str, ...]) -> list[list[tuple[str, str, int]]]:
    return [[(token.tag_, token.dep_, token.head.i) for token in doc] for doc in model.pipe(texts)]


def test_the_hastened_model_answers_as_the_plain_one(kit: Kit, plain: Model) -> None:
    assert [layer.name for layer in _embedding(kit.model).model.layers] == ["mixing"]
    assert "stepwise_parser" in kit.model.pipe_names
    assert "mixing" not in _embedding(plain).model.name
    assert plain.pipe_names == ["tok2vec", "tagger", "parser"]
    assert _told(kit.model, _TEXTS) == _told(plain, _TEXTS)


def test_words_are_cut_as_by_the_plain_model(kit: Kit, plain: Model) -> None:
    """A word of letters alone is not searched for what could be cut off: contractions, units and marks still are."""
    words = ("cannot", "Cant", "dont", "gonna", "km", "US", "etc", "Orsha", "Ill", "im", "pm", "Хovd", "ovd\n")
    marks = ("{}", "{}s", "{}'s", "({})", "10{}", "{}10", "{}.", '"{}",', "{0}-{0}", "{0}/{0}", "{}...", "${}", "{}n't")
    texts = [mark.format(word) for word in words for mark in marks]
    cut = [[[token.text for token in model.make_doc(text)] for text in texts] for model in (kit.model, plain)]
    assert cut[0] == cut[1]


def test_an_empty_text_has_no_tokens(kit: Kit) -> None:
    assert [len(doc) for doc in kit.model.pipe(["", "Nine died."])] == [0, 3]


def test_no_sentence_reaches_the_next(kit: Kit) -> None:
    """A sentence's vectors are the same beside others as alone, but for rounding."""
    docs = [kit.model.make_doc(text) for text in _TEXTS]
    for doc, beside in zip(docs, _embedding(kit.model).predict(docs), strict=True):
        (alone,) = _embedding(kit.model).predict([doc])
        assert beside.shape == (len(doc), 96)
        assert np.allclose(beside, alone, atol=1e-4)


def test_a_page_of_many_sentences_is_answered_as_by_the_plain_model(kit: Kit, plain: Model) -> None:
    texts = tuple(f"{one} {other}" for one in _TEXTS for other in _TEXTS) * 4
    assert _told(kit.model, texts) == _told(plain, texts)


def test_what_was_read_before_changes_nothing() -> None:
    """A word's vector is the same, to the last bit, whichever words it was first met with."""
    one, other = load_model(), load_model()
    list(other.pipe(_TEXTS[::-1]))
    for text in _TEXTS:
        first, second = (_embedding(model).predict([model.make_doc(text)])[0] for model in (one, other))
        assert np.array_equal(first, second)


def test_more_words_than_are_kept_are_answered_as_by_the_plain_model(
    plain: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the room for words is full they are learnt anew; a page of more words than that is left to the library."""
    monkeypatch.setattr("crosswire.model.words._KEPT", 40)
    small = load_model()
    assert [layer.name for layer in _embedding(small).model.layers] == ["mixing"]
    for texts in (_TEXTS[:1], _TEXTS[1:3], _TEXTS, _TEXTS[3:]):
        assert _told(small, texts) == _told(plain, texts)

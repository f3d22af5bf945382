"""How much running text a block of a flat page holds."""

import re

from crosswire.read.clean.flatten import Block, Flat

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PARAGRAPHS = frozenset(("p", "blockquote", "pre", "dd"))
LINES = frozenset(
    ["p", "blockquote", "pre", "dd", "dt", "li", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6"]
)  # boxes that are lines of the box around
LONG_LINE = 12  # words from which a paragraph reads as prose without a full stop at its end
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")  # scripts without spaces: two letters a word
_SENTENCE = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")
_FEW_WORDS = 4  # with a full stop it does from so many words on
_LINKED = 0.5  # more of a block in links than this: a menu
_LINKED_SENTENCE = 0.7  # a line with a full stop may be linked so far


def prose_of(flat: Flat, block: Block) -> float:
    """How many words of running text a block holds."""
    tag = flat.boxes[block.box].tag
    if tag in HEADINGS or is_menu(flat, block):
        return 0.0
    text = flat.text[block.start : block.end]
    words = text.count(" ") + 1 + (0 if text.isascii() else len(UNSPACED.findall(text)) / 2)
    if words < _FEW_WORDS:
        return 0.0
    if not (_SENTENCE.search(text) or (words >= LONG_LINE and tag in PARAGRAPHS)):
        return 0.0
    return words * (1 - block.linked / max(1, len(text)))


def is_menu(flat: Flat, block: Block) -> bool:
    """Whether a block is mostly links; sentences may hold more of them; quoted posts (`blockquote`) are no menus."""
    size = block.end - block.start
    if block.linked <= _LINKED * size:
        return False
    box = flat.boxes[block.box]
    if "blockquote" in (box.tag, flat.boxes[box.parent].tag):
        return False
    sentence = box.tag in LINES and bool(_SENTENCE.search(flat.text[block.start : block.end]))
    return not sentence or block.linked > _LINKED_SENTENCE * size

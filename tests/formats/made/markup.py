"""HTML as a list of elements, for tests that read pages."""

from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "img", "input", "hr", "col"}


class Element:
    """An element of the parsed page: its name, attributes, own text and where it stands."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        """Hang the element under `parent`."""
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Element] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """All text inside, in order of elements."""
        return " ".join([*self.pieces, *(child.text for child in self.children)])

    def walk(self) -> "list[Element]":
        """The element itself and all below it."""
        return [self, *(below for child in self.children for below in child.walk())]

    def is_ours(self) -> bool:
        """Whether it or an element above it is marked as counted by the page itself, or is style."""
        here = "n" in self.attributes.get("class", "").split() or self.tag in {"style", "script"}
        return here or (self.parent is not None and self.parent.is_ours())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("root", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in _VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.pieces.append(data)


def parsed(page: str) -> list[Element]:
    """All elements of `page`; fails where an element is not closed in order."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.here is builder.root
    return builder.root.walk()


def with_class(elements: list[Element], name: str) -> list[Element]:
    return [element for element in elements if name in element.attributes.get("class", "").split()]

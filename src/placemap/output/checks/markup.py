"""XML read piece by piece, without what makes XML dangerous.

A document type is refused before anything it declares is read: entities are what
small files grow to gigabytes by, or reach for other files and servers with. Nothing
is nested deeper than a few dozen levels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_PIECE = 1 << 16
_DEEPEST = 64


@dataclass(slots=True, eq=False)
class Element:
    """An element as far as it is read: its name, text, children, and where it is.

    `name` is without the namespace that was asked for; those of others have it
    before them, and a space.
    """

    name: str
    attributes: dict[str, str]
    line: int
    parent: Element | None
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def first(self, name: str) -> Element | None:
        """Return the first child of that name."""
        return next((one for one in self.children if one.name == name), None)

    def text_of(self, name: str) -> str:
        """Return the text of the first child of that name, stripped, or ''."""
        child = self.first(name)
        return child.text.strip() if child else ""


def read_elements(
    path: Path, names: Collection[str], *, root: str, namespace: str
) -> Iterator[Element]:
    """Yield the elements of those names, each when it is complete.

    They are not kept among the children of their parents, so that memory does not
    grow with the file.

    Raises
    ------
    ValueError
        If the file is no XML, has another root or a document type, or is nested too
        deeply.
    """
    builder = _Builder(names, f"{namespace} {root}")
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield from builder.feed(piece)
    yield from builder.feed(b"", is_last=True)


class _Builder:
    """Makes elements of what the parser calls it with."""

    def __init__(self, names: Collection[str], root: str) -> None:
        self._names = names
        self._root = root
        self._prefix = root.partition(" ")[0] + " "
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._add_text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, piece: bytes, *, is_last: bool = False) -> list[Element]:
        """Read on, and return what was completed."""
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            raise ValueError(f"not well-formed XML: {error}") from error
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != self._root:
            raise ValueError(f"expected the root {self._root!r}, found {name!r:.80}")
        if len(self._open) >= _DEEPEST:
            raise ValueError("it is nested too deeply")
        parent = self._open[-1] if self._open else None
        line = self._parser.CurrentLineNumber
        own_name = name.removeprefix(self._prefix)
        self._open.append(Element(own_name, attributes, line, parent))

    def _end(self, name: str) -> None:  # noqa: ARG002 - the parser tells it
        element = self._open.pop()
        if element.name in self._names:
            self._done.append(element)
        elif element.parent is not None:
            element.parent.children.append(element)

    def _add_text(self, text: str) -> None:
        self._open[-1].text += text

    def _refuse(self, *_: object) -> None:
        raise ValueError(
            "it declares a document type, by which XML can be made to blow up; "
            "files of ours have none: do not trust it"
        )

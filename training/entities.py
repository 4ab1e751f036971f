"""Texts in which people, organisations and places are marked, of any kind of text.

These are not gold for the detector: they mark no demonyms and, inside the names of
organisations, no places. What they know is who is a person and what is a body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Kind = Literal["person", "body", "place"]
_KINDS: dict[str, Kind] = {
    "PER": "person", "ORG": "body", "LOC": "place",
    "Person": "person", "Organisation": "body", "Location": "place",
}  # fmt: skip
# A tag's column, counted from 0, by how the file's name ends.
_TAG_COLUMNS = {".conll": 1, ".iob2": 2}
_DOCUMENT_STARTS = ("-DOCSTART-", "# newdoc")
_CLOSING = frozenset(". , ; : ! ? ) ] % 's ’s n't".split())
_OPENING = frozenset("( [ $ # £ €".split())
_ARTICLE = re.compile("the ", re.IGNORECASE)
_FULL_STOPS = frozenset(". ! ?".split())
# re3d does not say where its documents begin.
_SENTENCES_AT_ONCE = 25


class Token(NamedTuple):
    """A word or mark, and its tag: "O", or B- or I- and the kind."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and its entities: start, end and kind, in text order."""

    text: str
    entities: tuple[tuple[int, int, Kind], ...]


def entity_files(folder: Path) -> list[Path]:
    """Return the files of a folder that hold texts with entities, sorted by name."""
    return sorted(p for p in folder.glob("*") if p.suffix in _TAG_COLUMNS)


def read_entities(folder: Path) -> list[MarkedText]:
    """Return the texts of all files of a folder, sorted by name.

    Files that end in ``.conll`` have a word and a tag a line, those in ``.iob2`` a
    number, a word and a tag; an empty line ends a sentence.
    """
    return [
        to_text(document[at : at + _SENTENCES_AT_ONCE])
        for path in entity_files(folder)
        for document in _documents(path.read_text("utf-8"), _TAG_COLUMNS[path.suffix])
        for at in range(0, len(document), _SENTENCES_AT_ONCE)
    ]


def _documents(content: str, column: int) -> Iterator[list[list[Token]]]:
    """Yield the sentences of each document, or of all where no line parts them."""
    document: list[list[Token]] = []
    for block in content.split("\n\n"):
        lines = block.splitlines()
        if document and any(line.startswith(_DOCUMENT_STARTS) for line in lines):
            yield document
            document = []
        rows = [line.split() for line in lines if not line.startswith(("#", "-DOC"))]
        sentence = [Token(row[column - 1], row[column]) for row in rows if row[column:]]
        if sentence:
            document.append(sentence)
    if document:
        yield document


def to_text(sentences: Iterable[Sequence[Token]]) -> MarkedText:
    """Return sentences as they would be printed, with their entities.

    Examples
    --------
    >>> words = [("Ann", "B-PER"), ("'s", "O"), ("Leeds", "B-LOC"), (".", "O")]
    >>> to_text([[Token(*word) for word in words]])
    MarkedText(text="Ann's Leeds.", entities=((0, 3, 'person'), (6, 11, 'place')))
    """
    text, entities = "", list[tuple[int, int, Kind]]()
    for sentence in sentences:
        before = Token("", "O")
        for token in sentence:
            text += _gap(before, token) if before.text else _break(text)
            start = len(text)
            text += token.text
            kind = _KINDS.get(token.tag[2:])
            if kind and token.tag[0] == "I" and before.tag[2:] == token.tag[2:]:
                start = entities.pop()[0]
            if kind:
                entities.append((start, len(text), kind))
            before = token
    return MarkedText(text, tuple(_names(text, entities)))


def _names(
    text: str, entities: Iterable[tuple[int, int, Kind]]
) -> Iterator[tuple[int, int, Kind]]:
    """Yield the entities that have a name, without the article: no "a hospital"."""
    for start, end, kind in entities:
        article = _ARTICLE.match(text, start, end)
        first = article.end() if article else start
        if text[first : first + 1].isupper():
            yield first, end, kind


def _gap(before: Token, token: Token) -> str:
    return "" if token.text in _CLOSING or before.text in _OPENING else " "


def _break(text: str) -> str:
    """Return what stands between a text and its next sentence."""
    if not text:
        return ""
    return " " if text[-1] in _FULL_STOPS else "\n"

"""Heads of sections: a place at the start of a line, which what follows is about.

Round-ups tell of one place after the other: "Lima: Shops were looted." A head holds
until the next one, and a head that names no known place ("Outlook:") ends the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.clauses import SAYING
from placemap.events.places.phrase import rank
from placemap.events.places.words import DIRECTIONS, PLACE_NOUNS
from placemap.events.words import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Toponym

_BULLET = r"[^\S\n]*(?:[-*•–#]+[^\S\n]*|\w{1,2}[.)][^\S\n]+)?"
_WORDS = r"[^\s:.][^\s:.]*(?:\.(?=\w)[^\s:.]*)*(?:[^\S\n]+[^\s:.]+){0,5}"
_HEAD = re.compile(
    rf"{_BULLET}(?P<name>{_WORDS})(?P<stop>:(?=[^\S\n]+\S)|\.(?=[^\S\n]+\S)|[:.]?[^\S\n]*$)",
    re.MULTILINE,
)
# A place that heads what follows on its line, wherever a sentence ends before it.
_STOP = re.compile(r"(?: [a-z]+){0,3}[:.] +[A-ZÀ-Þ“\"0-9]")
_ENDS = (". ", "! ", "? ", "” ", '" ')
# A first line that is longer than this is no headline, in characters.
_HEADLINE = 160
_COUNTRY, _SEVERAL = 5, 2
_JOINS = frozenset("the and of in also itself".split())


class Head(NamedTuple):
    """The head of a section: its offsets, and its place if it names one."""

    start: int
    end: int
    place: Toponym | None

    @property
    def is_place(self) -> bool:
        """Whether it names one place smaller than a country."""
        return self.place is not None and rank(self.place.place) < _COUNTRY


def find_heads(text: str, toponyms: Sequence[Toponym]) -> list[Head]:
    """Return what looks like heads of sections in a text, in order.

    Parameters
    ----------
    toponyms
        Those of the text that name places, in order.
    """
    at = {t.span.start: t for t in toponyms if t.place}
    heads = {head.start: head for head in _on_lines(text, at)}
    for start, toponym in at.items():
        if start not in heads and text[max(0, start - 2) : start] in _ENDS:
            found = _STOP.match(text, toponym.span.end)
            if found and _is_of_place(text[toponym.span.end : found.end() - 3]):
                heads[start] = Head(start, found.end() - 1, toponym)
    return [heads[start] for start in sorted(heads)]


def is_round_up(heads: Sequence[Head]) -> bool:
    """Tell whether several heads name a place; one alone is a dateline."""
    return sum(head.place is not None for head in heads) >= _SEVERAL


def _on_lines(text: str, at: Mapping[int, Toponym]) -> Iterator[Head]:
    start = 0
    for line in text.splitlines(keepends=True):
        is_headline = not start and len(line) <= _HEADLINE
        found = None if is_headline else _HEAD.match(text, start)
        if found and found.end() <= start + len(line):
            head = _head(text, found, at)
            if head:
                yield head
        start += len(line)


def _head(text: str, found: re.Match[str], at: Mapping[int, Toponym]) -> Head | None:
    start, end = found.span("name")
    toponym = at.get(start)
    if toponym and toponym.span.end <= end:
        rest = text[toponym.span.end : end]
        inside = [at[i] for i in range(toponym.span.end, end) if i in at]
        for other in inside:
            rest = rest.replace(text[other.span.start : other.span.end], "")
        if _is_of_place(rest):
            is_one = all(rank(t.place) > rank(toponym.place) for t in inside)
            return Head(start, found.end(), toponym if is_one else None)
    return Head(start, found.end(), None) if _is_label(found) else None


def _is_of_place(rest: str) -> bool:
    """Tell " region", " and the north" from what a sentence would go on with."""
    words = re.findall(r"\w+", rest.lower())
    return all(
        word in _JOINS or word in DIRECTIONS or lemma(word) in PLACE_NOUNS
        for word in words
    )


def _is_label(found: re.Match[str]) -> bool:
    """Tell "Outlook:", "Weather. " and a line of few words from short sentences."""
    words = found["name"].split()
    if not words[0][0].isupper() or lemma(words[-1].lower()) in SAYING:
        return False
    if not found["stop"].startswith("."):
        return True
    return len(words) == 1 and found.string[found.end() : found.end() + 1] == " "

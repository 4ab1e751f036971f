"""A sentence with its words, cut into clauses (`clauses.py`) where that is asked."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.events.clauses import find_breaks
from placemap.events.words import restore_case, split_words
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from placemap.events.clauses import Break
    from placemap.events.words import Word

# No sentence is longer in characters; what is, is a table or a file without stops.
_LONGEST = 3_000


# Without slots, so that what only some sentences are asked for is made when it is.
@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a document; `index` is its place in it, 0 for the first."""

    index: int
    span: Span
    words: tuple[Word, ...]

    @cached_property
    def lower_words(self) -> list[str]:
        """Its words in lower case."""
        return [word.lower for word in self.words]

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each word the number of its clause, from 0 up in text order."""
        return self._cut[0]

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """For each clause what began it."""
        return self._cut[1]

    @cached_property
    def _cut(self) -> tuple[tuple[int, ...], tuple[Break, ...], list[int]]:
        """Its clauses and their breaks, and where each clause begins and all end."""
        clauses: list[int] = []
        breaks: list[Break] = ["start"]
        edges = [0]
        for at, kind in find_breaks(self.words, self.lower_words):
            clauses += [len(breaks) - 1] * (at - len(clauses))
            breaks.append(kind)
            edges.append(len(clauses))
        clauses += [len(breaks) - 1] * (len(self.words) - len(clauses))
        return tuple(clauses), tuple(breaks), [*edges, len(clauses)]

    def word_at(self, offset: int) -> int:
        """Return the index of the word that holds `offset`, or the last before it."""
        # Words are tuples that begin with their start: they compare without a key.
        return max(0, bisect_left(self.words, (offset + 1,)) - 1)

    def word_range(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of words that `span` touches."""
        return self.word_at(span.start), self.word_at(span.end - 1) + 1

    def clause_range(self, i: int) -> tuple[int, int]:
        """Return the half-open range of words of the clause that word `i` is in."""
        clauses, _, edges = self._cut
        clause = clauses[i]
        return edges[clause], edges[clause + 1]

    def breaks_between(self, left: int, right: int) -> tuple[Break, ...]:
        """Return what the clauses begin with that start after `left`, up to `right`.

        Brackets and dashes are left out, and so is a clause put in between commas:
        what comes after it goes on where it began.
        """
        kept: list[Break] = []
        for kind in self.breaks[self.clauses[left] + 1 : self.clauses[right] + 1]:
            if kind == "resume" and ("rel" in kept or "sub" in kept):
                while kept.pop() not in ("rel", "sub"):
                    pass
            elif kind != "mark":
                kept.append(kind)
        return tuple(kept)

    def lowers(self, start: int, end: int) -> list[str]:
        """Return words `start` to `end` in lower case, cut to the sentence."""
        if end <= 0:
            return []
        return self.lower_words[start if start > 0 else 0 : end]


def find_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text`, those without an end in pieces."""
    for first, end in sentences(text):
        start = first
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = cut if cut > 0 else start + _LONGEST
            yield start, cut
            start = cut
        if text[start:end].strip():
            yield start, end


def make_sentence(text: str, start: int, end: int, *, index: int = 0) -> Sentence:
    """Return the sentence between two offsets of `text`.

    Examples
    --------
    >>> text = "Rebels left after troops shelled the town, killing two."
    >>> sentence = make_sentence(text, 0, len(text))
    >>> sentence.breaks
    ('start', 'sub', 'part')
    """
    words = restore_case(split_words(text, start, end))
    return Sentence(index=index, span=Span(start, end), words=words)

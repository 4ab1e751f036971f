"""People named in a text of any language, so that they are not taken for places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.vocabulary import word_list
from placemap.text import has_case

if TYPE_CHECKING:
    from placemap.detection.foreign.grammar import Grammar
    from placemap.detection.foreign.passage import Passage

_INSIDE, _SURNAME = -4.0, -3.0
_MOST_SURNAMES = 2
_PARTICLES = frozenset(
    "de del della di da do dos la le van von der bin ben ibn".split()
)


class Namesakes:
    """The full names in a text, and the surnames they introduce.

    A full name is a known given name followed by one or two capitalised words that
    only a space parts; by one word in scripts without capitals.
    """

    def __init__(self, passage: Passage, grammar: Grammar) -> None:
        # Many given names are written alike in all languages of the Latin script.
        self.given = grammar.given | word_list("given_names")
        self._passage = passage
        self._grammar = grammar
        self._inside: set[int] = set()
        self._surnames: set[str] = set()
        for index in range(len(passage)):
            if index not in self._inside and self._opens_name(index):
                self._note(index)

    def _opens_name(self, index: int) -> bool:
        passage, key = self._passage, self._passage.key(index)
        is_given = key in self.given and not passage.is_small(index)
        return is_given or key in self._grammar.people

    def _note(self, first: int) -> None:
        last, following = first, self._next(first)
        while last - first < _MOST_SURNAMES and self._continues(last, following):
            last, following = following, self._next(following)
        if last > first:
            self._inside.update(range(first, last + 1))
            self._surnames.add(self._passage.key(last))

    def _next(self, index: int) -> int:
        """Return the next word, the one after particles such as "de" and "van"."""
        following = index + 1
        while self._passage.key(following) in _PARTICLES:
            if not self._passage.joined(following):
                break
            following += 1
        return following

    def _continues(self, index: int, following: int) -> bool:
        passage, grammar = self._passage, self._grammar
        if passage.gap(index) != " " or passage.is_small(following):
            return False
        if grammar.is_plain(passage.key(following)):
            return False
        is_cased = has_case(passage.word(following)[:1])
        # Without capitals the end of the name cannot be seen: take one word.
        return (
            is_cased
            or passage.key(index) in self.given
            or (passage.key(index) in grammar.people)
        )

    def weight(self, first: int, last: int) -> float:
        """Return how strongly people speak against a place at these words."""
        if not self._inside.isdisjoint(range(first, last + 1)):
            return _INSIDE
        is_surname = first == last and self._passage.key(first) in self._surnames
        return _SURNAME if is_surname else 0.0

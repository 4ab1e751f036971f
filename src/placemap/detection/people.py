"""People named in a document, so that their names are not taken for places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    BODIES,
    GENERIC_AFTER,
    STREETS,
    TITLES,
    word_list,
)

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.reading import Reading

_NO_SURNAMES = BODIES | GENERIC_AFTER | STREETS | TITLES
_INSIDE = -4.0
_SURNAME = -3.0
_LONGEST_NAME = 4
_PARTICLES = frozenset("van von de der den del della di da dos bin al el la le".split())


class People:
    """The full names in a text, and the surnames they introduce.

    A full name is a frequent given name followed by one to three capitalised
    words, or initials followed by one ("J. D. Vance").
    """

    def __init__(self, reading: Reading) -> None:
        self._inside: set[int] = set()
        self._surnames: set[str] = set()
        self._reading = reading
        given = word_list("given_names")
        reach = -1
        for at, word in enumerate(reading.words):
            if at > reach and word[0].isupper():
                end = self._name_end(at, given)
                if end > at:
                    self._note(at, end)
                    reach = end

    def _name_end(self, at: int, given: frozenset[str]) -> int:
        """Return the last word of the full name that starts at a capital, or `at`."""
        reading = self._reading
        if not self._opens_name(at, given):
            return at
        end = at
        while end - at < _LONGEST_NAME and reading.joined(end):
            if not self._continues_name(end + 1):
                break
            end += 1
        while end > at and reading.key(end) in _PARTICLES:
            end -= 1
        return end

    def _opens_name(self, at: int, given: frozenset[str]) -> bool:
        word, reading = self._reading.word(at), self._reading
        if reading.key(at) in given:
            return True
        is_initial = len(word) == 1 and word.isupper() and word not in {"I", "A"}
        return is_initial and reading.gap(at).startswith(".")

    def _continues_name(self, index: int) -> bool:
        reading = self._reading
        key, word = reading.key(index), reading.word(index)
        if key in _PARTICLES:
            return reading.is_capital(index + 1) or reading.key(index + 1) in _PARTICLES
        if not reading.is_capital(index) or key in _NO_SURNAMES:
            return False
        if reading.gap(index - 1) == ". " and len(reading.word(index - 1)) > 1:
            return False
        return not (word.isupper() and len(word) > 1)

    def _note(self, first: int, last: int) -> None:
        reading = self._reading
        self._inside.update(reading.starts[first : last + 1])
        surname = reading.key(last)
        if len(surname) > 1:
            self._surnames.add(surname)

    def weight(self, span: Span, text: str) -> float:
        """Return how strongly these people speak against a place, 0 or below."""
        return self.weight_at(span.start, text)

    def weight_at(self, start: int, text: str) -> float:
        """Return the same for a text that starts at an offset."""
        if start in self._inside:
            return _INSIDE
        return _SURNAME if text.casefold() in self._surnames else 0.0

"""The places of a document that may be where something happened, and its dateline."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from placemap.events.places.clues import SentenceClues
from placemap.events.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Document, EventPlace, Toponym
    from placemap.events.sentence import Sentence

_BRACKETS = r"(?:\([^)\n]{2,30}\)\s*)?"
_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][\w.'’ -]{1,40}(?:,\s*[A-Z][\w.'’ ]{1,30})?)\s*"
    + _BRACKETS
    + r"(?:,\s*(?:\w+\.? \d{1,2}|\d{1,2} \w+\.?)(?:,? \d{2}(?:\d{2})?)?\s*)?"
    + _BRACKETS
    + r"(?:--|[-–—])\s"
)
# How many toponyms back a place may have been named.
_LOOK_BACK = 12
_PLAIN_WORDS = PREPOSITIONS | PRONOUNS | AUXILIARIES | DETERMINERS


class Scene:
    """The places of a document that may be where something happened.

    Demonyms, adjectives, places that stand for governments and parts of other
    names are left out, and so is the dateline.
    """

    def __init__(self, document: Document, toponyms: Sequence[Toponym]) -> None:
        dateline = _DATELINE.match(document.text)
        end = dateline.end("place") if dateline else 0
        self.dateline_end = dateline.end() if dateline else 0
        text = document.text
        if text.isupper():
            toponyms = [t for t in toponyms if not _is_plain_word(t)]
        usable = [t for t in toponyms if _is_usable(t) and not _is_part(text, t)]
        self._dateline = [t for t in usable if t.span.start < end]
        self._toponyms = sorted(
            (t for t in usable if t.span.start >= end), key=lambda t: t.span
        )
        self._starts = [t.span.start for t in self._toponyms]
        self._every = sorted(toponyms, key=lambda t: t.span)

    def within(self, sentence: Sentence) -> list[Toponym]:
        """Return the usable toponyms of a sentence, in order."""
        first = bisect_left(self._starts, sentence.span.start)
        last = bisect_left(self._starts, sentence.span.end)
        return [t for t in self._toponyms[first:last] if sentence.span.covers(t.span)]

    def clues(self, sentence: Sentence) -> SentenceClues:
        """Return what the words of a sentence show, toponyms of all roles included."""
        span = sentence.span
        first = bisect_left(self._every, span.start, key=lambda t: t.span.start)
        last = bisect_left(self._every, span.end, key=lambda t: t.span.start)
        own = [t for t in self._every[first:last] if span.covers(t.span)]
        return SentenceClues(sentence, own)

    @property
    def dateline(self) -> Toponym | None:
        """The place the report was written at, by its first line."""
        return self._dateline[0] if self._dateline else None

    def countries_of(self, places: Sequence[EventPlace]) -> set[str]:
        """Return the countries of event places of this document."""
        ids = {place.toponym for place in places}
        return {t.place.country for t in self._every if t.place and t.id in ids}

    def names_elsewhere(self, sentence: Sentence, countries: set[str]) -> bool:
        """Tell whether a sentence names anything outside some countries.

        Adjectives, governments and parts of names count too.
        """
        named = self._countries_between(sentence.span.start, sentence.span.end)
        return not countries.issuperset(named)

    def share_in(self, country: str, end: int) -> float:
        """Return the share of what is named up to offset `end` that is in a country.

        Between 0 and 1; 0 where nothing is named. The dateline does not count.
        """
        named = self._countries_between(self.dateline_end, end)
        return named.count(country) / len(named) if named else 0.0

    def _countries_between(self, start: int, end: int) -> list[str]:
        """Return the country of each toponym between two offsets; seas have none."""
        first = bisect_left(self._every, start, key=lambda t: t.span.start)
        last = bisect_left(self._every, end, key=lambda t: t.span.start)
        places = [t.place for t in self._every[first:last] if t.place]
        return [place.country for place in places if place.country]

    def before(self, sentence: Sentence) -> list[Toponym]:
        """Return the places named last before a sentence."""
        before = bisect_left(self._starts, sentence.span.start)
        return self._toponyms[max(0, before - _LOOK_BACK) : before]


def _is_usable(toponym: Toponym) -> bool:
    mention = toponym.mention
    return mention.role == "literal" and mention.form in ("name", "abbreviation")


def _is_plain_word(toponym: Toponym) -> bool:
    """Tell IN and US in a text in capitals, mere words there, from abbreviations."""
    return toponym.mention.text.lower() in _PLAIN_WORDS


def _is_part(text: str, toponym: Toponym) -> bool:
    """Tell "the U.S.-led campaign" and "pro-Moscow": only part of an adjective."""
    span = toponym.span
    hyphens = "-‑"
    ends = text[span.end : span.end + 1]
    before = text[max(0, span.start - 1) : span.start]
    joined = ends in hyphens and text[span.end + 1 : span.end + 2].islower()
    return (bool(ends) and joined) or (bool(before) and before in hyphens)

"""What the names of an alias statement may mean, alone or in a longer form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from placemap.disambiguation.variants import is_variant
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Document, Place, Span, Toponym
    from placemap.protocols import Gazetteer

_MOST_CANDIDATES = 50
# Behind these, names agree by chance or in data of little worth.
FIRST_MEANINGS = 5
_LONGEST_ACRONYM = 6
# What may follow on a name to make it whole: "the Arda islands".
_NEXT = re.compile(r" ([^\W\d_]+)")


# Without slots, so that what is chosen is gathered when it is asked for.
@dataclass(frozen=True)
class Meanings:
    """What the names of one document may mean."""

    document: Document
    toponyms: Sequence[Toponym]
    gazetteer: Gazetteer

    @cached_property
    def _chosen(self) -> dict[Span, str]:
        """The id of the place chosen for each name that has one."""
        return {t.span: t.place.id for t in self.toponyms if t.place}

    def places_of(self, span: Span) -> list[Place]:
        """Return what a name may mean, the place chosen for it in the text first."""
        name = span.of(self.document.text)
        is_acronym = (
            name.isupper()
            and len(name) <= _LONGEST_ACRONYM
            and not self.document.text.isupper()
        )
        found = [
            candidate.place
            for candidate in self.gazetteer.candidates(name, limit=_MOST_CANDIDATES)
            # "CIS" is not the hamlet of Cis.
            if candidate.score == 1.0 or not is_acronym
        ]
        chosen = self._chosen.get(span)
        return sorted(found, key=lambda place: place.id != chosen)

    def longer_places_of(self, span: Span, other: Span) -> list[Place]:
        """Return what the name means with a word that the text sets elsewhere.

        In "the Arda islands, known as Berda" it is the Berda islands, and where
        Arda Reef is called Berda, Berda Reef.
        """
        text = self.document.text
        following = (_NEXT.match(text, at.end) for at in (span, other))
        kinds = {match[1] for match in following if match}
        _, space, last = other.of(text).rpartition(" ")
        if space:
            kinds.add(last)
        return [
            candidate.place
            for kind in sorted(kinds)
            for candidate in self.gazetteer.candidates(f"{span.of(text)} {kind}")
        ]

    def respelled_places_of(self, span: Span, other: Span) -> list[Place]:
        """Return what the other name means, of which this is a variant spelling."""
        name = span.of(self.document.text)
        return [
            place
            for place in self.places_of(other)[:FIRST_MEANINGS]
            if is_variant(name, self._names_of(place))
        ]

    def _names_of(self, place: Place) -> list[str]:
        whole = self.gazetteer.place(place.id)
        return [place.name, *(name.text for name in (whole.names if whole else ()))]


@dataclass(frozen=True, slots=True)
class Side:
    """One name of a statement: what it may mean by itself, and in a longer form."""

    places: Sequence[Place]
    longer: Sequence[Place]

    @classmethod
    def of(
        cls,
        span: Span,
        other: Span,
        meanings: Meanings,
        settled: Mapping[str, tuple[Place, str]],
    ) -> Side:
        """Return the side for a name, known from the text if not to the gazetteer."""
        places = meanings.places_of(span)
        known = settled.get(fold(span.of(meanings.document.text)))
        if known and not places:
            places = [known[0]]
        longer = meanings.longer_places_of(span, other)
        return cls(places, [*longer, *meanings.respelled_places_of(span, other)])

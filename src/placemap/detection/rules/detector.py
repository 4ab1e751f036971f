"""Find mentions by the names the gazetteer knows, read with sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Mention, Span
from placemap.detection.names import facts_from
from placemap.detection.people import People
from placemap.detection.reading import Reading
from placemap.detection.roles import form_of, role_of
from placemap.detection.rules.evidence import confidence, weigh
from placemap.detection.rules.sighting import Scene, Sighting
from placemap.detection.spelling import find_spellings, longest_first, widen
from placemap.detection.vocabulary import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Document
    from placemap.detection.names import NameFacts
    from placemap.protocols import Gazetteer

# A spelling seen clearly once is a place where the text is silent, too.
_CLEAR = 2.0
_SHARED = 1.0
# Below this the place speaks of something else: no help from other mentions.
_AGAINST = -2.5


class LexiconDetector:
    """Finds names that a gazetteer knows, telling them from ordinary words.

    Capitals, the words around, people's names, organisations and what the same
    document says elsewhere decide; see `placemap.detection.rules.evidence`.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._facts = facts_from(gazetteer)

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions in `document`, in text order, without overlaps."""
        reading = Reading(document.text)
        sightings = self._find_sightings(reading)
        scene = Scene(
            reading=reading,
            people=People(reading),
            containers=frozenset(
                s.span.start for s in sightings if s.facts.is_container
            ),
        )
        weights = [weigh(sighting, scene) for sighting in sightings]
        weights = _share(sightings, weights)
        kept = {
            s.span: (s, w) for s, w in zip(sightings, weights, strict=True) if w > 0
        }
        return [_mention(*kept[span], reading) for span in longest_first(kept)]

    def _find_sightings(self, reading: Reading) -> list[Sighting]:
        found = []
        for span in find_spellings(self._gazetteer, reading):
            facts = self._facts(span.of(reading.text))
            if facts is not None and _is_whole(span, facts, reading):
                found.append(
                    Sighting(
                        span=span,
                        text=span.of(reading.text),
                        first=reading.first_word(span),
                        last=reading.last_word(span),
                        facts=facts,
                    )
                )
        return _outermost(found)


def _is_whole(span: Span, facts: NameFacts, reading: Reading) -> bool:
    """Tell whether a span is a name as it stands.

    A full stop belongs to abbreviations only. A by-name may not take a word from a
    body: it is "Dublin" in "Dublin City Council", though that is "Dublin City", too.
    """
    if reading.text[span.end - 1] == "." and not facts.is_abbreviation:
        return False
    last = reading.last_word(span)
    takes_word = (
        not facts.is_own_name
        and facts.words > 1
        and reading.key(last) in BODIES
        and reading.joined(last)
        and reading.key(last + 1) in BODIES
        and reading.is_capital(last + 1)
    )
    return not takes_word


def _outermost(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return the sightings that no longer one covers."""
    kept: list[Sighting] = []
    reach = -1
    for sighting in sightings:
        if sighting.span.end > reach:
            kept.append(sighting)
            reach = sighting.span.end
    return kept


def _share(sightings: Sequence[Sighting], weights: Sequence[float]) -> list[float]:
    """Return the weights with what clear sightings of a name lend to the others."""
    best: dict[str, float] = {}
    for sighting, weight in zip(sightings, weights, strict=True):
        best[sighting.text] = max(weight, best.get(sighting.text, weight))
    return [
        weight + _SHARED
        if best[sighting.text] >= _CLEAR and weight > _AGAINST
        else weight
        for sighting, weight in zip(sightings, weights, strict=True)
    ]


def _mention(sighting: Sighting, weight: float, reading: Reading) -> Mention:
    span = sighting.span
    if not (sighting.facts.is_people or sighting.facts.is_abbreviation):
        span = widen(span, reading)
    return Mention(
        span=span,
        text=span.of(reading.text),
        form=form_of(sighting, reading),
        role=role_of(sighting, reading),
        score=round(confidence(weight), 4),
    )

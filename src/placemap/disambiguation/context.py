"""How much the other names of a document speak for a candidate."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from placemap.disambiguation.distance import unit_vector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from placemap.core import Candidate, Place
    from placemap.disambiguation.senses import Sense

# Names looked at for each candidate, and candidates of each: keeps the work linear.
_MOST_ANCHORS = 30
_MOST_PER_ANCHOR = 3
_COUNTRY_WEIGHT = 4.0
_ADMIN1_WEIGHT = 6.0
_NEAR_WEIGHT = 3.0
# Closeness halves over some 70 km: what a local paper covers.
_NEAR_KM = 100.0
_EARTH_KM = 6371.0088
_LEAST_CHANCE = 0.1


class Context:
    """What the senses of a document, as judged so far, say of each other.

    Each sense adds its candidates by their chances; a name mentioned often counts
    more, by the square root.
    """

    def __init__(self, senses: Iterable[Sense]) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._admin1s: dict[tuple[str, str], float] = defaultdict(float)
        self._parts: dict[int, list[tuple[Place, float]]] = {}
        self._total = 0.0
        for sense in senses:
            self._add(id(sense), _likely(sense))
        anchors = [
            (owner, unit_vector(place.lon_deg, place.lat_deg), weight)
            for owner, parts in self._parts.items()
            for place, weight in parts
            if not place.is_country and place.kind not in {"A.ADM1", "L.CONT"}
        ]
        anchors.sort(key=lambda anchor: (-anchor[2], anchor[1]))
        self._anchors = anchors[:_MOST_ANCHORS]

    def _add(self, owner: int, parts: list[tuple[Place, float]]) -> None:
        self._parts[owner] = parts
        for place, weight in parts:
            self._countries[place.country] += weight
            self._total += weight
            if division := first_division(place):
                self._admin1s[place.country, division] += weight

    def support(self, sense: Sense) -> list[float]:
        """Return the log-odds that the rest of the document adds, by candidate."""
        own_countries: dict[str, float] = defaultdict(float)
        own_admin1s: dict[tuple[str, str], float] = defaultdict(float)
        own_total = 0.0
        for place, weight in self._parts.get(id(sense), ()):
            own_countries[place.country] += weight
            own_admin1s[place.country, first_division(place)] += weight
            own_total += weight
        rest = self._total - own_total
        if rest <= 0:
            return [0.0] * len(sense.candidates)
        return [
            _COUNTRY_WEIGHT
            * (self._countries[c.place.country] - own_countries[c.place.country])
            / rest
            + _ADMIN1_WEIGHT * self._admin1_share(c, own_admin1s, rest)
            + _NEAR_WEIGHT * self._closeness(c.place, id(sense))
            for c in sense.candidates
        ]

    def _admin1_share(
        self, candidate: Candidate, own: dict[tuple[str, str], float], rest: float
    ) -> float:
        key = (candidate.place.country, first_division(candidate.place))
        return (self._admin1s[key] - own[key]) / rest if key[1] else 0.0

    def _closeness(self, place: Place, owner: int) -> float:
        """Return 0 to 1: how near the likely places of other names are."""
        here = unit_vector(place.lon_deg, place.lat_deg)
        apart = 1.0
        for other, there, weight in self._anchors:
            if other != owner:
                km = _EARTH_KM * math.dist(here, there)
                if km < 5 * _NEAR_KM:
                    apart *= 1.0 - min(1.0, weight) * 0.5 * math.exp(-km / _NEAR_KM)
        return 1.0 - apart


def first_division(place: Place) -> str:
    """Return the name of the first-level division a place is or lies in."""
    return place.name if place.kind == "A.ADM1" else place.admin1


def _likely(sense: Sense) -> list[tuple[Place, float]]:
    count = math.sqrt(len(sense.mentions))
    ranked = sorted(
        zip(sense.probabilities(), range(len(sense.candidates)), strict=True),
        key=lambda pair: (-pair[0], pair[1]),
    )
    return [
        (sense.candidates[index].place, chance * count)
        for chance, index in ranked[:_MOST_PER_ANCHOR]
        if chance >= _LEAST_CHANCE
    ]

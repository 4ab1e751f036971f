"""What each place of a report is to it: how often and how early named, amid what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from placemap.events.places.phrase import rank
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Place, Toponym
    from placemap.events.scene import Scene

# What lies within this distance speaks for a place, in metres.
_AROUND_M = 60_000
_TOWN = 1  # the rank of a settlement, above those of its quarters and streets
_NAMES = ("name", "abbreviation")


class Standing:
    """The places of a report, each with the numbers that tell its standing.

    Parameters
    ----------
    scene
        The places of the report.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._length = max(1, scene.length)
        self._named = [t for t in scene.known if t.mention.form in _NAMES]
        self._towns = sum(
            _is_town(scene.mentions_of(place_id)) for place_id in scene.place_ids
        )
        places = {t.place.id: t.place for t in self._named if t.place}
        counts = Counter(t.place.id for t in self._named if t.place)
        self._counted = [(place, counts[at]) for at, place in places.items()]
        self._known: dict[str, list[float]] = {}

    def of(self, place_id: str) -> list[float]:
        """Return the standing of a place.

        Its rank; whether it is a country; the share of names that are its; how often
        it can be where something happened; how early it is named, 0 to 1; the shares
        of names around it and within it; that of its country; and how many towns the
        report names.
        """
        if place_id not in self._known:
            self._known[place_id] = self._tell(self._scene.mentions_of(place_id))
        return self._known[place_id]

    def _tell(self, group: Sequence[Toponym]) -> list[float]:
        place = group[0].place
        if place is None:
            return []
        names = sum(t.mention.form in _NAMES for t in group)
        usable = sum(self._scene.is_usable(t) for t in group)
        total = max(1, len(self._named))
        others = [(p, count) for p, count in self._counted if p.id != place.id]
        return [
            rank(place),
            place.is_country,
            names / total,
            usable,
            group[0].span.start / self._length,
            sum(n for other, n in others if _is_around(other, place)) / total,
            sum(n for other, n in others if _is_within(other, place)) / total,
            self._scene.share_of_country(place.country),
            self._towns,
        ]


def _is_town(group: Sequence[Toponym]) -> bool:
    place = group[0].place
    is_named = any(t.mention.form in _NAMES for t in group)
    return place is not None and is_named and rank(place) <= _TOWN


def _is_around(other: Place, place: Place) -> bool:
    there = other.lon_deg, other.lat_deg
    is_near = distance_m(*there, place.lon_deg, place.lat_deg) <= _AROUND_M
    return not other.is_country and is_near


def _is_within(other: Place, place: Place) -> bool:
    """Tell whether a place is smaller than another and of the same division."""
    is_same = (other.country, other.admin1) == (place.country, place.admin1)
    return is_same and rank(other) < rank(place)

"""A name that a division shares with its main town: which of the two is meant.

To the weights both are right, for they lie in the same spot of the map. To a reader
"in Karaganda" is the town, unless the text speaks of a region, or places something else
in it; and "Karaganda region" is the region. So it is on the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.disambiguation.cues import COUNTY, DIVISION, kind_cues
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterable

    from placemap.core import Candidate, Mention, Place
    from placemap.disambiguation.scene import Scene, Sense

# A town with a smaller share of the people of its division does not lend it its name.
_LEAST_SHARE = 0.15
_DIVISIONS = frozenset((COUNTY, DIVISION))
# Divisions without a known extent reach at least so far.
_REACH_M = 40_000.0


def find_seat(place: Place, position: int, scene: Scene) -> Place | None:
    """Return the town meant by the name of the sense at `position`, or None.

    Parameters
    ----------
    place
        What the weights chose; None is returned for all but divisions.
    """
    sense = scene.senses[position]
    if place.feature_class != "A" or _speaks_of_division(sense):
        return None
    if any(other.within == position for other in scene.senses):
        return None
    towns = [
        option.candidate.place
        for option in sense.options
        if option.match != "part" and _is_seat(option.candidate.place, place)
    ]
    return max(towns, key=lambda town: (town.population, town.id), default=None)


def find_division(
    place: Place, candidates: Iterable[Candidate], text: str, mention: Mention
) -> Place | None:
    """Return the division around a town that a mention speaks of, or None.

    Parameters
    ----------
    place
        What the weights chose; None is returned for all but settlements.
    candidates
        What else the name may mean, the likeliest first.
    """
    if place.feature_class != "P" or not _DIVISIONS & kind_cues(text, mention):
        return None
    others = (candidate.place for candidate in candidates)
    return next((other for other in others if _is_seat(place, other)), None)


def _speaks_of_division(sense: Sense) -> bool:
    return bool(sense.cues & _DIVISIONS) or sense.is_among_counties


def _is_seat(town: Place, division: Place) -> bool:
    if town.feature_class != "P" or town.country != division.country:
        return False
    if not division.kind.startswith("A.ADM"):
        return False
    if town.population < _LEAST_SHARE * division.population or not town.population:
        return False
    here = town.lon_deg, town.lat_deg
    away_m = distance_m(*here, division.lon_deg, division.lat_deg)
    return away_m <= max(division.radius_m, _REACH_M)

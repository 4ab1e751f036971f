"""Quarters that gazetteers list as towns of their own, for the base map to leave out.

Many a quarter is given the people of its whole city, or more, and would be named in its
stead. It has few names of its own; the city is called something in many languages.
Smaller ones do no harm: the city is named before them. What bears the city's name with
a point of the compass is a part of it, too, and its point says little.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import Place

# Its city is no farther off and has no fewer people than this share of the quarter's,
# and so many times as many names.
_NEAR_M = 8_000
_LEAST_SHARE = 0.5
_TIMES_AS_MANY_NAMES = 3
# Fewer tell nothing: many a town of some size is listed under one name only.
_FEW_NAMES = 3
# Cells of a grid no smaller than that, up to 60 degrees from the equator in longitude.
_CELL_DEG = 0.15

_COMPASS = frozenset("North South East West Northern Southern Eastern Western".split())

_Cell = tuple[int, int]


def without_quarters(places: Iterable[Place]) -> list[Place]:
    """Return the settlements that are no quarter of another of them, in their order.

    They have to come with all their names.

    Examples
    --------
    >>> from placemap.core import Name, Place
    >>> def town(key, lon, people, *names):
    ...     found = tuple(Name(text=name) for name in names)
    ...     about = {"name": names[0], "kind": "P.PPL", "population": people}
    ...     return Place(id=key, lon_deg=lon, lat_deg=47.1, names=found, **about)
    >>> quarter = town("x:1", 37.58, 352_000, "Right Bank")
    >>> city = town("x:2", 37.54, 230_000, "Mariupol", *"abcdefgh")
    >>> [place.id for place in without_quarters([quarter, city])]
    ['x:2']
    """
    towns = list(places)
    by_cell: dict[_Cell, list[Place]] = defaultdict(list)
    for town in towns:
        by_cell[_cell_of(town)].append(town)
    return [
        town
        for town in towns
        if not any(_is_quarter(town, other) for other in _around(town, by_cell))
    ]


def _cell_of(place: Place) -> _Cell:
    return math.floor(place.lon_deg / _CELL_DEG), math.floor(place.lat_deg / _CELL_DEG)


def _around(place: Place, by_cell: dict[_Cell, list[Place]]) -> Iterator[Place]:
    x, y = _cell_of(place)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            yield from by_cell.get((x + dx, y + dy), ())


def _is_quarter(place: Place, city: Place) -> bool:
    return (_is_taken_for(place, city) or _is_named_after(place, city)) and (
        distance_m(place.lon_deg, place.lat_deg, city.lon_deg, city.lat_deg) <= _NEAR_M
    )


def _is_taken_for(place: Place, city: Place) -> bool:
    return place.population * _LEAST_SHARE <= city.population <= place.population and (
        max(len(place.names), _FEW_NAMES) * _TIMES_AS_MANY_NAMES <= len(city.names)
    )


def _is_named_after(place: Place, city: Place) -> bool:
    point, _, name = place.name.partition(" ")
    return (
        point in _COMPASS and name == city.name and city.population > place.population
    )

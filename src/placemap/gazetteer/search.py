"""Narrow what a name may mean, and ask which places lie at a point."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from placemap.core import Candidate, Place

    Point = tuple[float, float]

_AREAS = frozenset({"Polygon", "MultiPolygon"})
# Farther from any settlement, a point at sea would get the country of the coast.
_FARTHEST_KM = 25.0
_MANY = 1000


class Places(Protocol):
    """A gazetteer that can be asked what is where."""

    def settlements_near(self, point: Point) -> Iterator[Place]:
        """Yield the settlements, the nearest to a point first."""

    def outlined_places(self) -> Iterator[Place]:
        """Yield the places that have a shape."""

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the place's shape, or None."""

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry, or None."""

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean."""


class Area(NamedTuple):
    """An area that holds a point, and how that is known."""

    place: Place
    basis: Literal["outline", "nearest settlement"]


class Surroundings(NamedTuple):
    """The settlements nearest to a point, and the areas it lies in."""

    nearest: tuple[Place, ...]
    within: tuple[Area, ...]


def distance_km(place: Place, point: Point) -> float:
    """Return the distance of a place's point from `point` (longitude, latitude)."""
    return distance_m(place.lon_deg, place.lat_deg, *point) / 1000


def is_among(
    place: Place, *, countries: Collection[str] = (), kinds: Collection[str] = ()
) -> bool:
    """Tell whether a place is of one of the countries and of one of the kinds.

    Parameters
    ----------
    countries
        ISO 3166-1 codes; any when empty.
    kinds
        Feature classes (``P``) or kinds (``P.PPLC``); any when empty.
    """
    in_country = not countries or place.country in countries
    return in_country and (
        not kinds or bool({place.kind, place.feature_class} & {*kinds})
    )


def narrow(
    candidates: Iterable[Candidate],
    *,
    countries: Collection[str] = (),
    kinds: Collection[str] = (),
    near: Point | None = None,
) -> list[Candidate]:
    """Return the candidates that fit, in their order or the nearest first.

    Parameters
    ----------
    countries, kinds
        What to keep; see `is_among`.
    near
        Longitude and latitude in degrees to order by; None keeps the order.

    Examples
    --------
    >>> from placemap.gazetteer import open_gazetteer
    >>> found = open_gazetteer().candidates("Georgia")
    >>> [one.place.id for one in narrow(found, countries=["US"], kinds=["A"])]
    ['geonames:4197000']
    """
    kept = [
        c for c in candidates if is_among(c.place, countries=countries, kinds=kinds)
    ]
    if near is not None:
        kept.sort(key=lambda candidate: distance_km(candidate.place, near))
    return kept


class Outlines:
    """The areas of a gazetteer that have an outline, read once for many questions."""

    def __init__(self, gazetteer: Places) -> None:
        from shapely import STRtree
        from shapely.geometry import shape

        self._places: list[Place] = []
        self._areas: list[BaseGeometry] = []
        for place in gazetteer.outlined_places():
            outline = gazetteer.shape(place.id)
            if outline is not None and outline["type"] in _AREAS:
                self._places.append(place)
                self._areas.append(shape(dict(outline)))
        self._tree = STRtree(self._areas)

    def around(self, point: Point) -> list[Place]:
        """Return the places whose outline holds a point, the smallest first."""
        from shapely.geometry import Point as Spot

        # Outlines at the antimeridian end there or run on beyond 180 degrees.
        spots = [Spot(point[0] + turn, point[1]) for turn in (0, -360, 360)]
        held = {int(i) for i in self._tree.query(spots, predicate="covered_by")[1]}
        found = [(self._areas[i].area, self._places[i].id, i) for i in held]
        return [self._places[i] for *_, i in sorted(found)]


def look_around(
    gazetteer: Places,
    point: Point,
    *,
    limit: int = 5,
    farthest_km: float = math.inf,
    outlines: Outlines | None = None,
) -> Surroundings:
    """Return the settlements nearest to a point and the areas it lies in.

    Parameters
    ----------
    point
        Longitude and latitude in degrees.
    limit, farthest_km
        How many settlements to return, and up to which distance.
    outlines
        Those of the gazetteer, for whoever asks often; None to read them anew.

    Returns
    -------
    Surroundings
        Settlements by distance; areas from the smallest to the largest. An area
        holds the point by its outline or, since most divisions have none, because
        the nearest settlement lies in it, if that is at most 25 km away. Outlines
        of countries are coarse: in a settlement its country goes before theirs,
        save in contested areas, where both are given.

    Examples
    --------
    >>> from placemap.gazetteer import open_gazetteer
    >>> around = look_around(open_gazetteer(), (46.75, 39.83))
    >>> around.nearest[0].id, [area.place.id for area in around.within][-1]
    ('geonames:146970', 'geonames:587116')
    """
    near = takewhile(
        lambda town: distance_km(town, point) <= farthest_km,
        gazetteer.settlements_near(point),
    )
    nearest = tuple(islice(near, max(limit, 1)))
    drawn = (outlines or Outlines(gazetteer)).around(point)
    told = _divisions_of(gazetteer, nearest[0], point) if nearest else []
    if told and not any(place.disputed for place in (*drawn, *told)):
        drawn, told = _settle(drawn, told, is_inside=_is_in(nearest[0], point))
    known = {place.id for place in drawn}
    within = [Area(place, "outline") for place in drawn]
    within += [Area(p, "nearest settlement") for p in told if p.id not in known]
    within.sort(key=lambda area: (_is_land(area.place), area.place.radius_m))
    return Surroundings(nearest[:limit], tuple(within))


def _divisions_of(gazetteer: Places, town: Place, point: Point) -> list[Place]:
    """Return the divisions and the country of the town nearest to a point."""
    if distance_km(town, point) > _FARTHEST_KM:
        return []
    found = [
        _division(gazetteer, town, town.admin2, "A.ADM2"),
        _division(gazetteer, town, town.admin1, "A.ADM1"),
        gazetteer.place(f"iso:{town.country}") if town.country else None,
    ]
    return [replace(place, names=()) for place in found if place is not None]


def _division(gazetteer: Places, town: Place, name: str, kind: str) -> Place | None:
    """Return the division of that name and kind that a town lies in, or None."""
    found = narrow(
        gazetteer.candidates(name, limit=_MANY) if name else (),
        countries=[town.country],
        kinds=[kind],
        near=(town.lon_deg, town.lat_deg),
    )
    at_home = [one.place for one in found if one.place.admin1 in {"", town.admin1}]
    return at_home[0] if at_home else None


def _settle(
    drawn: list[Place], told: list[Place], *, is_inside: bool
) -> tuple[list[Place], list[Place]]:
    """Keep one division a level: the town's within a town, else the outline's."""
    if is_inside:
        levels = {_level(place) for place in told}
        ids = {place.id for place in told}
        return [p for p in drawn if p.id in ids or _level(p) not in levels], told
    levels = {_level(place) for place in drawn}
    countries = {place.country for place in drawn if _is_land(place)}
    return drawn, [
        place
        for place in told
        if _level(place) not in levels and (not countries or place.country in countries)
    ]


def _level(place: Place) -> str:
    """Return what there can be only one of at a point, or what is no such thing."""
    if _is_land(place):
        return "country"
    return place.kind if place.kind in {"A.ADM1", "A.ADM2"} else place.id


def _is_land(place: Place) -> bool:
    """Tell whether a place is a country or territory of today."""
    return place.is_country and place.kind != "A.PCLH"


def _is_in(town: Place, point: Point) -> bool:
    return distance_km(town, point) * 1000 <= town.radius_m

"""Narrow what a name may mean, and ask which places lie at a point."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from placemap.core import Candidate, Place

    Point = tuple[float, float]

_AREAS = frozenset({"Polygon", "MultiPolygon"})


class Places(Protocol):
    """A gazetteer whose places can be gone through."""

    def places(self) -> Iterator[Place]:
        """Yield every place, without names."""

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the place's shape, or None."""


class Surroundings(NamedTuple):
    """The settlements nearest to a point, and the areas it lies in."""

    nearest: tuple[Place, ...]
    within: tuple[Place, ...]


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


def look_around(gazetteer: Places, point: Point, *, limit: int = 5) -> Surroundings:
    """Return the settlements nearest to a point and the areas around it.

    Every place is looked at once: less than two seconds for the shipped gazetteer.

    Parameters
    ----------
    point
        Longitude and latitude in degrees.
    limit
        How many settlements to return.

    Returns
    -------
    Surroundings
        Settlements by distance; areas whose outline holds the point, the smallest
        first. Places without an outline are in none of the two unless they are
        settlements: the divisions of a settlement stand in its fields.
    """
    from shapely.geometry import Point as Spot
    from shapely.geometry import shape

    spot = Spot(point)
    within: list[tuple[float, str, Place]] = []

    def settlements() -> Iterator[tuple[float, str, Place]]:
        for place in gazetteer.places():
            if place.feature_class == "P":
                yield distance_km(place, point), place.id, place
                continue
            outline = gazetteer.shape(place.id)
            if outline is not None and outline["type"] in _AREAS:
                area: BaseGeometry = shape(dict(outline))
                if area.covers(spot):
                    within.append((area.area, place.id, place))

    nearest = nsmallest(limit, settlements(), key=lambda found: found[:2])
    within.sort(key=lambda found: found[:2])
    return Surroundings(
        tuple(place for *_, place in nearest), tuple(place for *_, place in within)
    )

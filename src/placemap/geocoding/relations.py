"""Turn "near X" and "between X and Y" into a geometry of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.core import Location
from placemap.geocoding.borders import shared_border
from placemap.sphere import circle, distance_m

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import EventPlace

# UCDP codes "near" for places within about 25 km (Codebook, where_prec 2).
NEAR_M = 25_000.0
# UCDP codes of events around a place, and in its district.
_AROUND = (2, 3)


def locate_event_places(
    places: Sequence[EventPlace], locations: Mapping[str, Location]
) -> tuple[EventPlace, ...]:
    """Return the places of one event with their locations, in the same order.

    Near a point, and in the area or district of one, means a circle of 25 km around
    it (more for a large town); near an area or a line keeps its shape and widens its
    uncertainty. Two places between which something happened share the line that
    joins them, two areas along whose border it did share that. A location stays None
    where the place has none.
    """
    located = [_locate(place, locations.get(place.place)) for place in places]
    for relation, joined in (("between", _between), ("along", shared_border)):
        ends = [i for i, place in enumerate(located) if place.relation == relation]
        for first, second in zip(ends[::2], ends[1::2], strict=False):
            line = joined(located[first].location, located[second].location)
            if line is not None:
                located[first] = replace(located[first], location=line)
                located[second] = replace(located[second], location=line)
    return tuple(located)


def _locate(place: EventPlace, location: Location | None) -> EventPlace:
    if location is None:
        return place
    if place.relation == "near" or _is_around(place, location):
        location = _near(location)
    return replace(place, location=location)


def _is_around(place: EventPlace, location: Location) -> bool:
    """Tell "in the X area" and "X district" where only a town X is known."""
    is_point = location.geometry["type"] == "Point"
    is_within = place.relation in ("in", "at")
    return is_point and is_within and place.where_prec in _AROUND


def _near(location: Location) -> Location:
    radius_m = location.uncertainty_m + NEAR_M
    widened = replace(
        location, uncertainty_m=radius_m, method=f"near: {location.method}"
    )
    if location.geometry["type"] != "Point":
        return widened
    return replace(
        widened, geometry=circle(location.lon_deg, location.lat_deg, radius_m)
    )


def _between(one: Location | None, other: Location | None) -> Location | None:
    """Return the straight line between two places, centred on its middle."""
    if one is None or other is None:
        return None
    # The short way round: longitudes may run on beyond 180, for the writer to cut.
    other_lon = one.lon_deg + (other.lon_deg - one.lon_deg + 180) % 360 - 180
    ends = [[one.lon_deg, one.lat_deg], [other_lon, other.lat_deg]]
    length_m = distance_m(one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg)
    return Location(
        lon_deg=((one.lon_deg + other_lon) / 2 + 180) % 360 - 180,
        lat_deg=(one.lat_deg + other.lat_deg) / 2,
        uncertainty_m=length_m / 2 + max(one.uncertainty_m, other.uncertainty_m),
        method="line between the two places",
        geometry={"type": "LineString", "coordinates": ends},
    )

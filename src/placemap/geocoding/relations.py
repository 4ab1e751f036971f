"""Turn "near X" and the like into a geometry of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.sphere import circle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from placemap.core import EventPlace, Location

# UCDP codes "near" for places within about 25 km (Codebook, where_prec 2).
NEAR_M = 25_000.0


def locate_event_place(
    event_place: EventPlace, locations: Mapping[str, Location]
) -> EventPlace:
    """Return `event_place` with its location, from those of the places.

    Near a point means a circle of 25 km around it (more for a large town); near
    an area or a line keeps its shape and widens its uncertainty. The location
    stays None where the place has none.
    """
    location = locations.get(event_place.place)
    if location is None:
        return event_place
    if event_place.relation == "near":
        location = _near(location)
    return replace(event_place, location=location)


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

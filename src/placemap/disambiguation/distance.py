"""Distances between places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.sphere import distance_m

if TYPE_CHECKING:
    from placemap.core import Place


def distance_km(one: Place, other: Place) -> float:
    """Return the great-circle distance between the points of two places.

    Examples
    --------
    >>> from placemap.core import Place
    >>> pole = Place(id="x:1", name="North Pole", lon_deg=0, lat_deg=90)
    >>> equator = Place(id="x:2", name="Null Island", lon_deg=0, lat_deg=0)
    >>> round(distance_km(pole, equator))
    10008
    """
    metres = distance_m(one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg)
    return metres / 1000

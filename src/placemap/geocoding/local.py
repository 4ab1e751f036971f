"""Locate places with what the gazetteer holds: no network, no guess."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.core import Location
from placemap.sphere import circle

if TYPE_CHECKING:
    from placemap.core import Place
    from placemap.protocols import Gazetteer

# A spot, a bridge or a building of unknown size.
_SPOT_RADIUS_M = 1_000.0
# Feature classes whose places are areas: drawn as such even without an outline.
_AREA_CLASSES = frozenset("AL")
_FAR_M = 3_000_000.0  # beyond this a circle says nothing


# The same few states and counties come in article after article. An outline takes
# some ten kilobytes.
_SHAPES = 1 << 7
_circle = lru_cache(maxsize=1 << 8)(circle)


class LocalGeocoder:
    """Uses the gazetteer's shape, else the extent it derived, else its point.

    Examples
    --------
    >>> import placemap
    >>> world = placemap.open_gazetteer()
    >>> location = LocalGeocoder(world).locate(world.place("geonames:146970"))
    >>> location.geometry["type"], location.method
    ('Point', 'gazetteer point')
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._shape = lru_cache(_SHAPES)(gazetteer.shape)

    def locate(self, place: Place) -> Location | None:
        """Return where `place` is.

        A place with an outline or course in the gazetteer gets it. A division or
        region without one gets a circle of its radius around its point, an
        honest "somewhere in here"; towns and spots get their point.
        """
        radius_m = place.radius_m or _SPOT_RADIUS_M
        shape = self._shape(place.id)
        is_area = place.feature_class in _AREA_CLASSES and place.radius_m > 0
        if shape is not None:
            geometry, method = dict(shape), "gazetteer shape"
        elif is_area and radius_m < _FAR_M:
            geometry = dict(_circle(place.lon_deg, place.lat_deg, radius_m))
            method = "circle of the gazetteer's radius"
        else:
            point = [place.lon_deg, place.lat_deg]
            geometry, method = (
                {"type": "Point", "coordinates": point},
                "gazetteer point",
            )
        return Location(
            lon_deg=place.lon_deg,
            lat_deg=place.lat_deg,
            uncertainty_m=radius_m,
            method=method,
            geometry=geometry,
        )

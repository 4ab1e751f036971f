"""Whether geometries are valid, of the right type, and where the Earth is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import AGAIN, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shapely.geometry.base import BaseGeometry

# What rounding to decimals may do at the edge of the map.
_SLACK_DEG = 1e-9


def read_shape(
    read: Callable[[Any], BaseGeometry | None],
    raw: Any,  # noqa: ANN401 - whatever a format has for it
) -> tuple[BaseGeometry | None, str]:
    """Return the geometry that `read` makes of `raw`, and why it could not, or ''."""
    from shapely.errors import ShapelyError

    try:
        return read(raw), ""
    except (ShapelyError, ValueError, TypeError, LookupError, AttributeError) as error:
        return None, f"the geometry cannot be read: {str(error)[:80]}"


def check_shape(
    shape: BaseGeometry | None, geometry_type: str, where: str, *, in_degrees: bool
) -> Iterator[Problem]:
    """Yield what is wrong with the geometry of a row of a layer of `geometry_type`.

    `in_degrees` is whether its coordinates are to be longitudes and latitudes.
    """
    if shape is None:
        return
    if shape.is_empty:
        yield Problem(where, "the geometry is empty", "leave it out: null is unlocated")
        return
    # GeoJSON needs no many for one; databases take one among the many.
    allowed = {geometry_type, geometry_type.removeprefix("Multi")}
    if geometry_type != "Geometry" and shape.geom_type not in allowed:
        yield Problem(
            where,
            f"a {shape.geom_type} in a layer of {geometry_type or 'no geometry'}",
            "move it to the layer of its type",
        )
    if fault := _invalidity(shape):
        yield Problem(
            where,
            f"the geometry is not valid: {fault}",
            "mend it, such as with QGIS' 'Fix geometries'",
        )
    if in_degrees and not _is_on_earth(shape):
        yield Problem(
            where,
            "the geometry reaches beyond 180 degrees of longitude or 90 of latitude",
            "longitude comes first; " + AGAIN,
        )


def _invalidity(shape: BaseGeometry) -> str:
    """Return what is against the rules of geometries, or ''."""
    from numpy import errstate
    from shapely import is_valid_reason

    with errstate(all="ignore"):  # of numbers beyond all measure
        return "" if shape.is_valid else str(is_valid_reason(shape))


def _is_on_earth(shape: BaseGeometry) -> bool:
    west, south, east, north = shape.bounds
    lon_deg, lat_deg = 180 + _SLACK_DEG, 90 + _SLACK_DEG
    return -lon_deg <= west <= east <= lon_deg and -lat_deg <= south <= north <= lat_deg

"""Read the features of a GIS layer as places."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placemap.errors import GazetteerError
from placemap.gazetteer.formats.rows import Imported, Row, name_columns, take

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_DEGREES = "EPSG:4326"


def read_vector(path: str | Path, *, layer: str | None = None) -> Imported:
    """Return the records of a GIS layer: GeoPackage, Shapefile, GeoJSON, KML, ...

    Columns are named as for `read_table`; longitude and latitude come from the
    geometry, brought to WGS 84. A line or an area becomes the place's shape, its
    point lies on or in it.

    Parameters
    ----------
    layer
        The layer to read, None for the first one.

    Raises
    ------
    GazetteerError
        If GDAL cannot read the file, or the layer has no column with names.
    """
    from pyogrio.errors import DataLayerError, DataSourceError
    from pyogrio.raw import read

    path = Path(path)
    try:
        meta, _, geometries, columns = read(str(path), layer=layer, force_2d=True)
    except (DataSourceError, DataLayerError) as error:
        raise GazetteerError(f"cannot read {path}: {error}") from error
    fields = [str(field) for field in meta["fields"]]
    places = name_columns(fields)
    if "name" not in places or geometries is None:
        raise GazetteerError(
            f"{path}: expected a layer with geometry and a column name; found"
            f" {', '.join(fields) or 'no columns'}"
        )
    imported = Imported([], [])
    shapes = _in_degrees(geometries, meta["crs"], path)
    for number, geometry in enumerate(shapes):
        cells = {name: _cell(columns[at][number]) for name, at in places.items()}
        _take_shape(imported, Row(f"{path}, feature {number + 1}", cells), geometry)
    return imported


def _take_shape(imported: Imported, row: Row, geometry: BaseGeometry | None) -> None:
    if geometry is None or geometry.is_empty:
        imported.left_out.append(f"{row.where}: expected a geometry, found none")
        return
    from shapely.geometry import mapping

    point = geometry.representative_point()
    cells = {**row.cells, "lon": f"{point.x:.6f}", "lat": f"{point.y:.6f}"}
    source = Path(row.where.rpartition(",")[0]).stem
    count = len(imported.records)
    take(imported, row._replace(cells=cells), source=source)
    if len(imported.records) > count and geometry.geom_type != "Point":
        imported.records[-1].shape = json.loads(json.dumps(mapping(geometry)))


def _in_degrees(
    geometries: Sequence[bytes | None], crs: str | None, path: Path
) -> Iterator[BaseGeometry | None]:
    """Yield geometries in longitude and latitude; without a CRS they are taken so."""
    import numpy as np
    from pyproj import Transformer
    from pyproj.exceptions import CRSError
    from shapely import from_wkb, transform

    try:
        change = Transformer.from_crs(crs or _DEGREES, _DEGREES, always_xy=True)
    except CRSError as error:
        raise GazetteerError(
            f"{path}: unknown coordinate system {crs!r}; save the layer in EPSG:4326"
        ) from error

    def to_degrees(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(change.transform(points[:, 0], points[:, 1]))

    for packed in geometries:
        geometry = None if packed is None else from_wkb(packed)
        if geometry is not None and crs not in {None, _DEGREES}:
            geometry = transform(geometry, to_degrees)
        yield geometry


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever GDAL has read
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    text = str(value).strip()
    return text.removesuffix(".0") if isinstance(value, float) else text

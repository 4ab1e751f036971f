"""Rows turned into whole columns, as the writers of GIS files take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.errors import OutputError
from placemap.output.jsontext import dumps
from placemap.output.wkb import promoted, to_wkb

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    from placemap.output.columns import Column
    from placemap.output.schema import Layer
    from placemap.output.table import Feature

WGS84 = "EPSG:4326"
_UTC = 100  # GDAL counts time zones in quarters of an hour from here


class Grid:
    """The rows of one layer by column; far smaller in memory than a row each."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self.cells: list[list[Any]] = [[] for _ in layer.columns]
        self.shapes: list[bytes | None] = []
        self._into_many = layer.geometry_type.startswith("Multi")

    def __len__(self) -> int:
        return len(self.shapes)

    def add(self, feature: Feature) -> None:
        """Add a row that has been filled to the columns of the layer."""
        for values, value, column in zip(
            self.cells, feature.row.values(), self.layer.columns, strict=True
        ):
            is_json = column.kind == "json" and value is not None
            values.append(dumps(value) if is_json else value)
        geometry = feature.geometry
        if geometry is not None and self._into_many:
            geometry = promoted(geometry)
        self.shapes.append(None if geometry is None else to_wkb(geometry))


def write_grid(
    grid: Grid,
    path: Path,
    *,
    driver: str,
    crs: str | None = None,
    dataset_options: Mapping[str, str] | None = None,
    layer_options: Mapping[str, str] | None = None,
    dataset_metadata: Mapping[str, str] | None = None,
    layer_metadata: Mapping[str, str] | None = None,
) -> None:
    """Write `grid` to `path` as one layer, in `crs`, or WGS 84 where it is None.

    Raises
    ------
    OutputError
        If the coordinate reference system is unknown or does not reach as far as
        the geometries.
    """
    from pyogrio.raw import write

    layer = grid.layer
    cells = [
        _array(values, column)
        for values, column in zip(grid.cells, layer.columns, strict=True)
    ]
    times = [column.name for column in layer.columns if column.kind == "datetime"]
    has_geometry = bool(layer.geometry_type)
    write(
        str(path),
        shapes_in(grid.shapes, crs) if has_geometry else None,
        [values for values, _ in cells],
        [column.name for column in layer.columns],
        field_mask=[unknown for _, unknown in cells],
        layer=layer.name,
        driver=driver,
        geometry_type=_geometry_type(layer) if has_geometry else None,
        crs=(crs or WGS84) if has_geometry else None,
        dataset_options=dict(dataset_options or {}),
        layer_options=dict(layer_options or {}),
        dataset_metadata=dict(dataset_metadata or {}) or None,
        layer_metadata=dict(layer_metadata or {}) or None,
        gdal_tz_offsets={name: _zones(len(grid)) for name in times},
    )


def _geometry_type(layer: Layer) -> str:
    return "Unknown" if layer.geometry_type == "Geometry" else layer.geometry_type


def _array(values: list[Any], column: Column) -> tuple[Any, Any]:
    """Return a column's values and, where the type needs it, which are unknown."""
    import numpy as np

    match column.kind:
        case "text" | "json":
            return np.array(values, dtype=object), None
        case "float":
            return np.array(values, dtype=float), None
        case "date":
            return np.array(values, dtype="datetime64[D]"), None
        case "datetime":
            naive = [value and value.replace(tzinfo=None) for value in values]
            return np.array(naive, dtype="datetime64[ms]"), None
        case "int":
            numbers = np.array([value or 0 for value in values], dtype="int64")
        case "bool":
            numbers = np.array([bool(value) for value in values])
    return numbers, np.array([value is None for value in values], dtype=bool)


def _zones(count: int) -> npt.NDArray[np.int64]:
    import numpy as np

    return np.full(count, _UTC, dtype="int64")


def shapes_in(shapes: list[bytes | None], crs: str | None) -> npt.NDArray[np.object_]:
    """Return well-known binary in `crs`, or as it is where that is None.

    Raises
    ------
    OutputError
        If `crs` is unknown or does not reach as far as the geometries.
    """
    import numpy as np

    made = np.empty(len(shapes), dtype=object)
    made[:] = shapes
    if crs is None:
        return made
    from shapely import from_wkb, get_coordinates, to_wkb, transform

    projected = transform(from_wkb(made), _projection(crs), interleaved=False)
    if not np.isfinite(get_coordinates(projected)).all():
        raise OutputError(
            f"cannot draw all places in {crs}: some lie where it does not reach; "
            f"choose a projection of their area, or {WGS84}"
        )
    return np.asarray(to_wkb(projected), dtype=object)


def _projection(crs: str) -> Callable[..., Any]:
    from pyproj import Transformer
    from pyproj.exceptions import CRSError

    try:
        return Transformer.from_crs(WGS84, crs, always_xy=True).transform
    except CRSError as error:
        raise OutputError(
            f"no coordinate reference system is called {crs!r}; "
            "expected a code such as EPSG:32638"
        ) from error

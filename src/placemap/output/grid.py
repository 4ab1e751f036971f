"""Rows turned into whole columns, as the writers of files take them."""

from __future__ import annotations

from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from placemap.errors import OutputError
from placemap.output.jsontext import dumps, printable
from placemap.output.table import is_too_large
from placemap.output.wkb import promoted, to_wkb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    import numpy.typing as npt

    from placemap.output.columns import Kind
    from placemap.output.schema import Layer
    from placemap.output.table import Feature

WGS84 = "EPSG:4326"
# Rows turned into columns together: more are no faster, and take more memory.
AT_ONCE = 500


class Rows:
    """Rows of one layer on the way to columns."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self._empty = dict.fromkeys(column.name for column in layer.columns)
        self._cells_of = itemgetter(*self._empty)
        self._json = [column.name for column in layer.columns if column.kind == "json"]
        self._cells: list[tuple[Any, ...]] = []
        self._shapes: list[bytes | None] = []
        self._into_many = layer.geometry_type.startswith("Multi")

    def __len__(self) -> int:
        return len(self._cells)

    def add(self, feature: Feature) -> None:
        """Add a row, of which columns may be missing."""
        row = self._empty | feature.row
        for name in self._json:
            if row[name] is not None:
                row[name] = dumps(row[name])
        self._cells.append(self._cells_of(row))
        geometry = feature.geometry
        if geometry is not None and self._into_many:
            geometry = promoted(geometry)
        self._shapes.append(None if geometry is None else to_wkb(geometry))

    def taken(self) -> tuple[list[Sequence[Any]], list[bytes | None]]:
        """Return the columns and the shapes of the rows there are, and forget them."""
        columns = zip(*self._cells, strict=True) if self._cells else repeat(())
        fit = [
            fitted(values, column.kind)
            for values, column in zip(columns, self.layer.columns, strict=False)
        ]
        shapes = self._shapes
        self._cells, self._shapes = [], []
        return fit, shapes


class Grid:
    """All rows of one layer by column; far smaller in memory than a row each."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self._columns: list[list[Any]] = [[] for _ in layer.columns]
        self._shapes: list[bytes | None] = []
        self._latest = Rows(layer)

    def add(self, feature: Feature) -> None:
        """Add a row, of which columns may be missing."""
        self._latest.add(feature)
        if len(self._latest) == AT_ONCE:
            self._keep_latest()

    def whole(self) -> tuple[list[list[Any]], list[bytes | None]]:
        """Return the columns, in the order of the layer, and the shapes."""
        self._keep_latest()
        return self._columns, self._shapes

    def _keep_latest(self) -> None:
        columns, shapes = self._latest.taken()
        for known, values in zip(self._columns, columns, strict=True):
            known.extend(values)
        self._shapes += shapes


def fitted(values: Sequence[Any], kind: Kind) -> Sequence[Any]:
    """Return the values of a column as `filled` makes them."""
    if values.count(None) == len(values):
        return values
    match kind:
        case "text":
            texts = [value or None for value in values]
            joined = "".join(filter(None, texts))
            if printable(joined) == joined:  # one search instead of many
                return texts
            return [text and printable(text) for text in texts]
        case "int":
            known = [value for value in values if value is not None]
            if not (is_too_large(max(known)) or is_too_large(min(known))):
                return values
            return [None if is_too_large(value) else value for value in values]
    return values


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

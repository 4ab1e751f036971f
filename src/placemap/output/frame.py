"""Layers as GeoDataFrames, for notebooks and for geopandas' own writers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from placemap.output.encoding import run_record
from placemap.output.grid import WGS84, Grid, shapes_in
from placemap.output.layers import rows_of
from placemap.output.schema import layer_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd
    import pandas as pd

    from placemap.core import ParsedDocument
    from placemap.output.columns import Column

_DTYPES = {
    "text": "str",
    "json": "str",
    "int": "Int64",
    "float": "float64",
    "bool": "boolean",
    "date": "datetime64[s]",
    "datetime": "datetime64[s, UTC]",
}


def geodataframe(parsed: Iterable[ParsedDocument], layer: str) -> gpd.GeoDataFrame:
    """Return the layer in EPSG:4326, with the columns and types of its table.

    Raises
    ------
    ValueError
        If there is no such layer.
    """
    import geopandas as gpd

    grid = Grid(layer_called(layer))
    items = iter(parsed)
    first = next(items, None)
    if first is not None:
        for feature in rows_of(chain([first], items), grid.layer, first.run):
            grid.add(feature)
    cells, shapes = grid.whole()
    data = {
        column.name: _series(values, column)
        for column, values in zip(grid.layer.columns, cells, strict=True)
    }
    frame = gpd.GeoDataFrame(
        data, geometry=gpd.GeoSeries.from_wkb(shapes_in(shapes, None)), crs=WGS84
    )
    if first is not None:
        frame.attrs["placemap"] = run_record(first.run)
    return frame


def _series(values: list[Any], column: Column) -> pd.Series[Any]:
    import pandas as pd

    return pd.Series(values, dtype=_DTYPES[column.kind])

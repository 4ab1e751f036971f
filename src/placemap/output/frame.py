"""Layers as GeoDataFrames, for notebooks and for geopandas' own writers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.columns import EVENTS, MENTIONS
from placemap.output.encoding import run_record
from placemap.output.evidence import mention_features
from placemap.output.jsontext import dumps
from placemap.output.table import event_features, filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd
    import pandas as pd

    from placemap.core import ParsedDocument, Run
    from placemap.output.columns import Column
    from placemap.output.table import Feature

_LAYERS = {"events": (EVENTS, event_features), "mentions": (MENTIONS, mention_features)}
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
    from shapely.geometry import shape

    if layer not in _LAYERS:
        known = " or ".join(_LAYERS)
        raise ValueError(f"expected layer {known}, found {layer!r}")
    columns, features_of = _LAYERS[layer]
    run: Run | None = None
    features: list[Feature] = []
    for item in parsed:
        run = run or item.run
        features += filled(features_of(item, item.run), columns)
    data = {
        column.name: _series([feature.row[column.name] for feature in features], column)
        for column in columns
    }
    shapes = [shape(f.geometry) if f.geometry else None for f in features]
    frame = gpd.GeoDataFrame(
        data,
        geometry=shapes,  # type: ignore[arg-type] # None is a missing geometry
        crs="EPSG:4326",
    )
    if run is not None:
        frame.attrs["placemap"] = run_record(run)
    return frame


def _series(values: list[Any], column: Column) -> pd.Series[Any]:
    import pandas as pd

    if column.kind == "json":
        values = [None if value is None else dumps(value) for value in values]
    return pd.Series(values, dtype=_DTYPES[column.kind])

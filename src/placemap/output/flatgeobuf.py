"""A layer as FlatGeobuf: one compact file with a spatial index, read in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.atomic import replacing
from placemap.output.encoding import run_record
from placemap.output.jsontext import dumps, printable
from placemap.output.layers import rows_of
from placemap.output.schema import layer_called
from placemap.output.vector import grid_for, write_grid

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from placemap.core import ParsedDocument, Run


def write_flatgeobuf(
    parsed: Iterable[ParsedDocument],
    path: Path,
    *,
    run: Run,
    layer: str = "events",
    crs: str | None = None,
) -> None:
    """Write the rows of a layer that have a geometry to `path`.

    The format's spatial index has no room for the others.

    Raises
    ------
    OutputError
        If the file cannot be written, or not in `crs`.
    ValueError
        If there is no such layer.
    """
    with replacing(path) as temporary:
        grid = grid_for(layer_called(layer), temporary, crs=crs)
        for feature in rows_of(parsed, grid.layer, run):
            if feature.geometry is not None:
                grid.add(feature)
        write_grid(
            grid,
            temporary,
            driver="FlatGeobuf",
            crs=crs,
            layer_options={
                "TITLE": grid.layer.title,
                "DESCRIPTION": printable("; ".join(run.attribution)),
            },
            layer_metadata={"PLACEMAP": printable(dumps(run_record(run)))},
        )

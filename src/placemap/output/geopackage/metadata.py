"""Where the data comes from, in the manner GDAL and QGIS each look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from placemap.output.encoding import run_record
from placemap.output.jsontext import dumps, printable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from placemap.core import Run
    from placemap.output.schema import Layer

_QGIS = "http://mrcc.com/qgis.dtd"


def dataset_metadata(run: Run) -> dict[str, str]:
    """Return what made the file and whose data it rests on, as GDAL keeps it."""
    return {
        "PLACEMAP": printable(dumps(run_record(run))),
        "ATTRIBUTION": printable("; ".join(run.attribution)),
    }


def add_metadata(
    database: sqlite3.Connection, layers: Iterable[Layer], run: Run, *, changed: str
) -> None:
    """Write what QGIS shows of each layer: title, contents, licences.

    The tables are there already: GDAL made them for `dataset_metadata`.
    """
    for layer in layers:
        added = database.execute(
            "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
            " VALUES ('dataset', ?, 'text/xml', ?)",
            (_QGIS, _layer_metadata(layer, run)),
        )
        database.execute(
            "INSERT INTO gpkg_metadata_reference "
            "(reference_scope, table_name, timestamp, md_file_id) "
            "VALUES ('table', ?, ?, ?)",
            (layer.name, changed, added.lastrowid),
        )


def _layer_metadata(layer: Layer, run: Run) -> str:
    attribution = "".join(_element("rights", line) for line in run.attribution)
    made_by = f"placemap {run.version}, {run.gazetteer}, labels: {run.labels}"
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis>"
        f"{_element('identifier', layer.name)}<type>dataset</type>"
        f"<language>ENG</language>{_element('title', layer.title)}"
        f"{_element('abstract', f'{layer.title}. Made by {made_by}.')}"
        f"{attribution}<encoding>UTF-8</encoding></qgis>"
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(printable(text))}</{name}>"

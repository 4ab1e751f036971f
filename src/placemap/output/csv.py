"""Events as a table for spreadsheets."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from placemap.output.atomic import replacing
from placemap.output.columns import EVENTS
from placemap.output.jsontext import dumps, printable
from placemap.output.table import event_features, filled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.columns import Kind
    from placemap.output.geometry import Geometry

# What makes a spreadsheet take a text for a formula, full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(parsed: Iterable[ParsedDocument], path: Path, *, run: Run) -> None:
    """Write the events of `parsed` to `path`, a row for each event and place.

    Columns are those of the other formats, then ``wkt``, the geometry, and what
    made the file, for a table has no other place to say it. The file is
    UTF-8 with a byte order mark, for spreadsheets, and ends its lines as RFC 4180
    says. A text that a spreadsheet would run as a formula gets a leading
    apostrophe.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    kinds = [column.kind for column in EVENTS]
    made_by = {
        key: harmless_text(printable(value)) for key, value in _made_by(run).items()
    }
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([*(column.name for column in EVENTS), "wkt", *made_by])
        for item in parsed:
            for row, geometry in filled(event_features(item, run), EVENTS):
                cells = map(_cell, row.values(), kinds)
                writer.writerow([*cells, _wkt(geometry), *made_by.values()])


def harmless_text(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula, led by an apostrophe.

    Examples
    --------
    >>> harmless_text("=1+1"), harmless_text("Rain")
    ("'=1+1", 'Rain')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _made_by(run: Run) -> dict[str, str]:
    return {
        "placemap_version": run.version,
        "gazetteer": run.gazetteer,
        "gazetteer_sha256": run.gazetteer_sha256,
        "labels": run.labels,
        "attribution": "; ".join(run.attribution),
    }


def _cell(value: Any, kind: Kind) -> str:  # noqa: ANN401 - `kind` says what it holds
    if value is None or value in ([], {}):
        return ""
    if kind == "json":
        return dumps(value)
    if kind == "text":
        return harmless_text(value)
    return str(value).lower() if kind == "bool" else str(value)


def _wkt(geometry: Geometry | None) -> str:
    if geometry is None:
        return ""
    from shapely import to_wkt
    from shapely.geometry import shape

    return to_wkt(shape(geometry), rounding_precision=6)

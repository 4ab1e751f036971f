"""Tables for spreadsheets and statistics."""

from __future__ import annotations

import csv
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from placemap.output.atomic import replacing
from placemap.output.geometry import DECIMALS
from placemap.output.jsontext import dumps, printable
from placemap.output.layers import features_of
from placemap.output.schema import layer_called
from placemap.output.wkb import to_wkb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.columns import Kind
    from placemap.output.geometry import Geometry

    Writer = Any  # the type of what csv.writer returns has no public name

# What makes a spreadsheet take a text for a formula, full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def write_csv(
    parsed: Iterable[ParsedDocument],
    path: Path,
    *,
    run: Run,
    layer: str = "events",
    bom: bool = True,
) -> None:
    """Write a layer of `parsed` to `path`, such as a row for each event and place.

    Columns are those of the other formats, then ``wkt``, the geometry, and what
    made the file, for a table has no other place to say it. Lines end as RFC 4180
    says. A text that a spreadsheet would run as a formula gets a leading
    apostrophe. `bom` is whether the UTF-8 begins with a byte order mark, by
    which Excel knows it.

    Raises
    ------
    OutputError
        If the file cannot be written.
    ValueError
        If there is no such layer.
    """
    chosen = layer_called(layer)
    kinds = [column.kind for column in chosen.columns]
    names = [column.name for column in chosen.columns]
    made_by = {
        key: harmless_text(printable(value))
        for key, value in _made_by(run).items()
        if key not in names  # the sources say it of each document
    }
    with table_writer(path, bom=bom) as writer:
        writer.writerow([*names, "wkt", *made_by])
        for row, geometry in features_of(parsed, chosen, run):
            cells = map(cell_text, row.values(), kinds)
            writer.writerow([*cells, wkt(geometry), *made_by.values()])


@contextmanager
def table_writer(path: Path, *, bom: bool) -> Iterator[Writer]:
    """Give a writer of rows to `path`, which is replaced whole or not at all."""
    encoding = "utf-8-sig" if bom else "utf-8"
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding=encoding, newline="") as file,
    ):
        yield csv.writer(file, lineterminator="\r\n")


def harmless_text(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula, led by an apostrophe.

    Examples
    --------
    >>> harmless_text("=1+1"), harmless_text("Rain")
    ("'=1+1", 'Rain')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def runs_as_formula(cell: str) -> bool:
    """Tell whether a spreadsheet takes a cell for a formula; a number is none.

    Examples
    --------
    >>> runs_as_formula("-1.5"), runs_as_formula("-1+cmd()")
    (False, True)
    """
    return cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell)


def _made_by(run: Run) -> dict[str, str]:
    return {
        "placemap_version": run.version,
        "gazetteer": run.gazetteer,
        "gazetteer_sha256": run.gazetteer_sha256,
        "labels": run.labels,
        "attribution": "; ".join(run.attribution),
    }


def cell_text(value: Any, kind: Kind) -> str:  # noqa: ANN401 - `kind` says what it holds
    """Return a value as the text of a cell; what is unknown or empty is ''."""
    if value is None or value in ([], {}):
        return ""
    if kind == "json":
        return dumps(value)
    if kind == "text":
        return harmless_text(value)
    return str(value).lower() if kind == "bool" else str(value)


def wkt(geometry: Geometry | None) -> str:
    """Return `geometry` as well-known text, or '' where there is none.

    Examples
    --------
    >>> wkt({"type": "Point", "coordinates": [46.75, 39.8]})
    'POINT (46.75 39.8)'
    """
    if geometry is None:
        return ""
    from shapely import from_wkb, to_wkt

    return to_wkt(from_wkb(to_wkb(geometry)), rounding_precision=DECIMALS)

"""Check a file of ours by its format."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.errors import OutputError
from placemap.output.checks.flatgeobuf import check_flatgeobuf
from placemap.output.checks.geojson import check_geojson, check_lines, check_sequence
from placemap.output.checks.geopackage import check_geopackage
from placemap.output.checks.kml import check_kml
from placemap.output.checks.linked_places import check_linked_places
from placemap.output.checks.parquet import check_parquet
from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.reports import check_report
from placemap.output.checks.shaped import check_acled, check_ucdp
from placemap.output.checks.tabular import check_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What the libraries that read the formats raise of files that are none.
_UNREADABLE = (
    csv.Error,
    sqlite3.Error,
    ArithmeticError,
    RecursionError,
    ValueError,
)
# By the end of the file's name; of several that fit, the first.
_CHECKS: dict[str, Callable[[Path], Iterator[Problem]]] = {
    ".gpkg": check_geopackage,
    ".geojson": check_geojson,
    ".geojsonl": check_lines,
    ".geojsons": check_sequence,
    ".parquet": check_parquet,
    ".fgb": check_flatgeobuf,
    ".kml": check_kml,
    ".acled.csv": check_acled,
    ".ucdp.csv": check_ucdp,
    ".csv": check_csv,
    ".lpf.json": check_linked_places,
    ".jsonl": check_report,
}


def validate(path: str | Path) -> Iterator[Problem]:
    """Yield what is wrong with a file that placemap wrote; nothing when all is well.

    Checked are the schema (columns, types, codes, ranges), ids and what refers to them,
    dates, the geometries and, for what is JSON, RFC 7946; that tables hold
    nothing a spreadsheet would run, and balloons nothing that Earth would; where the
    file holds the results whole, also that they can be read back.

    Raises
    ------
    MissingExtraError
        If the library that reads the format is not installed.
    OutputError
        If the file cannot be opened, or is of a format that cannot be checked.
    """
    target = Path(path)
    name = target.name.lower()
    check = next((_CHECKS[end] for end in _CHECKS if name.endswith(end)), None)
    if check is None:
        known = ", ".join(_CHECKS)
        raise OutputError(f"cannot check {target}: expected a file of {known}")
    if not target.is_file():
        raise OutputError(f"cannot read {target}: there is no such file")
    try:
        yield from check(target)
    except OSError as error:
        raise OutputError(f"cannot read {target}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        what = f"it is not UTF-8 at byte {error.start + 1}"
        yield Problem(str(target), what, "save it in UTF-8, or export it again")
    except _UNREADABLE as error:
        what = f"not a file of its format, or a broken one: {_in_short(error)}"
        yield Problem(str(target), what, AGAIN)


def _in_short(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return " ".join(str(error).split())[:200]

"""Read results back from every format that holds them whole.

JSON Lines are the results; GeoPackage, GeoJSON and GeoParquet carry the same lines
beside their layers, unless they were written without the texts. What was edited in
a GIS program is not read back: layers are for looking, the report is for keeping.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placemap.errors import OutputError
from placemap.output import jsonl
from placemap.output.decoding import from_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from placemap.core import ParsedDocument

_BEGINNINGS = {b"SQLite format 3\x00": "gpkg", b"PAR1": "parquet"}
_LOOK = 4096


def read_report(path: str | Path) -> Iterator[ParsedDocument]:
    """Yield the parsed documents of a report, in order, without loss.

    Parameters
    ----------
    path
        A file written by `export`: JSON Lines, GeoPackage, GeoJSON or GeoParquet.

    Raises
    ------
    OutputError
        If the file cannot be opened, is not as placemap writes it, or was written
        without the texts; the message gives file and place.
    """
    kind = _kind_of(Path(path))
    if kind == "jsonl":
        yield from jsonl.read_lines(path)
        return
    for number, record in enumerate(_READERS[kind](Path(path)), start=1):
        try:
            yield from_record(record)
        except OutputError as error:
            raise OutputError(f"{path}, document {number}: {error}") from error


def is_report(path: str | Path) -> bool:
    """Tell whether `read_report` can be asked to read the file.

    A file that is missing or cannot be read is none.
    """
    try:
        kind = _kind_of(Path(path))
    except OutputError:
        return False
    if kind == "gpkg":
        return bool(_asked(Path(path), _HAS_REPORT))
    return kind != "jsonl" or jsonl.is_report(path)


def _kind_of(path: Path) -> str:
    """Return the format a file begins like; ``jsonl`` for all that is not known."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_LOOK)
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror}") from error
    for mark, kind in _BEGINNINGS.items():
        if beginning.startswith(mark):
            return kind
    is_ours = b'"placemap-events/' in beginning
    is_collection = b'"FeatureCollection"' in beginning
    return "geojson" if is_ours and is_collection else "jsonl"


_HAS_REPORT = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'report'"


def _asked(path: Path, query: str) -> list[Any]:
    try:
        with closing(_opened(path)) as database:
            return database.execute(query).fetchall()
    except sqlite3.Error as error:
        raise OutputError(f"cannot read {path}: {error}") from error


def _from_geopackage(path: Path) -> Iterator[object]:
    if not _asked(path, _HAS_REPORT):
        raise OutputError(
            f"{path} is no GeoPackage of placemap: it has no table 'report'"
        )
    ((kept, read),) = _asked(
        path, "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM sources)"
    )
    _check_whole(path, is_whole=kept == read)
    with closing(_opened(path)) as database:
        for (record,) in database.execute("SELECT record FROM report ORDER BY fid"):
            yield _decoded(record, path)


def _opened(path: Path) -> sqlite3.Connection:
    """Return the database, which nothing can be written to."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _from_geojson(path: Path) -> Iterator[object]:
    collection = _decoded(path.read_bytes(), path)
    records = collection.get("report") if isinstance(collection, dict) else None
    _check_whole(path, is_whole=isinstance(records, list))
    yield from records or ()


def _from_parquet(path: Path) -> Iterator[object]:
    from placemap.output.parquet import read_lines

    lines = read_lines(path)
    _check_whole(path, is_whole=lines is not None)
    for line in lines or ():
        yield _decoded(line, path)


def _check_whole(path: Path, *, is_whole: bool) -> None:
    if not is_whole:
        raise OutputError(
            f"{path} does not hold the results whole: it was written without the "
            "texts; read parsed.jsonl, or export it again with them"
        )


def _decoded(text: str | bytes, path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OutputError(f"{path}: not JSON ({error}); export it again") from error


_READERS: dict[str, Callable[[Path], Iterable[object]]] = {
    "gpkg": _from_geopackage,
    "geojson": _from_geojson,
    "parquet": _from_parquet,
}

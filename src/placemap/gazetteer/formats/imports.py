"""Read a gazetteer of one's own: a plain table, tables, a Linked Places file.

Each gives place records, to be compiled with `save_gazetteer`. A row that cannot be
used is left out and told; a file that cannot be read is an error.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.compiler import compile_gazetteer
from placemap.gazetteer.curated.amendments import amend
from placemap.gazetteer.curated.tables import read_curated
from placemap.gazetteer.formats.lpf import from_feature
from placemap.gazetteer.formats.rows import Imported, Row, name_columns, take

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.gazetteer.compiled.compiler import PlaceRecord


def save_gazetteer(
    records: Iterable[PlaceRecord],
    target: str | Path,
    *,
    version: str,
    attribution: Sequence[str],
    names_source: str = "",
) -> None:
    """Compile records into a gazetteer file, written whole or not at all.

    Parameters
    ----------
    version
        Name and version, as it should be cited.
    attribution
        The sources of the data with their licences, one each.
    names_source
        The source of names that have no other.

    Raises
    ------
    GazetteerError
        If there are no records, or the file cannot be written.
    """
    rows = list(records)
    if not rows:
        raise GazetteerError("expected at least one place, found none to compile")
    data = compile_gazetteer(
        rows, version=version, attribution=attribution, names_source=names_source
    )
    target = Path(target)
    temporary = target.with_name(f"{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise GazetteerError(
            f"cannot write {target}: {error.strerror}; choose another target"
        ) from error


def read_tables(folder: str | Path) -> Imported:
    """Return the records of a folder of curated tables that stands for itself.

    Raises
    ------
    GazetteerError
        If a table cannot be read, or a row is about a place that none defines.
    """
    return Imported(amend((), read_curated(folder)), [])


def read_table(path: str | Path) -> Imported:
    """Return the records of a table with a row a place.

    The table is comma-, semicolon- or tab-separated UTF-8 with a header. It needs
    the columns name, lon and lat (or longitude, latitude, x, y); id, kind, country,
    admin1, admin2, population, radius_m and alternate_names, these separated by
    ``|``, are taken where they are there.

    Raises
    ------
    GazetteerError
        If the file cannot be read or lacks a column.
    """
    path = Path(path)
    reader = _open_table(path)
    header: list[str] = next(reader, [])
    columns = name_columns(header)
    if missing := [name for name in ("name", "lon", "lat") if name not in columns]:
        raise GazetteerError(
            f"{path}, line 1: expected the columns id, name, lon, lat, kind, country"
            f" and alternate_names; found {', '.join(header) or 'nothing'};"
            f" {', '.join(missing)} missing"
        )
    imported = Imported([], [])
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path}, line {reader.line_num}"
        if len(cells) != len(header):
            imported.left_out.append(
                f"{where}: expected {len(header)} cells, found {len(cells)}; put"
                " quotes around a text that holds the separator"
            )
            continue
        named = {name: cells[at].strip() for name, at in columns.items()}
        take(imported, Row(where, named), source=path.stem)
    return imported


def read_lpf(path: str | Path) -> Imported:
    """Return the records of a file in the Linked Places Format.

    The file is a FeatureCollection, or has one Feature a line.

    Raises
    ------
    GazetteerError
        If the file cannot be read or is neither.
    """
    path = Path(path)
    imported = Imported([], [])
    for where, feature in _features(path):
        try:
            imported.records.append(from_feature(feature, source=path.stem))
        except GazetteerError as error:
            imported.left_out.append(f"{where}: {error}")
    return imported


def _open_table(path: Path) -> Any:  # noqa: ANN401 - the csv module names no type
    text = _text_of(path)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GazetteerError(f"cannot read {path}: {error.strerror}") from error
    try:
        return data.decode("utf-8-sig")  # spreadsheets write a byte order mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GazetteerError(
            f"{path}, line {line}: expected UTF-8, found the byte"
            f" 0x{data[error.start]:02x}; save the file as UTF-8"
        ) from error


def _features(path: Path) -> Iterator[tuple[str, object]]:
    text = _text_of(path)
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise GazetteerError(
                f"{path}, line {error.lineno}: expected JSON, found {error.msg}"
            ) from error
        yield from _feature_lines(path, text)
        return
    features = whole.get("features") if isinstance(whole, dict) else None
    if isinstance(whole, dict) and whole.get("type") == "Feature":
        features = [whole]
    if not isinstance(features, list):
        raise GazetteerError(
            f"{path}: expected a FeatureCollection of the Linked Places Format"
        )
    for number, feature in enumerate(features, start=1):
        yield f"{path}, feature {number}", feature


def _feature_lines(path: Path, text: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield f"{path}, line {number}", json.loads(line)
            except json.JSONDecodeError as error:
                raise GazetteerError(
                    f"{path}, line {number}: expected one Feature a line, found"
                    f" {error.msg}"
                ) from error

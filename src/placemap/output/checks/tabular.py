"""Check a table of comma-separated values, as it stands and by our schema."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import Cells, Keys, Table, check_columns
from placemap.output.csv import runs_as_formula
from placemap.output.schema import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from placemap.output.schema import Layer

# The shape of a country takes more than the 131,072 characters that Python reads.
_LONGEST_CELL = 2**31 - 1
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Line(NamedTuple):
    """A row of a table: its cells by column, None where empty, and where it begins."""

    cells: dict[str, str | None]
    where: str


def check_csv(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a layer written as a table."""
    names = read_heading(path)
    layer = layer_of(names)
    if layer is None:
        is_other = len(names) == 1 and any(mark in names[0] for mark in ";\t")
        what = "the heading fits no layer"
        cure = "save it with commas between the cells" if is_other else AGAIN
        yield Problem(str(path), what, cure)
        return
    yield from check_columns(layer.columns, names, layer.name)
    table = Table(layer, Keys(), in_degrees=True)
    for line in read_lines(path):
        if isinstance(line, Problem):
            yield line
        else:
            yield from table.check(_cells(line))


def layer_of(names: Iterable[str]) -> Layer | None:
    """Return the layer most of whose columns are there, None where that is not half."""
    found = set(names)

    def share(layer: Layer) -> float:
        return len(found & {c.name for c in layer.columns}) / len(layer.columns)

    best = max(SINGLE, key=share)  # the first of equals: events
    return best if share(best) > 1 / 2 else None


def _cells(line: Line) -> Cells:
    from shapely import from_wkt

    values: dict[str, Any] = dict(line.cells)
    shape, fault = read_shape(from_wkt, values.pop("wkt", None))
    return Cells(values, shape, line.where, fault)


def read_heading(path: Path) -> list[str]:
    """Return the names of the columns, none of an empty file.

    Raises
    ------
    ValueError
        If the file is not in UTF-8, or holds no table.
    """
    with path.open("rb") as file:
        if file.read(2) in _UTF_16:
            raise ValueError("it is in UTF-16; save it as UTF-8")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file, strict=True), [])


def read_lines(path: Path) -> Iterator[Line | Problem]:
    """Yield the rows below the heading, and what is wrong with how they are written.

    A row with too many or too few cells is a problem and no line. A cell that a
    spreadsheet would run is a problem before its line.

    Raises
    ------
    ValueError, csv.Error
        If the file is not in UTF-8, or its quotes do not match.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        names = next(reader, [])
        for where, row in _numbered(reader):
            if len(row) != len(names):
                what = f"it has {len(row)} cells, the heading {len(names)}"
                cure = "put a text with commas in quotes, or export the file again"
                yield Problem(where, what, cure)
                continue
            for name, cell in zip(names, row, strict=True):
                if runs_as_formula(cell):
                    what = f"{name}: a spreadsheet would run {cell!r:.40} as a formula"
                    yield Problem(where, what, "put an apostrophe before it")
            cells = zip(names, (cell or None for cell in row), strict=True)
            yield Line(dict(cells), where)


def _numbered(reader: Any) -> Iterator[tuple[str, list[str]]]:  # noqa: ANN401 - the type of a csv.reader has no public name
    """Yield the rows with the line each begins at, however long their cells are."""
    while True:
        begin = reader.line_num + 1
        # The limit is one for the whole process: raised for this row only.
        usual = csv.field_size_limit(_LONGEST_CELL)
        try:
            row = next(reader, None)
        finally:
            csv.field_size_limit(usual)
        if row is None:
            return
        if row:  # an empty line is no row
            yield f"line {begin}", row

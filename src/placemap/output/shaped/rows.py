"""What the tables shaped like other collections share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.csv import harmless_text, runs_as_formula, table_writer
from placemap.output.layers import features_of
from placemap.output.schema import EVENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.table import Row

# Collections of events hold what happened: no plans, no threats, nothing denied.
_HAPPENED = {"asserted", "attributed", "historical"}

Cells = dict[str, str]


def happened(
    parsed: Iterable[ParsedDocument], run: Run, fits: Callable[[Row], bool]
) -> Iterator[Row]:
    """Yield the rows of events that are said to have happened, at a place and time.

    `fits` says whether the collection takes an event like this. Other rows have no
    place in a collection that codes when and where.
    """
    for row, _ in features_of(parsed, EVENTS, run):
        is_placed = row["lon"] is not None and row["start_date"] is not None
        if is_placed and row["status"] in _HAPPENED and fits(row):
            yield row


def write_rows(
    rows: Iterable[Cells], path: Path, columns: Iterable[str], *, bom: bool
) -> None:
    """Write `rows` to `path`, with empty cells for what they lack.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    names = list(columns)
    with table_writer(path, bom=bom) as writer:
        writer.writerow(names)
        for row in rows:
            writer.writerow([_guarded(row.get(name, "")) for name in names])


def _guarded(text: str) -> str:
    """Return a cell that no spreadsheet runs; numbers may begin with a minus."""
    return harmless_text(text) if runs_as_formula(text) else text


def text_of(value: object) -> str:
    """Return a value as text, '' where it is None or a list of nothing."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)

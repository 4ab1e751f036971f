"""Read tables of reports: JSON Lines, CSV and TSV, one document a row."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.corpus.encoding import decode
from placemap.corpus.records import FIELDS, label, settle, to_outcomes
from placemap.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from placemap.core import Document
    from placemap.corpus.records import Outcome

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
# Zero and halves of surrogate pairs: JSON can escape them, files cannot hold them.
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_FIELD_LIMIT = 2**31 - 1  # the most that csv accepts on all platforms
_DELIMITERS = ",;\t|"


def read_jsonl(path: Path, data: bytes) -> Iterator[Document]:
    r"""Return the documents of a file that holds one JSON object a line.

    Its keys are id, text, title, url, source, published (or date) and language (or
    lang); only text is needed, others are ignored. Characters that no file can hold
    (``\u0000``, half a surrogate pair) are replaced by U+FFFD one for one, so
    that offsets hold, and reported. The iterator raises a DocumentError for each
    broken line, and for each defect of a line that is read nevertheless, and can
    be asked for the next document thereafter.

    Raises
    ------
    DocumentError
        If the file is empty or not text.

    Examples
    --------
    >>> from pathlib import Path
    >>> rows = read_jsonl(Path("a.jsonl"), b'{"id": 7, "text": "Rain fell on Lima."}')
    >>> [(document.id, document.text) for document in rows]
    [('7', 'Rain fell on Lima.')]
    """
    return settle(_json_outcomes(decode(data, where=label(path)), path))


def _json_outcomes(text: str, path: Path) -> Iterator[Outcome]:
    for number, match in enumerate(_LINE.finditer(text), start=1):
        line = match.group().strip()
        if not line:
            continue
        where = f"{label(path)}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield DocumentError(
                f"{where}: expected a JSON object, found broken JSON ({error}); "
                "correct the line or remove it"
            )
            continue
        if not isinstance(row, dict):
            yield DocumentError(
                f"{where}: expected a JSON object like "
                '{"text": "..."}, found another value; correct the line or remove it'
            )
            continue
        yield from _cleaned(row, where)
        yield from to_outcomes(
            row, where=where, default_id=f"{path.as_posix()}#{number}"
        )


def _cleaned(row: dict[str, object], where: str) -> Iterator[DocumentError]:
    """Replace unusable characters in the strings of `row`, with an error for each."""
    for name in FIELDS:
        value = row.get(name)
        if not isinstance(value, str):
            continue
        cleaned, count = _UNUSABLE.subn("\ufffd", value)
        if count:
            row[name] = cleaned
            yield DocumentError(
                f"{where}: expected readable text in {name!r}, found {count} "
                "characters that are zero or half a surrogate pair; they are read as "
                "U+FFFD: correct them at the source"
            )


class _Record(NamedTuple):
    """A row of a CSV table: the line it begins on, its cells or what is wrong."""

    line: int
    cells: Sequence[str]
    defect: str = ""


def read_csv(path: Path, data: bytes) -> Iterator[Document]:
    r"""Return the documents of a table with a header line.

    The columns are those of `read_jsonl`, in any order and case. Cells are
    separated by tabs in ``.tsv`` files, in others by whichever of comma,
    semicolon, tab and bar gives a column ``text``. Quoted cells may hold line breaks.
    The iterator raises a DocumentError for each row that is broken or has more or
    fewer cells than the header, and can be asked for the next document thereafter.

    Raises
    ------
    DocumentError
        If the file is empty, not text, or has no column ``text``.

    Examples
    --------
    >>> from pathlib import Path
    >>> data = b"id;text\n7;Rain fell on Lima.\n"
    >>> [document.text for document in read_csv(Path("a.csv"), data)]
    ['Rain fell on Lima.']
    """
    text = decode(data, where=label(path))
    delimiters = "\t" if path.suffix.lower() == ".tsv" else _DELIMITERS
    headers = {d: _header(text, d) for d in delimiters}
    found = next((d for d, names in headers.items() if "text" in names), None)
    if found is None:
        widest = max(headers.values(), key=len)
        raise DocumentError(
            f"{label(path)}: expected a column 'text', found "
            f"{', '.join(map(repr, widest))}; name the column with the reports 'text'"
        )
    return settle(_csv_outcomes(text, found, path))


def _header(text: str, delimiter: str) -> list[str]:
    first = next((r for r in _records(text, delimiter) if r.cells or r.defect), None)
    return [] if first is None else [c.strip().casefold() for c in first.cells]


def _csv_outcomes(text: str, delimiter: str, path: Path) -> Iterator[Outcome]:
    header: list[str] = []
    rows = 0
    for record in _records(text, delimiter):
        where = f"{label(path)}, line {record.line}"
        if record.defect:
            yield DocumentError(f"{where}: {record.defect}")
        elif not header:
            header = [c.strip().casefold() for c in record.cells]
            continue
        elif len(record.cells) != len(header):
            yield DocumentError(
                f"{where}: expected {len(header)} cells as in the header, found "
                f"{len(record.cells)}; put cells that hold the separator in quotes"
            )
        else:
            yield from to_outcomes(
                dict(zip(header, record.cells, strict=True)),
                where=where,
                default_id=f"{path.as_posix()}#{record.line}",
            )
        rows += 1
    if not rows:
        yield DocumentError(
            f"{label(path)}: expected rows below the header, found none; "
            "add some or leave the file out"
        )


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    """Yield the rows that are not blank, the header among them."""
    lines = (match.group() for match in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        # The limit belongs to the whole process: it is put back after each row.
        limit = csv.field_size_limit(_FIELD_LIMIT)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _Record(
                line,
                (),
                f"broken quoting ({error}); close the quotation mark that opens, "
                "or double it and quote the whole cell if it belongs to the text",
            )
            continue
        finally:
            csv.field_size_limit(limit)
        if cells:
            yield _Record(line, cells)

"""Reports: parsed documents as JSON Lines, the form all others can be made from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.errors import OutputError
from placemap.output.atomic import replacing
from placemap.output.decoding import from_record
from placemap.output.encoding import FORMAT, to_record
from placemap.output.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import ParsedDocument, Run


def write_jsonl(parsed: Iterable[ParsedDocument], path: Path, *, run: Run) -> None:  # noqa: ARG001 - every line carries its own run
    """Write `parsed` to `path`, one document a line, with nothing left out.

    Raises
    ------
    OutputError
        If the file cannot be written, or a number in a document is not finite.
    """
    with replacing(path) as temporary, temporary.open("wb") as file:
        for item in parsed:
            file.write(to_line(item).encode() + b"\n")


def to_line(parsed: ParsedDocument) -> str:
    """Return the line of one document, without its end.

    Raises
    ------
    OutputError
        If a number in the document is not finite.
    """
    try:
        return dumps(to_record(parsed))
    except ValueError as error:
        raise OutputError(
            f"document {parsed.document.id!r} holds a number that is not finite; "
            "look for it in the gazetteer's coordinates and radii"
        ) from error


def read_lines(path: str | Path) -> Iterator[ParsedDocument]:
    """Yield the parsed documents of JSON Lines, in order, one at a time.

    Raises
    ------
    OutputError
        If the file cannot be opened, or a line is not as placemap writes it; the
        message gives file and line number.
    """
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error.strerror}") from error
    with file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _parsed(line, f"{path}:{number}")


def _parsed(line: bytes, where: str) -> ParsedDocument:
    try:
        return from_record(json.loads(line))
    except OutputError as error:
        raise OutputError(f"{where}: {error}") from error
    except (ValueError, RecursionError) as error:
        raise OutputError(
            f"{where}: not a line of JSON ({error}); write the report again"
        ) from error


def is_report(path: str | Path) -> bool:
    """Tell whether the first line of the file is one of a report.

    A file that is missing or cannot be read is none.
    """
    try:
        with Path(path).open("rb") as file:
            line = file.readline()
    except OSError:
        return False
    # Other files are read for text only once this has been answered: be quick.
    if line.lstrip(b"\xef\xbb\xbf \t")[:1] != b"{" or FORMAT.encode() not in line:
        return False
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and record.get("format") == FORMAT

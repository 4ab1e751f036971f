"""Rows of gold files, and the documents in them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placemap.scoring.layout import to_document as read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CORPORA", "read_document", "read_rows", "to_capitals"]

# Where the corpora lie that some gold files name by id, unless told otherwise.
CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def read_rows(path: Path, *, corpora: Path = CORPORA) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gold file.

    A row without a text names its document by "corpus" and "id"; text, title, source,
    date and toponyms are then taken from ``<corpora>/<corpus>.dev.jsonl``.

    Raises
    ------
    SystemExit
        If a line is no JSON object with "id" and "text" or "corpus", or its document
        is not among the corpora; the message says which.
    """
    for where, row in _read_objects(path):
        if "id" in row and "text" in row:
            yield row
        elif {"id", "corpus"} <= row.keys():
            yield _joined(row, corpora, where)
        else:
            raise SystemExit(
                f'{where}: expected an object with "id" and "text" or "corpus"'
            )


def _read_objects(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise SystemExit(f"{where}: expected JSON, {error}") from error
            if not isinstance(row, dict):
                raise SystemExit(f"{where}: expected an object")
            yield where, row


def _joined(row: Mapping[str, Any], corpora: Path, where: str) -> dict[str, Any]:
    """Return a row with what its corpus says of the document."""
    path = corpora / f"{row['corpus']}.dev.jsonl"
    if not path.is_file():
        raise SystemExit(
            f"{where}: has no text of its own, and {path} is not there; "
            "name the folder of the corpora with --corpora"
        )
    document = _documents(path).get(str(row["id"]))
    if document is None:
        raise SystemExit(f"{where}: {path} has no document {row['id']!r}")
    return {
        **document,
        **{key: value for key, value in row.items() if value is not None},
    }


@lru_cache(maxsize=4)
def _documents(path: Path) -> dict[str, dict[str, Any]]:
    return {str(row["id"]): row for _, row in _read_objects(path)}


def to_capitals(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row whose title and text are in capitals, at the same offsets.

    A letter whose capital is more than one character, such as the German sharp s,
    stays as it is.

    Examples
    --------
    >>> to_capitals({"id": "a", "text": "Straße nach Gießen", "title": None})["text"]
    'STRAßE NACH GIEßEN'
    """
    upper = {"text": _upper(row["text"])}
    if row.get("title"):
        upper["title"] = _upper(row["title"])
    return {**row, **upper}


def _upper(text: str) -> str:
    capitals = ((character, character.upper()) for character in text)
    return "".join(up if len(up) == 1 else low for low, up in capitals)

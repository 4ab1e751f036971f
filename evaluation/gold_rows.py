"""Rows of gold files, and the documents in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from placemap.scoring.layout import to_document as read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["read_document", "read_rows", "to_capitals"]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gold file.

    Raises
    ------
    SystemExit
        If a line is no JSON object with "id" and "text"; the message says which.
    """
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise SystemExit(f"{path}:{number}: expected JSON, {error}") from error
            if not isinstance(row, dict) or not {"id", "text"} <= row.keys():
                raise SystemExit(
                    f'{path}:{number}: expected an object with "id", "text"'
                )
            yield row


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

"""Rows of gold files, and the documents in them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from placemap.core import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


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


def read_document(row: Mapping[str, Any]) -> Document:
    """Return a gold row as the document that is to be parsed."""
    return Document(
        id=str(row["id"]),
        text=row["text"],
        title=row.get("title") or "",
        source=row.get("source") or "",
        url=row.get("url") or "",
        published=_read_date(row.get("published") or row.get("date") or ""),
    )


def _read_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None

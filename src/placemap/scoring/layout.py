"""Gold files and answers to them, in the layout of the usual news corpora.

One JSON object a line, joined by "id"::

    {"id": ..., "text": ..., "toponyms": [{"start", "end", "lat", "lon", ...}]}

Offsets are string indices, "end" exclusive. "lat" and "lon" are null for a gold
toponym without coordinates and for a found name without a place. Answers may as
well be a report of `placemap parse`, which also tells names and reasons.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from placemap.core import Document, Span
from placemap.errors import DocumentError
from placemap.output import is_report, read_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from placemap.core import Place, Toponym

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A position in degrees, WGS 84."""

    lon_deg: float
    lat_deg: float


def point_of(place: Place) -> Point:
    """Return where a place of the gazetteer lies."""
    return Point(lon_deg=place.lon_deg, lat_deg=place.lat_deg)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToponym:
    """A mention that an annotator marked; `point` is None when not located."""

    span: Span
    text: str
    point: Point | None
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A document with its gold toponyms, in text order."""

    document: Document
    toponyms: tuple[GoldToponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A mention that was found; `point` is None when it was given no place.

    `place` is the name of the place, `score` how sure the choice is, 0 to 1, and
    `reason` what decided; where the answers do not say, they are empty and 1.
    """

    span: Span
    point: Point | None
    score: float = 1.0
    place: str = ""
    reason: str = ""


def read_gold(path: Path) -> list[GoldText]:
    """Return the documents of a gold file, in file order.

    Raises
    ------
    DocumentError
        If the file cannot be read, a line is not in the layout, or an id occurs
        twice; the message names file and line.
    """
    gold, seen = [], set()
    for where, row in _rows(path):
        one = _checked(_gold_text, row, where)
        if one.document.id in seen:
            raise DocumentError(f"{where}: id {one.document.id!r} occurs twice")
        seen.add(one.document.id)
        gold.append(one)
    return gold


def read_answers(path: Path) -> dict[str, tuple[Answer, ...]]:
    """Return the answers of a file, by document id.

    Raises
    ------
    DocumentError
        If the file cannot be read, or a line is not in the layout.
    OutputError
        If the file is a report and a line of it is damaged.
    """
    if is_report(path):
        return {
            parsed.document.id: answers_from(parsed.toponyms)
            for parsed in read_report(path)
        }
    return {
        str(row["id"]): _checked(_answers, row, where)
        for where, row in _rows(path, needs=("id", "toponyms"))
    }


def answers_from(toponyms: Iterable[Toponym]) -> tuple[Answer, ...]:
    """Return what a pipeline found as answers to a gold file."""
    return tuple(
        Answer(
            span=one.span,
            point=point_of(one.place) if one.place else None,
            score=one.score,
            place=one.place.name if one.place else "",
            reason=one.reason,
        )
        for one in toponyms
    )


def to_document(row: Mapping[str, Any]) -> Document:
    """Return a row of a gold file as the document that is to be parsed.

    Examples
    --------
    >>> to_document({"id": 7, "text": "Rain.", "date": "2009-03-20 12:24"}).published
    datetime.date(2009, 3, 20)
    """
    return Document(
        id=str(row["id"]),
        text=row["text"],
        title=row.get("title") or "",
        source=row.get("source") or "",
        url=row.get("url") or "",
        published=_day(row.get("published") or row.get("date") or ""),
        language=row.get("language") or "",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _rows(
    path: Path, *, needs: tuple[str, ...] = ("id", "text", "toponyms")
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row with where it stands."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"cannot read {path}: {error}") from error
    wanted = ", ".join(f'"{key}"' for key in needs)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DocumentError(f"{where}: expected JSON, {error}") from error
        if not isinstance(row, dict) or not row.keys() >= set(needs):
            raise DocumentError(f"{where}: expected an object with {wanted}")
        yield where, row


def _checked(read: Callable[[dict[str, Any]], T], row: dict[str, Any], where: str) -> T:
    try:
        return read(row)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        what = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else error
        raise DocumentError(f"{where}: {what}") from error


def gold_text(document: Document, rows: Iterable[Mapping[str, Any]]) -> GoldText:
    """Return a document with its gold toponyms, given as rows of a gold file.

    Raises
    ------
    KeyError, TypeError, ValueError
        If a row is not in the layout or its span not in the text.
    """
    toponyms = [_gold_toponym(row, document.text) for row in rows]
    return GoldText(
        document=document, toponyms=tuple(sorted(toponyms, key=lambda t: t.span))
    )


def _gold_text(row: dict[str, Any]) -> GoldText:
    return gold_text(to_document(row), row["toponyms"])


def _gold_toponym(row: Mapping[str, Any], text: str) -> GoldToponym:
    span = Span(row["start"], row["end"])
    return GoldToponym(
        span=span,
        text=span.of(text),
        point=_point(row),
        type=row.get("type") or "",
    )


def _answers(row: dict[str, Any]) -> tuple[Answer, ...]:
    return tuple(
        Answer(span=Span(one["start"], one["end"]), point=_point(one))
        for one in row["toponyms"]
    )


def _point(row: Mapping[str, Any]) -> Point | None:
    lat, lon = row.get("lat"), row.get("lon")
    if lat is None or lon is None:
        return None
    return Point(lon_deg=float(lon), lat_deg=float(lat))

"""The way back from a line of a report to the parsed document it was made from.

Reports are edited by hand and by scripts, so every value is checked for its type,
and what is wrong is named by its key.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args

from placemap.core import (
    AliasStatement,
    Candidate,
    Count,
    Document,
    Event,
    EventPlace,
    Form,
    Location,
    Mention,
    Name,
    NameKind,
    ParsedDocument,
    Party,
    Place,
    Relation,
    Role,
    Run,
    Span,
    Status,
    StatusView,
    Toponym,
    Verdict,
)
from placemap.errors import OutputError
from placemap.output.encoding import FORMAT, Record

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Side = Literal["left", "right"]


def from_record(record: object) -> ParsedDocument:
    """Return the parsed document `record` was made from.

    Raises
    ------
    OutputError
        If a value is missing or of the wrong type, or the text was changed.
    """
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise OutputError(f'expected a JSON object with "format": "{FORMAT}"')
    try:
        return ParsedDocument(
            document=_document(_take(record, "document", dict)),
            toponyms=_all(record, "toponyms", _toponym),
            aliases=_all(record, "aliases", _alias),
            events=_all(record, "events", _event),
            locations={
                key: _location(value)
                for key, value in _take(record, "locations", dict).items()
            },
            run=_run(_take(record, "run", dict)),
        )
    except KeyError as error:
        raise OutputError(f"{error.args[0]!r} is missing") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise OutputError(str(error)) from error


def _document(record: Record) -> Document:
    document = Document(
        id=_take(record, "id", str),
        text=_take(record, "text", str),
        title=_take(record, "title", str),
        source=_take(record, "source", str),
        url=_take(record, "url", str),
        published=_date(record, "published"),
        language=_take(record, "language", str),
    )
    if document.sha256 != record["sha256"]:
        raise OutputError(
            f"the text of document {document.id!r} was changed after it was parsed, "
            "so the offsets no longer fit; parse it again"
        )
    return document


def _toponym(record: Record) -> Toponym:
    return Toponym(
        id=_take(record, "id", str),
        mention=Mention(
            span=_span(record),
            text=_take(record, "text", str),
            form=cast("Form", _choice(record, "form", Form)),
            role=cast("Role", _choice(record, "role", Role)),
            score=_float(record, "mention_score"),
            # Files written before names were told apart from words do not have it.
            name=_take({"name": "", **record}, "name", str),
        ),
        place=_maybe(record, "place", _place),
        score=_float(record, "score"),
        reason=_take(record, "reason", str),
        candidates=_all(record, "candidates", _candidate),
    )


def _place(record: Record) -> Place:
    return Place(
        id=_take(record, "id", str),
        name=_take(record, "name", str),
        lon_deg=_float(record, "lon_deg"),
        lat_deg=_float(record, "lat_deg"),
        kind=_take(record, "kind", str),
        country=_take(record, "country", str),
        admin1=_take(record, "admin1", str),
        admin2=_take(record, "admin2", str),
        population=_take(record, "population", int),
        radius_m=_float(record, "radius_m"),
        bbox=_bbox(record),
        disputed=_take(record, "disputed", bool),
        names=_all(record, "names", _name),
        statuses=_all(record, "statuses", _status),
    )


def _bbox(record: Record) -> tuple[float, float, float, float] | None:
    values = record["bbox"]
    if values is None:
        return None
    west, south, east, north = (_number("bbox", value) for value in values)
    return west, south, east, north


def _name(record: Record) -> Name:
    return Name(
        text=_take(record, "text", str),
        lang=_take(record, "lang", str),
        kind=cast("NameKind", _choice(record, "kind", NameKind)),
        used_by=_take(record, "used_by", str),
        start=_take(record, "from", str),
        end=_take(record, "to", str),
        source=_take(record, "source", str),
    )


def _status(record: Record) -> StatusView:
    return StatusView(
        view=_take(record, "view", str),
        country=_take(record, "country", str),
        start=_take(record, "from", str),
        end=_take(record, "to", str),
        source=_take(record, "source", str),
    )


def _candidate(record: Record) -> Candidate:
    return Candidate(
        place=_place(record),
        score=_float(record, "score"),
        name_kind=cast("NameKind", _choice(record, "name_kind", NameKind)),
    )


def _alias(record: Record) -> AliasStatement:
    return AliasStatement(
        left=_span(_take(record, "left", dict)),
        right=_span(_take(record, "right", dict)),
        relation=_take(record, "relation", str),
        used_by=_take(record, "used_by", str),
        used_by_side=cast("Side", _choice(record, "used_by_side", Side)),
        sentence=_maybe(record, "sentence", _span),
        verdict=cast("Verdict | None", _choice(record, "verdict", Verdict, None)),
        place=_take(record, "place", str, None),
        distance_km=_maybe(
            record, "distance_km", lambda value: _number("distance_km", value)
        ),
    )


def _event(record: Record) -> Event:
    return Event(
        id=_take(record, "id", str),
        trigger=_span(_take(record, "trigger", dict)),
        type=_take(record, "type", str),
        mode=_take(record, "mode", str),
        acled=_take(record, "acled", str),
        cameo=_take(record, "cameo", str),
        quad=_take(record, "quad", str),
        sentence=_maybe(record, "sentence", _span),
        status=cast("Status", _choice(record, "status", Status)),
        claimant=_take(record, "claimant", str),
        edtf=_take(record, "edtf", str),
        start=_date(record, "start"),
        end=_date(record, "end"),
        date_prec=_take(record, "date_prec", int, None),
        places=_all(record, "places", _event_place),
        actors=_all(record, "actors", _party),
        recipients=_all(record, "recipients", _party),
        deaths=_maybe(record, "deaths", _count),
        injured=_maybe(record, "injured", _count),
        displaced=_maybe(record, "displaced", _count),
        # Files written before it was counted lack it.
        detained=_maybe({"detained": None, **record}, "detained", _count),
        mentions=_all(record, "mentions", _span),
        score=_float(record, "score"),
        why=_texts(record, "why"),
    )


def _event_place(record: Record) -> EventPlace:
    return EventPlace(
        toponym=_take(record, "toponym", str),
        place=_take(record, "place", str),
        where_prec=_take(record, "where_prec", int),
        relation=cast("Relation", _choice(record, "relation", Relation)),
        inferred=_take(record, "inferred", bool),
        location=None if record["geometry"] is None else _location(record),
    )


def _location(record: Record) -> Location:
    return Location(
        lon_deg=_float(record, "lon_deg"),
        lat_deg=_float(record, "lat_deg"),
        uncertainty_m=_float(record, "uncertainty_m"),
        method=_take(record, "method", str),
        geometry=_take(record, "geometry", dict),
    )


def _party(record: Record) -> Party:
    return Party(text=_take(record, "text", str), span=_span(record))


def _count(record: Record) -> Count:
    return Count(
        best=_take(record, "best", int, None),
        low=_take(record, "low", int, None),
        high=_take(record, "high", int, None),
        claimant=_take(record, "claimant", str),
        span=_maybe(record, "span", _span),
    )


def _run(record: Record) -> Run:
    return Run(
        version=_take(record, "version", str),
        gazetteer=_take(record, "gazetteer", str),
        gazetteer_sha256=_take(record, "gazetteer_sha256", str),
        labels=_take(record, "labels", str),
        options=_texts(record, "options"),
        models=_texts({"models": {}, **record}, "models"),
        attribution=_all(record, "attribution", _text),
    )


def _span(record: Record) -> Span:
    return Span(_take(record, "start", int), _take(record, "end", int))


def _take(record: Record, key: str, kind: type, *others: None) -> Any:  # noqa: ANN401 - `kind` decides
    """Return a value of `kind`, or None where None is among the `others`."""
    value = record[key]
    if value is None and others:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(f"{key!r}: expected {kind.__name__}, found {value!r:.60}")
    return value


def _maybe(record: Record, key: str, make: Callable[[Any], T]) -> T | None:
    return None if record[key] is None else make(record[key])


def _all(record: Record, key: str, make: Callable[[Any], T]) -> tuple[T, ...]:
    return tuple(make(item) for item in _take(record, key, list))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected str, found {value!r:.60}")
    return value


def _texts(record: Record, key: str) -> dict[str, str]:
    found = _take(record, key, dict)
    return {name: _take(found, name, str) for name in found}


def _number(key: str, value: object) -> float:
    if not isinstance(value, float | int) or isinstance(value, bool):
        raise TypeError(f"{key!r}: expected a number, found {value!r:.60}")
    return float(value)


def _float(record: Record, key: str) -> float:
    return _number(key, record[key])


def _choice(record: Record, key: str, literal: object, *others: None) -> str | None:
    value = record[key]
    if value not in (*get_args(literal), *others):
        known = ", ".join(get_args(literal))
        raise ValueError(f"{key!r}: expected one of {known}; found {value!r:.60}")
    return cast("str | None", value)


def _date(record: Record, key: str) -> date | None:
    text = _take(record, key, str, None)
    if text is None:
        return None
    is_day = len(text) == len("2023-09-19")
    return date.fromisoformat(text) if is_day else datetime.fromisoformat(text)

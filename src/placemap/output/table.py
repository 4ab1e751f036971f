"""One flat row for each event and place: what GIS files and spreadsheets share."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.core import content_id
from placemap.output.geometry import DECIMALS, rfc7946
from placemap.output.jsontext import printable
from placemap.output.names.labels import Labels
from placemap.output.names.listing import other_names, users_of
from placemap.output.names.statuses import statuses_on
from placemap.output.precision import acled_geo_precision, plover_resolution
from placemap.output.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import (
        Count,
        Document,
        Event,
        EventPlace,
        Location,
        Mention,
        ParsedDocument,
        Place,
        Run,
        Span,
        Toponym,
    )
    from placemap.output.columns import Column
    from placemap.output.geometry import Geometry

Row = dict[str, Any]
# Whole numbers beyond this are no longer exact in JSON readers (RFC 8259, 6).
_LARGEST = 2**53 - 1


class Feature(NamedTuple):
    """A row and where it is; the geometry is None where that is not known."""

    row: Row
    geometry: Geometry | None = None


def event_features(parsed: ParsedDocument, run: Run) -> Iterator[Feature]:
    """Yield a feature for each event and each place of it, in text order.

    An event without a place gives one feature without geometry. The keys of the
    rows are `placemap.output.columns.EVENTS`, in that order.
    """
    toponyms = {toponym.id: toponym for toponym in parsed.toponyms}
    places = {t.place.id: t.place for t in parsed.toponyms if t.place}
    document = _document_part(parsed.document)
    names = _NameColumns(parsed, run.labels)
    for event in parsed.events:
        common = document | _event_part(event, parsed.document.text)
        if not event.places:
            row_id = content_id("r", parsed.document.id, event.id)
            yield Feature({"id": row_id, **common})
        for event_place in event.places:
            toponym = toponyms.get(event_place.toponym)
            place = places.get(event_place.place)
            row = {"id": _row_id(parsed, event, event_place), **common}
            row |= _event_place_part(event_place, toponym, place)
            if place is not None:
                row |= names.of(place, toponym.mention if toponym else None)
                row["status_views"] = _status_views(place, event, parsed.document)
            yield Feature(row, shape_of(event_place.location))


def _row_id(parsed: ParsedDocument, event: Event, place: EventPlace) -> str:
    key = (place.toponym, place.place, place.relation)
    return content_id("r", parsed.document.id, event.id, *key)


def _document_part(document: Document) -> Row:
    return {
        "document_id": document.id,
        "document_title": document.title,
        "document_source": document.source,
        "document_url": document.url,
        "published": day_of(document.published),
    }


def _event_part(event: Event, text: str) -> Row:
    return {
        "event_id": event.id,
        "type": event.type,
        "type_label": symbol(event.type).label,
        "mode": event.mode,
        "acled": event.acled,
        "cameo": event.cameo,
        "quad": event.quad,
        "status": event.status,
        "claimant": event.claimant,
        "trigger": event.trigger.of(text),
        "sentence": quote(event.sentence, text),
        "start_date": day_of(event.start),
        "end_date": day_of(event.end),
        "edtf": event.edtf,
        "date_prec": event.date_prec,
        "actors": [party.text for party in event.actors],
        "recipients": [party.text for party in event.recipients],
        **_deaths_part(event.deaths),
        "injured": event.injured and event.injured.best,
        "displaced": event.displaced and event.displaced.best,
        "detained": event.detained and event.detained.best,
        "score": share(event.score),
        "why": dict(event.why),
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
    }


def _deaths_part(deaths: Count | None) -> Row:
    if deaths is None:
        return {}
    return {
        "deaths_best": deaths.best,
        "deaths_low": deaths.low,
        "deaths_high": deaths.high,
        "deaths_claimant": deaths.claimant,
    }


def _event_place_part(
    event_place: EventPlace, toponym: Toponym | None, place: Place | None
) -> Row:
    where_prec, location = event_place.where_prec, event_place.location
    return {
        "place_id": event_place.place,
        "relation": event_place.relation,
        "inferred": event_place.inferred,
        "where_prec": where_prec,
        "geo_precision": acled_geo_precision(where_prec),
        "resolution": plover_resolution(where_prec, place.kind if place else ""),
        "mention_id": event_place.toponym,
        "name_in_text": toponym and toponym.mention.text,
        "place_score": toponym and share(toponym.score),
        "mention_start": toponym and toponym.span.start,
        "mention_end": toponym and toponym.span.end,
        "geometry_method": location and location.method,
        **location_part(location),
    }


class _NameColumns:
    """The columns that name places for the readers of a document, made once each."""

    def __init__(self, parsed: ParsedDocument, policy: str) -> None:
        self._parsed = parsed
        self._labels = Labels(parsed, policy)
        self._made: dict[tuple[str, tuple[str, ...]], Row] = {}

    def of(self, place: Place, mention: Mention | None) -> Row:
        """Return the columns for `place`, which is called as in `mention`, if any."""
        leading = self._labels.leading(place, mention)
        key = place.id, leading
        if key not in self._made:
            self._made[key] = {
                "place_name": " / ".join(leading),
                "name_used_by": users_of(place, self._parsed, leading),
                **place_part(place),
                "other_names": other_names(place, self._parsed, leading),
            }
        return self._made[key]


def _status_views(place: Place, event: Event, document: Document) -> list[Row]:
    if not place.statuses:
        return []
    day = day_of(event.start or event.end or document.published)
    return statuses_on(place, day.isoformat() if day else "")


def place_part(place: Place) -> Row:
    """Return the columns that tell of the gazetteer entry."""
    return {
        "gazetteer_name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "place_kind": place.kind,
        "disputed": place.disputed,
    }


def shape_of(location: Location | None) -> Geometry | None:
    """Return the geometry as files hold it, or None where there is none."""
    if location is None:
        return None
    is_point = location.geometry["type"] == "Point"  # quicker made than looked up
    return rfc7946(location.geometry) if is_point else _drawn(location)


# The same places come again and again, in a document and in those on the same matter.
@lru_cache(maxsize=1024)
def _drawn(location: Location) -> Geometry | None:
    return rfc7946(location.geometry)


def location_part(location: Location | None) -> Row:
    """Return the columns that say where, or none."""
    if location is None:
        return {}
    return {
        "lon": _rounded(location.lon_deg, DECIMALS),
        "lat": _rounded(location.lat_deg, DECIMALS),
        "uncertainty_m": _rounded(location.uncertainty_m, 1),
    }


def quote(span: Span | None, text: str) -> str:
    """Return the words of `span`, or '' where there is none."""
    return span.of(text) if span else ""


def day_of(moment: date | None) -> date | None:
    """Return the calendar day, in the time zone `moment` was given in."""
    return moment.date() if isinstance(moment, datetime) else moment


def utc_of(moment: date | None) -> datetime | None:
    """Return the time in UTC, or None where no time or no zone is known."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(UTC).replace(microsecond=0)
    return None


def share(score: float) -> float | None:
    """Return a score with the four digits that mean something."""
    return _rounded(score, 4)


def _rounded(value: float, digits: int) -> float | None:
    return round(value, digits) + 0.0 if math.isfinite(value) else None


def filled(features: Iterable[Feature], columns: Iterable[Column]) -> Iterator[Feature]:
    """Yield the features with exactly `columns`, in order, fit for any file.

    An empty text and a number too large to be exact are None; characters that no
    GIS file can hold are replaced. Lists and objects are written as JSON, which
    escapes such characters, and stay as they are.
    """
    empty: Row = dict.fromkeys(column.name for column in columns)
    for row, geometry in features:
        whole = empty | row
        if len(whole) > len(empty):
            whole = {name: whole[name] for name in empty}
        for name, value in whole.items():
            if isinstance(value, str):
                whole[name] = printable(value) or None
            elif is_too_large(value):
                whole[name] = None
        yield Feature(whole, geometry)


def is_too_large(value: Any) -> bool:  # noqa: ANN401 - whatever a cell may hold
    """Tell a whole number that JSON readers would not read exactly."""
    return isinstance(value, int) and not -_LARGEST <= value <= _LARGEST

"""Event predictions in the layouts of the scorers.

Nothing here is tuned to a corpus: each task runs the shipped pipeline and writes
what it found in the form a scorer reads. The filters, for the MUC keys only, are
`_is_incident` and `_specific`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from gold_rows import read_document
from word_places import find_word_place

from placemap.core import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Count, Document, Event, ParsedDocument, Place
    from placemap.pipeline import Pipeline

# How material a type is, from words to deeds. A snippet with several events is
# labelled by an early one, a deed before words: one step here weighs as much as
# twelve characters of text, a balance read off the dev data.
_WEIGHT = {
    "ASSAULT": 5, "PROTEST": 5, "DISASTER": 5, "COERCE": 4, "MOBILIZE": 4,
    "RETREAT": 4, "ACCIDENT": 4, "DISEASE": 4, "CRIME": 4, "AGREE": 3, "AID": 3,
    "SANCTION": 3, "CONSULT": 2.5, "CONCEDE": 2.5, "REJECT": 2.2, "THREATEN": 2.2,
    "ACCUSE": 2, "REQUEST": 2, "COOPERATE": 2, "SUPPORT": 1.5, "OTHER": 1,
}  # fmt: skip
_UNREAL = {"denied": 0.4, "future": 0.8, "historical": 1.2, "hypothetical": 2.0}
# MUC-3/4 annotate incidents that took place, and only what PLOVER has a type for. They
# also leave out violence spoken of in general; see `_specific`.
_OUTSIDE_MUC = frozenset("DISASTER ACCIDENT DISEASE CRIME OTHER".split())
_NOT_TAKEN_PLACE = frozenset(("denied", "future", "hypothetical", "historical"))


def predict_event_location(
    pipeline: Pipeline, row: Mapping[str, Any]
) -> dict[str, Any]:
    """Return where the verb that a gold row marks happened, as spans of names."""
    document = read_document(row)
    verb = Span(row["verb"]["start"], row["verb"]["end"])
    mentions = pipeline.detector.detect(document)
    options = [(m, pipeline.gazetteer.candidates(m.text)) for m in mentions]
    toponyms = pipeline.resolver.resolve(document, options)
    found = find_word_place(document, toponyms, verb)
    return {"locations": [{"start": span.start, "end": span.end} for span in found]}


def predict_event_type(
    pipeline: Pipeline, row: Mapping[str, Any], field: str
) -> dict[str, Any]:
    """Return the type of the main event of a gold row's text in a field's terms.

    Events that the field has no name for, such as a condemnation in ACLED's terms, are
    passed over; the label is None where none is left.
    """
    document = read_document(row)
    events = pipeline.extractor.extract(document, ())
    main = main_event([event for event in events if event_label(event, field)])
    return {"label": event_label(main, field) if main else None}


def main_event(events: Sequence[Event]) -> Event | None:
    """Return the event a snippet is mainly about, None when there is none."""
    return max(events, key=_prominence, default=None)


def _prominence(event: Event) -> float:
    material = _WEIGHT[event.type] / 4 - _UNREAL.get(event.status, 0.0)
    return material - event.trigger.start / 50


def event_label(event: Event, field: str) -> str | None:
    """Return what an event is called in a field of the gold, None for nothing."""
    kind, _, sub_event = event.acled.partition(" / ")
    labels = {
        "plover": event.type,
        "quad": event.quad,
        "acled_event_type": kind,
        "acled_sub_event_type": sub_event,
    }
    return labels[field] or None


FIELDS = ("acled_event_type", "acled_sub_event_type", "plover", "quad")


def predict_muc(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the incidents of a report with type, days and places."""
    parsed = pipeline.parse(read_document(row))
    places = {t.place.id: t.place for t in parsed.toponyms if t.place}
    incidents = _specific([event for event in parsed.events if _is_incident(event)])
    return {"events": [_incident(event, places, pipeline) for event in incidents]}


def _specific(events: Sequence[Event]) -> list[Event]:
    """Return the events told with a place, and the first assault if none has one.

    Nearly every incident of the MUC keys has a place; what a report puts nowhere is
    mostly violence in general or a later word about an incident it has placed.
    """
    placed = [event for event in events if event.places]
    if any(event.type == "ASSAULT" for event in placed):
        return placed
    unplaced = (e for e in events if e.type == "ASSAULT")
    return sorted([*placed, *islice(unplaced, 1)], key=lambda e: e.trigger)


def _is_incident(event: Event) -> bool:
    return event.type not in _OUTSIDE_MUC and event.status not in _NOT_TAKEN_PLACE


def _incident(
    event: Event, places: Mapping[str, Place], pipeline: Pipeline
) -> dict[str, Any]:
    return {
        "type": event.type,
        "subtype": event.mode or event.acled.partition(" / ")[2],
        "date_start": event.start.isoformat() if event.start else None,
        "date_end": event.end.isoformat() if event.end else None,
        "places": [_muc_place(places[p.place], pipeline) for p in event.places],
    }


def _muc_place(place: Place, pipeline: Pipeline) -> dict[str, Any]:
    whole = pipeline.gazetteer.place(place.id) or place
    return {
        "names": sorted({place.name, *(name.text for name in whole.names)}),
        "country": place.country or None,
        "admin1": place.admin1 or None,
        "admin": [place.admin2] if place.admin2 else [],
    }


def predict_pins(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return every event of a document with its places and their coordinates."""
    document = read_document(row)
    parsed = pipeline.parse(document)
    return {
        "corpus": row.get("corpus", ""),
        "events": [_pinned(event, parsed, document) for event in parsed.events],
    }


def _pinned(event: Event, parsed: ParsedDocument, document: Document) -> dict[str, Any]:
    spans = {t.id: t.span for t in parsed.toponyms}
    end = event.end
    if event.start and end is None and document.published:
        end = document.published  # it goes on: as far as the report can know
    return {
        "type": event.type,
        "status": event.status,
        "triggers": [{"start": m.start, "end": m.end} for m in event.mentions],
        "start": event.start.isoformat() if event.start else None,
        "end": end.isoformat() if end else None,
        "deaths": _count(event.deaths),
        "places": [
            {
                "start": spans[place.toponym].start,
                "end": spans[place.toponym].end,
                "lat": place.location.lat_deg if place.location else None,
                "lon": place.location.lon_deg if place.location else None,
                "where_prec": place.where_prec,
            }
            for place in event.places
        ],
    }


def _count(count: Count | None) -> dict[str, int | None] | None:
    if count is None:
        return None
    return {"best": count.best, "low": count.low, "high": count.high}

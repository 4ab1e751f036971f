"""Event predictions in the layouts of the scorers.

Nothing here is tuned to a corpus: each task runs the shipped pipeline and writes
what it found in the form a scorer reads. Which events are incidents in the sense of the
MUC keys is learned, for that task only; see `incidents.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gold_rows import read_document
from incidents import find_incidents, place
from word_places import find_word_place

from placemap.core import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from incidents import Incident, Model

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
# What the MUC-3/4 keys hold now and then, besides incidents.
_NOW_AND_THEN = frozenset("COERCE PROTEST THREATEN".split())
_MEANS = {"explosion": "explosives", "arson": "destroy"}


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
    return predict_incidents(pipeline.parse(read_document(row)), pipeline)


def predict_incidents(
    parsed: ParsedDocument, pipeline: Pipeline, model: Model | None = None
) -> dict[str, Any]:
    """Return the incidents of a parsed report; by the shipped model if none is given.

    Arrests, riots and threats, which the keys hold now and then, are added as they are.
    """
    incidents = [*find_incidents(parsed, model), *_beside(parsed)]
    incidents.sort(key=lambda incident: incident.event.trigger)
    return {"events": [incident_record(found, pipeline) for found in incidents]}


def _beside(parsed: ParsedDocument) -> list[Incident]:
    told = [e for e in parsed.events if e.status in ("asserted", "attributed")]
    return [place(event, parsed) for event in told if event.type in _NOW_AND_THEN]


def incident_record(incident: Incident, pipeline: Pipeline) -> dict[str, Any]:
    """Return an incident in the layout of the scorer.

    What is taken for an incident is one, be it a murder or a clash to placemap.
    """
    event = incident.event
    is_deed = event.type not in _NOW_AND_THEN
    means = event.mode if event.type == "ASSAULT" else _MEANS.get(event.mode, "")
    return {
        "type": "ASSAULT" if is_deed else event.type,
        "subtype": means if is_deed else event.mode or event.acled.partition(" / ")[2],
        "date_start": event.start.isoformat() if event.start else None,
        "date_end": event.end.isoformat() if event.end else None,
        "places": [_muc_place(found, pipeline) for found in incident.places],
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

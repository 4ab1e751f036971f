"""A parsed document as the JSON object that makes one line of a report.

The names are part of the format: new ones may be added, none may change. See
``report.schema.json`` for what each means, and `placemap.output.decoding` for
the way back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from placemap.output.jsontext import mend

if TYPE_CHECKING:
    from collections.abc import Mapping

    from placemap.core import (
        AliasStatement,
        Candidate,
        Count,
        Document,
        Event,
        EventPlace,
        Location,
        Name,
        ParsedDocument,
        Party,
        Place,
        Run,
        Span,
        StatusView,
        Toponym,
    )

FORMAT = "placemap-report/1"

Record = dict[str, Any]


def to_record(parsed: ParsedDocument) -> Record:
    """Return everything in `parsed` as JSON values, in the order of the format.

    Examples
    --------
    >>> from placemap.core import Document, ParsedDocument, Run
    >>> run = Run(version="1", gazetteer="none", gazetteer_sha256="")
    >>> parsed = ParsedDocument(
    ...     document=Document(id="a", text="Rain."),
    ...     toponyms=(), aliases=(), events=(), locations={}, run=run,
    ... )
    >>> list(to_record(parsed))
    ['format', 'document', 'toponyms', 'aliases', 'events', 'locations', 'run']
    """
    locations = parsed.locations
    return {
        "format": FORMAT,
        "document": _document(parsed.document),
        "toponyms": [_toponym(toponym, locations) for toponym in parsed.toponyms],
        "aliases": [_alias(alias) for alias in parsed.aliases],
        "events": [_event(event) for event in parsed.events],
        "locations": {key: _location(locations[key]) for key in sorted(locations)},
        "run": run_record(parsed.run),
    }


def run_record(run: Run) -> Record:
    """Return what made a result as JSON values."""
    return {
        "version": run.version,
        "gazetteer": run.gazetteer,
        "gazetteer_sha256": run.gazetteer_sha256,
        "labels": run.labels,
        "options": {key: run.options[key] for key in sorted(run.options)},
        "models": {key: run.models[key] for key in sorted(run.models)},
        "attribution": list(run.attribution),
    }


def name_record(name: Name) -> Record:
    """Return one name of a place as JSON values."""
    return {
        "text": name.text,
        "lang": name.lang,
        "kind": name.kind,
        "used_by": name.used_by,
        "from": name.start,
        "to": name.end,
        "source": name.source,
    }


def status_record(status: StatusView) -> Record:
    """Return one view of whose a place is as JSON values."""
    return {
        "view": status.view,
        "country": status.country,
        "from": status.start,
        "to": status.end,
        "source": status.source,
    }


def _document(document: Document) -> Record:
    document = replace(document, text=mend(document.text))
    published = document.published
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "published": published and published.isoformat(),
        "language": document.language,
        "sha256": document.sha256,
        "text": document.text,
    }


def _toponym(toponym: Toponym, locations: Mapping[str, Location]) -> Record:
    mention, place = toponym.mention, toponym.place
    record = {
        "id": toponym.id,
        **_span(mention.span),
        "text": mention.text,
        "name": mention.name,
        "form": mention.form,
        "role": mention.role,
        "mention_score": mention.score,
        "score": toponym.score,
        "reason": toponym.reason,
        "place": None,
        "candidates": [_candidate(candidate) for candidate in toponym.candidates],
    }
    if place is not None:
        location = locations.get(place.id)
        uncertainty = {"uncertainty_m": location and location.uncertainty_m}
        record["place"] = _place(place) | uncertainty
    return record


def _place(place: Place) -> Record:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lon_deg": place.lon_deg,
        "lat_deg": place.lat_deg,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "radius_m": place.radius_m,
        "bbox": place.bbox and list(place.bbox),
        "disputed": place.disputed,
        "names": [name_record(name) for name in place.names],
        "statuses": [status_record(status) for status in place.statuses],
    }


def _candidate(candidate: Candidate) -> Record:
    scores = {"score": candidate.score, "name_kind": candidate.name_kind}
    return _place(candidate.place) | scores


def _alias(alias: AliasStatement) -> Record:
    return {
        "left": _span(alias.left),
        "right": _span(alias.right),
        "relation": alias.relation,
        "used_by": alias.used_by,
        "used_by_side": alias.used_by_side,
        "sentence": alias.sentence and _span(alias.sentence),
        "verdict": alias.verdict,
        "place": alias.place,
        "distance_km": alias.distance_km,
    }


def _event(event: Event) -> Record:
    return {
        "id": event.id,
        "trigger": _span(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "acled": event.acled,
        "cameo": event.cameo,
        "quad": event.quad,
        "sentence": event.sentence and _span(event.sentence),
        "status": event.status,
        "claimant": event.claimant,
        "edtf": event.edtf,
        "start": event.start and event.start.isoformat(),
        "end": event.end and event.end.isoformat(),
        "date_prec": event.date_prec,
        "places": [_event_place(place) for place in event.places],
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "deaths": event.deaths and _count(event.deaths),
        "injured": event.injured and _count(event.injured),
        "displaced": event.displaced and _count(event.displaced),
        "detained": event.detained and _count(event.detained),
        "mentions": [_span(mention) for mention in event.mentions],
        "score": event.score,
        "why": dict(event.why),
    }


def _event_place(place: EventPlace) -> Record:
    unknown = dict.fromkeys(("lon_deg", "lat_deg", "uncertainty_m", "method"))
    location = _location(place.location) if place.location else unknown
    return {
        "toponym": place.toponym,
        "place": place.place,
        "where_prec": place.where_prec,
        "relation": place.relation,
        "inferred": place.inferred,
        "geometry": None,
        **location,
    }


def _location(location: Location) -> Record:
    return {
        "lon_deg": location.lon_deg,
        "lat_deg": location.lat_deg,
        "uncertainty_m": location.uncertainty_m,
        "method": location.method,
        "geometry": location.geometry,
    }


def _party(party: Party) -> Record:
    return {"text": party.text, **_span(party.span)}


def _count(count: Count) -> Record:
    return {
        "best": count.best,
        "low": count.low,
        "high": count.high,
        "claimant": count.claimant,
        "span": count.span and _span(count.span),
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end}

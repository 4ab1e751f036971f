"""What the web map is told: parsed documents as plain, small, ordered JSON values.

Offsets are turned from Python string indices into the UTF-16 indices JavaScript
counts in. Values that say nothing (None, '', empty lists) are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import english_name
from placemap.output.names.labels import NAME_FORMS
from placemap.output.names.policies import kind_of
from placemap.output.names.statuses import statuses_on
from placemap.output.symbols import SYMBOLS, symbol
from placemap.output.web.places import places_of
from placemap.output.web.readings import kept, read
from placemap.output.web.sites import Sites
from placemap.output.web.text import direction, web_address

if TYPE_CHECKING:
    from collections.abc import (
        Collection,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from placemap.core import (
        AliasStatement,
        Candidate,
        Count,
        Event,
        EventPlace,
        ParsedDocument,
        Run,
        Toponym,
    )
    from placemap.output.web.readings import Reading

FORMAT = "placemap-map/1"
_RUNNERS_UP = 4

_Json = dict[str, Any]


def make_payload(
    parsed: Iterable[ParsedDocument], *, run: Run, title: str = ""
) -> _Json:
    """Return all the page needs to know about `parsed` except the base map.

    Documents and events keep their order. ``sites`` are the distinct places on the
    map, referred to by index from the events; ``places`` is by gazetteer id.
    """
    readings = [read(report, run) for report in parsed]
    sites = Sites()
    events = [
        {"doc": number, **_event(event, reading, sites)}
        for number, reading in enumerate(readings)
        for event in reading.parsed.events
    ]
    return {
        "format": FORMAT,
        "types": _types(events),
        "title": title or _title(readings),
        "documents": [_document(reading) for reading in readings],
        "events": events,
        "sites": sites.values,
        "places": places_of(readings),
        "labels": _policy(run.labels),
        "run": _run(run),
    }


def _policy(labels: str) -> _Json:
    kind = kind_of(labels)
    is_plain = kind not in ("language", "view")
    return kept(kind=kind, of="" if is_plain else english_name(labels) or labels)


def _types(events: Sequence[_Json]) -> list[_Json]:
    """Return the types in use, in the order of the table of symbols."""
    used = {event["type"] for event in events}
    known = [code for code in SYMBOLS if code in used]
    return [
        {"code": code, **symbol(code)._asdict()}
        for code in (*known, *sorted(used.difference(known)))
    ]


def _title(readings: Sequence[Reading]) -> str:
    return readings[0].parsed.document.title if len(readings) == 1 else ""


def _document(reading: Reading) -> _Json:
    parsed = reading.parsed
    document = parsed.document
    tied = {place.toponym for event in parsed.events for place in event.places}
    return kept(
        id=document.id,
        title=document.title,
        source=document.source,
        url=web_address(document.url),
        published=document.published.isoformat() if document.published else "",
        lang=document.language,
        dir=direction(document.language),
        text=document.text,
        toponyms=[_toponym(t, reading, tied) for t in parsed.toponyms],
        aliases=[_alias(alias, reading) for alias in parsed.aliases],
        coverage=_coverage(parsed.toponyms),
    )


def _coverage(toponyms: Sequence[Toponym]) -> _Json:
    located = sum(t.place is not None for t in toponyms)
    ambiguous = sum(t.place is None and bool(t.candidates) for t in toponyms)
    return {
        "mentions": len(toponyms),
        "located": located,
        "ambiguous": ambiguous,
        "unknown": len(toponyms) - located - ambiguous,
    }


def _toponym(toponym: Toponym, reading: Reading, tied: Collection[str]) -> _Json:
    place = toponym.place
    location = reading.parsed.locations.get(place.id) if place else None
    name = ""
    if place and toponym.mention.form in NAME_FORMS:
        name = reading.labels.name(place, toponym.mention)
    return kept(
        id=toponym.id,
        name="" if name == toponym.mention.text else name,
        at=reading.offsets(toponym.span),
        tied=toponym.id in tied or None,
        form=toponym.mention.form,
        role=toponym.mention.role,
        place=place.id if place else "",
        lon=round(location.lon_deg, 5) if location else None,
        lat=round(location.lat_deg, 5) if location else None,
        score=round(toponym.score, 3),
        reason=toponym.reason,
        candidates=[
            _candidate(candidate)
            for candidate in toponym.candidates
            if place is None or candidate.place.id != place.id
        ][:_RUNNERS_UP],
    )


def _candidate(candidate: Candidate) -> _Json:
    return kept(
        id=candidate.place.id,
        name=candidate.place.name,
        country=candidate.place.country,
        admin1=candidate.place.admin1,
        score=round(candidate.score, 3),
    )


def _alias(alias: AliasStatement, reading: Reading) -> _Json:
    offsets = reading.offsets
    return kept(
        left=offsets(alias.left),
        right=offsets(alias.right),
        sentence=offsets(alias.sentence),
        relation=alias.relation,
        usedBy=alias.used_by,
        usedBySide=alias.used_by_side if alias.used_by else "",
        verdict=alias.verdict or "unknown",
        place=alias.place or "",
        km=None if alias.distance_km is None else round(alias.distance_km, 1),
    )


def _event(event: Event, reading: Reading, sites: Sites) -> _Json:
    offsets = reading.offsets
    day = event.start.isoformat() if event.start else ""
    shown = [_event_place(place, reading, sites, day) for place in event.places]
    return kept(
        id=event.id,
        type=event.type,
        mode=event.mode,
        acled=event.acled,
        cameo=event.cameo,
        quad=event.quad,
        status=event.status,
        claimant=event.claimant,
        trigger=offsets(event.trigger),
        sentence=offsets(event.sentence),
        mentions=[offsets(span) for span in event.mentions if span != event.trigger],
        edtf=event.edtf,
        start=day,
        end=event.end.isoformat() if event.end else "",
        datePrec=event.date_prec,
        places=shown,
        reason=_why_not_mapped(event),
        actors=[party.text for party in event.actors],
        recipients=[party.text for party in event.recipients],
        deaths=_count(event.deaths),
        injured=_count(event.injured),
        displaced=_count(event.displaced),
        detained=_count(event.detained),
        score=round(event.score, 3),
        why=dict(sorted(event.why.items())),
    )


def _why_not_mapped(event: Event) -> _Json | None:
    """Return a code the page has words for, and the extractor's own words."""
    if any(place.location for place in event.places):
        return None
    said = event.why.get("place") or event.why.get("where") or ""
    return kept(code="no-position" if event.places else "no-place", said=said)


def _count(count: Count | None) -> _Json | None:
    if count is None:
        return None
    return kept(
        best=count.best, low=count.low, high=count.high, claimant=count.claimant
    )


def _event_place(
    event_place: EventPlace, reading: Reading, sites: Sites, day: str
) -> _Json:
    location = event_place.location
    place = reading.places.get(event_place.place)
    views = statuses_on(place, day) if place and place.disputed else []
    site = location and sites.add(
        event_place.place,
        location,
        name=reading.name_of(event_place),
        where_prec=event_place.where_prec,
        country=place.country if place else "",
    )
    return kept(
        place=event_place.place,
        toponym=event_place.toponym,
        site=site,
        prec=event_place.where_prec,
        uncertainty=round(location.uncertainty_m) if location else None,
        relation=event_place.relation,
        inferred=event_place.inferred or None,
        statuses=[_status(view) for view in views],
    )


def _status(view: Mapping[str, Any]) -> _Json:
    return kept(
        view=view.get("view"),
        country=view.get("country"),
        start=view.get("from"),
        end=view.get("to"),
    )


def _run(run: Run) -> _Json:
    return kept(
        version=run.version,
        gazetteer=run.gazetteer,
        gazetteerSha256=run.gazetteer_sha256,
        labels=run.labels,
        options=dict(sorted(run.options.items())),
        attribution=list(run.attribution),
    )


def mentioned_positions(payload: _Json) -> Iterator[tuple[float, float]]:
    """Yield where the places are that the texts name, countries apart."""
    for document in payload["documents"]:
        for toponym in document.get("toponyms", ()):
            place = payload["places"].get(toponym.get("place"), {})
            if "lon" in toponym and not place.get("isCountry"):
                yield toponym["lon"], toponym["lat"]

"""What the web map is told: parsed documents as plain, small, ordered JSON values.

Offsets are turned from Python string indices into the UTF-16 indices JavaScript
counts in. Values that say nothing (None, '', empty lists) are left out.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from placemap.output.names.labels import NAME_FORMS
from placemap.output.symbols import SYMBOLS, symbol
from placemap.output.web.assets import checked_language, languages
from placemap.output.web.naming import policy
from placemap.output.web.places import places_of
from placemap.output.web.readings import kept, read
from placemap.output.web.sample import SampleWarning, sampled
from placemap.output.web.sites import Sites
from placemap.output.web.text import direction, file_name, opening, web_address

if TYPE_CHECKING:
    from collections.abc import (
        Collection,
        Iterable,
        Iterator,
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
    from placemap.output.web.sample import Sample
    from placemap.output.web.tiles import Tiles

FORMAT = "placemap-map/1"
_RUNNERS_UP = 4

_Json = dict[str, Any]


def make_payload(
    parsed: Iterable[ParsedDocument],
    *,
    run: Run,
    title: str = "",
    language: str = "",
    tiles: Tiles | None = None,
) -> _Json:
    """Return all the page needs to know about `parsed` except the base map.

    `language` is that of the interface, '' for the one a reader's browser prefers.
    `tiles` are shown above the base map, where there are any and they can be had.
    Documents and events keep their order. ``sites`` are the distinct places on the
    map, referred to by index from the events; ``places`` is by gazetteer id.

    Raises
    ------
    OutputError
        If there is no interface in `language`.

    Warns
    -----
    SampleWarning
        If there are more events than a page can carry, and it shows a sample.
    """
    sample = sampled(parsed)
    if sample.is_part:
        warnings.warn(str(sample), SampleWarning, stacklevel=2)
    readings = [read(report, run) for report in sample.parsed]
    sites, reasons, whys = Sites(), Told(), Told()
    events = [
        {"doc": number, **_event(event, reading, sites, whys)}
        for number, reading in enumerate(readings)
        for event in reading.parsed.events
    ]
    places, policies = places_of(readings, run.labels)
    return {
        "format": FORMAT,
        "types": _types(events),
        "language": checked_language(language),
        "languages": {code: words["name"] for code, words in languages().items()},
        "title": title or _title(readings),
        "documents": [_document(reading, reasons) for reading in readings],
        "events": events,
        "reasons": reasons.values,
        "whys": whys.values,
        "sites": sites.values,
        "places": places,
        "labels": policy(run.labels),
        "policies": [{"key": key, **policy(key)} for key in policies],
        "sample": _sample(sample),
        "tiles": tiles and tiles.told(),
        "run": _run(run),
    }


class Told:
    """What is told again and again: each value once, by its number."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, value: Any) -> int | None:  # noqa: ANN401 - any JSON value
        """Return the number of `value`, adding it when it is new; None when empty."""
        if not value:
            return None
        key = repr(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]


def _unless(usual: str, value: str) -> str:
    """Return `value`, or '' where it is the usual one, which the page puts back."""
    return "" if value == usual else value


def _sample(sample: Sample) -> _Json | None:
    """Return how much there is besides what is shown; None where nothing is."""
    if not sample.is_part:
        return None
    return {"documents": sample.reports, "events": sample.events}


def _types(events: Sequence[_Json]) -> list[_Json]:
    """Return the types in use, in the order of the table of symbols."""
    used = {event["type"] for event in events}
    known = [code for code in SYMBOLS if code in used]
    return [
        {"code": code, **symbol(code)._asdict()}
        for code in (*known, *sorted(used.difference(known)))
    ]


def _title(readings: Sequence[Reading]) -> str:
    if len(readings) != 1:
        return ""
    return readings[0].heading


def _document(reading: Reading, reasons: Told) -> _Json:
    parsed = reading.parsed
    document = parsed.document
    tied = {place.toponym for event in parsed.events for place in event.places}
    return kept(
        id=document.id,
        title=document.title,
        headline=reading.offsets(reading.headline),
        opening="" if reading.is_named else opening(document.text),
        file=file_name(document.id),
        source=document.source,
        url=web_address(document.url),
        published=document.published.isoformat() if document.published else "",
        lang=document.language,
        dir=direction(document.language),
        text=document.text,
        toponyms=[_toponym(t, reading, tied, reasons) for t in parsed.toponyms],
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


def _toponym(
    toponym: Toponym, reading: Reading, tied: Collection[str], reasons: Told
) -> _Json:
    place = toponym.place
    location = reading.parsed.locations.get(place.id) if place else None
    name = ""
    if place and toponym.mention.form in NAME_FORMS:
        name = reading.labels.name(place, toponym.mention)
    return kept(
        name="" if name == toponym.mention.text else name,
        at=reading.offsets(toponym.span),
        tied=toponym.id in tied or None,
        form=_unless("name", toponym.mention.form),
        role=_unless("literal", toponym.mention.role),
        place=place.id if place else "",
        lon=round(location.lon_deg, 5) if location else None,
        lat=round(location.lat_deg, 5) if location else None,
        score=round(toponym.score, 3),
        reason=reasons.number(toponym.reason),
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


def _event(event: Event, reading: Reading, sites: Sites, whys: Told) -> _Json:
    offsets = reading.offsets
    shown = [_event_place(place, reading, sites) for place in event.places]
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
        also=[offsets(span) for span in reading.sentences_besides(event)],
        mentions=[offsets(span) for span in event.mentions if span != event.trigger],
        edtf=event.edtf,
        start=event.start.isoformat() if event.start else "",
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
        why=whys.number(dict(sorted(event.why.items()))),
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


def _event_place(event_place: EventPlace, reading: Reading, sites: Sites) -> _Json:
    location = event_place.location
    place = reading.places.get(event_place.place)
    site = location and sites.add(
        event_place.place,
        location,
        name=reading.name_of(event_place),
        where_prec=event_place.where_prec,
        country=place.country if place else "",
    )
    return kept(
        place=event_place.place,
        toponym=reading.numbers.get(event_place.toponym),
        site=site,
        prec=event_place.where_prec,
        uncertainty=round(location.uncertainty_m) if location else None,
        relation=_unless("at", event_place.relation),
        inferred=event_place.inferred or None,
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
    for toponym, place in _mentioned(payload):
        if not place.get("isCountry"):
            yield toponym["lon"], toponym["lat"]


def mentioned_countries(payload: _Json) -> set[str]:
    """Return the ISO 3166-1 numeric codes of the countries the texts name as places.

    Governments, peoples and names within other names are not meant as a place.
    """
    return {
        place["code"]
        for toponym, place in _mentioned(payload)
        if "code" in place
        and "role" not in toponym
        and toponym.get("form") not in {"demonym", "adjective"}
    }


def _mentioned(payload: _Json) -> Iterator[tuple[_Json, _Json]]:
    """Yield each mention that has a position, and what is known of its place."""
    for document in payload["documents"]:
        for toponym in document.get("toponyms", ()):
            if "lon" in toponym:
                yield toponym, payload["places"].get(toponym.get("place"), {})

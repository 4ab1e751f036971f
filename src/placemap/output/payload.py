"""What the web map is told: parsed documents as plain, small, ordered JSON values.

Offsets are turned from Python string indices into the UTF-16 indices JavaScript
counts in. Values that say nothing (None, '', empty lists) are left out.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from placemap.output.country_codes import numeric_code
from placemap.output.labels import leading_name, other_names, statuses_on
from placemap.output.symbols import SYMBOLS, symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from placemap.core import (
        AliasStatement,
        Count,
        Document,
        Event,
        EventPlace,
        Location,
        ParsedDocument,
        Place,
        Run,
        Span,
        Toponym,
    )

FORMAT = "placemap-map/1"
COUNTRY_LEVEL = 6  # of the UCDP where_prec codes
_VAGUE_POINTS = (3, 4, 5, 7)  # a point with one of these stands for a whole area
_RUNNERS_UP = 4
_AREAS = ("Polygon", "MultiPolygon")
_LINES = ("LineString", "MultiLineString")
_RTL = frozenset("ar arc ckb dv fa he ku-arab nqo ps sd syr ug ur yi".split())
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f]+\Z", re.IGNORECASE)
# What UTF-16 holds in one unit; everything above takes two.
_LAST_SINGLE = "\uffff"

_Json = dict[str, Any]


def make_payload(
    parsed: Iterable[ParsedDocument], *, run: Run, title: str = ""
) -> _Json:
    """Return all the page needs to know about `parsed` except the base map.

    Documents and events keep their order. ``sites`` are the distinct places on the
    map, referred to by index from the events; ``places`` is by gazetteer id.
    """
    reports = list(parsed)
    sites = _Sites()
    documents = []
    events = []
    for number, report in enumerate(reports):
        offsets = utf16_offsets(report.document.text)
        documents.append(_document(report, offsets))
        events += [
            {"doc": number, **_event(event, report, sites, offsets)}
            for event in report.events
        ]
    return {
        "format": FORMAT,
        "types": _types(events),
        "title": title or _title(reports),
        "documents": documents,
        "events": events,
        "sites": sites.values,
        "places": _places(reports),
        "run": _run(run),
    }


def _types(events: Sequence[_Json]) -> list[_Json]:
    """Return the types in use, in the order of the table of symbols."""
    used = {event["type"] for event in events}
    known = [code for code in SYMBOLS if code in used]
    return [
        {"code": code, **symbol(code)._asdict()}
        for code in (*known, *sorted(used.difference(known)))
    ]


def _title(reports: Sequence[ParsedDocument]) -> str:
    if len(reports) == 1:
        return reports[0].document.title
    return ""


def _kept(**values: Any) -> _Json:  # noqa: ANN401 - any JSON value
    return {k: v for k, v in values.items() if v is not None and v not in ("", [], {})}


def utf16_offsets(text: str) -> Callable[[Span | None], list[int] | None]:
    """Return the function from a span of `text` to its start and end in UTF-16.

    Examples
    --------
    >>> from placemap.core import Span
    >>> utf16_offsets("😀 Rome")(Span(2, 6))
    [3, 7]
    """
    if max(text, default="") <= _LAST_SINGLE:
        return lambda span: None if span is None else [span.start, span.end]
    widths = (2 if char > _LAST_SINGLE else 1 for char in text)
    at = list(accumulate(widths, initial=0))
    return lambda span: None if span is None else [at[span.start], at[span.end]]


def web_address(url: str) -> str:
    """Return `url` when it is a plain http or https address, '' otherwise.

    Examples
    --------
    >>> web_address("https://example.org/a?b=c"), web_address("javascript:alert(1)")
    ('https://example.org/a?b=c', '')
    """
    return url if _WEB_ADDRESS.match(url) else ""


def direction(language: str) -> str:
    """Return the writing direction of a BCP 47 tag: rtl, ltr, or auto when unknown.

    Examples
    --------
    >>> direction("fa-AF"), direction("en"), direction("az-Arab"), direction("")
    ('rtl', 'ltr', 'rtl', 'auto')
    """
    tag = language.lower().replace("_", "-")
    if not tag:
        return "auto"
    subtags = tag.split("-")
    if "latn" in subtags or "cyrl" in subtags:
        return "ltr"
    return "rtl" if subtags[0] in _RTL or "arab" in subtags else "ltr"


def _document(
    report: ParsedDocument, offsets: Callable[[Span | None], list[int] | None]
) -> _Json:
    document: Document = report.document
    toponyms = report.toponyms
    tied = {place.toponym for event in report.events for place in event.places}
    return _kept(
        id=document.id,
        title=document.title,
        source=document.source,
        url=web_address(document.url),
        published=document.published.isoformat() if document.published else "",
        lang=document.language,
        dir=direction(document.language),
        text=document.text,
        toponyms=[
            {**_toponym(t, report.locations, offsets), "tied": t.id in tied}
            for t in toponyms
        ],
        aliases=[_alias(a, offsets) for a in report.aliases],
        coverage=_coverage(toponyms),
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
    toponym: Toponym,
    locations: Mapping[str, Location],
    offsets: Callable[[Span | None], list[int] | None],
) -> _Json:
    place = toponym.place
    location = locations.get(place.id) if place else None
    return _kept(
        id=toponym.id,
        at=offsets(toponym.span),
        form=toponym.mention.form,
        role=toponym.mention.role,
        place=place.id if place else "",
        lon=round(location.lon_deg, 5) if location else None,
        lat=round(location.lat_deg, 5) if location else None,
        score=round(toponym.score, 3),
        reason=toponym.reason,
        candidates=[
            _kept(
                id=candidate.place.id,
                name=candidate.place.name,
                country=candidate.place.country,
                admin1=candidate.place.admin1,
                score=round(candidate.score, 3),
            )
            for candidate in toponym.candidates
            if place is None or candidate.place.id != place.id
        ][:_RUNNERS_UP],
    )


def _alias(
    alias: AliasStatement, offsets: Callable[[Span | None], list[int] | None]
) -> _Json:
    return _kept(
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


def _event(
    event: Event,
    report: ParsedDocument,
    sites: _Sites,
    offsets: Callable[[Span | None], list[int] | None],
) -> _Json:
    day = event.start.isoformat() if event.start else ""
    shown = [_event_place(place, report, sites, day) for place in event.places]
    return _kept(
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
        score=round(event.score, 3),
        why=dict(sorted(event.why.items())),
    )


def _why_not_mapped(event: Event) -> _Json | None:
    """Return a code the page has words for, and the extractor's own words."""
    if any(place.location for place in event.places):
        return None
    said = event.why.get("place") or event.why.get("where") or ""
    return _kept(code="no-position" if event.places else "no-place", said=said)


def _count(count: Count | None) -> _Json | None:
    if count is None:
        return None
    return _kept(
        best=count.best, low=count.low, high=count.high, claimant=count.claimant
    )


def _event_place(
    place: EventPlace, report: ParsedDocument, sites: _Sites, day: str
) -> _Json:
    location = place.location
    known = _places_of(report).get(place.place)
    views = statuses_on(known, day) if known and known.disputed else []
    return _kept(
        place=place.place,
        toponym=place.toponym,
        site=sites.add(place, report) if location else None,
        prec=place.where_prec,
        uncertainty=round(location.uncertainty_m) if location else None,
        method=location.method if location else "",
        relation=place.relation,
        inferred=place.inferred or None,
        statuses=[_status(view) for view in views],
    )


class _Sites:
    """The distinct places on the map, in order of first use."""

    def __init__(self) -> None:
        self.values: list[_Json] = []
        self._index: dict[tuple[Any, ...], int] = {}

    def add(self, event_place: EventPlace, report: ParsedDocument) -> int:
        """Return the index of the site of `event_place`, which has a location."""
        location = event_place.location
        assert location is not None  # noqa: S101 - the caller looked
        kind = _drawn_as(event_place.where_prec, location.geometry)
        lon, lat = round(location.lon_deg, 5), round(location.lat_deg, 5)
        radius = round(location.uncertainty_m)
        key = (event_place.place, kind, lon, lat, radius if kind == "circle" else 0)
        if key not in self._index:
            self._index[key] = len(self.values)
            self.values.append(
                _kept(
                    place=event_place.place,
                    name=_shown_name(event_place, report),
                    kind=kind,
                    lon=lon,
                    lat=lat,
                    radius=radius,
                    vague=_is_vague(location) or None,
                    **_shape(kind, event_place.place, location, report),
                )
            )
        return self._index[key]


def _drawn_as(where_prec: int, geometry: Mapping[str, Any]) -> str:
    if where_prec == COUNTRY_LEVEL:
        return "country"
    if geometry.get("type") in _AREAS:
        return "area"
    if geometry.get("type") in _LINES:
        return "line"
    return "circle" if where_prec in _VAGUE_POINTS else "point"


def _is_vague(location: Location) -> bool:
    """Tell whether an outline was only drawn around a point."""
    return any(word in location.method for word in ("circle", "near", "point"))


def _shape(
    kind: str, place_id: str, location: Location, report: ParsedDocument
) -> _Json:
    """Return the outline of a site, or for a country its number on the base map."""
    if kind == "country":
        place = _places_of(report).get(place_id)
        code = numeric_code(place.country) if place else ""
        if code:
            return {"code": code}
    if location.geometry.get("type") in _AREAS + _LINES:
        return {"geometry": _rounded(location.geometry)}
    return {}


def _rounded(geometry: Mapping[str, Any]) -> _Json:
    def round_all(value: Any) -> Any:  # noqa: ANN401 - coordinates nest at any depth
        if isinstance(value, (int, float)):
            return round(value, 4)
        return [round_all(part) for part in value]

    return {"type": geometry["type"], "coordinates": round_all(geometry["coordinates"])}


def _shown_name(event_place: EventPlace, report: ParsedDocument) -> str:
    place = _places_of(report).get(event_place.place)
    named = (t.mention for t in report.toponyms if t.id == event_place.toponym)
    if place is None:
        return event_place.place
    return leading_name(place, next(named, None), report.run.labels)


def _places_of(report: ParsedDocument) -> dict[str, Place]:
    return {t.place.id: t.place for t in report.toponyms if t.place}


def _places(reports: Sequence[ParsedDocument]) -> dict[str, _Json]:
    """Return all places by id, each with the names all documents know of it."""
    found: dict[str, Place] = {}
    names: dict[str, dict[str, _Json]] = {}
    for report in reports:
        for key, place in _places_of(report).items():
            found.setdefault(key, place)
            for name in other_names(place, report, leading=""):
                of_place = names.setdefault(key, {})
                text = name["text"]
                of_place[text] = _name(name) | of_place.get(text, {})
    return {
        key: {**_place(found[key]), "names": list(names.get(key, {}).values())}
        for key in sorted(found)
    }


def _place(place: Place) -> _Json:
    return _kept(
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        isCountry=place.is_country or None,
        disputed=place.disputed or None,
    )


def _name(name: Mapping[str, Any]) -> _Json:
    return _kept(
        text=name["text"],
        lang=name.get("lang"),
        kind=name.get("kind"),
        usedBy=name.get("used_by"),
        start=name.get("from"),
        end=name.get("to"),
        inText=name.get("source") == "text" or None,
    )


def _status(view: Mapping[str, Any]) -> _Json:
    return _kept(
        view=view.get("view"),
        country=view.get("country"),
        start=view.get("from"),
        end=view.get("to"),
    )


def _run(run: Run) -> _Json:
    return _kept(
        version=run.version,
        gazetteer=run.gazetteer,
        gazetteerSha256=run.gazetteer_sha256,
        labels=run.labels,
        options=dict(sorted(run.options.items())),
        attribution=list(run.attribution),
    )


def positions(payload: _Json) -> Iterator[tuple[float, float]]:
    """Yield longitude and latitude of everything of `payload` drawn in detail."""
    for site in payload["sites"]:
        if site["kind"] != "country":
            yield site["lon"], site["lat"]
            yield from _corners(site.get("geometry", {}).get("coordinates", []))


def mentioned_positions(payload: _Json) -> Iterator[tuple[float, float]]:
    """Yield where the places are that are named without an event, countries apart."""
    for document in payload["documents"]:
        for toponym in document.get("toponyms", ()):
            place = payload["places"].get(toponym.get("place"), {})
            if "lon" in toponym and not place.get("isCountry"):
                yield toponym["lon"], toponym["lat"]


def site_codes(payload: _Json) -> set[str]:
    """Return the ISO 3166-1 numeric codes of the countries that carry an event."""
    return {site["code"] for site in payload["sites"] if "code" in site}


def _corners(coordinates: Sequence[Any]) -> Iterator[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], (int, float)):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from _corners(part)

"""The rows beside the events: mentions, places, aliases, sources and the run."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import TYPE_CHECKING

from placemap.core import content_id
from placemap.output.encoding import name_record, run_record, status_record
from placemap.output.geometry import rfc7946
from placemap.output.jsontext import dumps
from placemap.output.names.labels import Labels
from placemap.output.table import (
    Feature,
    Row,
    day_of,
    location_part,
    place_part,
    quote,
    share,
    utc_of,
)
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import (
        AliasStatement,
        Candidate,
        Location,
        ParsedDocument,
        Place,
        Run,
        Span,
        Toponym,
    )

    # By the id of each place its row and point, as JSON: thousands of small objects
    # kept to the end would slow down all that is done meanwhile.
    UsedPlaces = dict[str, str]


def mention_features(parsed: ParsedDocument, run: Run) -> Iterator[Feature]:
    """Yield a feature for each place named in the text, as a point, in text order.

    The geometry is None where no place was chosen or it is not known where it is.
    """
    text = parsed.document.text
    found = sentences(text)
    events_at = _events_by_toponym(parsed)
    labels = Labels(parsed, run.labels)
    for toponym in parsed.toponyms:
        place = toponym.place
        location = parsed.locations.get(place.id) if place else None
        row = {
            "document_id": parsed.document.id,
            "document_title": parsed.document.title,
            **_mention_part(toponym),
            "sentence": _sentence_of(toponym.span, found, text),
            "event_ids": events_at.get(toponym.id, []),
            **location_part(location),
        }
        if place is not None:
            name = labels.name(place, toponym.mention)
            row |= {"place_id": place.id, "place_name": name, **place_part(place)}
        yield Feature(row, _point(location))


def _mention_part(toponym: Toponym) -> Row:
    mention = toponym.mention
    return {
        "id": toponym.id,
        "text": mention.text,
        "form": mention.form,
        "role": mention.role,
        "score": share(toponym.score),
        "reason": toponym.reason,
        "candidates": [_candidate(candidate) for candidate in toponym.candidates],
        "mention_start": mention.span.start,
        "mention_end": mention.span.end,
    }


def _candidate(candidate: Candidate) -> Row:
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "score": share(candidate.score),
    }


def _sentence_of(span: Span, found: Sequence[tuple[int, int]], text: str) -> str:
    # The last sentence that starts no later than the mention.
    at = bisect_right(found, (span.start, len(text))) - 1
    start, end = found[at] if at >= 0 else (0, 0)
    return text[start:end] if span.end <= end else ""


def _events_by_toponym(parsed: ParsedDocument) -> dict[str, list[str]]:
    events: dict[str, list[str]] = {}
    for event in parsed.events:
        for toponym in dict.fromkeys(place.toponym for place in event.places):
            events.setdefault(toponym, []).append(event.id)
    return events


def _point(location: Location | None) -> Row | None:
    if location is None:
        return None
    position = [location.lon_deg, location.lat_deg]
    return rfc7946({"type": "Point", "coordinates": position})


def place_features(parsed: Iterable[ParsedDocument]) -> list[Feature]:
    """Return a row for each place chosen for a mention, by id, as a point."""
    places: UsedPlaces = {}
    for item in parsed:
        note_places(item, places)
    return list(place_rows(places))


def note_places(parsed: ParsedDocument, places: UsedPlaces) -> None:
    """Add the places chosen in `parsed` to those already noted; the first stays."""
    for toponym in parsed.toponyms:
        place = toponym.place
        if place is not None and place.id not in places:
            location = parsed.locations.get(place.id)
            places[place.id] = dumps([_place_row(place, location), _point(location)])


def place_rows(places: UsedPlaces) -> Iterator[Feature]:
    """Yield a row for each of the places noted, by id, as a point."""
    for place_id in sorted(places):
        yield Feature(*json.loads(places[place_id]))


def _place_row(place: Place, location: Location | None) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population or None,
        "disputed": place.disputed,
        **location_part(location),
        "geometry_method": location and location.method,
        "names": [name_record(name) for name in place.names],
        "statuses": [status_record(status) for status in place.statuses],
    }


def alias_features(parsed: ParsedDocument) -> Iterator[Feature]:
    """Yield a row for each alias statement, in order, without geometry."""
    names = {t.place.id: t.place.name for t in parsed.toponyms if t.place}
    for alias in parsed.aliases:
        place_name = names.get(alias.place or "", "")
        yield Feature(_alias_row(alias, parsed) | {"place_name": place_name})


def _alias_row(alias: AliasStatement, parsed: ParsedDocument) -> Row:
    document = parsed.document
    left, right = alias.left, alias.right
    used = left if alias.used_by_side == "left" else right
    return {
        "id": content_id("a", document.id, left, right, alias.relation),
        "document_id": document.id,
        "left_name": left.of(document.text),
        "right_name": right.of(document.text),
        "relation": alias.relation,
        "used_by": alias.used_by,
        "used_name": used.of(document.text) if alias.used_by else "",
        "verdict": alias.verdict,
        "place_id": alias.place,
        "distance_km": alias.distance_km,
        "sentence": quote(alias.sentence, document.text),
        "left_start": left.start,
        "left_end": left.end,
        "right_start": right.start,
        "right_end": right.end,
    }


def source_feature(parsed: ParsedDocument) -> Feature:
    """Return the row of a document: what it is, what was found, and by what."""
    document, run = parsed.document, parsed.run
    return Feature(
        {
            "id": document.id,
            "title": document.title,
            "source": document.source,
            "url": document.url,
            "published": day_of(document.published),
            "published_utc": utc_of(document.published),
            "language": document.language,
            "sha256": document.sha256,
            "characters": len(document.text),
            "mentions": len(parsed.toponyms),
            "resolved": sum(toponym.place is not None for toponym in parsed.toponyms),
            "events": len(parsed.events),
            "located": sum(bool(event.places) for event in parsed.events),
            "version": run.version,
            "gazetteer": run.gazetteer,
            "gazetteer_sha256": run.gazetteer_sha256,
        }
    )


def run_feature(run: Run) -> Feature:
    """Return the row that says what made the result."""
    return Feature(run_record(run))

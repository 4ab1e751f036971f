"""Places in the Linked Places Format, the exchange format of historical gazetteers.

A name says who attests it and when: the gazetteer with its dates, and each document
that uses it, by the day it was published. The file is valid GeoJSON and JSON-LD.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from placemap.output.atomic import replacing
from placemap.output.encoding import run_record, status_record
from placemap.output.geometry import rfc7946
from placemap.output.jsontext import dumps, printable
from placemap.output.table import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from placemap.core import Document, Location, Name, ParsedDocument, Place, Run

_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
# Those the format knows; U (undersea) and V (vegetation) are landscape.
_CLASSES = {c: c for c in "AHLPRST"} | {"U": "L", "V": "L"}
# A radius up to that of a town is where people say the place is.
_CERTAIN_M = 10_000
_LESS_CERTAIN_M = 50_000

Record = dict[str, Any]


@dataclass(slots=True)
class _Attested:
    """A place with the documents that name it, by the words they use."""

    place: Place
    location: Location | None
    documents: dict[str, list[Document]] = field(default_factory=dict)


def write_linked_places(
    parsed: Iterable[ParsedDocument], path: Path, *, run: Run
) -> None:
    """Write the places chosen for mentions to `path`, by id.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    attested = _attested(parsed)
    with replacing(path) as temporary, temporary.open("wb") as file:
        for line in _lines(attested, run):
            file.write(line.encode())


def _attested(parsed: Iterable[ParsedDocument]) -> dict[str, _Attested]:
    found: dict[str, _Attested] = {}
    for item in parsed:
        for toponym in item.toponyms:
            place, mention = toponym.place, toponym.mention
            if place is None:
                continue
            if place.id not in found:
                found[place.id] = _Attested(place, item.locations.get(place.id))
            if mention.form in ("name", "abbreviation"):
                documents = found[place.id].documents.setdefault(mention.lookup, [])
                if item.document not in documents:
                    documents.append(item.document)
    return found


def _lines(attested: dict[str, _Attested], run: Run) -> Iterator[str]:
    made_by = run_record(run)
    attribution = made_by.pop("attribution")
    yield f'{{"type":"FeatureCollection",\n"@context":"{_CONTEXT}",\n'
    yield f'"placemap":{dumps(made_by)},\n"attribution":{dumps(attribution)},\n'
    yield '"features":['
    separator = "\n"
    for key in sorted(attested):
        yield separator + dumps(_feature(attested[key]))
        separator = ",\n"
    yield "\n]}\n"


def _feature(attested: _Attested) -> Record:
    place = attested.place
    names = [_gazetteer_name(name) for name in place.names]
    names += [_read_name(*pair) for pair in sorted(attested.documents.items())]
    if not any(name.get("citations") for name in names):
        names.insert(0, _cited(place.name, place.id.partition(":")[0]))
    made: Record = {
        "@id": f"urn:placemap:{quote(printable(place.id), safe=':')}",
        "type": "Feature",
        "properties": _properties(place),
        "names": names,
        "types": _types(place),
        "geometry": _geometry(attested.location),
    }
    if spans := _spans_of(attested):
        made["when"] = {"timespans": spans, "label": "named in the documents read"}
    source, _, key = place.id.partition(":")
    if source == "geonames" and key.isdigit():
        made["links"] = [{"type": "exactMatch", "identifier": f"gn:{key}"}]
    return made


def _properties(place: Place) -> Record:
    feature_class = _CLASSES.get(place.feature_class)
    return {
        "title": printable(place.name),
        "ccodes": [place.country] if place.country else [],
        "fclasses": [feature_class] if feature_class else [],
        "id": place.id,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "disputed": place.disputed,
        "statuses": [status_record(status) for status in place.statuses],
    }


def _types(place: Place) -> list[Record]:
    if not place.kind:
        return []
    return [{"identifier": f"gn:{quote(place.kind)}", "label": place.kind}]


def _gazetteer_name(name: Name) -> Record:
    made = _cited(name.text, name.source)
    if name.lang:
        made["lang"] = name.lang
    made["kind"] = name.kind
    if name.used_by:
        made["used_by"] = printable(name.used_by)
    if span := _span(name.start, name.end):
        made["when"] = {"timespans": [span]}
    return made


def _cited(text: str, source: str) -> Record:
    made: Record = {"toponym": printable(text)}
    if source:
        made["citations"] = [{"label": printable(source)}]
    return made


def _span(start: str, end: str) -> Record | None:
    """Return a timespan; the format wants a start, which may be 'by the end'."""
    if start and end:
        return {"start": {"in": start}, "end": {"in": end}}
    if start:
        return {"start": {"in": start}}
    return {"start": {"latest": end}, "end": {"in": end}} if end else None


def _read_name(words: str, documents: list[Document]) -> Record:
    made: Record = {
        "toponym": printable(words),
        "citations": [_citation(document) for document in documents],
    }
    days = sorted(_days(documents))
    if days:
        made["when"] = {"timespans": [{"start": {"in": day}} for day in days]}
    return made


def _citation(document: Document) -> Record:
    parts = (document.title or document.id, document.source)
    made = {"label": printable(", ".join(filter(None, parts)))}
    return made | ({"@id": printable(document.url)} if document.url else {})


def _days(documents: Iterable[Document]) -> set[str]:
    days = {day_of(document.published) for document in documents}
    return {day.isoformat() for day in days if day}


def _spans_of(attested: _Attested) -> list[Record]:
    days: set[str] = set()
    for documents in attested.documents.values():
        days |= _days(documents)
    return [{"start": {"in": min(days)}, "end": {"in": max(days)}}] if days else []


def _geometry(location: Location | None) -> Record | None:
    made = rfc7946(location.geometry) if location else None
    if made is None or location is None:
        return None
    return made | {"certainty": _certainty(location.uncertainty_m)}


def _certainty(uncertainty_m: float) -> str:
    if uncertainty_m <= _CERTAIN_M:
        return "certain"
    return "less-certain" if uncertainty_m <= _LESS_CERTAIN_M else "uncertain"

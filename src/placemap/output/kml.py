"""Events as KML, for Google Earth: a folder for each type, with time spans.

Earth reads a description as HTML, and in it ``$[name]`` as a field to put in; what
documents say is escaped against both.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from placemap.output.atomic import replacing
from placemap.output.csv import cell_text
from placemap.output.layers import features_of
from placemap.output.schema import EVENTS
from placemap.output.symbols import SYMBOLS, symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.geometry import Geometry
    from placemap.output.table import Feature, Row

# What XML 1.0 has no place for.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What the balloon shows, in this order, each with its heading.
_SHOWN = (
    "status", "claimant", "edtf", "place_name", "name_in_text", "country",
    "uncertainty_m", "where_prec", "deaths_best", "injured", "displaced",
    "document_title", "document_source", "published",
)  # fmt: skip
_TITLES = {column.name: column.title for column in EVENTS.columns}


def write_kml(parsed: Iterable[ParsedDocument], path: Path, *, run: Run) -> None:
    """Write the events of `parsed` to `path`, those without a place too.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    folders: dict[str, list[str]] = {}
    for feature in features_of(parsed, EVENTS, run):
        folders.setdefault(feature.row["type"] or "OTHER", []).append(
            _placemark(feature)
        )
    with replacing(path) as temporary, temporary.open("wb") as file:
        for line in _lines(folders, run):
            file.write(line.encode())


def _lines(folders: dict[str, list[str]], run: Run) -> Iterator[str]:
    types = sorted(folders, key=lambda name: (_order(name), name))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield f"<name>placemap</name>\n<open>1</open>\n{_about(run)}"
    for name in types:
        yield _style(name)
    for name in types:
        yield f"<Folder>\n{_element('name', symbol(name).label)}\n"
        yield from folders[name]
        yield "</Folder>\n"
    yield "</Document>\n</kml>\n"


def _order(event_type: str) -> int:
    names = list(SYMBOLS)
    return names.index(event_type) if event_type in SYMBOLS else len(names)


def _about(run: Run) -> str:
    lines = [
        f"placemap {run.version}, {run.gazetteer} ({run.gazetteer_sha256})",
        f"Labels: {run.labels}",
        *run.attribution,
    ]
    return _element("description", "<br>".join(map(_harmless, lines))) + "\n"


def _style(event_type: str) -> str:
    opaque, light = (
        _colour(symbol(event_type).colour, alpha=alpha) for alpha in ("ff", "55")
    )
    return (
        f"<Style id={quoteattr(_style_id(event_type))}>"
        f"<IconStyle><color>{opaque}</color></IconStyle>"
        f"<LineStyle><color>{opaque}</color><width>3</width></LineStyle>"
        f"<PolyStyle><color>{light}</color></PolyStyle></Style>\n"
    )


def _style_id(event_type: str) -> str:
    """Return an XML id for a type; plug-ins may call theirs by any name."""
    return "type-" + "".join(c if c.isalnum() else "-" for c in _clean(event_type))


def _colour(colour: str, *, alpha: str) -> str:
    """Return ``#RRGGBB`` as KML writes it, backwards.

    Examples
    --------
    >>> _colour("#0072B2", alpha="ff")
    'ffb27200'
    """
    return f"{alpha}{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower()


def _placemark(feature: Feature) -> str:
    row = feature.row
    place = row["place_name"] or "no place"
    parts = [
        _element("name", f"{row['type_label']}: {place}"),
        _element("description", _balloon(row)),
        _time_span(row),
        f"<styleUrl>#{escape(_style_id(row['type'] or 'OTHER'))}</styleUrl>",
        _data(row),
        _shape(feature.geometry) if feature.geometry else "",
    ]
    inside = "\n".join(part for part in parts if part)
    return f"<Placemark id={quoteattr(row['id'])}>\n{inside}\n</Placemark>\n"


def _balloon(row: Row) -> str:
    """Return the HTML shown of an event, in which nothing of a document is code."""
    facts = "".join(
        f"<br>{_TITLES[name]}: {_harmless(str(row[name]))}"
        for name in _SHOWN
        if row[name] is not None
    )
    return f"<p>{_harmless(row['sentence'] or row['trigger'] or '')}</p>{facts}"


def _harmless(text: str) -> str:
    return html.escape(text).replace("$", "&#36;")


def _time_span(row: Row) -> str:
    begin, end = row["start_date"], row["end_date"]
    if begin is None and end is None:
        return ""
    inside = f"<begin>{begin}</begin>" if begin else ""
    return f"<TimeSpan>{inside}{f'<end>{end}</end>' if end else ''}</TimeSpan>"


def _data(row: Row) -> str:
    cells = (
        f"<Data name={quoteattr(column.name)}>{_element('value', text)}</Data>"
        for column in EVENTS.columns
        if column.name != "id" and (text := cell_text(row[column.name], column.kind))
    )
    return f"<ExtendedData>{''.join(cells)}</ExtendedData>"


def _shape(geometry: Geometry) -> str:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        return _several(geometry["geometries"])
    inner = geometry["coordinates"]
    if kind.startswith("Multi"):
        part = kind.removeprefix("Multi")
        return _several([{"type": part, "coordinates": one} for one in inner])
    if kind == "Polygon":
        outer, *holes = (f"<LinearRing>{_path(ring)}</LinearRing>" for ring in inner)
        cut = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
        return f"<Polygon><outerBoundaryIs>{outer}</outerBoundaryIs>{cut}</Polygon>"
    return f"<{kind}>{_path([inner] if kind == 'Point' else inner)}</{kind}>"


def _several(geometries: Iterable[Geometry]) -> str:
    return f"<MultiGeometry>{''.join(map(_shape, geometries))}</MultiGeometry>"


def _path(positions: Sequence[Sequence[Any]]) -> str:
    text = " ".join(f"{lon},{lat}" for lon, lat in positions)
    return f"<coordinates>{text}</coordinates>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_clean(text))}</{name}>"


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)

"""Reported events as a layer for anybody's folium map.

Texts of documents reach the map as data that the browser sets as text, never as markup,
and the layer loads nothing: it uses the Leaflet of the map it is put on.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import folium
from folium.template import Template

from placemap.output.columns import EVENTS
from placemap.output.symbols import symbol
from placemap.output.table import event_features, filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import ParsedDocument
    from placemap.output.geometry import Geometry
    from placemap.output.table import Feature, Row

_MIXED = "#444444"  # several types at one place
_SMALLEST, _LARGEST = 7, 18  # radius of a marker in pixels
# How sure it is that something happened, told by the outline: as on the web map.
_OUTLINES: dict[str, dict[str, Any]] = {
    "future": {"dashArray": "4 4", "fillOpacity": 0},
    "hypothetical": {"dashArray": "1 5", "fillOpacity": 0},
    "denied": {"dashArray": "2 4", "fillOpacity": 0, "opacity": 0.7},
    "negated": {"dashArray": "2 4", "fillOpacity": 0, "opacity": 0.7},
    "historical": {"fillOpacity": 0.1, "opacity": 0.5},
}
# A point that may be farther off than this gets a circle of its uncertainty.
_WORTH_DRAWING_M = 2_000


class EventLayer(folium.FeatureGroup):
    """A `folium.FeatureGroup` with one sign for each place where events happened.

    Colour tells the class of the event as in `placemap.output.symbols`, dark grey where
    they are mixed; a dashed, hollow sign was planned or denied, a pale one is history.
    A click lists all that happened there. `get_bounds` is that of any folium layer.

    Parameters
    ----------
    parsed
        What `Pipeline.run` or `read_report` gives. Events without a place are left out.
    name
        What a layer control calls it.

    Examples
    --------
    >>> import folium
    >>> layer = EventLayer([], name="Reported")
    >>> layer.add_to(folium.Map()) is layer
    True
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup([], {{ this.options|tojson }});
        (function (group, data) {
            function add(parent, tag, text, style) {
                var element = document.createElement(tag);
                element.textContent = text;
                element.dir = 'auto';
                Object.assign(element.style, style || {});
                parent.appendChild(element);
                return element;
            }
            function describe(properties) {
                var box = document.createElement('div');
                add(box, 'strong', properties.place);
                properties.events.forEach(function (event) {
                    var part = add(box, 'div', '', {
                        borderLeft: '3px solid ' + event.colour,
                        margin: '6px 0', paddingLeft: '6px'});
                    add(part, 'div', event.head, {fontWeight: '600'});
                    add(part, 'div', event.quote);
                    add(part, 'div', event.facts, {opacity: '0.75'});
                });
                return box;
            }
            L.geoJSON(data, {
                style: function (feature) { return feature.properties.style; },
                pointToLayer: function (feature, at) {
                    var reach = feature.properties.reach;
                    var style = feature.properties.style;
                    var marker = L.circleMarker(at, style);
                    if (reach) {
                        L.circle(at, {radius: reach, color: style.color, weight: 1,
                            opacity: 0.6, fillOpacity: 0.05, interactive: false}
                        ).addTo(group);
                    }
                    return marker;
                },
                onEachFeature: function (feature, layer) {
                    var properties = feature.properties;
                    layer.bindPopup(function () { return describe(properties); },
                        {maxWidth: 340, maxHeight: 320});
                    layer.bindTooltip(function () {
                        return add(document.createElement('div'), 'span',
                            properties.label);
                    }, {sticky: true});
                }
            }).addTo(group);
        })({{ this.get_name() }}, {{ this.sites|tojson }});
        {% endmacro %}
        """
    )

    def __init__(
        self, parsed: Iterable[ParsedDocument], *, name: str = "Reported events"
    ) -> None:
        reports = list(parsed)
        sources = sorted(
            {line for report in reports for line in report.run.attribution}
        )
        super().__init__(name=name, attribution=" | ".join(map(_plain, sources)))
        self.sites = _sites(reports)

    def _get_self_bounds(self) -> list[list[float | None]]:
        """Return south-west and north-east corner, latitude first, as folium wants."""
        points = [
            point for feature in self.sites for point in _positions(feature["geometry"])
        ]
        if not points:
            return [[None, None], [None, None]]
        lons, lats = zip(*points, strict=True)
        return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _plain(text: str) -> str:
    """Return `text` safe where Leaflet takes HTML: it has no characters of markup."""
    return "".join(c for c in text if c not in "<>&\"'")


def _positions(geometry: Geometry) -> Iterator[tuple[float, float]]:
    for member in geometry.get("geometries", ()):
        yield from _positions(member)
    yield from _leaves(geometry.get("coordinates", ()))


def _leaves(nested: Sequence[Any]) -> Iterator[tuple[float, float]]:
    if nested and isinstance(nested[0], int | float):
        yield nested[0], nested[1]
        return
    for part in nested:
        yield from _leaves(part)


def _sites(reports: Sequence[ParsedDocument]) -> list[dict[str, Any]]:
    """Return a feature for each geometry that events have, areas before points."""
    at: dict[str, list[Feature]] = {}
    for report in reports:
        for feature in filled(event_features(report, report.run), EVENTS):
            if feature.geometry is not None:
                key = json.dumps(feature.geometry, sort_keys=True)
                at.setdefault(key, []).append(feature)
    sites = [_site(features) for features in at.values()]
    return sorted(sites, key=lambda site: site["geometry"]["type"].endswith("Point"))


def _site(features: Sequence[Feature]) -> dict[str, Any]:
    rows = [feature.row for feature in features]
    place = rows[0]["place_name"] or rows[0]["gazetteer_name"] or ""
    counts = Counter(row["type_label"] for row in rows)
    label = ", ".join(f"{n} × {name}" if n > 1 else name for name, n in counts.items())
    reach = rows[0]["uncertainty_m"] or 0
    return {
        "type": "Feature",
        "geometry": features[0].geometry,
        "properties": {
            "place": place,
            "label": f"{place}: {label}",
            "reach": reach if reach > _WORTH_DRAWING_M else 0,
            "style": _style(rows),
            "events": [_told(row) for row in rows],
        },
    }


def _style(rows: Sequence[Row]) -> dict[str, Any]:
    colours = {symbol(row["type"]).colour for row in rows}
    statuses = {row["status"] for row in rows}
    style: dict[str, Any] = {
        "color": colours.pop() if len(colours) == 1 else _MIXED,
        "weight": 2,
        "fillOpacity": 0.35,
        "radius": min(_SMALLEST + 2 * (len(rows) - 1), _LARGEST),
    }
    return style | (_OUTLINES.get(statuses.pop(), {}) if len(statuses) == 1 else {})


def _told(row: Row) -> dict[str, str]:
    says = f"{row['status']}, {row['claimant']}" if row["claimant"] else row["status"]
    deaths = row["deaths_best"]
    facts = (
        says,
        f"{deaths} killed" if deaths else "",
        row["document_source"] or row["document_title"] or row["document_id"],
    )
    return {
        "colour": symbol(row["type"]).colour,
        "head": " · ".join(filter(None, (row["type_label"], row["edtf"]))),
        "quote": row["sentence"] or row["trigger"] or "",
        "facts": " · ".join(filter(None, facts)),
    }

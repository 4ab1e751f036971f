"""Styles for QGIS, which opens the layers of a GeoPackage with them by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from placemap.output.columns import EVENTS
from placemap.output.symbols import SYMBOLS, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from placemap.output.columns import Column

_LAYER_TYPES = {"Point": 0, "LineString": 1, "Polygon": 2}  # QgsWkbTypes.GeometryType
_SYMBOL_TYPES = {"Point": "marker", "LineString": "line", "Polygon": "fill"}
_QGIS_SHAPES = {"cross": "cross_fill"}  # all others go by the same name
_GREY = "#595959"
# An event lasts from its first day to its last, and where one is missing it is open.
_TEMPORAL = (
    '<temporal enabled="1" mode="2" limitMode="1" startField="start_date" '
    'endField="end_date" durationField="" durationUnit="days" fixedDuration="0" '
    'accumulate="0" startExpression="" endExpression=""><fixedRange><start></start>'
    "<end></end></fixedRange></temporal>"
)


def events_style(family: str) -> str:
    """Return the QML that draws events by their type, and gives them to the clock.

    `family` is what the layer holds: Point, LineString or Polygon. Types that are
    not in the table of symbols fall to the last category.
    """
    entries = [*SYMBOLS.items(), ("", SYMBOLS["OTHER"]._replace(label="Other types"))]
    categories = "".join(
        f'<category render="true" value={quoteattr(value)} '
        f'label={quoteattr(symbol.label)} symbol="{number}"/>'
        for number, (value, symbol) in enumerate(entries)
    )
    symbols = "".join(
        _symbol(symbol, family, str(number))
        for number, (_, symbol) in enumerate(entries)
    )
    return _document(
        '<renderer-v2 type="categorizedSymbol" attr="type" symbollevels="0" '
        'enableorderby="0" forceraster="0">'
        f"<categories>{categories}</categories><symbols>{symbols}</symbols>"
        "</renderer-v2>",
        tip=("type_label", "place_name", "start_date", "sentence"),
        family=family,
        columns=EVENTS,
        temporal=_TEMPORAL,
    )


def dots_style(label: str, columns: Iterable[Column], *, tip: Iterable[str]) -> str:
    """Return the QML that draws everything as the same small grey dot.

    `columns` are those of the layer, `tip` the names of those to show under the
    pointer.
    """
    symbol = _symbol(Symbol(label, _GREY, "circle"), "Point", "0", size="1.6")
    return _document(
        '<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" '
        f'forceraster="0"><symbols>{symbol}</symbols></renderer-v2>',
        tip=tip,
        family="Point",
        columns=columns,
    )


def _document(
    renderer: str,
    *,
    tip: Iterable[str],
    family: str,
    columns: Iterable[Column],
    temporal: str = "",
) -> str:
    lines = "<br>".join(f"[% {_shown(column)} %]" for column in tip)
    categories = "Symbology|MapTips|Fields" + ("|Temporal" if temporal else "")
    aliases = "".join(
        f'<alias field="{column.name}" index="{at}" name={quoteattr(column.title)}/>'
        for at, column in enumerate(columns, start=1)  # the first field is fid
    )
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="3.22.0" styleCategories="{categories}" '
        f'labelsEnabled="0">{temporal}{renderer}<aliases>{aliases}</aliases>'
        f"<mapTip>{escape(lines)}</mapTip>"
        f"<layerGeometryType>{_LAYER_TYPES[family]}</layerGeometryType></qgis>\n"
    )


def _shown(column: str) -> str:
    """Return the expression for a column's text; QGIS reads map tips as HTML."""
    text = f"coalesce(to_string(\"{column}\"), '')"
    return f"replace(replace({text}, '&', '&amp;'), '<', '&lt;')"


def _symbol(symbol: Symbol, family: str, name: str, *, size: str = "3.6") -> str:
    properties = {
        "Point": _marker(symbol, size),
        "LineString": {
            "line_color": _rgba(symbol.colour),
            "line_width": "0.9",
            "line_width_unit": "MM",
            "line_style": "solid",
        },
        "Polygon": {
            "color": _rgba(symbol.colour, alpha=60),
            "style": "solid",
            "outline_color": _rgba(symbol.colour),
            "outline_width": "0.5",
            "outline_width_unit": "MM",
            "outline_style": "solid",
        },
    }[family]
    kind = _SYMBOL_TYPES[family]
    options = "".join(
        f'<Option name="{key}" value={quoteattr(value)} type="QString"/>'
        for key, value in properties.items()
    )
    return (
        f'<symbol type="{kind}" name="{name}" alpha="1" clip_to_extent="1" '
        f'force_rhr="0"><layer class="Simple{kind.capitalize()}" enabled="1" '
        f'pass="0" locked="0"><Option type="Map">{options}</Option></layer></symbol>'
    )


def _marker(symbol: Symbol, size: str) -> dict[str, str]:
    return {
        "name": _QGIS_SHAPES.get(symbol.shape, symbol.shape),
        "color": _rgba(symbol.colour),
        "outline_color": "255,255,255,255",
        "outline_width": "0.3",
        "outline_style": "solid",
        "size": size,
        "size_unit": "MM",
    }


def _rgba(colour: str, *, alpha: int = 255) -> str:
    """Return ``#RRGGBB`` as QGIS writes colours.

    Examples
    --------
    >>> _rgba("#0072B2", alpha=60)
    '0,114,178,60'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"

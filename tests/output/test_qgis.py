import re
from xml.etree import ElementTree as ET

import pytest

from placemap.output.qgis import events_style, mentions_style
from placemap.output.symbols import SYMBOLS


@pytest.mark.parametrize(
    ("family", "kind", "code"),
    [("Point", "marker", "0"), ("LineString", "line", "1"), ("Polygon", "fill", "2")],
)
def test_every_type_has_a_category_with_its_colour(family, kind, code):
    style = ET.fromstring(events_style(family))
    categories = {c.get("value"): c for c in style.iter("category")}
    assert set(categories) == {*SYMBOLS, ""}
    symbols = {s.get("name"): s for s in style.iter("symbol")}
    for name, symbol in SYMBOLS.items():
        drawn = symbols[categories[name].get("symbol")]
        rgb = ",".join(str(int(symbol.colour[at : at + 2], 16)) for at in (1, 3, 5))
        values = [option.get("value") or "" for option in drawn.iter("Option")]
        assert drawn.get("type") == kind
        assert any(value.startswith(rgb) for value in values)
        assert categories[name].get("label") == symbol.label
    assert style.findtext("layerGeometryType") == code


def test_markers_have_a_shape_qgis_knows():
    style = ET.fromstring(events_style("Point"))
    shapes = {o.get("value") for o in style.iter("Option") if o.get("name") == "name"}
    assert shapes == {"circle", "square", "diamond", "triangle", "cross_fill"}


def test_mentions_share_one_symbol():
    style = ET.fromstring(mentions_style())
    assert len(list(style.iter("symbol"))) == 1


@pytest.mark.parametrize("style", [events_style("Point"), mentions_style()])
def test_map_tips_escape_every_text_they_show(style):
    tip = ET.fromstring(style).findtext("mapTip")
    expressions = re.findall(r"\[% (.*?) %\]", tip)
    assert expressions
    for expression in expressions:
        assert expression.endswith("'&', '&amp;'), '<', '&lt;')")

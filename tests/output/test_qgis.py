import re
from xml.etree import ElementTree as ET

import pytest

from placemap.output.columns import EVENTS, MENTIONS
from placemap.output.qgis import dots_style, events_style
from placemap.output.symbols import SYMBOLS

DOTS = dots_style("Mention", MENTIONS, tip=("place_name", "role", "sentence"))


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
    style = ET.fromstring(DOTS)
    assert len(list(style.iter("symbol"))) == 1


@pytest.mark.parametrize("style", [events_style("Point"), DOTS])
def test_map_tips_escape_every_text_they_show(style):
    tip = ET.fromstring(style).findtext("mapTip")
    expressions = re.findall(r"\[% (.*?) %\]", tip)
    assert expressions
    for expression in expressions:
        assert expression.endswith("'&', '&amp;'), '<', '&lt;')")


@pytest.mark.parametrize("family", ["Point", "LineString", "Polygon"])
def test_events_last_from_their_first_day_to_their_last(family):
    temporal = ET.fromstring(events_style(family)).find("temporal")
    assert temporal.get("enabled") == "1"
    assert (temporal.get("startField"), temporal.get("endField")) == (
        "start_date",
        "end_date",
    )


@pytest.mark.parametrize(
    ("style", "columns"), [(events_style("Point"), EVENTS), (DOTS, MENTIONS)]
)
def test_every_field_has_a_heading_for_people(style, columns):
    aliases = ET.fromstring(style).iter("alias")
    headings = [(one.get("field"), one.get("name")) for one in aliases]
    assert headings == [(column.name, column.title) for column in columns]

import importlib.util
from pathlib import Path
from typing import get_args

import pytest

from placemap.core import Form, Relation, Role, Status, Verdict
from placemap.output import schema
from placemap.output.codes import CODES
from placemap.output.schema import LAYERS, SINGLE, layer_called

COLUMNS = [(layer.name, column) for layer in LAYERS for column in layer.columns]


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_fields_and_headings_are_told_apart(layer):
    names = [column.name for column in layer.columns]
    titles = [column.title for column in layer.columns]
    assert len(set(names)) == len(names)
    assert len(set(titles)) == len(titles)
    assert layer.key in names


@pytest.mark.parametrize(("layer", "column"), COLUMNS)
def test_references_lead_to_fields(layer, column):
    if column.refers_to:
        table, _, field = column.refers_to.partition(".")
        assert field in [column.name for column in layer_called(table).columns]


@pytest.mark.parametrize(
    ("name", "literal"),
    [
        ("status", Status),
        ("relation", Relation),
        ("form", Form),
        ("role", Role),
        ("verdict", Verdict),
    ],
)
def test_closed_lists_hold_what_the_program_makes(name, literal):
    assert CODES[name].is_closed
    assert list(CODES[name].meanings) == list(get_args(literal))


def test_every_list_of_codes_is_used():
    used = [column.codes for _, column in COLUMNS]
    assert all(any(codes is one for one in used) for codes in CODES.values())


def test_layers_are_found_by_name():
    assert layer_called("places") is schema.PLACES
    assert [layer.name for layer in SINGLE][:2] == ["events", "events_point"]
    with pytest.raises(ValueError, match="found 'report'"):
        layer_called("report")


def test_the_page_on_the_schema_is_made_from_it():
    docs = Path(__file__).parents[2] / "docs"
    spec = importlib.util.spec_from_file_location("update", docs / "update.py")
    update = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(update)
    page = (docs / "schema.md").read_text(encoding="utf-8")
    assert update.updated(page) == page, "run: python docs/update.py"
    for name in CODES:
        assert f"<!-- codes: {name} -->" in page
    for layer in LAYERS:
        assert f"`{layer.columns[0].name}`" in page

"""What is wrong with a GeoParquet file."""

import json

import pytest

from placemap.output.checks.files import validate

pq = pytest.importorskip("pyarrow.parquet")
pa = pytest.importorskip("pyarrow")


@pytest.fixture
def rewritten(content_of, tmp_path):
    """Change the table or its metadata, and say what is wrong with the file then."""

    def check(change):
        path = tmp_path / "e.parquet"
        path.write_bytes(content_of("parquet"))
        pq.write_table(change(pq.read_table(path)), path)
        return [f"{problem.where}: {problem.what}" for problem in validate(path)]

    return check


def with_metadata(**changed):
    def change(table):
        metadata = {**table.schema.metadata}
        for name, value in changed.items():
            metadata[name.encode()] = value
        return table.replace_schema_metadata(metadata)

    return change


def with_first(name, value):
    def change(table):
        at = table.schema.get_field_index(name)
        field = table.schema.field(at)
        cells = [value, *table.column(at).to_pylist()[1:]]
        return table.set_column(at, field, pa.array(cells, type=field.type))

    return change


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (with_first("where_prec", 9), "row 1: where_prec: 9 is no code of it"),
        (with_first("geometry", b"\x00"), "row 1: the geometry cannot be read"),
        (with_first("id", None), "row 1: id is empty"),
        (lambda table: table.drop_columns(["edtf"]), "columns are missing: edtf"),
        (with_metadata(placemap=b"{"), "metadata: it does not say that placemap"),
        (with_metadata(placemap=b"[]"), "it does not say that placemap made it"),
        (with_metadata(placemap=b'{"layer": "x"}'), "expected a layer out of events"),
        (with_metadata(geo=b"{}"), "metadata: it is no GeoParquet"),
        (with_metadata(geo=b'{"columns": 5}'), "lacks the version, column or enc"),
    ],
)
def test_a_fault_is_named_with_its_place(rewritten, change, fault):
    found = rewritten(change)
    assert any(fault in one for one in found), found


def test_metres_are_no_degrees_out_of_range(rewritten):
    from shapely import Point, to_wkb

    far = with_first("geometry", to_wkb(Point(500_000, 4_000_000)))
    assert any("beyond 180 degrees" in one for one in rewritten(far))

    def projected(table):
        geo = json.loads(table.schema.metadata[b"geo"])
        geo["columns"]["geometry"]["crs"]["type"] = "ProjectedCRS"
        return with_metadata(geo=json.dumps(geo).encode())(far(table))

    assert rewritten(projected) == []

import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.output import schema
from placemap.output.arrow import ArrowGrid
from placemap.output.grid import AT_ONCE, Grid
from placemap.output.layers import rows_of
from placemap.output.vector import grid_for, write_grid

pytest.importorskip("pyarrow")


def written(grid, parsed, path, driver, *, times=1):
    for _ in range(times):
        for feature in rows_of([parsed], grid.layer, parsed.run):
            if driver == "GPKG" or feature.geometry is not None:
                grid.add(feature)
    write_grid(grid, path, driver=driver)
    return path.read_bytes()


@pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf"])
@pytest.mark.parametrize("layer", [schema.EVENTS, schema.MENTIONS, schema.PLACES])
@pytest.mark.parametrize("times", [0, 1, AT_ONCE])
def test_both_ways_give_the_same_bytes(
    report, tmp_path, monkeypatch, driver, layer, times
):
    monkeypatch.setenv("OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z")
    file = {"GPKG": "a.gpkg", "FlatGeobuf": "a.fgb"}[driver]
    for folder in ("arrays", "arrow"):
        (tmp_path / folder).mkdir()
    arrays, arrow = (tmp_path / name / file for name in ("arrays", "arrow"))
    batches = ArrowGrid(layer, arrow.with_name("rows"), crs=None)
    one = written(Grid(layer), report, arrays, driver, times=times)
    assert one == written(batches, report, arrow, driver, times=times)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_both_ways_hold_the_same_whatever_was_found(
    parsed_documents, tmp_path_factory, data
):
    parsed = data.draw(parsed_documents)
    folder = tmp_path_factory.mktemp("ways")
    rows = ArrowGrid(schema.EVENTS, folder / "rows", crs=None)
    grid = Grid(schema.EVENTS)
    for feature in rows_of([parsed], schema.EVENTS, parsed.run):
        rows.add(feature)
        grid.add(feature)
    table = rows.batches().read_all()
    columns, shapes = grid.whole()
    assert [table[name].to_pylist() for name in table.column_names] == [
        *map(list, columns),
        shapes,
    ]


@pytest.mark.parametrize("layer", [schema.EVENTS_LINE, schema.EVENTS_UNLOCATED])
def test_a_layer_without_rows_has_the_types_of_its_fields(tmp_path, layer):
    path = tmp_path / "a.gpkg"
    write_grid(grid_for(layer, path, crs=None), path, driver="GPKG")
    info = pyogrio.read_info(path)
    types = dict(zip(info["fields"], info["ogr_subtypes"], strict=True))
    assert types["disputed"] == types["inferred"] == "OFSTBoolean"
    assert list(info["fields"]) == [column.name for column in layer.columns]

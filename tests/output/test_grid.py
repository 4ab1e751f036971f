import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.errors import OutputError
from placemap.output import export
from placemap.output.grid import AT_ONCE, Grid, fitted
from placemap.output.jsontext import dumps
from placemap.output.layers import features_of, rows_of
from placemap.output.schema import EVENTS, SINGLE

POINT = {"type": "Point", "coordinates": [46.75, 39.81]}
# A conic projection of France never reaches the South Pole.
POLE = {"type": "Point", "coordinates": [0, -90]}


@pytest.mark.parametrize("suffix", ["gpkg", "fgb", "parquet"])
def test_geometry_is_written_in_the_system_asked_for(one_event, tmp_path, suffix):
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    path = export([one_event(POINT)], tmp_path / f"e.{suffix}", crs="EPSG:32638")
    layer = {"layer": "events_point"} if suffix == "gpkg" else {}
    is_parquet = suffix == "parquet"
    frame = gpd.read_parquet(path) if is_parquet else gpd.read_file(path, **layer)
    assert frame.crs == "EPSG:32638"
    (expected,) = gpd.GeoSeries.from_xy([46.75], [39.81], crs=4326).to_crs(32638)
    assert frame.geometry[0].distance(expected) < 0.01
    assert frame["lon"][0] == 180  # the place's own, always in WGS 84


def test_a_place_beyond_the_projection_is_told(one_event, tmp_path):
    with pytest.raises(OutputError, match="some lie where it does not reach"):
        export([one_event(POLE)], tmp_path / "events.gpkg", crs="EPSG:2154")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_system_is_told(one_event, tmp_path):
    with pytest.raises(OutputError, match="expected a code such as EPSG:32638"):
        export([one_event(POINT)], tmp_path / "events.gpkg", crs="EPSG:nonsense")


@pytest.mark.parametrize("layer", SINGLE, ids=lambda layer: layer.name)
@given(data=st.data())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_columns_hold_what_the_rows_do_filled(parsed_documents, layer, data):
    parsed = data.draw(parsed_documents)
    grid = Grid(layer)
    for feature in rows_of([parsed], layer, parsed.run):
        grid.add(feature)
    columns, _ = grid.whole()
    filled = [f.row for f in features_of([parsed], layer, parsed.run)]
    for column, values in zip(layer.columns, columns, strict=True):
        expected = [row[column.name] for row in filled]
        if column.kind == "json":
            expected = [None if value is None else dumps(value) for value in expected]
        assert list(values) == expected


@pytest.mark.parametrize(
    ("values", "kind", "fit"),
    [
        (["a", "", None], "text", ["a", None, None]),
        (["ä\x00", "b"], "text", ["ä\ufffd", "b"]),
        ([1, None, 2**53 - 1], "int", [1, None, 2**53 - 1]),
        ([1, 2**53, -(2**53)], "int", [1, None, None]),
        ([None, None], "int", [None, None]),
        ([True, None], "bool", [True, None]),
    ],
)
def test_a_column_is_fit_for_any_file(values, kind, fit):
    assert list(fitted(values, kind)) == fit


def test_rows_are_kept_in_order_however_many(one_event):
    grid = Grid(EVENTS)
    (feature,) = rows_of([one_event(POINT)], EVENTS, one_event(POINT).run)
    for number in range(2 * AT_ONCE + 1):
        grid.add(feature._replace(row={**feature.row, "id": str(number)}))
    columns, shapes = grid.whole()
    assert columns[0] == [str(number) for number in range(2 * AT_ONCE + 1)]
    assert len(shapes) == 2 * AT_ONCE + 1

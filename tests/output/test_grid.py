import geopandas as gpd
import pytest

from placemap.errors import OutputError
from placemap.output import export

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

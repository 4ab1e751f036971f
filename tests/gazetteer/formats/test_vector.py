import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer.formats.vector import read_vector


def layer(tmp_path, geometries, *, crs="EPSG:4326", **columns):
    import numpy as np
    from pyogrio.raw import write as write_layer
    from shapely import from_wkt, to_wkb

    path = tmp_path / "mine.gpkg"
    write_layer(
        str(path),
        np.asarray(to_wkb([from_wkt(one) for one in geometries]), dtype=object),
        [np.array(values) for values in columns.values()],
        list(columns),
        geometry_type="Unknown",
        crs=crs,
        driver="GPKG",
    )
    return path


def test_points_and_areas_of_a_layer_become_places(tmp_path):
    path = layer(
        tmp_path,
        ["POINT (4.9 52.4)", "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", None],
        Name=np_objects("Amsterdam", "Square", "Nothing"),
        pop=[741636, 0, 0],
    )
    imported = read_vector(path)
    city, square = imported.records
    assert (city.lon_deg, city.lat_deg, city.population) == (4.9, 52.4, 741636)
    assert city.shape is None
    assert (square.lon_deg, square.lat_deg) == (1.0, 1.0)
    assert square.shape["coordinates"][0][2] == [2.0, 2.0]
    assert imported.left_out == [f"{path}, feature 3: expected a geometry, found none"]


def np_objects(*values):
    import numpy as np

    return np.array(values, dtype=object)


def test_other_coordinate_systems_are_brought_to_degrees(tmp_path):
    path = layer(
        tmp_path,
        ["POINT (545462 6867920)", "LINESTRING (0 0, 111319.49 0)"],
        crs="EPSG:3857",
        name=np_objects("Amsterdam", "Line"),
    )
    city, line = read_vector(path).records
    assert (city.lon_deg, city.lat_deg) == pytest.approx((4.9, 52.3734), abs=1e-3)
    assert line.shape["coordinates"][1] == pytest.approx([1.0, 0.0], abs=1e-6)


def test_a_layer_without_names_is_an_error(tmp_path):
    path = layer(tmp_path, ["POINT (1 2)"], height=[3])
    with pytest.raises(GazetteerError, match=r"a column name; found height"):
        read_vector(path)


def test_a_layer_that_is_not_there_is_told(tmp_path):
    path = layer(tmp_path, ["POINT (1 2)"], name=np_objects("A"))
    with pytest.raises(GazetteerError, match="cannot read"):
        read_vector(path, layer="other")


def test_a_missing_layer_file_is_told(tmp_path):
    with pytest.raises(GazetteerError, match=r"cannot read .*gone"):
        read_vector(tmp_path / "gone.gpkg")

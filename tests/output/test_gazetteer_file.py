import subprocess

import pytest

from placemap.core import Name, Place, StatusView
from placemap.errors import OutputError
from placemap.output import gazetteer_file
from placemap.output.gazetteer_file import write_gazetteer_geopackage

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
LINE = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
SHAPES = {"t:1": SQUARE, "t:2": LINE}


def place(number):
    return Place(
        id=f"t:{number}",
        name=f"Place {number}",
        lon_deg=float(number),
        lat_deg=1.5,
        kind="P.PPL",
        country="AA",
        population=7,
        disputed=number == 1,
        names=(Name(text=f"Ort {number}", lang="de", kind="exonym", source="own"),),
        statuses=(StatusView(view="UN", country="AA"),) if number == 1 else (),
    )


def write(path, count=3):
    return write_gazetteer_geopackage(
        (place(number) for number in range(count)),
        path,
        shape=SHAPES.get,
        version="test 1",
        attribution=["a", "b"],
    )


def read(path, layer):
    from pyogrio.raw import read as read_layer

    meta, _, geometry, columns = read_layer(str(path), layer=layer)
    return dict(zip(meta["fields"], map(list, columns), strict=True)), geometry, meta


def test_places_names_views_and_shapes_have_layers(tmp_path):
    path = tmp_path / "a.gpkg"
    assert write(path) == 3
    columns, points, meta = read(path, "places")
    assert columns["name"] == ["Place 0", "Place 1", "Place 2"]
    assert columns["disputed"] == [False, True, False]
    assert (len(points), meta["crs"]) == (3, "EPSG:4326")
    assert read(path, "areas")[0]["place"] == ["t:1"]
    assert read(path, "lines")[0]["place"] == ["t:2"]
    assert read(path, "names")[0]["text"] == ["Ort 0", "Ort 1", "Ort 2"]
    assert read(path, "status")[0]["view"] == ["UN"]
    assert read(path, "about")[0] == {"version": ["test 1"], "attribution": ["a; b"]}


def test_portions_make_no_difference(tmp_path, monkeypatch):
    monkeypatch.setattr(gazetteer_file, "_PORTION", 2)
    path = tmp_path / "a.gpkg"
    assert write(path, count=5) == 5
    assert read(path, "places")[0]["id"] == [f"t:{number}" for number in range(5)]
    assert len(read(path, "names")[0]["text"]) == 5


def test_an_empty_gazetteer_has_all_layers(tmp_path, ogrinfo):
    path = tmp_path / "a.gpkg"
    assert write(path, count=0) == 0
    run = subprocess.run(
        [ogrinfo, "-ro", str(path)], capture_output=True, check=True, text=True
    )
    layers = {line.split()[1] for line in run.stdout.splitlines() if line[:1].isdigit()}
    assert layers == {"places", "lines", "areas", "names", "status", "about"}


def test_the_same_gazetteer_gives_the_same_bytes(tmp_path):
    for name in ("a.gpkg", "b.gpkg"):
        write(tmp_path / name)
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()


def test_a_target_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path)

import csv
import json

import pytest
from shapely.geometry import shape

from placemap.core import Name
from placemap.errors import GazetteerError
from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.curated.tables import check_curated, read_curated
from placemap.gazetteer.formats.exports import whole_places, write_lpf, write_tables
from placemap.gazetteer.formats.imports import read_lpf, read_tables


def told(gazetteer):
    """Everything that a gazetteer says, place by place."""
    return {
        place.id: (
            {**{field: getattr(place, field) for field in FIELDS}},
            {(n.text, n.lang, n.kind, n.used_by, n.end) for n in place.names},
            gazetteer.shape(place.id),
        )
        for place in whole_places(gazetteer)
    }


FIELDS = (
    "name", "lon_deg", "lat_deg", "kind", "country", "admin1", "admin2",
    "population", "radius_m", "disputed", "statuses",
)  # fmt: skip


def test_linked_places_come_back_as_they_were(small_world, build, tmp_path):
    assert write_lpf(small_world, tmp_path / "a.json", attested="2025") == 3
    imported = read_lpf(tmp_path / "a.json")
    assert imported.left_out == []
    assert told(build(imported.records)) == told(small_world)


def test_tables_come_back_as_they_were(small_world, build, tmp_path):
    assert write_tables(small_world, tmp_path / "out") == 3
    assert told(build(read_tables(tmp_path / "out").records)) == told(small_world)


def test_a_linked_places_file_says_where_it_comes_from(small_world, tmp_path):
    write_lpf(small_world, tmp_path / "a.json")
    whole = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert whole["type"] == "FeatureCollection"
    assert whole["@context"].endswith(".jsonld")
    assert (whole["version"], whole["attribution"]) == ("test 1", ["test data"])
    big = whole["features"][0]
    assert big["properties"]["fclasses"] == ["P"]
    former = next(n for n in big["names"] if n["toponym"] == "Oldorn")
    assert former["when"] == {"timespans": [{"end": {"in": "1991"}}]}
    assert former["citations"] == [{"label": "test"}]


def test_an_empty_choice_is_still_a_valid_file(small_world, tmp_path):
    assert write_lpf(small_world, tmp_path / "a.json", countries={"ZZ"}) == 0
    assert read_lpf(tmp_path / "a.json").records == []


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({"countries": {"BB"}}, ["t:small"]),
        ({"kinds": {"P"}}, ["t:big", "t:small"]),
        ({"kinds": {"L.RGN"}}, ["t:region"]),
        ({"countries": {"AA"}, "kinds": {"L"}}, []),
    ],
)
def test_a_part_of_a_gazetteer_can_be_chosen(small_world, choice, ids):
    assert [place.id for place in whole_places(small_world, **choice)] == ids


def test_tables_hold_each_name_once_with_a_source(small_world, tmp_path):
    write_tables(small_world, tmp_path / "out")
    with (tmp_path / "out/names.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["place"] == "t:big"]
    assert {row["text"] for row in rows} == {"Orn City", "ORN", "Oldorn"}
    assert all(row["source"] for row in rows)
    shape = json.loads((tmp_path / "out/shapes/t-region.geojson").read_text())
    assert shape["properties"]["place"] == "t:region"


def test_every_source_of_a_table_is_listed(small_world, tmp_path):
    write_tables(small_world, tmp_path / "out")
    problems = check_curated(read_curated(tmp_path / "out"))
    assert not [problem for problem in problems if "source" in problem]


@pytest.fixture
def rich_world(build):
    """A country with a demonym, a division, and an outline that crosses itself."""
    bow = [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]
    words = [
        Name(text="Orner", lang="en", kind="demonym", source="own"),
        Name(text="Orners", lang="en", kind="demonym", source="own"),
        Name(text="Orner", lang="en", kind="adjective", source="own"),
        Name(text="Orner", lang="de", kind="local", source="CLDR"),
        Name(text="Ornland", lang="de", kind="local", source="CLDR"),
        Name(text="Ornland", lang="de", kind="official", source="CLDR"),
    ]
    country = PlaceRecord(
        id="iso:AA", lon_deg=0.5, lat_deg=0.6, kind="A.PCLI", country="AA",
        radius_m=100_000, spellings={"Orn": "official"}, names=words,
        shape={"type": "MultiPolygon", "coordinates": [[bow]]},
    )  # fmt: skip
    division = PlaceRecord(
        id="adm1:AA.01", lon_deg=1.0, lat_deg=1.5, kind="A.ADM1", country="AA",
        spellings={"North Province": "official", "North": "alternate"},
    )  # fmt: skip
    return build([country, division])


def test_tables_pass_the_check_with_divisions_demonyms_and_shapes(rich_world, tmp_path):
    write_tables(rich_world, tmp_path / "out")
    curated = read_curated(tmp_path / "out")
    assert check_curated(curated) == []
    assert {(row.text, row.form) for row in curated.demonyms} == {
        ("Orner", "demonym"),
        ("Orner", "adjective"),
        ("Orners", "demonym"),
    }
    assert [row.text for row in curated.names if row.place == "iso:AA"] == ["Ornland"]
    assert curated.features["iso:AA"]["properties"]["note"].startswith("simplified")


def test_a_mended_shape_is_written_for_one_that_crosses_itself(rich_world, tmp_path):
    write_tables(rich_world, tmp_path / "out")
    (geometry,) = read_curated(tmp_path / "out").shapes.values()
    assert shape(geometry).is_valid
    assert shape(geometry).area == pytest.approx(2)


def test_a_place_of_geonames_is_linked_to_its_page_there(build, tmp_path):
    record = PlaceRecord(
        id="geonames:146970", lon_deg=46.75, lat_deg=39.82, kind="P.PPLA",
        country="AZ", spellings={"Khankendi": "official"}, references=["wikidata:Q1"],
    )  # fmt: skip
    write_lpf(build([record]), tmp_path / "a.json", attested="2025")
    whole = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    (feature,) = whole["features"]
    uri = "https://www.geonames.org/146970"
    assert feature["@id"] == uri
    assert feature["links"] == [{"type": "closeMatch", "identifier": uri}]
    assert feature["when"] == {"timespans": [{"start": {"latest": "2025"}}]}
    (record,) = read_lpf(tmp_path / "a.json").records
    assert (record.id, record.references) == ("geonames:146970", [])


def test_a_folder_that_is_there_is_not_touched(small_world, tmp_path):
    with pytest.raises(GazetteerError, match="already there"):
        write_tables(small_world, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_leaves_what_was_there(small_world, tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(type(small_world), "shape", None)
    with pytest.raises(TypeError):
        write_lpf(small_world, path)
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_target_that_cannot_be_written_is_told(small_world, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(GazetteerError, match="cannot write"):
        write_lpf(small_world, tmp_path / "file" / "a.json")


def test_both_layers_of_an_overlay_are_gone_through(tmp_path):
    (tmp_path / "places.csv").write_text(
        "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
        "disputed,source\ncurated:x,Xanadu,P.PPL,116,42,CN,,,,,,own\n"
        "geonames:2759794,Mokum,,,,,,,,,,own\n",
        encoding="utf-8",
    )
    layered = open_gazetteer(tmp_path)
    names = [place.name for place in layered.places() if place.country in {"CN", "NL"}]
    assert {"Xanadu", "Mokum"} <= set(names)
    assert "Amsterdam" not in names

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Name
from placemap.errors import GazetteerError
from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.formats.imports import (
    read_lpf,
    read_table,
    read_tables,
    save_gazetteer,
)
from placemap.gazetteer.formats.lpf import from_feature, from_uri, to_feature

HEADER = "id,name,lon,lat,kind,country,alternate names\n"


def write(folder, text, name="mine.csv", encoding="utf-8"):
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


# -- plain tables --------------------------------------------------------------------


def test_a_plain_table_becomes_records(tmp_path):
    path = write(
        tmp_path,
        HEADER
        + 'geonames:2759794,Amsterdam,4.88969,52.37403,P.PPLC,nl,"Mokum| Damsko"\n'
        "camp 7,Camp Seven,47.0,39.9,,,\n",
    )
    records, left_out = read_table(path)
    city, camp = records
    assert left_out == []
    assert (city.id, city.kind, city.country) == ("geonames:2759794", "P.PPLC", "NL")
    assert (city.lon_deg, city.lat_deg) == (4.88969, 52.37403)
    assert list(city.spellings) == ["Amsterdam", "Mokum", "Damsko"]
    assert (camp.id, camp.kind, camp.country) == ("mine:camp-7", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "name,longitude,latitude\nA,1,2\n",
        "Toponym;X;Y\nA;1;2\n",
        "lat\tlng\ttitle\n2\t1\tA\n",
        "\ufeffname,Lon Deg,LAT-DEG\nA,1.0,2.0\n\n",
    ],
)
def test_columns_go_by_many_names_and_separators(tmp_path, text):
    ((record,), left_out) = read_table(write(tmp_path, text))
    assert (record.lon_deg, record.lat_deg, left_out) == (1.0, 2.0, [])
    assert list(record.spellings) == ["A"]


def test_a_place_without_an_id_gets_the_same_one_every_time(tmp_path):
    path = write(tmp_path, "name,lon,lat\nA,1,2\nA,1,3\n")
    first, second = ([r.id for r in read_table(path).records] for _ in range(2))
    assert first == second
    assert len(set(first)) == 2
    assert all(one.startswith("mine:") for one in first)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1,,1,2,,,", "expected a name"),
        ("1,A,east,2,,,", "expected lon in degrees.*'east'"),
        ("1,A,nan,2,,,", "expected lon"),
        ("1,A,1,91,,,", "expected lat in degrees from -90 to 90.*'91'"),
        ("1,A,1,2,town,,", "expected a GeoNames class and code.*'town'"),
        ("1,A,1,2,,Holland,", "two letters.*'Holland'"),
        ("1,A,1,2", "expected 7 cells, found 4"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_left_out(tmp_path, row, message):
    imported = read_table(write(tmp_path, f"{HEADER}{row}\n2,B,3,4,,,\n"))
    assert [list(r.spellings) for r in imported.records] == [["B"]]
    (told,) = imported.left_out
    assert told.startswith(f"{tmp_path / 'mine.csv'}, line 2: ")
    with pytest.raises(ValueError, match=message):
        raise ValueError(told)


def test_people_and_reach_are_taken_over(tmp_path):
    text = "name,lon,lat,population,radius_m\nA,1,2,1500.0,300\nB,1,2,-4,\n"
    imported = read_table(write(tmp_path, text))
    assert (imported.records[0].population, imported.records[0].radius_m) == (1500, 300)
    assert "expected a plain number as population" in imported.left_out[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: .*found nothing"),
        ("name,where\nA,here\n", "line 1: .*found name, where; lon, lat missing"),
    ],
)
def test_a_table_without_the_columns_is_an_error(tmp_path, text, message):
    with pytest.raises(GazetteerError, match=message):
        read_table(write(tmp_path, text))


def test_another_encoding_is_told_with_its_line(tmp_path):
    path = write(tmp_path, "name,lon,lat\nA,1,2\nOrléans,3,4\n", encoding="latin-1")
    with pytest.raises(GazetteerError, match=r"line 3: expected UTF-8.*0xe9"):
        read_table(path)


def test_a_missing_file_is_told(tmp_path):
    for reader in (read_table, read_lpf):
        with pytest.raises(GazetteerError, match=r"cannot read .*gone"):
            reader(tmp_path / "gone.csv")


def test_a_folder_of_tables_can_stand_for_itself(tmp_path):
    write(
        tmp_path,
        "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
        "disputed,source\ncurated:a,A,P.PPL,1,2,NL,,,,,,own\n",
        "places.csv",
    )
    write(
        tmp_path,
        "place,text,lang,kind,used_by,from,to,source\n"
        "curated:a,Old A,nl,former,,,1900,own\n",
        "names.csv",
    )
    ((record,), _) = read_tables(tmp_path)
    assert record.names[0].end == "1900"
    save_gazetteer([record], tmp_path / "a.gazetteer", version="a 1", attribution=["x"])
    assert open_gazetteer(tmp_path / "a.gazetteer").candidates("Old A")


def test_nothing_to_compile_is_an_error(tmp_path):
    with pytest.raises(GazetteerError, match="at least one place"):
        save_gazetteer([], tmp_path / "a.gazetteer", version="a 1", attribution=[])


def test_a_target_that_cannot_be_written_is_told(tmp_path, rows):
    (tmp_path / "taken").mkdir()
    with pytest.raises(GazetteerError, match=r"cannot write .*taken"):
        save_gazetteer(rows, tmp_path / "taken", version="a 1", attribution=[])
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


# -- Linked Places Format --------------------------------------------------------------

ABINGDON = {
    "@id": "http://example.org/places/p_1",
    "type": "Feature",
    "properties": {"title": "Abingdon", "ccodes": ["GB"], "fclasses": ["P"]},
    "geometry": {
        "type": "GeometryCollection",
        "geometries": [
            {"type": "Point", "coordinates": [-1.28, 51.67], "certainty": "certain"},
            {"type": "LineString", "coordinates": [[-1.3, 51.6], [-1.2, 51.7]]},
        ],
    },
    "names": [
        {
            "toponym": "Abbendun",
            "lang": "ang",
            "citations": [{"label": "Charter (956)", "@id": "http://example.org/c"}],
            "when": {
                "timespans": [
                    {
                        "start": {"in": "0956"},
                        "end": {"earliest": "1050", "latest": "1066"},
                    }
                ]
            },
        },
        {"toponym": "Abingdon", "lang": "en"},
        {"toponym": "", "lang": "en"},
        "not a name",
    ],
    "links": [
        {"type": "exactMatch", "identifier": "http://www.geonames.org/2657780/"},
        {"type": "closeMatch", "identifier": "wd:Q321455"},
        {"type": "seeAlso", "identifier": "http://www.geonames.org/1/"},
        {"type": "closeMatch", "identifier": "http://example.org/other"},
    ],
}


def test_a_feature_becomes_a_record():
    record = from_feature(ABINGDON, source="gazetteer of 1635")
    assert record.id == "http://example.org/places/p_1"
    assert (record.lon_deg, record.lat_deg) == (-1.28, 51.67)
    assert (record.kind, record.country) == ("P.PPL", "GB")
    assert record.shape["type"] == "LineString"
    assert record.references == ["geonames:2657780", "wikidata:Q321455"]
    assert record.names == [
        Name(
            text="Abbendun",
            lang="ang",
            kind="former",
            start="0956",
            end="1066",
            source="Charter (956)",
        ),
        Name(text="Abingdon", lang="en", source="gazetteer of 1635"),
    ]


def test_a_shape_alone_gives_a_point_within():
    square = {
        "type": "Polygon",
        "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]],
    }
    record = from_feature({**ABINGDON, "geometry": square}, source="")
    assert (record.lon_deg, record.lat_deg) == (1.0, 1.0)
    assert record.shape == square


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "Point"}, "expected a Feature"),
        ({"properties": None, "names": None}, "expected a title or a name"),
        ({"geometry": None}, "Abingdon: expected a geometry"),
        (
            {"geometry": {"type": "Point", "coordinates": [0, 95]}},
            "Abingdon: expected degrees",
        ),
        (
            {"geometry": {"type": "Point", "coordinates": ["a", "b"]}},
            "GeoJSON geometry",
        ),
        ({"geometry": {"type": "Blob", "coordinates": [1]}}, "GeoJSON geometry"),
    ],
)
def test_a_feature_that_cannot_be_used_is_told(change, message):
    with pytest.raises(GazetteerError, match=message):
        from_feature({**ABINGDON, **change}, source="")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(ABINGDON)), json_values)
def test_no_odd_member_breaks_a_feature(key, value):
    try:
        record = from_feature({**ABINGDON, key: value}, source="")
    except GazetteerError:
        return
    assert record.spellings


@pytest.mark.parametrize(
    ("uri", "place_id"),
    [
        ("gn:146970", "geonames:146970"),
        ("https://www.geonames.org/146970/stepanakert.html", "geonames:146970"),
        ("https://sws.geonames.org/146970/", "geonames:146970"),
        ("http://www.wikidata.org/entity/Q727", "wikidata:Q727"),
        ("curated:randstad", "curated:randstad"),
    ],
)
def test_one_place_has_one_id_however_it_is_written(uri, place_id):
    assert from_uri(uri) == place_id


def test_a_place_survives_the_way_there_and_back(small_world):
    for bare in small_world.places():
        place = small_world.place(bare.id)
        shape = small_world.shape(bare.id)
        feature = json.loads(json.dumps(to_feature(place, shape, attested="2025")))
        assert feature["when"] == {"timespans": [{"start": {"latest": "2025"}}]}
        record = from_feature(feature, source="")
        assert record.shape == shape
        assert tuple(record.statuses) == place.statuses
        assert (record.disputed, record.bbox) == (place.disputed, place.bbox)
        kept = {replace(name, source="") for name in record.names}
        wanted = {replace(name, source="") for name in place.names}
        assert {n for n in wanted if n.text != place.name} <= kept


def test_collections_single_features_and_lines_are_read(tmp_path):
    whole = {"type": "FeatureCollection", "features": [ABINGDON, {"type": "x"}]}
    lines = f"{json.dumps(ABINGDON)}\n\n{json.dumps(ABINGDON)}\n"
    for text, count in (
        (json.dumps(whole), 1),
        (json.dumps(ABINGDON), 1),
        (lines, 2),
    ):
        assert len(read_lpf(write(tmp_path, text, "a.json")).records) == count
    left_out = read_lpf(write(tmp_path, json.dumps(whole), "a.json")).left_out
    assert left_out == [f"{tmp_path / 'a.json'}, feature 2: expected a Feature"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "line 1: expected JSON"),
        ("[1]", "expected a FeatureCollection"),
        ('{"a": 1}\n{"b"\n', "line 2: expected one Feature a line"),
    ],
)
def test_a_file_of_another_kind_is_an_error(tmp_path, text, message):
    with pytest.raises(GazetteerError, match=message):
        read_lpf(write(tmp_path, text, "a.json"))

import json

import pytest
from click.testing import CliRunner

from placemap.cli import main

PLACES = """\
id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,disputed,source
curated:camp-one,Camp \x1b[31mOne,S.CMPRF,92.15,21.19,BD,,,,1500,,own
"""
NAMES = """\
place,text,lang,kind,used_by,from,to,source
curated:camp-one,Shibir Ek,bn,local,people there,2017,,own
"""
SOURCES = "key,title,licence,note\nown,Own observation,CC BY 4.0,\n"


def call(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "places.csv").write_text(PLACES, encoding="utf-8")
    (own / "names.csv").write_text(NAMES, encoding="utf-8")
    (own / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return own


def test_info_names_version_and_sources():
    result = call("gazetteer", "info")
    assert result.exit_code == 0
    assert "GeoNames" in result.stdout
    assert "CC BY 4.0" in result.stdout
    assert "sha256: " in result.stdout


def test_info_as_json_tells_the_same():
    info = json.loads(call("gazetteer", "info", "--json").stdout)
    assert info["counts"]["places"] > 200_000


def test_info_of_an_overlay_tells_both_layers(folder):
    result = call("gazetteer", "info", "--gazetteer", folder)
    assert "overlay own" in result.stdout
    assert "placemap world" in result.stdout


def test_info_lists_the_records_that_are_one_place_and_why():
    shown = call("gazetteer", "info", "--merged")
    assert shown.stdout.splitlines()[0].split() == ["KEPT", "TAKEN", "IN", "WHY"]
    rows = json.loads(call("gazetteer", "info", "--merged", "--json").stdout)
    assert len(rows) == len(shown.stdout.splitlines()) - 1
    taken = {row["dropped"]: row for row in rows}
    assert taken["geonames:1292443"]["kept"] == "geonames:1295395"
    assert "spelling variants" in taken["geonames:1292443"]["reason"]


def test_check_looks_up_the_pairs_when_asked(folder):
    words = "gazetteer", "check", folder, "--pairs"
    result = call(*words, "--gazetteer", folder)
    assert result.exit_code == 0
    assert (
        "2 names looked up; the place comes first by the name alone: 2" in result.stderr
    )
    without = call(*words)
    assert without.exit_code == 1
    assert "'Shibir Ek' of curated:camp-one is not found" in without.stdout


def test_check_finds_a_good_folder_good(folder):
    result = call("gazetteer", "check", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no problems found" in result.stderr


def test_check_names_table_and_line_of_each_problem(folder):
    rows = NAMES + "curated:nowhere,X,en,local,,,,own\n"
    (folder / "names.csv").write_text(rows, encoding="utf-8")
    result = call("gazetteer", "check", folder)
    assert result.exit_code == 1
    assert "names.csv line 3" in result.stdout
    assert "curated:nowhere" in result.stdout
    assert "1 problem" in result.stderr


def test_check_tells_how_much_of_each_category_there_is(folder):
    result = call("gazetteer", "check", folder)
    assert "places: 1\nnames: 1\n" in result.stderr
    assert "disputed areas with dated views: 0\n" in result.stderr


def test_check_finds_a_point_outside_its_country(folder):
    moved = PLACES.replace("92.15,21.19", "92.15,61.19")
    (folder / "places.csv").write_text(moved, encoding="utf-8")
    result = call("gazetteer", "check", folder)
    assert result.exit_code == 1
    assert "outside its country BD" in result.stdout


def test_check_of_a_folder_without_tables_says_what_was_expected(tmp_path):
    result = call("gazetteer", "check", tmp_path)
    assert result.exit_code == 1
    assert "places.csv" in result.stderr


def test_check_of_a_missing_folder_is_a_usage_error(tmp_path):
    assert call("gazetteer", "check", tmp_path / "missing").exit_code == 2


# -- export -------------------------------------------------------------------------


def export(layout, path, *filters):
    result = call("gazetteer", "export", "--to", layout, "-o", path, *filters)
    assert result.exit_code == 0, result.stderr
    return result


def test_export_writes_the_countries_and_kinds_asked_for(tmp_path):
    path = tmp_path / "places.json"
    result = export("lpf", path, "--country", "ad", "--kind", "P.PPLC", "--kind", "A")
    collection = json.loads(path.read_text(encoding="utf-8"))
    titles = {f["properties"]["title"] for f in collection["features"]}
    assert {"Andorra", "Andorra la Vella"} <= titles
    assert "Encamp" not in {
        f["properties"]["title"]
        for f in collection["features"]
        if f["properties"].get("kind") == "P.PPL"
    }
    assert f"wrote {len(collection['features'])} places to" in result.stderr
    assert result.stdout == ""


def test_exported_tables_pass_the_check_and_can_be_laid_over(tmp_path):
    export("csv", tmp_path / "ad", "--country", "AD", "--kind", "P")
    assert call("gazetteer", "check", tmp_path / "ad").exit_code == 0
    result = call("lookup", "Encamp", "--gazetteer", tmp_path / "ad")
    assert "geonames:" in result.stdout


def test_exported_divisions_countries_and_shapes_pass_the_check(tmp_path):
    areas = ("--kind", "A", "--kind", "L", "--kind", "H", "--kind", "T")
    countries = ("--country", "AZ", "--country", "FJ", "--country", "CY")
    export("csv", tmp_path / "areas", *areas, *countries)
    result = call("gazetteer", "check", tmp_path / "areas")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "areas" / "demonyms.csv").read_text().count("\n") > 10
    assert len(list((tmp_path / "areas" / "shapes").iterdir())) > 5


def test_export_to_a_geopackage_has_its_layers(tmp_path):
    from pyogrio import list_layers, read_info

    path = tmp_path / "ad.gpkg"
    export("gpkg", path, "--country", "AD", "--quiet")
    assert {"places", "names", "about"} <= {name for name, _ in list_layers(path)}
    assert read_info(path, layer="places")["features"] > 10


def test_export_knows_the_places_of_an_overlay(folder, tmp_path):
    path = tmp_path / "own.json"
    export("lpf", path, "--gazetteer", folder, "--kind", "S.CMPRF")
    collection = json.loads(path.read_text(encoding="utf-8"))
    exported = [{n["toponym"] for n in one["names"]} for one in collection["features"]]
    assert any("Shibir Ek" in names for names in exported)


def test_export_does_not_write_over_a_folder(folder):
    result = call("gazetteer", "export", "--to", "csv", "-o", folder)
    assert result.exit_code == 1
    assert "already there" in result.stderr
    assert (folder / "names.csv").read_text(encoding="utf-8") == NAMES


@pytest.mark.parametrize(
    "words", [("--to", "shp", "-o", "x"), ("--to", "lpf"), ("-o", "x")], ids=" ".join
)
def test_an_export_without_format_or_target_is_a_usage_error(words):
    assert call("gazetteer", "export", *words).exit_code == 2

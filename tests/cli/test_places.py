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


def test_lookup_shows_the_candidates_and_who_uses_which_name():
    result = call("lookup", "Stepanakert")
    assert result.exit_code == 0
    first = result.stdout.splitlines()[1]
    assert "Khankendi" in first
    assert "geonames:146970" in first
    assert "Stepanakert (local, en, used by Armenians" in result.stdout


def test_lookup_as_json_holds_everything():
    result = call("lookup", "Georgia", "--json")
    found = json.loads(result.stdout)
    assert [place["country"] for place in found][:2] == ["GE", "US"]
    assert {"id", "kind", "lon_deg", "lat_deg", "population", "names"} <= set(found[0])


@pytest.mark.parametrize("name", ["درنة", "თბილისი", "輪島"])
def test_lookup_takes_a_name_in_any_script(name):
    result = call("lookup", name)
    assert result.exit_code == 0
    assert "geonames:" in result.stdout


def test_lookup_shows_no_more_than_asked_for():
    assert (
        len(json.loads(call("lookup", "Springfield", "--json", "--limit", 2).stdout))
        == 2
    )


def test_not_finding_is_an_answer():
    result = call("lookup", "Nowhere\u202eXyzzy")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert 'no place is called "Nowhere\\u202eXyzzy"' in result.stderr
    assert json.loads(call("lookup", "NowhereXyzzy", "--json").stdout) == []


def test_lookup_knows_the_places_of_an_overlay_and_shows_them_harmless(folder):
    result = call("lookup", "Shibir Ek", "--gazetteer", folder)
    assert result.exit_code == 0, result.stderr
    assert "Camp \\x1b[31mOne" in result.stdout
    assert "Shibir Ek (local, bn, used by people there, 2017..)" in result.stdout


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


def test_check_of_a_folder_without_tables_says_what_was_expected(tmp_path):
    result = call("gazetteer", "check", tmp_path)
    assert result.exit_code == 1
    assert "places.csv" in result.stderr


def test_check_of_a_missing_folder_is_a_usage_error(tmp_path):
    assert call("gazetteer", "check", tmp_path / "missing").exit_code == 2


def test_a_gazetteer_that_is_none_is_told_without_a_traceback(tmp_path):
    path = tmp_path / "not.gazetteer"
    path.write_bytes(b"nothing of the kind")
    result = call("lookup", "Paris", "--gazetteer", path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "not.gazetteer" in result.stderr

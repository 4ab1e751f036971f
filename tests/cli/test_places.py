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


def test_a_gazetteer_that_is_none_is_told_without_a_traceback(tmp_path):
    path = tmp_path / "not.gazetteer"
    path.write_bytes(b"nothing of the kind")
    result = call("lookup", "Paris", "--gazetteer", path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "not.gazetteer" in result.stderr


def test_lookup_keeps_the_country_and_kind_asked_for():
    calls = "Georgia", "--country", "us", "--country", "GE", "--kind", "A", "--json"
    found = json.loads(call("lookup", *calls).stdout)
    assert {place["country"] for place in found} == {"US", "GE"}
    assert all(place["kind"].startswith("A.") for place in found)


def test_a_filter_sees_candidates_beyond_the_limit():
    everywhere = json.loads(call("lookup", "Victoria", "--limit", 1, "--json").stdout)
    result = call("lookup", "Victoria", "--limit", 1, "--json", "--country", "MT")
    assert everywhere[0]["country"] != "MT"
    assert [place["country"] for place in json.loads(result.stdout)] == ["MT"]


def test_near_puts_the_nearest_candidate_first_and_tells_the_distance():
    near = "Victoria", "--kind", "P", "--near", "-123.4,48.4"
    found = json.loads(call("lookup", *near, "--json").stdout)
    distances = [place["distance_km"] for place in found]
    assert found[0]["country"] == "CA"
    assert distances[0] < 10
    assert distances == sorted(distances)
    heading, first = call("lookup", *near).stdout.splitlines()[:2]
    assert heading.split()[-2:] == ["KM", "ID"]
    assert float(first.split()[-2]) == pytest.approx(distances[0], abs=0.1)


def test_filters_that_leave_nothing_are_told_apart_from_an_unknown_name():
    result = call("lookup", "Stepanakert", "--country", "FR")
    assert (result.exit_code, result.stdout) == (0, "")
    assert 'no place is called "Stepanakert" that fits the filters' in result.stderr


def test_a_point_shows_the_nearest_settlements_and_what_it_lies_in():
    found = json.loads(call("lookup", "--at", "46.75,39.83", "--json").stdout)
    assert found["nearest"][0]["id"] == "geonames:146970"
    assert found["nearest"][0]["distance_km"] < 5
    areas = [place["id"] for place in found["within"]]
    assert areas.index("curated:nagorno-karabakh") < areas.index("geonames:587116")
    shown = call("lookup", "--at", "46.75,39.83", "--limit", 2).stdout
    assert "Khankendi" in shown.splitlines()[1]
    assert "within Azerbaijan (country, geonames:587116)" in shown


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("Paris", "--at", "2,48"),
        ("--at", "2,48", "--kind", "P"),
        ("--at", "48"),
        ("--at", "200,48"),
        ("--at", "nan,48"),
        ("Paris", "--near", "here"),
        ("Paris", "--country", "FRA"),
        ("Paris", "--kind", "town"),
    ],
    ids=" ".join,
)
def test_a_lookup_that_makes_no_sense_is_a_usage_error(words):
    result = call("lookup", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "expected" in result.stderr or "go with" in result.stderr

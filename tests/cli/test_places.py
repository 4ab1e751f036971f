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


def test_lookup_shows_what_kind_of_name_led_to_a_place():
    heading, first = call("lookup", "Leningrad", "--kind", "P").stdout.splitlines()[:2]
    assert heading.split()[-3:] == ["FIT", "AS", "ID"]
    assert first.split()[-3:] == ["1.00", "former", "geonames:498817"]


def test_lookup_as_json_holds_everything():
    result = call("lookup", "Georgia", "--json")
    found = json.loads(result.stdout)
    assert [place["country"] for place in found][:2] == ["GE", "US"]
    assert set(found[0]) == {
        "id", "name", "kind", "country", "admin1", "admin2", "population", "lon_deg",
        "lat_deg", "radius_m", "bbox", "disputed", "names", "statuses", "score",
        "match", "similar_name", "matched",
    }  # fmt: skip


def test_a_disputed_place_is_shown_with_whose_it_is_in_which_view():
    (found, *_) = json.loads(call("lookup", "Nagorno-Karabakh", "--json").stdout)
    assert found["disputed"]
    assert {"view", "country", "from", "to", "source"} == set(found["statuses"][0])


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


def test_a_name_nobody_bears_is_answered_with_similar_ones_to_ask_for():
    result = call("lookup", "Stepanakrt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert '--fuzzy shows "Stepanakert"' in result.stderr
    quick = call("lookup", "Stepanakrt", "--json")
    assert json.loads(quick.stdout) == []
    assert "--fuzzy looks for names spelled similarly" in quick.stderr


def test_similar_names_are_shown_as_such():
    result = call("lookup", "Stepanakrt", "--fuzzy", "--limit", 1)
    heading, first = result.stdout.splitlines()[:2]
    assert "SIMILAR NAME" in heading
    assert "Stepanakert" in first
    assert "similar, not the same" in result.stderr
    (found,) = json.loads(call("lookup", "Stepanakrt", "--fuzzy", "--json").stdout)
    assert (found["id"], found["match"]) == ("geonames:146970", "similar")
    assert found["similar_name"] == "Stepanakert"
    assert found["score"] < 0.9


def test_fuzzy_puts_names_that_agree_first_and_keeps_the_filters():
    words = "Stepanakert", "--fuzzy", "--country", "AZ", "--json"
    found = json.loads(call("lookup", *words).stdout)
    assert [found[0]["match"], found[0]["similar_name"]] == ["exact", ""]
    assert {place["country"] for place in found} == {"AZ"}
    assert len({place["id"] for place in found}) == len(found)


def test_case_and_accents_are_told_apart_from_another_spelling():
    (found, *_) = json.loads(call("lookup", "XANKENDI", "--json").stdout)
    assert (found["id"], found["match"]) == ("geonames:146970", "folded")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mt. Everest", "Mount Everest"),
        ("Ft. Worth", "Fort Worth"),
        ("Saint Petersburg", "St. Petersburg"),
        ("Saint Louis", "St Louis"),
    ],
)
def test_short_and_long_forms_of_a_name_agree(one, other):
    first, second = (
        json.loads(call("lookup", name, "--json").stdout)[0]["id"]
        for name in (one, other)
    )
    assert first == second


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


@pytest.mark.parametrize("country", ["gb", "UK", "United Kingdom", "Royaume-Uni"])
def test_a_country_may_be_given_by_code_or_name(country):
    result = call("lookup", "London", "--country", country, "--json")
    assert {place["country"] for place in json.loads(result.stdout)} == {"GB"}


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


@pytest.mark.parametrize(
    "near", ["-123.4,48.4", "-123.4, 48.4", "-123.4 48.4", "Vancouver"]
)
def test_the_point_near_which_to_look_may_be_written_as_one_likes(near):
    words = "Victoria", "--kind", "P", "--limit", 1, "--json", "--near", near
    (found,) = json.loads(call("lookup", *words).stdout)
    assert found["country"] == "CA"


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
    assert "first-level division, adm1:AZ.61, as the nearest settlement" in shown
    bases = {area["id"]: area["basis"] for area in found["within"]}
    assert bases["curated:nagorno-karabakh"] == "outline"


def test_a_dependent_territory_comes_before_its_capital():
    (found, *_) = json.loads(call("lookup", "Gibraltar", "--json").stdout)
    assert found["kind"] == "A.PCLD"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("Paris", "--at", "2,48"),
        ("--at", "2,48", "--kind", "P"),
        ("--at", "48"),
        ("--at", "200,48"),
        ("--at", "nan,48"),
        ("Paris", "--near", "Nowherexyzzy"),
        ("--at", "2,48", "--fuzzy"),
        ("Paris", "--country", "Nowhereland"),
        ("Paris", "--kind", "town"),
    ],
    ids=" ".join,
)
def test_a_lookup_that_makes_no_sense_is_a_usage_error(words):
    result = call("lookup", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "expected" in result.stderr or "go with" in result.stderr

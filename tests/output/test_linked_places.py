import json

import pytest

from placemap.output.linked_places import write_linked_places


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed):
        write_linked_places(parsed, tmp_path / "places.lpf.json", run=run)
        return json.loads((tmp_path / "places.lpf.json").read_bytes())

    return write


@pytest.fixture
def khankendi(written, report):
    (found,) = (
        feature
        for feature in written(report)["features"]
        if feature["properties"]["id"] == "geonames:146970"
    )
    return found


def test_what_the_format_requires_is_there(written, report):
    made = written(report)
    assert made["@context"].endswith("linkedplaces-context-v1.1.jsonld")
    for feature in made["features"]:
        assert feature["@id"].startswith("urn:placemap:")
        assert feature["properties"]["title"]
        assert set(feature["properties"]["fclasses"]) <= set("AHLPRST")
        assert any(name.get("citations") for name in feature["names"])
        assert all(name["toponym"] for name in feature["names"])
        for when in (feature["when"], *(n.get("when") for n in feature["names"])):
            assert when is None or all(span["start"] for span in when["timespans"])


def test_places_are_there_once_by_id(written, report):
    ids = [f["properties"]["id"] for f in written(report, report)["features"]]
    assert ids == sorted(set(ids))
    assert len(ids) == 5


def test_names_say_whose_they_are(khankendi):
    names = {name["toponym"]: name for name in khankendi["names"]}
    assert names["Khankendy"]["lang"] == "ru-Latn"
    assert khankendi["names"][0] == {
        "toponym": "Stepanakert",
        "lang": "hy-Latn",
        "kind": "local",
        "used_by": "Armenians",
    }


def test_names_in_a_document_are_sourced_and_dated_by_it(khankendi):
    (read,) = (
        n
        for n in khankendi["names"]
        if n["toponym"] == "Khankendi" and "citations" in n
    )
    assert read["citations"] == [
        {"label": "Shelling and talks, The Test Herald", "@id": "https://example.org/1"}
    ]
    assert read["when"]["timespans"] == [{"start": {"in": "2023-09-19"}}]


def test_geometry_and_links_are_those_of_the_format(khankendi):
    assert khankendi["geometry"] == {
        "type": "Point",
        "coordinates": [46.75293, 39.81764],
        "certainty": "certain",
    }
    assert khankendi["links"] == [{"type": "exactMatch", "identifier": "gn:146970"}]
    assert khankendi["types"][0]["identifier"] == "gn:P.PPL"


def test_it_says_what_made_it(written, report, run):
    made = written(report)
    assert made["attribution"] == list(run.attribution)
    assert made["placemap"]["gazetteer_sha256"] == run.gazetteer_sha256

"""What is wrong with a file in the Linked Places Format."""

import json

import pytest

from placemap.output.checks.files import validate
from placemap.output.checks.timespans import check_when, read_moment

ACROSS = [[[170, 0], [-170, 0], [-170, 1], [170, 1], [170, 0]]]
CLOCKWISE = [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]


@pytest.fixture
def changed(content_of, tmp_path):
    """Change the first place, or the whole collection, and say what is wrong."""

    def check(change, *, is_whole=False):
        made = json.loads(content_of("lpf.json"))
        change(made if is_whole else made["features"][0])
        path = tmp_path / "e.lpf.json"
        path.write_text(json.dumps(made), encoding="utf-8")
        return [f"{problem.where}: {problem.what}" for problem in validate(path)]

    return check


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda one: one.update({"@id": "146970"}), "@id: '146970' is no IRI"),
        (lambda one: one.update(type="Place"), "it is no Feature"),
        (lambda one: one.update(properties=[]), "the properties are no object"),
        (lambda one: one["properties"].pop("title"), "the title is missing"),
        (lambda one: one["properties"].update(ccodes=["aze"]), "is no code of a coun"),
        (
            lambda one: one["properties"].update(fclasses=["U"]),
            "'U' is no class",
        ),
        (lambda one: one.update(names=[]), "the format wants one at least"),
        (lambda one: one["names"].append({}), "the toponym is missing"),
        (lambda one: one["names"][0].update(lang="?"), "lang: '?' is no BCP 47 tag"),
        (lambda one: one["names"][0].update(citations=[{}]), "a label is missing"),
        (
            lambda one: [name.pop("citations", None) for name in one["names"]],
            "none of them says who attests it",
        ),
        (lambda one: one.update(types=[{"label": "x"}]), "an identifier is missing"),
        (lambda one: one.update(when={}), "it holds no timespans"),
        (lambda one: one.update(when={"timespans": [{}]}), "has no start"),
        (
            lambda one: one.update(
                geometry={"type": "Polygon", "coordinates": CLOCKWISE}
            ),
            "a ring turns the wrong way",
        ),
        (
            lambda one: one.update(geometry={"type": "Polygon", "coordinates": ACROSS}),
            "crosses the antimeridian uncut",
        ),
        (
            lambda one: one["geometry"].update(coordinates=[200, 0]),
            "no longitude and latitude",
        ),
        (lambda one: one["geometry"].update(certainty="sure"), "certainty: 'sure' is"),
    ],
)
def test_a_fault_is_named_with_its_place(changed, change, fault):
    found = changed(change)
    assert any(fault in one for one in found), found
    assert all(one.startswith("feature 1") for one in found)


@pytest.mark.parametrize("member", ["@context", "attribution"])
def test_what_the_collection_lacks_is_named(changed, member):
    found = changed(lambda made: made.pop(member), is_whole=True)
    assert [one.partition(": ")[2] for one in found] == [f"{member} is missing"]


def test_a_place_that_is_there_twice_is_named(changed):
    found = changed(
        lambda made: made["features"].append(made["features"][0]), is_whole=True
    )
    assert any("is there twice" in one for one in found)


def test_a_place_without_a_geometry_is_no_fault(changed):
    assert changed(lambda one: one.update(geometry=None)) == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1992", (1992,)),
        ("1992-05", (1992, 5)),
        ("1992-05-09", (1992, 5, 9)),
        ("-0044-03-15", (-44, 3, 15)),
        ("1992-13", None),
        ("1991-02-29", None),
        ("9.5.1992", None),
        ("92", None),
        ("1992-5", None),
        (1992, None),
        ("１９９２", None),
    ],
)
def test_days_months_and_years_of_iso_8601_are_read(text, moment):
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("start", "end", "is_right"),
    [
        ({"in": "1992"}, {"in": "2023-09-20"}, True),
        ({"in": "2023-09"}, {"in": "2023"}, True),
        ({"latest": "2023"}, {"in": "2023"}, True),
        ({"in": "2023"}, {"in": "1992"}, False),
        ({"in": "-0044"}, {"in": "0014"}, True),
        ({"in": "2023-10"}, {"in": "2023-09-20"}, False),
        ({"earliest": "1990", "latest": "1995"}, {"in": "1992"}, True),
        ({}, {"in": "1992"}, False),
        ({"in": "soon"}, None, False),
        ({"in": "1992"}, None, True),
    ],
)
def test_timespans_run_forwards(start, end, is_right):
    span = {"start": start} | ({"end": end} if end is not None else {})
    assert (not list(check_when({"timespans": [span]}, "here"))) == is_right

from pathlib import Path

import pytest

from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.curated.pairs import check_pairs
from placemap.gazetteer.curated.tables import Curated, NameRow, PlaceRow, read_curated


def place(
    place_id, kind="P.PPL", *, population, country="AA", lon_deg=0.0, **spellings
):
    return PlaceRecord(
        id=place_id,
        lon_deg=lon_deg,
        lat_deg=0.0,
        kind=kind,
        country=country,
        population=population,
        spellings={"Name": "official", **spellings},
    )


@pytest.fixture
def world(build):
    return build(
        [
            place("t:first", population=900_000),
            place("t:second", population=80_000),
            place("t:abroad", population=5_000, country="BB"),
            place("t:district", "A.ADM1", population=90_000),
            place("t:river", "H.STM", population=9, lon_deg=5.0),
            place("t:brook", "H.STM", population=5, lon_deg=9.0),
        ]
    )


@pytest.mark.parametrize(
    ("place_id", "hint"),
    [
        ("t:first", "name"),
        ("t:abroad", "country"),
        ("t:second", None),
        ("t:district", None),
        ("t:brook", None),
    ],
)
def test_a_name_leads_to_one_place_of_a_country(world, place_id, hint):
    (outcome,) = check_pairs(
        Curated(names=(NameRow(place=place_id, text="name"),)), world
    )
    assert outcome.hint == hint


def test_a_place_of_no_country_must_come_first_by_its_name_alone(build):
    world = build(
        [
            place("t:sea", "H.SEA", population=9, country=""),
            place("t:town", population=900_000),
        ]
    )
    (outcome,) = check_pairs(
        Curated(names=(NameRow(place="t:sea", text="Name"),)), world
    )
    assert (outcome.hint, outcome.instead.id) == (None, "t:town")


def test_a_failure_says_what_comes_first_instead(world):
    row = NameRow(place="t:second", text="Name", line=7)
    (outcome,) = check_pairs(Curated(names=(row,)), world)
    assert str(outcome) == (
        "names.csv line 7: 'Name' of t:second leads to t:first (Name, P.PPL)"
    )


def test_names_nobody_knows_and_places_nobody_has_fail(world):
    rows = Curated(
        places=(PlaceRow(id="t:none", name="Name"), PlaceRow(id="t:first")),
        names=(NameRow(place="t:first", text="Unheard"),),
    )
    outcomes = list(check_pairs(rows, world))
    assert [(o.table, o.hint) for o in outcomes] == [
        ("places.csv", None),
        ("names.csv", None),
    ]
    assert all("is not found" in str(outcome) for outcome in outcomes)


def test_every_name_of_the_curated_layer_leads_to_its_place():
    curated = read_curated(Path(__file__).parents[3] / "gazetteer")
    outcomes = list(check_pairs(curated, open_gazetteer()))
    assert len(outcomes) > 10_000
    assert [str(outcome) for outcome in outcomes if outcome.hint is None] == []

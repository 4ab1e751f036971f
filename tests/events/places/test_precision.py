from __future__ import annotations

import pytest

from placemap.events.places.precision import where_precision


@pytest.mark.parametrize(
    ("kind", "radius_m", "relation", "code"),
    [
        ("P.PPL", 4000, "in", 1),
        ("S.MSQE", 0, "at", 1),
        ("P.PPL", 4000, "near", 2),
        ("A.ADM2", 0, "in", 3),
        ("A.ADM1", 200_000, "in", 4),
        ("A.ADM1", 40_000, "in", 3),
        ("L.RGN", 75_000, "in", 5),
        ("T.CRDR", 35_000, "along", 5),
        ("P.PPL", 4000, "between", 5),
        ("A.PCLI", 500_000, "in", 6),
        ("A.PCLI", 500_000, "between", 6),
        ("H.SEA", 500_000, "in", 7),
        ("T.ISL", 5_000, "in", 1),
    ],
)
def test_the_code_follows_kind_and_relation(place_of, kind, radius_m, relation, code):
    assert where_precision(place_of("X", kind, radius_m=radius_m), relation) == code


def test_the_noun_after_a_town_makes_it_a_division(place_of):
    town = place_of("X", "P.PPLA")
    assert where_precision(town, "in", division="district") == 3
    assert where_precision(town, "in", division="province") == 4


def test_the_area_of_a_town_is_near_it(place_of):
    assert where_precision(place_of("X", "P.PPL"), "in", wider=True) == 2


@pytest.mark.parametrize(
    ("name", "named", "code"),
    [
        ("Noto", "Noto Peninsula", 2),
        ("Noto", "Noto", 1),
        ("Simi Valley", "Simi Valley", 1),
        ("Manila", "Manila Cathedral", 1),
    ],
)
def test_a_landscape_named_after_a_town_is_around_it(place_of, name, named, code):
    assert where_precision(place_of(name, "P.PPL"), "at", named=named) == code


def test_the_area_of_a_seat_is_its_division(place_of):
    seat, town = place_of("A", "P.PPLA2"), place_of("B", "P.PPL")
    assert where_precision(seat, "in", wider=True) == 3
    assert where_precision(town, "in", wider=True) == 2
    assert where_precision(seat, "in") == 1

"""How strongly a name suggests a place by itself."""

from itertools import pairwise

import pytest

from placemap.core import Candidate, Place
from placemap.detection.foreign.standing import standings_from


class OneName:
    """A gazetteer in which every name is that of the given candidates."""

    def __init__(self, *candidates):
        self._candidates = candidates

    def candidates(self, name, *, limit=10):
        del name
        return self._candidates[:limit]


def candidate(kind="P.PPL", population=0, *, score=1.0, name_kind="local"):
    place = Place(
        id="t:1", name="t", lon_deg=0, lat_deg=0, kind=kind, population=population
    )
    return Candidate(place=place, score=score, name_kind=name_kind)


def standing(*candidates, name="Имя"):
    return standings_from(OneName(*candidates))(name)


def test_well_known_places_stand_higher():
    ranked = [
        candidate(population=0),
        candidate(population=20_000),
        candidate(population=500_000),
        candidate("P.PPLC", 100_000),
        candidate("A.PCLI"),
    ]
    values = [standing(one) for one in ranked]
    assert all(a < b for a, b in pairwise(values))


def test_the_best_known_place_decides():
    assert standing(candidate(), candidate("A.PCLI")) == standing(candidate("A.PCLI"))


def test_a_name_that_agrees_only_when_folded_stands_lower():
    exact, folded = candidate("A.PCLI"), candidate("A.PCLI", score=0.9)
    assert standing(folded, name="Laçın") < standing(exact, name="Laçın")


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (candidate(name_kind="demonym"), "русские"),
        (candidate(name_kind="adjective"), "русский"),
        (candidate(name_kind="code"), "MOW"),
        (candidate("A.ADM1", name_kind="abbreviation"), "ID"),
        (candidate("A.PCLI", name_kind="abbreviation", score=0.9), "Us"),
        (candidate(score=0.9), "Ово"),
        (candidate(), "4"),
    ],
)
def test_words_for_people_codes_and_lookalikes_have_no_standing(one, name):
    assert standing(one, name=name) is None


def test_unknown_names_have_no_standing():
    assert standing() is None

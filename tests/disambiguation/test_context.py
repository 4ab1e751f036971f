"""What the names of a document say of each other."""

import pytest

from placemap.core import Candidate, Place
from placemap.disambiguation.context import Context
from placemap.disambiguation.senses import Sense, softmax


def candidate(key, lon, country, admin1=""):
    place = Place(
        id=key,
        name=key,
        lon_deg=lon,
        lat_deg=0.0,
        kind="P.PPL",
        country=country,
        admin1=admin1,
    )
    return Candidate(place=place, score=1.0)


def sense(*candidates, base=None, mentions=1):
    return Sense(
        key=candidates[0].place.id,
        within=None,
        candidates=candidates,
        base=list(base or [0.0] * len(candidates)),
        mentions=list(range(mentions)),
    )


def test_country_division_and_nearness_of_other_names_count():
    unsure = sense(
        candidate("near", 0.1, "AA", "North"),
        candidate("same division", 30.0, "AA", "North"),
        candidate("same country", 60.0, "AA", "South"),
        candidate("elsewhere", 90.0, "BB"),
    )
    sure = sense(candidate("sure", 0.0, "AA", "North"))
    support = Context([unsure, sure]).support(unsure)
    assert support == sorted(support, reverse=True)
    assert len(set(support)) == 4
    assert support[-1] == 0.0


def test_name_is_no_evidence_for_itself():
    alone = sense(candidate("a", 0.0, "AA"), candidate("b", 1.0, "AA"), mentions=9)
    assert Context([alone]).support(alone) == [0.0, 0.0]


def test_no_candidates_give_no_support():
    empty = Sense(key="x", within=None, candidates=(), base=[])
    assert Context([empty]).support(empty) == []


@pytest.mark.parametrize(
    "scores", [[], [0.0], [1000.0, 0.0, -1000.0], [-5.0, -5.0, 3.0]]
)
def test_softmax_gives_probabilities(scores):
    chances = softmax(scores)
    assert sum(chances) == pytest.approx(1.0 if scores else 0.0)
    assert all(0.0 <= chance <= 1.0 for chance in chances)

import pytest

from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.spelling import find_similar, most_slips


@pytest.fixture
def world(build):
    return build(
        PlaceRecord(
            id=f"t:{name}",
            lon_deg=0.0,
            lat_deg=0.0,
            kind="P.PPL",
            country="AA",
            population=population,
            spellings={name: "official"},
        )
        for name, population in [
            ("Stepanakert", 70_000),
            ("Step", 10),
            ("Londe", 50),
            ("London", 9_000_000),
            ("Kondon", 20),
            ("東京", 9),
        ]
    )


def found(world, name, **options):
    return [
        (s.spelled, s.candidate.place.id) for s in find_similar(world, name, **options)
    ]


@pytest.mark.parametrize(
    "typo",
    [
        "Stepanakrt",
        "stepanakeert",
        "Stepanaketr",
        "Stepenakert",
        "STEPANAKEKT",
        "Stpanakrt",
    ],
)
def test_a_letter_missing_added_exchanged_or_swapped_is_forgiven(world, typo):
    assert found(world, typo) == [("stepanakert", "t:Stepanakert")]


def test_of_names_with_as_few_slips_the_best_known_comes_first(world):
    assert found(world, "Londn")[:2] == [("london", "t:London"), ("londe", "t:Londe")]


def test_another_first_letter_is_the_least_likely_slip(world):
    assert found(world, "Kondn")[0] == ("kondon", "t:Kondon")


def test_a_name_that_agrees_is_not_similar(world):
    assert "t:London" not in dict(found(world, "LONDON"))


def test_similar_names_score_less_than_any_that_agree(world):
    agreeing = world.candidates("london")[0].score
    one, two = (
        find_similar(world, typo)[0].candidate.score for typo in ("Londonn", "Londnoon")
    )
    assert 0 < two < one < agreeing


@pytest.mark.parametrize("name", ["", "of", "Zzzzqqqq", "東"])
def test_what_is_like_nothing_gives_nothing(world, name):
    assert found(world, name) == []


def test_no_more_places_than_asked_for(world):
    assert len(found(world, "Londen", limit=1)) == 1


@pytest.mark.parametrize(
    ("key", "slips"),
    [("", 0), ("up", 0), ("rome", 1), ("paris", 1), ("berlin", 2), ("a" * 40, 3)],
)
def test_longer_names_are_allowed_more_slips(key, slips):
    assert most_slips(key) == slips

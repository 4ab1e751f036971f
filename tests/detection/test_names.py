"""What a spelling by itself suggests."""

import pytest

from placemap.detection.names import facts_from


@pytest.fixture(scope="module")
def facts(gazetteer):
    return facts_from(gazetteer)


def test_unknown_spelling_has_no_facts(facts):
    assert facts("Nowhereham") is None


def test_better_known_places_have_a_higher_prior(facts):
    names = ["France", "Moscow", "Leeds", "Shusha", "Suv"]
    priors = [facts(name).prior for name in names]
    assert priors == sorted(priors, reverse=True)


@pytest.mark.parametrize("name", ["Reading", "Said", "Clinton"])
def test_words_and_surnames_are_no_places_by_themselves(facts, name):
    assert facts(name).prior < 0


@pytest.mark.parametrize(
    ("name", "expected"), [("US", True), ("us", None), ("Or", None)]
)
def test_abbreviation_must_be_written_as_one(facts, name, expected):
    found = facts(name)
    assert (found and found.is_abbreviation) is expected


def test_people_countries_and_capitals_are_told_apart(facts):
    assert facts("Armenian").is_people
    assert not facts("Armenian").is_container
    assert facts("Armenia").is_container
    assert facts("Baku").is_government
    assert not facts("Leeds").is_government

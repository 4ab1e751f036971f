"""What is looked at as a possible mention."""

import pytest

from placemap.detection.learned.stretches import find_stretches
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading


@pytest.fixture
def stretches(gazetteer):
    """Return the stretches of a text by what they spell."""

    def find(text):
        found = find_stretches(gazetteer, Reading(text), facts_from(gazetteer))
        return {text[one.start : one.end]: one for one in found}

    return find


def test_known_names_carry_what_the_gazetteer_knows(stretches):
    found = stretches("Rain fell in Leeds.")
    assert list(found) == ["Leeds"]
    assert found["Leeds"].facts.key == "leeds"


def test_known_name_is_also_seen_with_its_generic_noun(stretches):
    assert {"Walker", "Walker County"} <= set(stretches("He lives in Walker County."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met in Qarabulaqovo.", "Qarabulaqovo"),
        ("A crash on Mill Hollow Road killed two.", "Mill Hollow Road"),
        ("A crash on Highway 12 killed two.", "Highway 12"),
        ("A fire at 4 Memphis St., police said.", "Memphis St."),
        ("They came from Upper Qarabulaq.", "Upper Qarabulaq"),
        ("She teaches at the University of Qarabulaq.", "University of Qarabulaq"),
    ],
)
def test_runs_of_capitals_give_names_the_gazetteer_lacks(stretches, text, name):
    assert stretches(text)[name].facts is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The meeting began late.", "The"),
        ("However, nothing came of it.", "However"),
        ("She met John there.", "John"),
        ("The EU and NATO met.", "NATO"),
    ],
)
def test_words_given_names_and_acronyms_are_not_looked_at(stretches, text, name):
    assert name not in stretches(text)


def test_a_stretch_knows_the_capitals_on_either_side(stretches):
    found = stretches("She works for Greater Leeds Police now.")
    assert (found["Leeds"].before, found["Leeds"].after) == (1, 1)


def test_in_capitals_only_known_and_generic_names_are_looked_at(stretches):
    found = stretches("HEAVY FIGHTING NEAR LEEDS AND QARABULAQ COUNTY TODAY")
    assert "LEEDS" in found
    assert "QARABULAQ COUNTY" in found
    assert "FIGHTING" not in found


def test_stretches_come_by_start_and_longer_ones_first(gazetteer):
    text = "Walker County and Leeds and New Qarabulaq Road."
    found = find_stretches(gazetteer, Reading(text), facts_from(gazetteer))
    spans = [(one.start, -one.end) for one in found]
    assert spans == sorted(set(spans))

"""Roles by learned weights, and the clues they go by."""

import numpy as np
import pytest

from placemap.detection.learned.looks import Looks
from placemap.detection.learned.roles import RoleWeights
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading


@pytest.fixture
def weights():
    table = np.array([[0.0, 3.0], [0.0, -1.0], [1.0, 0.0]], np.float32)
    return RoleWeights(("literal", "embedded"), {"hk=b": 0, "p1=in s": 1}, table)


@pytest.mark.parametrize(
    ("clues", "role"),
    [
        ([], "literal"),
        (["never met"], "literal"),
        (["hk=b"], "embedded"),
        (["hk=b", "p1=in s", "never met"], "embedded"),
        (["p1=in s"], "literal"),
    ],
)
def test_role_is_the_one_that_its_clues_speak_for(weights, clues, role):
    assert weights.decide(clues) == role


@pytest.fixture
def clues(gazetteer):
    """Return the clues for the role of a name in a text, by question."""

    def ask(text, name):
        looks = Looks(gazetteer, Reading(text), facts_from(gazetteer))
        spelled = [text[one.start : one.end] for one in looks.stretches]
        found = looks.role_clues(spelled.index(name), "literal")
        return dict(clue.partition("=")[::2] for clue in found)

    return ask


def test_run_of_capitals_tells_what_a_name_is_part_of(clues):
    found = clues("It is the Greater Leeds Transport Police now.", "Leeds")
    assert (found["le"], found["hd"]) == ("greater", "police")
    assert found["a"] == "snow"


def test_name_that_stands_alone_has_neither_head_nor_lead(clues):
    found = clues("Rain fell in Leeds today.", "Leeds")
    assert "hd" in found
    assert (found["hd"], found["le"], found["lk"]) == ("", "", "")


@pytest.mark.parametrize("text", ["Leeds", "Leeds Police", "The Leeds"])
def test_name_at_the_ends_of_a_text_has_clues(clues, text):
    assert clues(text, "Leeds")["r"] == "literal"

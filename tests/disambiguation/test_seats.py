import pytest

import placemap
from placemap.core import Document


@pytest.fixture(scope="module")
def pipeline():
    return placemap.load()


def chosen(pipeline, text, name):
    parsed = pipeline.parse(Document(id="d", text=text))
    return next(t for t in parsed.toponyms if t.mention.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A gas blast tore through a block of flats in Karaganda.", "Karaganda"),
        ("Masked men shot a trader in Tsafe on Friday.", "Tsafe"),
        ("Hundreds of students marched through Lviv.", "Lviv"),
    ],
)
def test_a_bare_name_is_the_town_that_its_division_is_named_after(pipeline, text, name):
    toponym = chosen(pipeline, text, name)
    assert toponym.place.feature_class == "P"
    assert toponym.candidates[0].place.id == toponym.place.id
    assert len({c.place.id for c in toponym.candidates}) == len(toponym.candidates)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Floods cut roads across Karaganda province.", "Karaganda"),
        ("Floods cut roads across the province of Karaganda.", "Karaganda"),
        ("Troops crossed Mitrovica district.", "Mitrovica"),
    ],
)
def test_a_word_for_a_division_keeps_it_one(pipeline, text, name):
    assert chosen(pipeline, text, name).place.kind.startswith("A.ADM")


def test_a_division_much_larger_than_the_town_of_its_name_stays_itself(pipeline):
    text = "Snow closed schools across Quebec and Ontario."
    assert chosen(pipeline, text, "Quebec").place.kind.startswith("A.ADM")

from __future__ import annotations

import pytest

from placemap.events.places.phrase import rank
from placemap.events.places.phrases import find_phrases

KINDS = {
    "Raqqa": "P.PPL", "Hama": "P.PPL", "Idlib": "P.PPL", "Syria": "A.PCLI",
    "Dalwa": "P.PPL", "Eastern Province": "A.ADM1", "Yola": "P.PPL", "Mubi": "P.PPL",
}  # fmt: skip


@pytest.fixture
def phrases(sentence_of, toponyms_in):
    return lambda text: find_phrases(sentence_of(text), toponyms_in(text, KINDS))


def names(toponyms):
    return [t.mention.text for t in toponyms]


@pytest.mark.parametrize(
    ("text", "heads", "context"),
    [
        ("Shots rang out in Raqqa, Syria.", ["Raqqa"], ["Syria"]),
        ("Shots rang out in Raqqa, Hama and Idlib.", ["Raqqa", "Hama", "Idlib"], []),
        ("It was in Syria's Raqqa.", ["Raqqa"], ["Syria"]),
        (
            "in the village of Dalwa in Eastern Province",
            ["Dalwa"],
            ["Eastern Province"],
        ),
        ("in the Yola suburb of Mubi", ["Mubi"], ["Yola"]),
        ("in Mubi village of Yola", ["Mubi"], ["Yola"]),
    ],
)
def test_toponyms_that_belong_together_are_one_phrase(phrases, text, heads, context):
    (phrase,) = phrases(text)
    assert names(phrase.heads) == heads
    assert names(phrase.context) == context


@pytest.mark.parametrize(
    ("text", "governor", "is_near"),
    [
        ("They met in the northern city of Raqqa.", "in", False),
        ("They met 40 km north of Raqqa.", "near", True),
        ("They met on the outskirts of Raqqa.", "at", True),
        ("They met close to Raqqa.", "near", True),
        ("They met the mayor of Raqqa.", "of", False),
        ("They praised Raqqa.", "", False),
    ],
)
def test_the_governor_is_found_past_the_nouns_of_places(
    phrases, text, governor, is_near
):
    (phrase,) = phrases(text)
    assert (phrase.governor, phrase.is_near) == (governor, is_near)


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("in Raqqa's old market", "possessive"),
        ("near Raqqa airport today", "noun"),
        ("in Raqqa on Monday", ""),
        ("in Raqqa was", ""),
    ],
)
def test_what_follows_a_phrase_is_told(phrases, text, tail):
    assert phrases(text)[0].tail == tail


def test_a_verb_ends_the_walk_to_the_governor(phrases):
    assert phrases("In May rebels captured Raqqa.")[0].governor == ""


def test_both_ends_of_a_road_are_one_phrase(phrases):
    (phrase,) = phrases("A bus was hit on the road from Raqqa to Hama.")
    assert phrase.is_road
    assert names(phrase.heads) == ["Raqqa", "Hama"]


@pytest.mark.parametrize(
    ("finer", "coarser"),
    [
        ("P.PPL", "A.ADM2"),
        ("A.ADM2", "A.ADM1"),
        ("A.ADM1", "A.PCLI"),
        ("S.MSQE", "P.PPL"),
    ],
)
def test_places_are_ranked_from_spots_to_countries(place_of, finer, coarser):
    assert rank(place_of("a", finer)) < rank(place_of("b", coarser))


def test_a_name_that_belongs_to_a_body_is_no_part_of_the_place(phrases):
    found = phrases("He was with Syria Special Forces in Raqqa.")
    assert [names(p.heads) for p in found] == [["Syria"], ["Raqqa"]]
    assert found[1].governor == "in"


def test_a_headline_in_capitals_is_no_chain(phrases):
    found = phrases("Senior Syria Military Official Visits Raqqa.")
    assert [names(p.heads) for p in found] == [["Syria"], ["Raqqa"]]


def test_what_a_place_owns_is_looked_for_past_only(phrases):
    (phrase,) = phrases("Raqqa's only working airport was shelled.")
    assert (phrase.tail, phrase.after) == ("possessive", "airport")

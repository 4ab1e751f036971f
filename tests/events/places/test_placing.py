from __future__ import annotations

import pytest

from placemap.core import Document
from placemap.events.places.placing import (
    continued_places,
    is_continuation,
    needs_statement,
    place_triggers,
)
from placemap.events.scene import Scene

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Syria": "A.PCLI"}


@pytest.fixture
def place(sentence_of, toponyms_in, trigger_of):
    """Return a maker: where the (only) trigger of a sentence happened."""

    def run(text, kinds=KINDS):
        scene = Scene(Document(id="d", text=text), toponyms_in(text, kinds))
        trigger = trigger_of(text)
        return place_triggers(scene, trigger.sentence, [trigger])[0]

    return run


def test_the_rule_and_the_runner_up_are_named(place):
    found = place("In Raqqa, rebels attacked a bus near Hama.")
    assert "Hama" in found.why
    assert "Raqqa" in found.runner_up
    assert 0 < found.score <= 1


def test_nothing_is_tied_without_a_reason(place):
    found = place("Syria attacked.")
    assert found.places == ()
    assert found.why == "no place is tied to it"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("They condemned it.", True),
        ("They attacked it.", False),
        ("He resigned.", True),
    ],
)
def test_words_have_no_place_by_nature(trigger_of, text, statement):
    assert needs_statement(trigger_of(text)) is statement


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        ("They include Raqqa.", True),
        ("These are Raqqa and Hama.", True),
        ("They left Raqqa.", False),
        ("It includes Raqqa.", False),
    ],
)
def test_a_list_going_on_is_seen(sentence_of, text, continues):
    assert is_continuation(sentence_of(text)) is continues


def test_the_places_of_a_continued_list_are_inferred(sentence_of, toponyms_in):
    text = "They include Raqqa and Hama."
    scene = Scene(Document(id="d", text=text), toponyms_in(text, KINDS))
    found = continued_places(sentence_of(text), scene)
    assert [p.place for p in found] == ["test:Raqqa", "test:Hama"]
    assert all(p.inferred for p in found)


def test_what_only_says_how_far_off_is_no_second_place(place):
    found = place("Rebels attacked a bus in Raqqa and 30 km north of Hama.")
    assert [p.place for p in found.places] == ["test:Raqqa"]


def test_a_region_that_describes_a_city_is_not_where_it_happened(place):
    kinds = {"Red Sea": "H.SEA", "Raqqa": "P.PPL"}
    assert place("It was the first attack on the Red Sea city.", kinds).places == ()
    assert place("It was the first attack on Raqqa city.", kinds).places != ()


def test_what_a_war_brought_about_need_not_be_where_it_was(extract, where):
    kinds = {"Norland": "A.PCLI", "Lima": "P.PPLC|||PE"}
    found = extract("He fled the war in Norland and sells bread in Lima.", kinds)
    assert not any("Norland" in where(e) for e in found if e.type == "OTHER")

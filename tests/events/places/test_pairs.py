from __future__ import annotations

import pytest

from placemap.events.places.pairs import Pair
from placemap.events.places.phrases import find_phrases
from placemap.events.places.placing import anchor


@pytest.fixture
def pair_of(trigger_of, toponyms_in):
    """Return a maker: the pair of a sentence's trigger and its one place phrase."""

    def make(text, spelled=None):
        trigger = trigger_of(text, spelled)
        toponyms = toponyms_in(text, {"Raqqa": "P.PPL"})
        (phrase,) = find_phrases(trigger.sentence, toponyms)
        return Pair(sentence=trigger.sentence, anchor=anchor(trigger), phrase=phrase)

    return make


def test_what_stands_between_is_told(pair_of):
    pair = pair_of("Gunmen killed six people in Raqqa.")
    assert pair.is_after
    assert pair.words_between == ["six", "people"]
    assert pair.breaks == ()
    assert not pair.has_verb_between


def test_clauses_between_are_told_by_what_begins_them(pair_of):
    pair = pair_of("Gunmen killed six people, who had lived in Raqqa.", "killed")
    assert pair.breaks == ("rel",)
    assert pair.has_verb_between


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("In Raqqa, gunmen killed six people.", True),
        ("Meanwhile in Raqqa, gunmen killed six people.", True),
        ("Gunmen in Raqqa killed six people.", False),
    ],
)
def test_a_phrase_may_set_the_scene(pair_of, text, opens):
    assert pair_of(text).opens_clause is opens


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Gunmen killed six people in Raqqa.", "in"),
        ("Gunmen killed six people at Raqqa.", "at"),
        ("Gunmen killed six people near Raqqa.", "near"),
        ("Gunmen killed six people along Raqqa.", "along"),
    ],
)
def test_a_link_keeps_how_the_place_is_governed(pair_of, text, relation):
    link = pair_of(text).link(0.5, "a rule")
    assert (link.relation, link.score, link.rule) == (relation, 0.5, "a rule")

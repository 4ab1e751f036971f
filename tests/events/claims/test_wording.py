from __future__ import annotations

from placemap.events.claims.wording import (
    pairs,
    passives_after,
    verb_group,
    words_before,
)


def test_the_words_before_end_with_the_clause(trigger_of):
    trigger = trigger_of("The mayor left when rebels shelled the port.", "shelled")
    assert words_before(trigger) == ["when", "rebels"]


def test_the_verb_group_is_what_stands_right_before_the_verb(trigger_of):
    trigger = trigger_of("Rebels had not heavily shelled the port.", "shelled")
    assert verb_group(trigger) == ["had", "not", "heavily"]


def test_pairs_are_neighbours():
    assert pairs(["a", "b", "c"]) == [("a", "b"), ("b", "c")]
    assert pairs([]) == []


def test_the_passives_after_a_noun_may_be_far_off(trigger_of):
    text = "A rally that unions had announced was called off."
    assert ("called", "off") in passives_after(trigger_of(text, "rally"))


def test_an_object_has_no_passives_after_it(trigger_of):
    assert passives_after(trigger_of("Police saw a rally.", "rally")) == []

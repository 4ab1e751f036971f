from __future__ import annotations

from placemap.events.claims.wording import pairs, verb_group, words_before


def test_the_words_before_end_with_the_clause(trigger_of):
    trigger = trigger_of("The mayor left when rebels shelled the port.", "shelled")
    assert words_before(trigger) == ["when", "rebels"]


def test_the_verb_group_is_what_stands_right_before_the_verb(trigger_of):
    trigger = trigger_of("Rebels had not heavily shelled the port.", "shelled")
    assert verb_group(trigger) == ["had", "not", "heavily"]


def test_pairs_are_neighbours():
    assert pairs(["a", "b", "c"]) == [("a", "b"), ("b", "c")]
    assert pairs([]) == []

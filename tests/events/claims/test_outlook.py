from __future__ import annotations

import pytest

from placemap.events.claims.outlook import looks_ahead, only_possible, still_to_come


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The leaders will meet on Monday.", "meet"),
        ("Unions announced a strike for Thursday.", "strike"),
        ("They called another rally in Lima for 11 May.", "rally"),
        ("A vigil was planned for Saturday in Lima.", "vigil"),
        ("The summit has been postponed.", "summit"),
    ],
)
def test_what_is_planned_lies_ahead(trigger_of, text, trigger):
    assert looks_ahead(trigger_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Unions held a rally for peace.", "held a rally"),
        ("The leaders met ministers on Monday.", "met"),
        ("They called the rally for peace a success.", "rally"),
    ],
)
def test_what_is_told_does_not(trigger_of, text, trigger):
    assert not looks_ahead(trigger_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("They came to disarm and secure the withdrawal of troops.", "withdrawal"),
        ("They met to negotiate a ceasefire.", "ceasefire"),
        ("Rebels must leave, surrender all weapons and disband.", "surrender"),
        ("The call to “begin negotiations” was rejected.", "begin negotiations"),
        ("She spoke of the prospect of a new massacre.", "massacre"),
    ],
)
def test_aims_and_wishes_are_only_possible(trigger_of, text, trigger):
    assert only_possible(trigger_of(text, trigger))


def test_urging_to_respect_a_truce_does_not_make_it_a_wish(trigger_of):
    text = "She urged both countries to respect the truce signed in 2020."
    assert not only_possible(trigger_of(text, "truce"))


def test_would_in_somebodys_words_is_will(trigger_of):
    trigger = trigger_of("The mayor said street vending would be banned.", "banned")
    assert only_possible(trigger)
    assert not only_possible(trigger, is_told=True)
    assert still_to_come(trigger, is_told=True)


def test_troops_called_forces_force_nobody(trigger_of):
    trigger = trigger_of("He expected the local forces to disarm.", "disarm")
    assert still_to_come(trigger)

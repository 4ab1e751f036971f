from __future__ import annotations

import pytest

from placemap.events.claims.undone import rules_out, undone


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police foiled an attack on the port.", "attack"),
        ("An attack on the port was prevented.", "attack"),
        ("Troops failed to capture the port.", "capture"),
        ("Troops were to have captured the port.", "captured"),
        ("Troops almost captured the port.", "captured"),
        ("Police held a mock attack at the port.", "attack"),
        ("Reports of a bombing at the port were false.", "bombing"),
        ("A rumour of a massacre proved unfounded.", "massacre"),
        ("Police ruled out an attack.", "attack"),
        ("The mayor repeated the ban on protests.", "protests"),
        ("A rally that unions had announced for May was called off.", "rally"),
        ("She had been awaited there for the summit.", "summit"),
    ],
)
def test_what_did_not_come_about_is_told_apart(trigger_of, text, trigger):
    assert undone(trigger_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Troops captured the port.", "captured"),
        ("Troops managed to capture the port.", "capture"),
        ("A report of the bombing came on Monday.", "bombing"),
        ("An attack cannot be ruled out.", "attack"),
    ],
)
def test_what_may_have_come_about_is_left_alone(trigger_of, text, trigger):
    assert not undone(trigger_of(text, trigger))


def test_ruling_out_may_be_open(trigger_of):
    assert rules_out(trigger_of("Police did not rule out an attack.", "attack")).is_open
    assert not rules_out(trigger_of("Police ruled out an attack.", "attack")).is_open
    assert rules_out(trigger_of("Police feared an attack.", "attack")) is None

from __future__ import annotations

import pytest

from placemap.events.triggers.modes import refine_mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Militants attacked the base with mortars.", "heavy-weapons"),
        ("Militants with knives attacked the guards.", "primitive"),
        ("Gunmen attacked a village.", "firearms"),
        ("Militants attacked the base.", ""),
        ("Rebels shelled the base with bombs.", "heavy-weapons"),
    ],
)
def test_the_weapon_named_beside_an_attack_is_its_means(trigger_of, text, mode):
    assert refine_mode(trigger_of(text)) == mode


def test_other_types_keep_their_mode(trigger_of):
    assert refine_mode(trigger_of("Thousands marched with knives drawn.")) == "demo"


def test_ground_is_taken_without_a_mode(trigger_of):
    text = "Rebels captured the town after a chemical attack."
    assert refine_mode(trigger_of(text, "captured")) == ""

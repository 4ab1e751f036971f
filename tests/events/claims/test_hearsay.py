from __future__ import annotations

import pytest

from placemap.events.claims.hearsay import hearsay


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels reportedly shelled the port.", "shelled"),
        ("Unconfirmed reports spoke of a massacre.", "massacre"),
        ("The army would not confirm that its base was shelled.", "shelled"),
        ("The army declined to confirm that its base was shelled.", "shelled"),
        ("The army claims to have shelled the port.", "shelled"),
        ("Two men are feared dead.", "dead"),
    ],
)
def test_what_nobody_vouches_for_is_hearsay(trigger_of, text, trigger):
    assert hearsay(trigger_of(text, trigger))


@pytest.mark.parametrize(
    "text",
    ["Rebels shelled the port.", "The army confirmed that its base was shelled."],
)
def test_what_is_told_outright_is_not(trigger_of, text):
    assert not hearsay(trigger_of(text, "shelled"))

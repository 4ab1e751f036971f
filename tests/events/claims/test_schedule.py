from __future__ import annotations

import pytest

from placemap.events.claims.schedule import begins_soon, future_noun, is_put_off


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A vigil will be held on Friday.", "vigil"),
        ("The summit begins on Monday.", "summit"),
        ("The minister will join a vigil on Friday.", "vigil"),
        ("The minister is to join a vigil next week.", "vigil"),
        ("The minister is expected on Monday for a summit.", "summit"),
    ],
)
def test_nouns_may_name_what_is_to_come(trigger_of, text, trigger):
    assert future_noun(trigger_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The summit began on Monday.", "summit"),
        ("The summit took place on Monday.", "summit"),
        ("The minister said he will condemn the massacre.", "massacre"),
        ("The trial of a man accused of a massacre is to begin on Monday.", "massacre"),
    ],
)
def test_what_was_or_is_only_spoken_of_is_not(trigger_of, text, trigger):
    assert not future_noun(trigger_of(text, trigger))


def test_a_present_meeting_with_a_day_is_to_come(trigger_of):
    assert begins_soon(trigger_of("The two leaders are meeting on Friday.", "meeting"))
    assert not begins_soon(trigger_of("The two leaders are meeting today.", "meeting"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit was postponed.", True),
        ("The summit has been put off indefinitely.", True),
        ("They put off the summit.", True),
        ("The summit was put to good use.", False),
    ],
)
def test_what_is_put_off_is_known(trigger_of, text, expected):
    assert is_put_off(trigger_of(text, "summit")) is expected

from __future__ import annotations

import pytest

from placemap.core import Count
from placemap.events.people.tolls import assign_tolls, count_size, told_by
from placemap.events.triggers.finding import find_triggers


@pytest.fixture
def deaths_of(sentence_of):
    def run(text):
        sentence = sentence_of(text)
        triggers = find_triggers(sentence)
        tolls = assign_tolls(sentence, triggers)
        return {
            t.span.of(text): toll["deaths"].best
            for t, toll in zip(triggers, tolls, strict=True)
            if "deaths" in toll
        }

    return run


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("Gunmen stormed a base and killed nine soldiers.", {"killed": 9}),
        ("A blast hit Lima; rebels killed 11 police in Hama.", {"killed": 11}),
        ("Nurses help in Lima, where a fever killed 1,700 people.", {"killed": 1700}),
        ("The flood came and 45 people died.", {"died": 45}),
        ("No one was killed when rebels shelled it.", {"shelled": 0}),
        ("The leaders met ministers.", {}),
    ],
)  # fmt: skip
def test_victims_go_to_the_event_that_is_their_word_of_harm(deaths_of, text, deaths):
    assert deaths_of(text) == deaths


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Gunmen killed a guard and kidnapped three nuns.", {"kidnapped": 3}),
        ("Clashes broke out and police arrested 20 people.", {"arrested": 20}),
        ("The war began with 20 men as hostages.", {}),
    ],
)
def test_the_detained_belong_to_an_arrest_or_abduction(sentence_of, text, owners):
    sentence = sentence_of(text)
    triggers = find_triggers(sentence)
    tolls = assign_tolls(sentence, triggers)
    found = {
        t.span.of(text): toll["detained"].best
        for t, toll in zip(triggers, tolls, strict=True)
        if "detained" in toll
    }
    assert found == owners


@pytest.mark.parametrize(
    ("text", "trigger", "size"),
    [
        ("Some 3,000 peacekeepers were deployed.", "deployed", "3,000 peacekeepers"),
        ("About 200 students marched.", "marched", "200 students"),
        ("Nine soldiers were killed.", "killed", ""),
    ],
)
def test_forces_and_crowds_have_a_size(trigger_of, text, trigger, size):
    assert count_size(trigger_of(text, trigger)) == size


def test_a_count_is_somebodys():
    assert told_by(Count(best=3), "police").claimant == "police"
    assert told_by(None, "police") is None

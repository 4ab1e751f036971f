"""Cues of time expressions: no pattern may match where its cues are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.times.cues import find_cues
from placemap.events.times.days import patterns_for

WORDS = (
    "in on the of to and from until last past this next since early late mid first "
    "second week weeks month year years day days hours ago before after earlier night "
    "morning weekend spring fall summer century 19th 5 12 7th 2020 1990s 1979-89 "
    "2024-03-01 18.09.2023 12/10 Monday sunday January MARCH may May Sept. jan DEC "
    "Decto christmas Easter Eid al-Fitr new year's St Patrick's cold World War II "
    "two several a few recent eve today overnight yesterday said"
).split()


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (
            "Shelling on Tuesday broke a truce signed in late 2020.",
            "digit weekday year",
        ),
        ("He may march to the market and decided on it.", ""),
        ("They left on 5 March", "digit month"),
        ("during the\nSecond  World War", "era"),
        ("two weeks after", "after unit"),
    ],
)
def test_text_has_the_cues_of_its_words(text, cues):
    some = {"digit", "year", "month", "weekday", "era", "after", "unit"}
    assert find_cues(text) & some == set(cues.split())


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from((" ", "  ", "\n")))
def test_pattern_that_is_left_out_would_not_have_matched(words, space):
    text = space.join(words)
    tried = {pattern for pattern, _ in patterns_for(text)}
    every = {pattern for pattern, _ in patterns_for(" ".join(WORDS))}
    assert not [p.pattern for p in every - tried if p.search(text)]


def test_text_with_all_words_has_the_cues_of_nearly_every_pattern():
    assert len(patterns_for(" ".join(WORDS) + " feasts: Halloween")) > 35

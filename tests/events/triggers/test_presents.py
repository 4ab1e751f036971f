from __future__ import annotations

import pytest

from placemap.events.triggers.presents import is_bidden, is_lasting, is_present
from placemap.events.words import split_words


def ask(claim, text, word):
    words = split_words(text, 0, len(text))
    return claim(words, next(i for i, w in enumerate(words) if w.text == word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Leaders meet in a tent.", "meet", True),
        ("Police search the wood.", "search", True),
        ("Peru votes today.", "votes", True),
        ("The search in the wood went on.", "search", False),
        ("They were queues in a street.", "queues", False),
        ("Leaders think of it.", "think", False),
        ("They meet", "meet", False),
    ],
)
def test_the_present_of_what_is_seen_is_news(text, word, expected):
    assert ask(is_present, text, word) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Two were admitted to a ward.", "admitted", True),
        ("They were urged to stay.", "urged", True),
        ("They were told that it rained.", "told", False),
        ("She told to him a tale.", "told", False),
    ],
)
def test_what_people_are_bidden_is_news(text, word, expected):
    assert ask(is_bidden, text, word) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Power is still out in the valley.", "out", True),
        ("The race is off.", "off", True),
        ("A shelter remains open for two nights.", "open", True),
        ("They are out of salt.", "out", False),
        ("He went out in rain.", "out", False),
        ("Open for two nights.", "Open", False),
    ],
)
def test_a_state_that_somebody_brought_about_is_news(text, word, expected):
    assert ask(is_lasting, text, word) is expected

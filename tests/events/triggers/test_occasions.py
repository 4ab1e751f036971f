from __future__ import annotations

import pytest

from placemap.events.triggers.occasions import FOR_OCCASION, is_occasion
from placemap.events.words import split_words


def found(text):
    words = split_words(text, 0, len(text))
    return [
        word.text
        for i, word in enumerate(words)
        if FOR_OCCASION[word.lower] and is_occasion(words, i)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The funeral was on Monday.", ["funeral"]),
        ("There were processions too.", ["processions"]),
        ("They met after a meeting between officers.", ["meeting"]),
        ("A flare-up in the south was noted.", ["flare-up"]),
        ("The valley had heavy rain.", ["rain"]),
    ],
)
def test_gatherings_and_blows_are_told_by_nouns(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It is a bus stop.",
        "It is a refugee camp.",
        "The fire brigade left.",
        "The talk show is old.",
        "They rain blows on him.",
    ],
)
def test_places_things_and_parts_of_names_are_none(text):
    assert found(text) == []

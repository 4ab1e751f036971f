from __future__ import annotations

import pytest

from placemap.events.triggers.lexicon import entries
from placemap.events.triggers.matching import match
from placemap.events.words import split_words


def covered(head, name, text):
    words = split_words(text, 0, len(text))
    entry = next(e for e in entries()[head] if e.name == name)
    start = next(i for i, w in enumerate(words) if match(entry, words, i) is not None)
    end = match(entry, words, start)
    return " ".join(w.text for w in words[start:end])


@pytest.mark.parametrize(
    ("head", "name", "text", "phrase"),
    [
        (
            "gun",
            "gun fall silent",
            "The guns have fallen silent.",
            "guns have fallen silent",
        ),
        ("gun", "gun fall silent", "Guns then fell silent.", "Guns then fell silent"),
        (
            "take",
            "take ~ hostage",
            "They took two men hostage.",
            "took two men hostage",
        ),
    ],
)
def test_auxiliaries_adverbs_and_gaps_are_passed_over(head, name, text, phrase):
    assert covered(head, name, text) == phrase


def test_nouns_of_an_expression_stand_together():
    words = split_words("The air was strike weary.", 0, 25)
    entry = next(e for e in entries()["air"] if e.name == "air strike")
    assert match(entry, words, 1) is None

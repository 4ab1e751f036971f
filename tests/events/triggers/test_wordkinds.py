from __future__ import annotations

import pytest

from placemap.events.triggers.wordkinds import is_passive, word_kind
from placemap.events.words import split_words


def kind_in(text, word):
    words = split_words(text, 0, len(text))
    return word_kind(words, [w.text for w in words].index(word))


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The attack failed.", "attack", "noun"),
        ("They attack the town.", "attack", "verb"),
        ("Rebels may attack again.", "attack", "verb"),
        ("Air strikes killed two.", "strikes", "noun"),
        ("The shelling of the port went on.", "shelling", "noun"),
        ("Troops were shelling the port.", "shelling", "verb"),
        ("A bomb exploded, killing eight.", "killing", "verb"),
        ("The captured village is small.", "captured", "modifier"),
        ("Two people were killed.", "killed", "verb"),
    ],
)
def test_neighbours_tell_verbs_from_nouns(text, word, kind):
    assert kind_in(text, word) == kind


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("Two were shot dead.", "shot", True),
        ("Two were badly wounded.", "wounded", True),
        ("Gunmen shot two.", "shot", False),
        ("a town shelled by rebels", "shelled", True),
    ],
)
def test_the_passive_is_seen(text, word, passive):
    words = split_words(text, 0, len(text))
    assert is_passive(words, [w.text for w in words].index(word)) is passive

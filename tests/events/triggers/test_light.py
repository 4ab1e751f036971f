from __future__ import annotations

import pytest

from placemap.events.triggers.light import is_attributive, is_light, is_reduced
from placemap.events.words import split_words


def ask(claim, text, word):
    words = split_words(text, 0, len(text))
    return claim(words, next(i for i, w in enumerate(words) if w.text == word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Stolen cars were found.", "Stolen", True),
        ("Two looted shops were shut.", "looted", True),
        ("Police looted shops.", "looted", False),
        ("Looted by a mob, the shops were shut.", "Looted", False),
    ],
)
def test_a_participle_before_its_noun_is_attributive(text, word, expected):
    assert ask(is_attributive, text, word) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The index went red.", "went", True),
        ("He went to the mill.", "went", False),
        ("The match took place there.", "took", True),
        ("They took a wrong turn.", "took", True),
        ("They took the mill.", "took", False),
        ("He put the number of dead at 40.", "put", True),
        ("They put tents at the mill.", "put", False),
        ("He called it a base.", "called", True),
        ("They called off the search.", "called", False),
        ("They began to dig.", "began", True),
        ("They began digging.", "began", True),
        ("The dig began there.", "began", False),
        ("A lorry loaded with fish stopped.", "loaded", True),
        ("A lorry was loaded with fish.", "loaded", False),
        ("The toll climbed to 29.", "climbed", True),
        ("A boy climbed the tower.", "climbed", False),
        ("She grew up there.", "grew", True),
    ],
)
def test_light_verbs_say_nothing_by_themselves(text, word, expected):
    assert ask(is_light, text, word) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He shows a boat painted there.", "painted", True),
        ("Men dressed as bees chained the gate.", "dressed", True),
        ("The ship, moored off the coast, broke apart.", "moored", True),
        ("Men painted the gate and chained it.", "painted", False),
        ("The gate was painted by men.", "painted", False),
        ("Troops camped in the hills as rain fell.", "camped", False),
    ],
)
def test_a_participle_without_its_auxiliary_describes(text, word, expected):
    assert ask(is_reduced, text, word) is expected

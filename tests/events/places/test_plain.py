"""What the mere position of a name says of a verb that no table knows."""

from __future__ import annotations

import pytest

from placemap.events.places.pairs import Anchor, Pair
from placemap.events.places.phrases import find_phrases
from placemap.events.places.plain import OBJECT, SUBJECT, UPON, as_plain


@pytest.fixture
def linked(sentence_of, toponyms_in):
    def find(text, verb, **traits):
        sentence = sentence_of(text)
        first = next(i for i, w in enumerate(sentence.words) if w.text == verb)
        known = {"is_verb": True, "is_plain": True} | traits
        anchor = Anchor(first=first, last=first + 1, **known)
        (phrase,) = find_phrases(sentence, toponyms_in(text, {"Hama": "P.PPL"}))
        return as_plain(Pair(sentence=sentence, anchor=anchor, phrase=phrase))

    return find


@pytest.mark.parametrize(
    ("text", "verb", "rule"),
    [
        ("Hama recorded its first case.", "recorded", SUBJECT),
        ("Hama, which lies on a river, recorded a case.", "recorded", SUBJECT),
        ("The minister toured Hama.", "toured", OBJECT),
        ("Ash settled on Hama.", "settled", UPON),
    ],
)
def test_a_name_beside_a_verb_may_be_where_it_was(linked, text, verb, rule):
    assert linked(text, verb).rule == rule


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Hama traders recorded a loss.", "recorded"),
        ("Hama said it recorded a loss.", "recorded"),
        ("They toured a mill with Hama.", "toured"),
        ("The mayor of Hama recorded a loss.", "recorded"),
    ],
)
def test_a_name_of_something_else_is_not(linked, text, verb):
    assert linked(text, verb) is None


def test_nouns_and_statements_need_more(linked):
    assert linked("Ash fell on Hama.", "Ash", is_verb=False) is None
    assert linked("They accused Hama.", "accused", needs_statement=True) is None


def test_only_what_no_table_knows_has_a_mere_object(linked):
    assert linked("They praised Hama.", "praised", is_plain=False) is None

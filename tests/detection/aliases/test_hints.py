"""Pairs of names that a text only hints at, for the gazetteer to confirm."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.detection.aliases.hints import find_hints, find_user
from placemap.detection.aliases.statements import (
    HINTED,
    find_aliases,
    follow_aliases,
)
from placemap.detection.aliases.stretches import telling_sentences


def hints_in(form):
    return list(find_hints(form, telling_sentences(form)))


@pytest.mark.parametrize(
    "form",
    [
        "the peak called N by D appeared on maps as N until 2015.",
        "they have gone back to calling N N.",
        "both N and N are used.",
        "people here do not say N but N.",
        "N spent years as N, a word few remember.",
        "N/N is closed.",
        "N (N, a port) is closed.",
        "the terms N and N are used interchangeably.",
        "N turned into N.",
        "N, N during the war, fell.",
        "N, i.e. N, fell.",
    ],
)
def test_two_names_near_words_about_naming_are_a_hint(form):
    names = [at for at, letter in enumerate(form) if letter == "N"]
    assert [(hint.left, hint.right) for hint in hints_in(form)] == [tuple(names)]


@pytest.mark.parametrize(
    "form",
    [
        "N has fought N for years.",
        "N takes its name from N and not from N.",
        "N was named after N.",
        "some say the road from N to N is closed.",
        "N, a sister city of N, is known for beer.",
        "N is called better than N.",
        "known: " + ", ".join("N" * 13) + ".",
    ],
)
def test_other_names_are_none(form):
    assert hints_in(form) == []


def test_second_name_may_stand_in_a_sentence_about_the_first():
    form = "the war ended in N. it has been N since."
    assert [(hint.left, hint.right) for hint in hints_in(form)] == [(17, 32)]
    assert hints_in("the war ended in N. now they call for N.") == []


@pytest.mark.parametrize(
    ("form", "user"),
    [
        ("N, or N to D, fell.", "D"),
        ("N, still N to its inhabitants, fell.", "inhabitants"),
        ("the D still call N the N.", "D"),
        ("N was shown on D maps as N.", "D maps"),
        ("in D, N is N.", "D"),
        ("N took back its D name, N.", "D"),
        ("N is how older diplomats refer to N.", "older diplomats"),
        ("N, or N, fell.", None),
    ],
)
def test_who_uses_the_name_is_found(form, user):
    (hint,) = hints_in(form)
    found = find_user(form, hint)
    assert (found and form[slice(*found)]) == user


def hinted(text):
    found = find_aliases(Document(id="d", text=text), [])
    return [
        (s.left.of(text), s.right.of(text), s.sentence.of(text).strip())
        for s in found
        if s.relation == HINTED
    ]


def test_hint_is_a_pair_of_relation_hinted_with_its_sentence():
    text = "Rain fell. Some say Arda, others say Berda. It stopped."
    sentence = "Some say Arda, others say Berda."
    assert hinted(text) == [("Arda", "Berda", sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Some say Arda, others say Arda City.",
        "Some say AR, others say Arda.",
        "Some say A.R., others say Arda.",
        "Some say Monday, others say Arda.",
    ],
)
def test_longer_forms_abbreviations_and_days_are_no_hints(text):
    assert hinted(text) == []


def test_nothing_follows_from_a_hint():
    text = "Some say Arda, others say Berda. Arda is big."
    document = Document(id="d", text=text)
    mentions = [Mention(span=Span(9, 13), text="Arda")]
    statements = find_aliases(document, mentions)
    assert {s.relation for s in statements} == {HINTED}
    assert list(follow_aliases(document, mentions, statements)) == mentions

"""Which sentences are looked at, since they may speak of names."""

import pytest

from placemap.detection.aliases.stretches import joined, telling_sentences


def told(form):
    return [form[start:end] for _, start, end in telling_sentences(form)]


@pytest.mark.parametrize(
    "form",
    [
        "N was renamed N.",
        "N (D: N) fell.",
        "N, D N, fell.",
        "they call it N.",
        "N/N fell.",
        "N, or N, fell.",
        "N is N to D.",
    ],
)
def test_sentences_about_names_are_told(form):
    assert told(f"it rained. {form} it snowed.") == [form + " "]


@pytest.mark.parametrize(
    "form", ["it rained in N.", "N beat N 2-0.", "it is called rain.", ""]
)
def test_others_are_not(form):
    assert told(form) == []


def test_full_stop_in_brackets_or_an_abbreviation_ends_no_sentence():
    form = "N (hung. N) fell, i.e. N, the old N."
    assert told(form) == [form]


def test_sentence_before_is_where_what_it_refers_to_stands():
    form = "it rained. N fell. it was called N."
    assert [(s.before, s.start) for s in telling_sentences(form)] == [(11, 19)]


def test_sentences_that_follow_on_each_other_are_joined():
    assert joined([(0, 0, 5), (0, 5, 9), (9, 12, 20)]) == [(0, 9), (12, 20)]

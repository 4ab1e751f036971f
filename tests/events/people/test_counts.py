from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.people.adding import add_up
from placemap.events.people.counts import find_numbers
from placemap.events.sentence import make_sentence


def numbers_of(sentence):
    found = add_up(sentence, list(find_numbers(sentence, with_bare=True)))
    return [(n.low, n.high) for n in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man and his two daughters were there.", [(3, 3)]),
        ("The driver and 11 passengers were there.", [(12, 12)]),
        ("A boy of nine and his uncle were there.", [(2, 2)]),
        ("A family of five was there.", [(5, 5)]),
        ("An elderly couple was there.", [(2, 2)]),
        ("Both pilots were there.", [(2, 2)]),
        ("Half a million people were there.", [(500_000, 500_000)]),
        ("Half a dozen men were there.", [(6, 6)]),
        ("As many as 20 men were there.", [(None, 20)]),
        ("Three of the nine men were there.", [(3, 3)]),
        ("A 19-year-old was there.", [(1, 1)]),
        ("Fourteen-year-old there.", [(1, 1)]),
        ("One in ten men was there.", [(10, 10)]),
        ("How many people were there?", []),
        ("Men aged between 19 and 43 were there.", []),
        ("A rumour that its staff left was there.", []),
    ],
)
def test_people_are_counted_as_a_reader_counts_them(sentence_of, text, expected):
    assert numbers_of(sentence_of(text)) == expected


def test_a_part_of_those_told_is_marked(sentence_of):
    found = list(find_numbers(sentence_of("Six men came, two of them armed.")))
    assert [(n.value, n.is_part) for n in found] == [(6, False), (2, True)]


@given(
    st.text(alphabet="a one of half the and his two man family dozen, ", max_size=60)
)
def test_no_wording_breaks_the_reading(text):
    if text.strip():
        numbers_of(make_sentence(text, 0, len(text)))

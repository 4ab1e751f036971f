from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.places.topics import shares_of_topics

WORDS = st.lists(
    st.sampled_from("the goal striker futures film rumour born sea".split())
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the striker scored a late goal", 0),
        ("cocoa futures rose as traders bought", 1),
        ("the director shot a second film", 2),
        ("the message was a hoax", 3),
        ("so ran the script of the exercise", 4),
        ("the visit was postponed", 5),
        ("born and raised by her uncle", 6),
    ],
)
def test_a_text_is_about_what_its_words_tell_of(text, number):
    shares = shares_of_topics(text.split())
    assert max(shares) == shares[number] > 0


@given(WORDS)
def test_shares_lie_between_none_and_all(words):
    assert all(0 <= share <= 1 for share in shares_of_topics(words))


def test_a_text_without_words_is_about_nothing():
    assert not any(shares_of_topics([]))

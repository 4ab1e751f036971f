from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.places.candidates import compare, find_candidates
from placemap.events.places.clues import SentenceClues

CHANCES = st.lists(
    st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)), min_size=1, max_size=12
)


@pytest.fixture
def clues(sentence_of):
    return SentenceClues(sentence_of("Gunmen in Raqqa 's Old Town and Hama fled"), ())


def stretches(chances):
    return [(c.first, c.last) for c in find_candidates(chances)]


def test_words_in_a_row_make_one_candidate_and_a_beginning_another():
    chances = [(0, 0), (0.9, 0), (0.1, 0.6), (0.7, 0.2), (0.02, 0.02)]
    assert stretches(chances) == [(1, 3), (3, 4)]


def test_unlikely_words_are_in_no_candidate():
    assert stretches([(0.05, 0.02), (0.0, 0.09)]) == []


def test_edges_much_less_likely_than_the_rest_are_left_out():
    chances = [(0.12, 0), (0, 0.8), (0, 0.9), (0, 0.2)]
    (one,) = find_candidates(chances)
    assert (one.first, one.last) == (1, 3)
    assert one.chance == 0.9
    assert one.mean == pytest.approx(0.85)
    assert one.start == 0


@given(CHANCES)
def test_candidates_are_in_order_apart_and_within_the_sentence(chances):
    found = find_candidates(chances)
    ends = [0, *(end for c in found for end in (c.first, c.last)), len(chances)]
    assert ends == sorted(ends)
    assert all(c.first < c.last and 0 < c.mean <= c.chance + 1e-9 for c in found)


def test_no_candidates_make_no_rows(clues):
    assert compare(clues, [], 0, 1) == []


def test_every_candidate_has_a_row_of_the_same_numbers(clues):
    chances = [(0, 0)] * len(clues.sentence.words)
    chances[2] = chances[4] = chances[7] = (0.6, 0)
    found = find_candidates(chances)
    rows = compare(clues, found, 8, 9)
    assert len(rows) == 3
    assert len({len(row) for row in rows}) == 1


def test_what_else_is_likely_changes_the_row_of_a_candidate(clues):
    alone = [(0, 0)] * len(clues.sentence.words)
    alone[7] = (0.6, 0)
    among = [*alone]
    among[2] = (0.9, 0)
    (first,) = compare(clues, find_candidates(alone), 8, 9)
    second = compare(clues, find_candidates(among), 8, 9)[1]
    assert first[0] == second[0] == 0.6
    assert first != second


def test_what_stands_between_two_candidates_is_told(clues):
    chances = [(0, 0)] * len(clues.sentence.words)
    chances[2] = chances[4] = (0.6, 0)
    possessive = compare(clues, find_candidates(chances), 8, 9)
    chances[4], chances[7] = (0, 0), (0.6, 0)
    apart = compare(clues, find_candidates(chances), 8, 9)
    assert possessive[0] != apart[0]

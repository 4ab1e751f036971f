"""Which of overlapping spans are chosen."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.detection.learned.schedule import choose


@pytest.mark.parametrize(
    ("worth", "expected"),
    [
        ([2.0, 0.8, 0.7], [0]),
        ([1.0, 0.8, 0.7], [1, 2]),
        ([-1.0, -0.5, 0.7], [2]),
        ([-1.0, -0.5, -0.7], []),
    ],
)
def test_worth_decides_between_a_long_span_and_its_parts(worth, expected):
    assert choose([(0, 8), (0, 4), (5, 8)], worth) == expected


def test_least_is_what_a_span_must_exceed():
    spans = [(0, 2), (3, 5)]
    assert choose(spans, [0.5, 1.5], least=1.0) == [1]
    assert choose(spans, [-0.4, -0.6], least=-0.5) == [0]


def test_spans_that_touch_do_not_overlap():
    assert choose([(0, 3), (3, 6)], [1.0, 1.0]) == [0, 1]


SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 5), st.integers(-3, 9)), max_size=8
)


@given(SPANS)
def test_no_other_choice_is_worth_more(drawn):
    spans = [(start, start + length) for start, length, _ in drawn]
    worth = [float(value) for _, _, value in drawn]
    chosen = choose(spans, worth)

    def apart(indices):
        ordered = sorted(spans[index] for index in indices)
        return all(a[1] <= b[0] for a, b in pairwise(ordered))

    best = max(
        sum(worth[index] for index in some)
        for size in range(len(spans) + 1)
        for some in combinations(range(len(spans)), size)
        if apart(some)
    )
    assert apart(chosen)
    assert sum(worth[index] for index in chosen) == best

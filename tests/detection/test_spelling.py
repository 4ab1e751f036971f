"""Which stretches of a text may be names, by their capitals and full stops."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.detection.reading import Reading
from placemap.detection.spelling import (
    find_dotted,
    has_capitals,
    longest_first,
    widen,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leeds", True),
        ("Isle of Man", True),
        ("Rio de Janeiro", True),
        ("al-Tanf", True),
        ("Степанакерт", True),
        ("北京", True),
        ("თბილისი", True),
        ("ქალაქი გორი", True),
        ("leeds", False),
        ("New york", False),
        ("al-tanf", False),
        ("12", False),
    ],
)
def test_names_have_capitals(text, expected):
    assert has_capitals(Span(0, len(text)), text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Ky., W.Va. and N. Mex. now", ["Ky.", "W.Va.", "N. Mex."]),
        ("no abbreviation here", []),
        ("It ended.", []),
    ],
)
def test_dotted_abbreviations_are_found(text, expected):
    assert [span.of(text) for span in find_dotted(text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("in Arda County now", "Arda", "Arda County"),
        ("by Lake Arda now", "Arda", "Lake Arda"),
        ("in Arda county now", "Arda", "Arda"),
        ("the Arda City Council met", "Arda", "Arda"),
        ("in Arda. County officials met", "Arda", "Arda"),
    ],
)
def test_generic_noun_joins_the_name(text, name, expected):
    span = Span(text.index(name), text.index(name) + len(name))
    assert widen(span, Reading(text)).of(text) == expected


spans = st.builds(
    lambda start, size: Span(start, start + size),
    st.integers(0, 40),
    st.integers(1, 10),
)


@given(st.lists(spans))
def test_longest_first_leaves_no_overlaps_and_drops_only_overlapping(given_spans):
    chosen = longest_first(given_spans)
    assert chosen == sorted(chosen)
    for one, following in itertools.pairwise(chosen):
        assert not one.overlaps(following)
    for span in given_spans:
        assert any(span.overlaps(kept) for kept in chosen)

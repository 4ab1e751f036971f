"""Where a text spells names that an index holds."""

import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.gazetteer.compiled.scanning import Scanner

NAMES = ["arda", "arda berda", "berda", "st cerda", "us"]


@pytest.fixture(scope="module")
def scanner():
    return Scanner(marisa_trie.Trie(NAMES))


def spelled(scanner, text):
    return [span.of(text) for span in scanner.scan(text)]


def test_names_are_found_where_they_stand_nested_ones_too(scanner):
    text = "In Arda Berda, U.S., and St. Cerda"
    found = ["Arda", "Arda Berda", "Berda", "U.S.", "St. Cerda"]
    assert sorted(spelled(scanner, text)) == sorted(found)


@pytest.mark.parametrize(
    "mark", [", ", "|", " (", "; ", ": ", "! ", " “", "\n\n", ". "]
)
def test_no_name_goes_on_behind_a_mark(scanner, mark):
    assert spelled(scanner, f"Arda{mark}Berda") == ["Arda", "Berda"]


@pytest.mark.parametrize("gap", [" ", "-", "\n", " - "])
def test_a_name_may_go_on_behind_a_gap(scanner, gap):
    assert f"Arda{gap}Berda" in spelled(scanner, f"Arda{gap}Berda")


@given(
    st.lists(st.sampled_from(["Arda", "Berda", "St.", "Cerda", "US", "x"]), max_size=6),
    st.sampled_from([" ", ", ", " | ", "-", ") ", "\n"]),
)
def test_what_stands_before_changes_nothing(scanner, words, gap):
    text = gap.join(words)
    alone = scanner.scan(text)
    behind = scanner.scan(f"zz; {text}")
    assert [(s.start + 4, s.end + 4) for s in alone] == [
        (s.start, s.end) for s in behind
    ]


def test_long_pieces_are_read_like_short_ones(scanner):
    text = " ".join(["Arda Berda"] * 50)
    assert spelled(scanner, text).count("Arda Berda") == 50

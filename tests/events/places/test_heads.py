"""Places that head the sections of a round-up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.places.heads import find_heads, is_round_up

KINDS = {
    "Lima": "P.PPLC", "Hama": "P.PPL", "Raqqa": "P.PPL", "Syria": "A.PCLI",
    "Idlib": "A.ADM1",
}  # fmt: skip


@pytest.fixture
def heads(toponyms_in):
    def find(text):
        found = find_heads(text, toponyms_in(text, KINDS))
        return [(h.place.mention.text if h.place else None) for h in found]

    return find


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The week\n\nHama: Six died.\n\nRaqqa: Rain fell.", ["Hama", "Raqqa"]),
        ("The week\n\nHama. Six died.\n\nRaqqa. Rain fell.", ["Hama", "Raqqa"]),
        ("The week\n\nHama\nSix died.\n\nRaqqa\nRain fell.", ["Hama", "Raqqa"]),
        ("The week\n\n- Hama: Six died.\n- Raqqa: Rain.", ["Hama", "Raqqa"]),
        ("The week\n\nHama district: Six.\n\nIdlib province: Rain.", ["Hama", "Idlib"]),
        ("Week\n\nHama and the north. Six.\n\nRaqqa: Rain.", ["Hama", "Raqqa"]),
        ("The week\n\nHama, Syria: Six died.\n\nRaqqa: Rain.", ["Hama", "Raqqa"]),
        ("The week\n\nHama: Six died. Raqqa: Rain fell.", ["Hama", "Raqqa"]),
        # what names no known place ends what went before
        ("Week\n\nHama: Six.\n\nRaqqa: Rain.\n\nOutlook: Dry.",
         ["Hama", "Raqqa", None]),
        ("Week\n\nHama: Six.\n\nRaqqa: Rain.\n\nOUTLOOK\nDry.",
         ["Hama", "Raqqa", None]),
        # two places at once are none
        ("Week\n\nHama: Six.\n\nLima: Four.\n\nHama and Raqqa: Dry.",
         ["Hama", "Lima", None]),
    ],
)  # fmt: skip
def test_round_ups_have_heads(heads, text, names):
    assert heads(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Hama: six dead\n\nSix people died in Raqqa on Monday.",
        "Six died in Hama. Raqqa was quiet. Lima said: nothing.",
        "Hama was hit.\n\nRaqqa was not.",
    ],
)
def test_datelines_headlines_and_sentences_are_no_heads(heads, text):
    assert heads(text) == []


@pytest.mark.parametrize(("name", "is_place"), [("Hama", True), ("Syria", False)])
def test_a_country_is_too_large_to_be_where_it_happened(toponyms_in, name, is_place):
    text = f"Week\n\nRaqqa: Rain.\n\n{name}: Six died."
    assert find_heads(text, toponyms_in(text, KINDS))[-1].is_place is is_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A\n\nHama: Six.\n\nRaqqa: Rain.", True), ("A\n\nHama: Six.\n\nDry.", False)],
)
def test_one_head_alone_makes_no_round_up(toponyms_in, text, expected):
    assert is_round_up(find_heads(text, toponyms_in(text, KINDS))) is expected


@given(st.text(alphabet="aHm .:-\n1", max_size=80))
def test_heads_are_in_order_and_apart(text):
    found = find_heads(text, [])
    assert all(0 <= head.start < head.end <= len(text) for head in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

"""Toponyms that may be where something happened."""

from __future__ import annotations

import pytest

from placemap.events.places.usable import is_plain_word, is_usable


@pytest.mark.parametrize(
    ("text", "spec", "expected"),
    [
        ("Rain fell in Hama.", "P.PPL", True),
        ("Rain fell in Hama.", "P.PPL|metonym", False),
        ("Rain fell in Hama.", "P.PPL||adjective", False),
        ("The Hama-led campaign began.", "P.PPL", False),
        ("A pro-Hama rally began.", "P.PPL", False),
        ("The destroyer Hama sank.", "P.PPL", False),
        ("The Hama - Lima road was shut.", "P.PPL", True),
    ],
)
def test_only_names_of_places_themselves_are_usable(toponyms_in, text, spec, expected):
    (toponym,) = toponyms_in(text, {"Hama": spec})
    assert is_usable(text, toponym) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("IN", True), ("US", True), ("UK", False)]
)
def test_words_that_only_look_like_abbreviations_are_plain(toponyms_in, name, expected):
    (toponym,) = toponyms_in(f"RAIN {name} HAMA", {name: "A.ADM1||abbreviation"})
    assert is_plain_word(toponym) is expected

"""Chinese text in the other script."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.detection.foreign.hanzi import other_scripts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("哈尔滨", ["哈爾濱"]),
        ("廣東", ["广东"]),
        ("北京", []),
        ("广東", ["广东", "廣東"]),
        ("Berlin", []),
    ],
)
def test_text_is_given_in_the_other_script(text, expected):
    assert other_scripts(text) == expected


@given(st.text())
def test_offsets_stay(text):
    assert all(len(version) == len(text) for version in other_scripts(text))


def test_no_character_is_listed_twice():
    folder = files("placemap.detection").joinpath("data", "languages")
    lines = folder.joinpath("han_variants.txt").read_text("utf-8").splitlines()
    pairs = [p for line in lines for p in line.partition("#")[0].split()]
    characters = "".join(pairs)
    assert all(len(pair) == 2 for pair in pairs)
    assert len(set(characters)) == len(characters)

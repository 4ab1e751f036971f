import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.output.names.scripts import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Xankəndi", "LATIN"),
        ("Ханкенди (Khan)", "CYRILLIC"),
        ("Ստեփանակերտ", "ARMENIAN"),
        ("القدس", "ARABIC"),
        ("東京", "CJK"),
        ("トウキョウ", "CJK"),
        ("2023-09-19", ""),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text, script):
    assert script_of(text) == script


@given(st.text())
def test_any_text_has_a_script_or_none(text):
    assert bool(script_of(text)) <= any(char.isalpha() for char in text)

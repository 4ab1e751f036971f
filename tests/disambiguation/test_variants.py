"""Names that are only other spellings of names that the gazetteer has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.disambiguation.variants import is_variant


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Deir al-Zour", "Deir ez-Zor"),
        ("Nansha", "Nansha Islands"),
        ("Mount Ardanay", "Ardanai"),
        ("Ardabil", "Ardəbil"),
    ],
)
def test_letters_and_words_for_its_kind_may_differ(name, known):
    assert is_variant(name, ["Berda", known])


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Arda", "Ardo"),
        ("Stalinabad", "Dushanbe"),
        ("Leninakan", "Leningrad"),
        ("", "Arda"),
    ],
)
def test_short_names_and_others_are_different(name, known):
    assert not is_variant(name, [known])


@given(st.text(alphabet="abcdefghij", min_size=5, max_size=20))
def test_a_name_is_a_variant_of_itself_only_where_it_is_known(name):
    assert is_variant(name, [name])
    assert not is_variant(name, [])

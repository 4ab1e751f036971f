import pytest

from placemap.output.names.countries import (
    english_name,
    languages_of,
    numeric_code,
    words_of_side,
)


@pytest.mark.parametrize(
    ("code", "number"), [("AM", "051"), ("am", "051"), ("XK", ""), ("XX", "")]
)
def test_a_country_has_a_number_where_iso_gives_one(code, number):
    assert numeric_code(code) == number


@pytest.mark.parametrize(
    ("code", "languages"),
    [("UA", ("uk",)), ("US", ("en",)), ("XK", ("sq", "sr")), ("AQ", ()), ("?", ())],
)
def test_official_languages_come_before_those_in_use(code, languages):
    assert languages_of(code) == languages


def test_a_country_has_an_english_name():
    assert english_name("TR") == "Türkiye"
    assert english_name("az") == ""


def test_names_and_people_are_one_side():
    side = words_of_side("TR")
    assert {"turkey", "turkiye", "turks", "turkish"} <= side
    assert words_of_side("Turkey") == words_of_side("Türkiye") == side


def test_a_word_for_several_countries_is_none_of_them():
    assert words_of_side("Congolese") == {"congolese"}
    assert words_of_side("Koreans") == {"koreans"}


def test_a_code_in_small_letters_is_a_word():
    assert words_of_side("am") == {"am"}

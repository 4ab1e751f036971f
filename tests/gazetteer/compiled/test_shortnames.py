import pytest

from placemap.gazetteer.compiled.shortnames import without_bracket, without_division


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Frankfurt (Oder)", "Frankfurt"),
        ("Château-Chinon(Ville)", "Château-Chinon"),
        ("Laikit, Laikit II (Dimembe)", "Laikit, Laikit II"),
        ("(historical)", ""),
        ("Frankfurt", ""),
        ("Wädenswil (Dorf) / Au", ""),
    ],
)
def test_only_a_bracket_at_the_end_tells_places_apart(name, bare):
    assert without_bracket(name) == bare


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Kharkiv Oblast", "Kharkiv"),
        ("Aghdam District", "Aghdam"),
        ("State of Berlin", "Berlin"),
        ("Province Flevoland", "Flevoland"),
        ("Oblast", ""),
        ("Districtville", ""),
        ("Provincetown", ""),
    ],
)
def test_the_word_for_a_division_is_left_off_at_either_end(name, bare):
    assert without_division(name) == bare

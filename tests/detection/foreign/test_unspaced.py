"""Names in texts without spaces."""

import pytest

from placemap.detection.foreign.grammar import grammar_of
from placemap.detection.foreign.standing import standings_from
from placemap.detection.foreign.unspaced import find_unspaced


@pytest.fixture
def weights(foreign_gazetteer):
    """Return the weights of what a text may name, by its wording."""

    def found(language, text):
        finds = find_unspaced(
            foreign_gazetteer,
            text,
            grammar_of(language),
            standing=standings_from(foreign_gazetteer),
        )
        return {one.span.of(text): (one.name, weight) for one, weight in finds}

    return found


def test_names_are_found_within_a_run_of_characters(weights):
    name, weight = weights("zh", "他从北京出发")["北京"]
    assert name == "北京"
    assert weight > 0


def test_the_character_for_the_kind_of_place_belongs_to_the_name(weights):
    assert weights("zh", "在北京市举行")["北京市"][0] == "北京"
    assert weights("ja", "長野県で")["長野県"][1] > 0


def test_the_other_script_is_looked_up_too(weights):
    assert weights("zh", "哈尔滨的冬天")["哈尔滨"] == (
        "哈爾濱",
        pytest.approx(1.5, abs=0.2),
    )


@pytest.mark.parametrize(
    ("language", "text", "wording"),
    [
        ("zh", "和平与发展", "和平"),
        ("zh", "北京路上的店", "北京"),
        ("ja", "長野さんは", "長野"),
        ("zh", "记者王北京说", "北京"),
    ],
)
def test_words_streets_and_people_weigh_less_than_places(
    weights, language, text, wording
):
    assert weights(language, text)[wording][1] <= 0


def test_katakana_names_are_whole_words(weights):
    assert "パリ" not in weights("ja", "パリティの話")
    assert "パリ" in weights("ja", "昨日パリで")

"""People in other languages, told from the places they share names with."""

import pytest

from placemap.detection.foreign.grammar import grammar_of
from placemap.detection.foreign.namesakes import Namesakes
from placemap.detection.foreign.passage import Passage


def against(language, text, word):
    """Return how strongly people speak against the last place `word` stands at."""
    grammar = grammar_of(language)
    passage = Passage(text, grammar)
    at = max(i for i in range(len(passage)) if passage.word(i) == word)
    return Namesakes(passage, grammar).weight(at, at)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("ru", "Приехал Владимир Орлов с женой", "Владимир"),
        ("ru", "Говорит генерал Киров", "Киров"),
        ("ru", "Мария Казань приехала. Казань устала", "Казань"),
        ("uk", "Мер Андрій Донець мовчить", "Донець"),
        ("tr", "Sayın Deniz Aydın konuştu", "Aydın"),
        ("es", "habló José de San Martín ayer", "San"),
        ("ar", "قال محمد البصري أمس", "البصري"),
        ("he", "השר ירדן כהן המריא", "ירדן"),
        ("ka", "მინისტრი გიორგი გორდაძე ამბობს", "გორდაძე"),
    ],
)
def test_words_of_a_full_name_are_no_places(language, text, word):
    assert against(language, text, word) < -2


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("ru", "Поезд во Владимир ушёл", "Владимир"),
        ("ru", "Роман уехал. Москва ждёт", "Москва"),
        ("he", "אביב הגיע לפני חיפה", "חיפה"),
        ("fr", "Florence, Nancy et Tours", "Nancy"),
    ],
)
def test_single_names_and_other_words_are_left_alone(language, text, word):
    assert against(language, text, word) == 0

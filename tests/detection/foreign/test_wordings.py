"""Stretches that may name places in other languages."""

import pytest

from placemap.core import Span
from placemap.detection.foreign.grammar import grammar_of
from placemap.detection.foreign.passage import Passage
from placemap.detection.foreign.wordings import find_wordings, is_written_as_name


@pytest.fixture
def names(foreign_gazetteer):
    """Return what a text may name, by its wording."""

    def found(language, text):
        grammar = grammar_of(language)
        wordings = find_wordings(
            foreign_gazetteer,
            Passage(text, grammar),
            grammar,
            is_known=lambda name: bool(foreign_gazetteer.candidates(name)),
        )
        return {one.span.of(text): one for one in wordings}

    return found


@pytest.mark.parametrize(
    ("language", "text", "wording", "name"),
    [
        ("ru", "он в Москве", "Москве", "Москва"),
        ("ru", "едет из Саудовской Аравии", "Саудовской Аравии", "Саудовская Аравия"),
        ("ru", "дожди в Ростове-на-Дону", "Ростове-на-Дону", "Ростов-на-Дону"),
        ("ru", "у Чёрного моря", "Чёрного моря", "Чёрное море"),
        ("az", "gəmi Qara dənizdə batdı", "Qara dənizdə", "Qara dəniz"),
        ("fr", "la République du Congo", "République du Congo", "République du Congo"),
        ("fr", "l'armée de l'Est, la France", "France", "France"),
        ("tr", "bugün Ankara'da", "Ankara", "Ankara"),
        ("ar", "سافر للقاهرة اليوم", "قاهرة", "القاهرة"),
        ("ar", "من بغداد وحلب", "حلب", "حلب"),
        ("he", "הגיע מבאר שבע", "באר שבע", "באר שבע"),
        ("ko", "그는 서울에서 왔다", "서울에서", "서울"),
    ],
)
def test_names_are_traced_to_their_dictionary_form(
    names, language, text, wording, name
):
    assert names(language, text)[wording].name == name


@pytest.mark.parametrize(
    ("language", "text", "wording"),
    [
        ("tr", "bugün Ankara'da", "Ankara"),
        ("az", "dünən Bakıda", "Bakıda"),
        ("he", "הגיע לירושלים", "ירושלים"),
        ("ka", "ის თბილისშია", "თბილისშია"),
    ],
)
def test_endings_and_prefixes_that_say_where_are_marked(names, language, text, wording):
    assert names(language, text)[wording].is_where


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "орёл летит"), ("de", "wir essen"), ("tr", "ordu geldi"), ("ru", "")],
)
def test_small_words_name_nothing(names, language, text):
    assert names(language, text) == {}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Чёрное море", True),
        ("ru", "чёрное море", False),
        ("es", "Rio de Janeiro", True),
        ("fr", "mer Rouge", True),
        ("ka", "თბილისი", True),
        ("ru", "Новый свет", False),
    ],
)
def test_names_are_told_by_their_capitals(language, text, expected):
    passage = Passage(text, grammar_of(language))
    span = Span(0, len(text))
    assert is_written_as_name(span, passage, grammar_of(language)) is expected

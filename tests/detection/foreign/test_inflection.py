"""From inflected names to the forms that dictionaries list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.detection.foreign.grammar import grammar_of
from placemap.detection.foreign.inflection import dictionary_forms

FORMS = {
    ("ru", "Москва"): "Москвы Москве Москву Москвой",
    ("ru", "Баку"): "",
    ("ru", "Киев"): "Киева Киеву Киевом Киеве",
    ("ru", "Казань"): "Казани Казанью",
    ("ru", "Ярославль"): "Ярославля Ярославлю Ярославлем Ярославле",
    ("ru", "Грузия"): "Грузии Грузию Грузией",
    ("ru", "Китай"): "Китая Китаю Китаем Китае",
    ("ru", "Косово"): "Косова Косову Косовом Косове",
    ("ru", "Афины"): "Афинах Афинам Афинами",
    ("ru", "Орел"): "Орла Орлу Орлом Орле",
    ("ru", "Череповец"): "Череповца Череповцу Череповцом Череповце",
    ("uk", "Київ"): "Києва Києву Києвом Києві",
    ("uk", "Харків"): "Харкова Харкову Харковом Харкові",
    ("uk", "Одеса"): "Одеси Одесі Одесу Одесою",
    ("uk", "Чернівці"): "Чернівців Чернівцях",
    ("uk", "Тернопіль"): "Тернополя Тернополю Тернополем Тернополі",
    ("uk", "Рига"): "Ризі Риги Ригу",
    ("uk", "Запоріжжя"): "Запоріжжі Запоріжжю",
    ("az", "Bakı"): "Bakıda Bakıdan Bakının Bakıya Bakını",
    ("az", "Gəncə"): "Gəncədə Gəncədən Gəncənin Gəncəyə",
    ("az", "Xankəndi"): "Xankəndində Xankəndindən Xankəndinin Xankəndinə",
    ("tr", "Ankara"): "Ankarada Ankaradan Ankaranın Ankaraya",
    ("tr", "Van"): "Vanda Vandan Vanın",
    ("hy", "Երևան"): "Երևանում Երևանից Երևանի Երևանը Երևանով",
    ("hy", "Գյումրի"): "Գյումրիում Գյումրիից Գյումրու Գյումրին",
    ("ka", "თბილისი"): "თბილისში თბილისის თბილისიდან თბილისს თბილისამდე",
    ("ka", "საქართველო"): "საქართველოში საქართველოს საქართველოდან",
    ("ka", "მცხეთა"): "მცხეთის მცხეთაში",
    ("el", "Αθήνα"): "Αθήνας",
    ("el", "Βόλος"): "Βόλου Βόλο",
    ("pl", "Warszawa"): "Warszawie Warszawy Warszawę Warszawą",
    ("pl", "Gdańsk"): "Gdańska Gdańsku Gdańskiem",
    ("pl", "Niemcy"): "Niemczech",
    ("pl", "Praga"): "Pradze Pragi Pragę",
    ("de", "Georgien"): "Georgiens",
    ("ko", "런던"): "런던은 런던에서 런던의",
}


@pytest.mark.parametrize(
    ("language", "name", "form"),
    [
        (language, name, form)
        for (language, name), forms in FORMS.items()
        for form in forms.split()
    ],
)
def test_name_is_among_the_dictionary_forms(language, name, form):
    found = dictionary_forms(form, grammar_of(language))
    assert name in {one.text for one in found}


@pytest.mark.parametrize(
    ("language", "form", "name", "is_where"),
    [
        ("az", "Bakıda", "Bakı", True),
        ("az", "Bakının", "Bakı", False),
        ("ka", "თბილისიდან", "თბილისი", True),
        ("ka", "თბილისის", "თბილისი", False),
        ("hy", "Երևանից", "Երևան", True),
    ],
)
def test_endings_that_say_in_or_from_are_marked(language, form, name, is_where):
    forms = dict(dictionary_forms(form, grammar_of(language)))
    assert forms[name] is is_where


@pytest.mark.parametrize("word", ["", "в", "Уф", "Уа"])
def test_short_words_have_no_dictionary_forms(word):
    assert dictionary_forms(word, grammar_of("ru")) == []


def test_capitals_throughout_give_a_name_with_one_capital():
    found = dictionary_forms("МОСКВЕ", grammar_of("ru"))
    assert "Москва" in {one.text for one in found}


def test_languages_without_endings_give_nothing():
    assert dictionary_forms("Paris", grammar_of("fr")) == []


@given(st.text(max_size=20), st.sampled_from(["ru", "tr", "ka", "ko", "pl"]))
def test_forms_are_distinct_and_never_the_word_itself(word, language):
    found = dictionary_forms(word, grammar_of(language))
    assert len(set(found)) == len(found)
    assert all(one.text and one.text != word for one in found)

"""Which language a document is in, said or guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document
from placemap.detection.foreign.languages import (
    function_words,
    guess_language,
    language_of,
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said that the road to the border was closed."),
        ("en", "Rain fell in Zürich, Łódź and Besançon, and the trains stood still."),
        ("en", "Officials from Երևան and Москва met on Friday, a spokesman said."),
        ("de", "Der Minister sagte am Freitag, dass die Straße gesperrt sei."),
        ("fr", "Le ministre a déclaré que la route était fermée."),
        ("es", "El ministro dijo que la carretera estaba cerrada por la lluvia."),
        ("pt", "O ministro disse que a estrada não foi aberta até hoje."),
        ("it", "Il ministro ha detto che la strada è chiusa da ieri."),
        ("nl", "De minister zei dat de weg niet open is."),
        ("pl", "Minister powiedział, że droga jest zamknięta od wczoraj."),
        ("tr", "Bakan, yolun kar nedeniyle kapandığını söyledi."),
        ("az", "Nazir deyib ki, yol qar səbəbindən bağlanıb."),
        ("ru", "Министр сообщил, что дорога была закрыта."),
        ("uk", "Міністр повідомив, що дорогу було закрито."),
        ("bg", "Министърът съобщи, че пътят е затворен."),
        ("sr", "Министар је рекао да је пут затворен."),
        ("hy", "Նախարարն ասաց, որ ճանապարհը փակ է։"),
        ("ka", "მინისტრმა თქვა, რომ გზა დაკეტილია."),
        ("el", "Ο υπουργός είπε ότι ο δρόμος είναι κλειστός."),
        ("ar", "قال الوزير إن الطريق مغلق منذ أمس."),
        ("fa", "وزیر گفت که این جاده بسته است."),
        ("he", "השר אמר כי הכביש חסום."),
        ("zh", "部长说，道路已经关闭。"),
        ("ja", "大臣は道路が閉鎖されたと述べた。"),
        ("ko", "장관은 도로가 폐쇄되었다고 말했다."),
    ],
)
def test_language_is_guessed_from_a_sentence(language, text):
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1234",
        "?!",
        "Quake hits Lima",
        "Zürich: profits up",
        "U.S. jets",
    ],
)
def test_what_gives_no_sign_is_taken_for_english(text):
    assert guess_language(text) == "en"


@pytest.mark.parametrize(
    ("given", "expected"),
    [("de", "de"), ("de-AT", "de"), ("zh_TW", "zh"), ("TR", "tr"), ("", "ru")],
)
def test_a_given_language_is_believed(given, expected):
    document = Document(id="d", text="Землетрясение", language=given)
    assert language_of(document) == expected


def test_only_the_beginning_is_read():
    opening = "The minister said that the road was closed. " * 40
    assert guess_language(opening + "Дорога была закрыта. " * 500) == "en"


@given(st.text())
def test_any_text_has_a_language(text):
    assert guess_language(text).isalpha()


def test_function_words_of_an_unknown_language_are_none():
    assert function_words("xx") == frozenset()
    assert "не" in function_words("ru")

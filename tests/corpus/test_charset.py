"""Guessing the encoding of text in neither UTF-8 nor marked UTF-16."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.corpus.encoding import decode

SENTENCES = [
    ("cp1252", "Le préfet a été reçu à Orléans, où la crue a forcé l’évacuation."),
    ("latin-1", "A strike shut the port of Málaga on Monday, officials said."),
    ("latin-1", "café"),
    ("latin-1", "In Köln wurden Straßen gesperrt; die Brücke über den Fluß bleibt zu."),
    ("latin-1", "¿Qué pasó? Una explosión en Córdoba dejó tres heridos."),
    (
        "latin-1",
        "A polícia de São Paulo não confirmou o número de vítimas da explosão.",
    ),
    ("latin-1", "Översvämningen nådde Malmö på måndagen och vägen är avstängd."),
    ("cp1252", "“We will stay,” the mayor said – twice. It’s over for £5."),
    ("cp1250", "W Łodzi doszło do pożaru, strażacy ewakuowali mieszkańców."),
    ("iso8859-2", "V Ústí nad Labem došlo k výbuchu, hasiči evakuovali čtvrť."),
    ("cp1254", "Şırnak'ta sel suları köprüyü yıktı; valilik olağanüstü hâl ilan etti."),
    ("cp1257", "Vilniuje įvyko sprogimas, pranešė policija; žuvo šeši žmonės."),
    ("cp1251", "В Белгороде объявлена воздушная тревога, сообщил губернатор."),
    ("koi8-r", "В Белгороде объявлена воздушная тревога, сообщил губернатор."),
    ("cp1253", "Η αστυνομία στην Αθήνα ανακοίνωσε ότι δεν υπάρχουν θύματα."),
    ("cp1256", "أعلنت السلطات في حلب عن سقوط قذائف على المدينة"),
    ("gb18030", "北京市政府星期一宣布，洪水已经造成三人死亡。"),
    ("big5", "台北市政府星期一宣布，洪水已經造成三人死亡。"),
    ("shift_jis", "東京都は月曜日、地震による被害はないと発表した。"),
    ("euc-kr", "서울시는 월요일 홍수로 인한 피해가 없다고 발표했다."),
]


@pytest.mark.parametrize(("encoding", "text"), SENTENCES)
@pytest.mark.parametrize("times", [1, 8])
def test_sentences_of_many_languages_come_back(encoding, text, times):
    whole = " ".join([text] * times)
    assert decode(whole.encode(encoding), where="x") == whole


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on Lima.",
        "В Белгороде объявлена тревога.",
        "أعلنت السلطات في حلب",
        "“Rain” – said the mayor of Łódź.",
    ],
)
def test_utf16_without_mark_is_known_by_its_spaces(encoding, text):
    assert decode(text.encode(encoding), where="x") == text


def test_accents_far_into_a_file_are_found():
    text = "Plain words follow each other. " * 20_000 + "The port of Málaga is shut."
    assert decode(text.encode("latin-1"), where="x") == text


@given(
    st.lists(
        st.sampled_from("Málaga León Köln Besançon Århus the port of is shut".split()),
        min_size=1,
    )
)
def test_western_text_is_never_taken_for_another_encoding(words):
    text = " ".join(words)
    assert decode(text.encode("cp1252"), where="x") == text

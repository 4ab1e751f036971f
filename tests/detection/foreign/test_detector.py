"""Mentions in documents that are not in English."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document
from placemap.detection.foreign.detector import ForeignDetector
from placemap.protocols import Detector


@pytest.fixture(scope="module")
def detector(foreign_gazetteer):
    return ForeignDetector(foreign_gazetteer)


@pytest.fixture
def lookups(detector):
    """Return the mentions of a text and what each is looked up as."""

    def found(language, text):
        document = Document(id="d", text=text, language=language)
        return {one.text: one.lookup for one in detector.detect(document)}

    return found


def test_detector_fits_the_protocol(detector):
    assert isinstance(detector, Detector)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Поезд прибыл в Москву из Орла.", {"Москву": "Москва", "Орла": "Орел"}),
        ("ru", "США и Россия договорились.", {"США": "США", "Россия": "Россия"}),
        ("uk", "Вибухи лунали в Харкові.", {"Харкові": "Харків"}),
        ("az", "Zəlzələ Gəncədə hiss olunub.", {"Gəncədə": "Gəncə"}),
        ("hy", "Նա մեկնել է Երևանից։", {"Երևանից": "Երևան"}),
        ("ka", "ის თბილისში ცხოვრობს.", {"თბილისში": "თბილისი"}),
        ("tr", "Ordu'da sel oldu.", {"Ordu": "Ordu"}),
        ("ar", "وصل إلى القاهرة من حلب.", {"القاهرة": "القاهرة", "حلب": "حلب"}),
        ("ar", "قالت قطر أمس.", {"قطر": "قطر"}),
        ("he", "הוא נסע לירושלים.", {"ירושלים": "ירושלים"}),
        ("fr", "Le train va à Nancy.", {"Nancy": "Nancy"}),
        ("de", "Er lebt in Essen.", {"Essen": "Essen"}),
        ("zh", "他到了北京市。", {"北京市": "北京"}),
        ("ja", "大会は東京で開かれた。", {"東京": "東京"}),
        ("fa", "او در تهران است.", {"تهران": "تهران"}),
        ("el", "Ζει κοντά στην Αθήνα.", {"Αθήνα": "Αθήνα"}),
        ("pl", "Mieszka w Warszawie.", {"Warszawie": "Warszawa"}),
        ("xx", "Voj Ankara kuti.", {"Ankara": "Ankara"}),
    ],
)
def test_names_are_found_in_running_text(lookups, language, text, expected):
    assert lookups(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Орёл взлетел над рекой, орёл сел."),
        ("ru", "Владимир Орлов ушёл."),
        ("ru", "Читали в Киевском вестнике."),
        ("ru", "Премию «Орёл» вручили вчера."),
        ("tr", "Ordu sınıra yürüdü."),
        ("ar", "بلغ قطر الحفرة مترا."),
        ("de", "Nach dem Essen schlief er."),
        ("fr", "Nancy Tours a souri."),
        ("zh", "和平与发展。"),
        ("ja", "長野さんは笑った。"),
    ],
)
def test_words_and_people_are_no_places(lookups, language, text):
    assert lookups(language, text) == {}


def test_a_known_name_is_not_taken_for_a_form_of_a_lesser_one(lookups):
    assert lookups("tr", "Yarın Türkiye kazanır.") == {"Türkiye": "Türkiye"}


def test_an_inflected_mention_keeps_the_words_of_the_text(detector):
    document = Document(id="d", text="Он в Москве.", language="ru")
    (mention,) = detector.detect(document)
    assert (mention.text, mention.name) == ("Москве", "Москва")
    assert mention.span.of(document.text) == mention.text


def test_a_name_as_it_stands_has_no_other_name(detector):
    document = Document(id="d", text="Вот Москва.", language="ru")
    assert [one.name for one in detector.detect(document)] == [""]


def test_what_is_clear_once_is_found_again(lookups):
    assert lookups("de", "Weiden brennt.") == {}
    assert "Орёл" in lookups("ru", "Орёл ждёт. Мы в городе Орёл. Да, город Орёл.")


@given(
    st.text(alphabet=st.sampled_from("Москваек вУ.’'-«»中国北京ბთ بغدא1\n")),
    st.sampled_from(["ru", "tr", "ka", "ar", "he", "zh", "ja", "fr", "xx", ""]),
)
def test_mentions_lie_in_order_within_the_text(foreign_gazetteer, text, language):
    document = Document(id="d", text=text, language=language)
    found = ForeignDetector(foreign_gazetteer).detect(document)
    assert all(one.span.of(text) == one.text for one in found)
    assert all(0 < one.score < 1 for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))

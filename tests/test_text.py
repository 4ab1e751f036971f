import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.text import fold, has_case, sentences, tokens

# Scripts and marks that place names are written in.
LETTERS = st.text(
    alphabet=st.sampled_from("abzAZéÉüøŁəğışđßæ’'ʼ-. \n,0129ბАйёدرنهيكی\u200c東京กरि゙é"),
    max_size=60,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Zürich", "ZÜRICH", "Zu\u0308rich", "Zurich"],
        ["Stepanakert", "Stepʻanakert", "Step’anakert"],
        ["Xankəndi", "xankendi", "XANKƏNDI"],
        ["Nagorno-Karabakh", "Nagorno Karabakh", "nagorno–karabakh"],
        ["U.S.", "US", "U.S"],
        ["St. John's", "St John’s"],
        ["Łódź", "Lodz"],
        ["Gießen", "Giessen"],
        ["درنة", "دَرنة", "درنـة"],
        ["Σάμος", "ΣΑΜΟΣ"],
    ],
    ids=lambda spellings: spellings[0],
)
def test_spellings_of_one_name_have_one_key(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Paris", "Parish"), ("Nice", "Niece"), ("New York", "Newyork"), ("東京", "京東")],
)
def test_different_names_have_different_keys(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("nothing", ["", " ", "\n", "…", "'", "--"])
def test_what_holds_no_word_has_an_empty_key(nothing):
    assert fold(nothing) == ""


def test_a_mark_without_its_letter_has_no_key():
    assert fold("ʼ\u093f") == ""


@given(LETTERS)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aZ \t'.é1", max_size=12))
def test_plain_names_fold_like_all_others(name):
    assert fold(name) == " ".join(token.key for token in tokens(name))


@given(LETTERS)
def test_upper_and_lower_case_fold_alike(text):
    assert fold(text.upper()) == fold(text.upper().lower())


@given(LETTERS)
def test_composed_and_decomposed_text_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(
        unicodedata.normalize("NFC", text)
    )


@given(st.text())
def test_tokens_come_in_order_and_never_overlap(text):
    found = list(tokens(text))
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.key for t in found)


@given(LETTERS)
def test_a_token_read_alone_has_the_same_key(text):
    assert all(fold(text[t.start : t.end]) == t.key for t in tokens(text))


def test_scripts_without_spaces_are_read_character_by_character():
    assert [t.key for t in tokens("東京都")] == ["東", "京", "都"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. Smith left St. Louis. Rain.", ["Mr. Smith left St. Louis.", "Rain."]),
        ("The U.S. Senate met. It rained.", ["The U.S. Senate met.", "It rained."]),
        ("It rose 2.5 per cent.", ["It rose 2.5 per cent."]),
        ("A head line\nText.", ["A head line", "Text."]),
        ("東京で地震。津波はない。", ["東京で地震。", "津波はない。"]),
        ("Really?! Yes…", ["Really?!", "Yes…"]),
        ("He met Jan. She left.", ["He met Jan.", "She left."]),
        (
            "It rained on Jan. 5 there. Then snow.",
            ["It rained on Jan. 5 there.", "Then snow."],
        ),
        ("They sat in the sun. Then rain.", ["They sat in the sun.", "Then rain."]),
        ("He said no. Gen. Lee left.", ["He said no.", "Gen. Lee left."]),
        ("No. 5 won. Art. 4 fell.", ["No. 5 won.", "Art. 4 fell."]),
        ("On Sat. Jan. 5 they met.", ["On Sat. Jan. 5 they met."]),
        ("At 5 p.m. Monday he fell.", ["At 5 p.m. Monday he fell."]),
        ("It ended at 5 p.m. Police left.", ["It ended at 5 p.m.", "Police left."]),
        ("In Cairo, Ill. Mayor Lee won.", ["In Cairo, Ill. Mayor Lee won."]),
        ("In Cairo, Ill. The mayor won.", ["In Cairo, Ill.", "The mayor won."]),
        ("He was ill. Mayor Lee won.", ["He was ill.", "Mayor Lee won."]),
        ("J. D. Vance left. Rain.", ["J. D. Vance left.", "Rain."]),
        ("Es war am 5. Oktober. Dann Regen.", ["Es war am 5. Oktober.", "Dann Regen."]),
        ("That was in 2015. October came.", ["That was in 2015.", "October came."]),
        ("Умер А. Блок. Шёл снег.", ["Умер А. Блок.", "Шёл снег."]),
        ("Это я. Я ушёл.", ["Это я.", "Я ушёл."]),
        ("თბილისი წვიმს. ქუთაისი თოვს.", ["თბილისი წვიმს.", "ქუთაისი თოვს."]),
        ("Նա եկավ։ Ձյուն էր։", ["Նա եկավ։", "Ձյուն էր։"]),
        ("أين هو؟ لا أحد.", ["أين هو؟", "لا أحد."]),
        ("यह है। वह था।", ["यह है।", "वह था।"]),
        ("他来了。「好！」我说。", ["他来了。", "「好！」", "我说。"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("letter", "expected"),
    [("a", True), ("Ж", True), ("ა", False), ("ب", False), ("京", False), ("1", False)],
)
def test_case_is_told_where_running_text_uses_it(letter, expected):
    assert has_case(letter) is expected


@given(st.text())
def test_sentences_hold_every_character_that_is_not_space(text):
    found = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    kept = "".join("".join(text[start:end].split()) for start, end in found)
    assert kept == "".join(text.split())


@given(st.text())
def test_sentences_neither_begin_nor_end_with_space(text):
    for start, end in sentences(text):
        assert text[start:end] == text[start:end].strip()


def test_a_long_line_without_stops_is_one_sentence():
    text = "word " * 100_000
    assert sentences(text) == ((0, len(text) - 1),)


@pytest.mark.parametrize("name", ["भारत", "मुंबई", "தமிழ்நாடு", "བོད"])
def test_names_in_scripts_with_vowel_signs_keep_their_letters(name):
    assert len(fold(name)) >= len(name) - 1
    assert fold(fold(name)) == fold(name)

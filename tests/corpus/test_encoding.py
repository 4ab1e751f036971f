"""Bytes to text: marks, UTF-8, and errors for what is not text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.corpus.encoding import check_encoding, decode, to_utf8
from placemap.errors import DocumentError

# Any text but zero characters and half surrogate pairs, which no text file holds.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
).filter(lambda text: text.strip() and text[0] != "\ufeff")


@given(TEXT)
def test_any_unicode_text_in_utf8_comes_back(text):
    if not text.startswith(("%PDF-", "{\\rtf")):
        assert decode(text.encode(), where="x") == text


@given(TEXT, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_any_unicode_text_with_a_byte_order_mark_comes_back(text, encoding):
    assert decode(text.encode(encoding), where="x") == text


@given(TEXT)
def test_big_endian_mark_is_known(text):
    data = codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    assert decode(data, where="x") == text


@given(st.binary(max_size=300))
def test_random_bytes_give_text_or_a_document_error(data):
    try:
        found = decode(data, where="x")
    except DocumentError as error:
        found = str(error)
    assert found.strip()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"\xff\xd8\xff\xe1Exif", "a JPEG image"),
        (b"GIF89a\x01\0\x01\0\x80\0\0", "a GIF image"),
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (rb"{\rtf1\ansi Baku}", "a rich text"),
        (b"PK\x03\x04\x14\0\x06\0", "a word processor"),
        (b"\x1f\x8b\x08\0\0", "a compressed file"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"Rain fell\0 on Lima\0.", "binary data"),
        (b"\0", "binary data"),
        (codecs.BOM_UTF8 + b"Rain\0", "binary data"),
        (bytes(range(1, 256)), "binary data"),
    ],
)
def test_binary_data_is_refused_with_its_kind_and_the_cure(data, kind):
    with pytest.raises(DocumentError, match=f"looks like .*{kind}.*--encoding"):
        decode(data, where="x")


@pytest.mark.parametrize("data", [b"", b" \n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_nothing_but_white_space_is_refused(data):
    with pytest.raises(DocumentError, match=r"x: .* empty file"):
        decode(data, where="x")


@pytest.mark.parametrize(
    "data",
    [
        "Şuşa və Xankəndi".encode() + b"\xff",
        "Şuşa və Xankəndi".encode()[:-1] + b"\xc9",
        codecs.BOM_UTF8 + b"M\xe1laga",
        codecs.BOM_UTF16_LE + b"a\0b",
    ],
)
def test_damaged_text_is_refused_and_not_taken_for_another_encoding(data):
    with pytest.raises(DocumentError, match=r"expected text in utf-\S+, but byte \d+"):
        decode(data, where="x")


def test_declared_encoding_is_used_unless_wrong():
    data = "Málaga".encode("mac-roman")
    assert decode(data, where="x", declared="mac-roman") == "Málaga"
    assert decode("Málaga".encode(), where="x", declared="cp1251") == "Málaga"
    assert decode("Málaga".encode("cp1252"), where="x", declared="utf-8") == "Málaga"
    assert decode("Málaga".encode("cp1252"), where="x", declared="nonsense") == "Málaga"


def test_to_utf8_marks_its_result():
    data = to_utf8("Málaga".encode("utf-16"), "utf-16", where="x")
    assert data == codecs.BOM_UTF8 + "Málaga".encode()


def test_to_utf8_keeps_a_single_mark():
    assert to_utf8(codecs.BOM_UTF8 + b"a", "utf-8", where="x") == codecs.BOM_UTF8 + b"a"


def test_to_utf8_refuses_half_surrogate_pairs():
    with pytest.raises(DocumentError, match="expected text in unicode_escape"):
        to_utf8(rb"\ud800", "unicode_escape", where="x")


@pytest.mark.parametrize("name", ["utf-8", "CP1252", "latin-1", "utf-16", "utf-7"])
def test_python_encodings_are_accepted(name):
    assert check_encoding(name) is None

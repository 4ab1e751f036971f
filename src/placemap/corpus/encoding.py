"""From bytes to text, strictly: what is not text is an error, not noise."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from placemap.corpus.charset import guess_encoding, guess_utf16, is_damaged_utf8
from placemap.errors import DocumentError

if TYPE_CHECKING:
    from typing import NoReturn

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How kinds of files that people take for text begin.
_SIGNATURES = {
    "a PNG image": rb"\x89PNG\r\n\x1a\n",
    "a JPEG image": rb"\xff\xd8\xff",
    "a GIF image": rb"GIF8[79]a",
    "a TIFF image": rb"II\*\x00|MM\x00\*",
    "a WebP image, a sound or a film": rb"RIFF....|OggS|ID3[\x02-\x04]|....ftyp",
    "a PDF file": rb"%PDF-",
    "a rich text (RTF) file": rb"\{\\rtf",
    "a ZIP archive, or a document of a word processor (.docx, .odt)": rb"PK\x03\x04",
    "an old Word or Excel file": rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a compressed file": rb"\x1f\x8b|BZh\d|\xfd7zXZ\x00|7z\xbc\xaf|\x28\xb5\x2f\xfd",
    "an SQLite database or GeoPackage": rb"SQLite format 3\x00",
    "a program": rb"\x7fELF|MZ\x90\x00",
}
_SIGNATURE = {k: re.compile(v, re.DOTALL) for k, v in _SIGNATURES.items()}
# These are made of readable characters, yet no reports.
_TEXTUAL = (b"%PDF-", rb"{\rtf")


def decode(data: bytes, *, where: str, declared: str = "") -> str:
    """Return the text in `data`, without byte order mark.

    Tried are, in this order: the byte order mark, strict UTF-8, `declared` (what
    the file says of itself, ignored if it is wrong), UTF-16 without mark, and a
    guess from the letters. Nothing is ever replaced.

    Raises
    ------
    DocumentError
        If there is nothing but white space, or `data` is not text; the message
        begins with `where`.
    """
    text = _decode(data, where=where, declared=declared)
    if not text or text.isspace():
        raise DocumentError(
            f"{where}: expected a report, found an empty file; "
            "put text into it or leave it out"
        )
    if "\0" in text:
        _refuse(data, where)
    return text


def _decode(data: bytes, *, where: str, declared: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], name, where=where)
    if data.startswith(_TEXTUAL):
        _refuse(data, where)
    if b"\0" in data:
        utf16 = guess_utf16(data) if _kind(data) is None else None
        return data.decode(utf16) if utf16 else _refuse(data, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _kind(data):
            _refuse(data, where)
        if is_damaged_utf8(data, error.start):
            raise _undecodable(where, "utf-8", error) from error
        return _decode_legacy(data, error.start, where=where, declared=declared)


def _decode_legacy(data: bytes, first: int, *, where: str, declared: str) -> str:
    """Decode what is not UTF-8; `first` is where that shows."""
    if declared:
        try:
            return data.decode(declared)
        except (UnicodeError, LookupError):
            pass
    name = guess_encoding(data, first)
    if name is None:
        _refuse(data, where)
    return _decode_strictly(data, name, where=where)


def _decode_strictly(data: bytes, encoding: str, *, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise _undecodable(where, encoding, error) from error


def _undecodable(where: str, encoding: str, error: UnicodeError) -> DocumentError:
    byte = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "a part"
    return DocumentError(
        f"{where}: expected text in {encoding}, but {byte} is not; "
        "repair the file or name its encoding with --encoding (encoding=)"
    )


def _kind(data: bytes) -> str | None:
    return next((kind for kind, s in _SIGNATURE.items() if s.match(data)), None)


def _refuse(data: bytes, where: str) -> NoReturn:
    kind = _kind(data)
    found = f"looks like {kind}" if kind else "looks like binary data"
    raise DocumentError(
        f"{where}: expected text, but this {found}; give the report as a text file, "
        "or, if it is text, name its encoding with --encoding (encoding=)"
    )


def check_encoding(encoding: str) -> None:
    """Raise a DocumentError unless `encoding` is the name of a text encoding."""
    try:
        b" ".decode(encoding, "replace")
    except (LookupError, ValueError) as error:
        raise DocumentError(
            f"unknown encoding {encoding!r}; "
            "expected one that Python knows, such as utf-8, cp1252 or utf-16"
        ) from error


def to_utf8(data: bytes, encoding: str, *, where: str) -> bytes:
    """Return `data`, which is in `encoding`, in UTF-8 with a byte order mark.

    The mark tells a reader that the question is settled: it outranks what a page
    says of itself.

    Raises
    ------
    DocumentError
        If `data` is not in `encoding`.
    """
    text = _decode_strictly(data, encoding, where=where).removeprefix("\ufeff")
    try:
        return codecs.BOM_UTF8 + text.encode()
    except UnicodeEncodeError as error:  # half surrogate pairs, as UTF-7 may hold
        raise _undecodable(where, encoding, error) from error

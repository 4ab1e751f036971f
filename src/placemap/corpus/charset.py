"""Guess the encoding of text that does not say it and is not UTF-8."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SAMPLE_BYTES = 1 << 16
# Letters beyond a to z of languages written in Latin script, by the single-byte
# encodings that hold them, the commonest first. Statistics over letters, as
# charset-normalizer keeps them, mistake these encodings for one another
# (cp1250 for cp1252 in 8 of 9 sentences tried); the letters themselves do not.
_ALPHABETS = {
    "cp1252": (
        "áéíñóúü", "àâæçéèêëîïôœùûüÿ", "äöüß", "áâàãçéêíóôõúü", "àèéìíîòóù", "åäöé",
        "æøåéô", "áðéíóúýþæö", "äëïéèöü", "äõöü", "àçéèíïóòúü·", "ç ë",
    ),
    "cp1250": (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíľňóôšťúýž", "áéíóöőúüű", "ăâîşţ",
        "čćđšž",
    ),
    "cp1254": ("çğıöşüâîû\u0307",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"),
    "iso8859-2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "čćđšž"),
}  # fmt: skip
# Signs that tell nothing, where they stand as they should: po¿aru is no Spanish.
_SIGNS = re.compile(
    "[“”„‘’‚‹›«»–—…•·\u00a0\u00ad]|[€£§°©®™½¼¾²³ªº](?![^\\W\\d_])|(?<![^\\W\\d_])[¿¡]"
)
# A text that names Málaga and Århus is in no one language, but in Western encoding;
# this is what such a mixture counts against a language that explains all letters.
_MIXTURE = 0.9
# Share of the letters that one alphabet must explain: a stray foreign name is
# no objection, a text in another script is.
_LEAST_EXPLAINED = 0.8
# What statistics tell apart well: scripts of their own.
_OTHER_SCRIPTS = [
    "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874", "gb18030", "big5",
    "cp932", "euc_jp", "cp949", "cp1252", "cp1250",
]  # fmt: skip
# UTF-16 text in one script uses few pages of 256 characters; noise uses many.
_LEAST_ON_COMMON_PAGES = 0.9
_CONTROLS = frozenset("\t\n\v\f\r\x1b\x85")


def guess_utf16(data: bytes) -> str | None:
    """Return ``utf-16-le``, ``utf-16-be``, or None for data that is neither.

    Meant for data with zero bytes and without byte order mark. In UTF-16, spaces
    and line ends have a zero byte on one side, always the same.
    """
    sample = data[:_SAMPLE_BYTES]
    high, low = sample[0::2], sample[1::2]
    name = "utf-16-be"
    if low.count(0) > high.count(0):
        name, high, low = "utf-16-le", low, high
    common = Counter(high).most_common(2)
    if sum(count for _, count in common) < _LEAST_ON_COMMON_PAGES * len(high):
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return name if "\0" not in text and _is_readable(text) else None


def is_damaged_utf8(data: bytes, first: int) -> bool:
    """Tell whether `data` is UTF-8 but for a few bytes, the first at `first`.

    Reading such data as anything else would spoil every accented letter in it.
    """
    start = max(0, first - _SAMPLE_BYTES // 2)
    text = data[start : start + _SAMPLE_BYTES].decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    return sum(not c.isascii() for c in text) - spoilt > spoilt


def guess_encoding(data: bytes, first: int) -> str | None:
    """Return the encoding of `data`, whose first byte that is not ASCII is at `first`.

    Only a sample from there on is looked at. None means that it is hardly text.
    """
    sample = _sample(data, first)
    name = _guess_latin(sample) or _guess_script(sample)
    return name if name and _is_readable(sample.decode(name, "replace")) else None


def _sample(data: bytes, first: int) -> bytes:
    """Return up to 64 KiB around `first`, cut at spaces: no character spans one."""
    start = max(0, first - _SAMPLE_BYTES // 2)
    start = data.rfind(b" ", start, first) + 1 or start
    sample = data[start : start + _SAMPLE_BYTES]
    if start + _SAMPLE_BYTES >= len(data):
        return sample
    return sample[: sample.rfind(b" ") + 1] or sample


def _guess_latin(sample: bytes) -> str | None:
    best, best_share = None, _LEAST_EXPLAINED
    for name, alphabets in _ALPHABETS.items():
        letters = _special_letters(sample, name)
        if letters is None:
            continue
        shares = [_explained(letters, alphabet) for alphabet in alphabets]
        if name == "cp1252":
            shares.append(_MIXTURE * _explained(letters, "".join(alphabets)))
        if max(shares) > best_share:
            best, best_share = name, max(shares)
    return best


def _special_letters(sample: bytes, encoding: str) -> str | None:
    """Return what is not ASCII, or None if `sample` is not Latin in `encoding`."""
    try:
        words = [w for w in sample.decode(encoding).split() if not w.isascii()]
    except UnicodeDecodeError:
        return None
    letters = _SIGNS.sub("", " ".join(words)).lower()
    special = "".join(c for c in letters if not c.isascii())
    plain = sum(c.isascii() and c.isalpha() for c in letters)
    return special if len(special) <= plain else None


def _explained(letters: str, alphabet: str) -> float:
    return sum(c in alphabet for c in letters) / len(letters) if letters else 1.0


def _guess_script(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    match = from_bytes(sample, cp_isolation=_OTHER_SCRIPTS).best()
    return None if match is None else match.encoding


def _is_readable(text: str) -> bool:
    """Tell whether `text` is free of control and unassigned characters."""
    return not any(
        unicodedata.category(c) in {"Cc", "Cn", "Co"} and c not in _CONTROLS
        for c in set(text[:_SAMPLE_BYTES])
    )

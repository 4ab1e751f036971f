"""JSON as placemap writes it: compact, readable in any script, one line."""

from __future__ import annotations

import json
import re
from typing import Any

# What UTF-8 cannot hold, and what some readers take for the end of a line.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
_SPLIT_PAIR = re.compile("([\ud800-\udbff])[\udc00-\udfff]")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
# Made once: making one for each of the many small values took half of the time.
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=dict
)


def dumps(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    r"""Return `value` as one line of JSON that UTF-8 can hold.

    Raises
    ------
    ValueError
        If a number is not finite: JSON has no way to write it.

    Examples
    --------
    >>> dumps({"name": "Xankəndi\n", "half": "\ud800"})
    '{"name":"Xankəndi\\n","half":"\\ud800"}'
    """
    if value == []:  # most of the lists in tables
        return "[]"
    text = _ENCODER.encode(value)
    if text.isascii():
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def mend(text: str) -> str:
    r"""Return `text` with every character JSON would read back as another replaced.

    Two surrogates in a row are two characters in Python, but JSON reads them as
    one; the second becomes U+FFFD, so that all offsets keep their meaning.

    Examples
    --------
    >>> mend("a\ud83d\ude00b") == "a\ud83d\ufffdb"
    True
    """
    return _SPLIT_PAIR.sub("\\1\ufffd", text)


def printable(text: str) -> str:
    r"""Return `text` with what GIS files cannot hold, NUL and surrogates, as U+FFFD.

    Examples
    --------
    >>> printable("Sh\x00sha")
    'Sh�sha'
    """
    if text.isascii() and "\x00" not in text:  # quicker than to search
        return text
    return _UNWRITABLE.sub("\ufffd", text)

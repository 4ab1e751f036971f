"""Texts as a browser counts, follows and sets them: offsets, addresses, direction."""

from __future__ import annotations

import re
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

# Languages and scripts written from right to left; a script in the tag decides.
_RTL_LANGUAGES = frozenset("ar arc ckb dv fa he nqo ps sd syr ug ur yi".split())
_RTL_SCRIPTS = frozenset("adlm arab hebr mand nkoo rohg samr syrc thaa".split())
_SCRIPT_LETTERS = 4
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f]+\Z", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^/\\]+\.[A-Za-z][A-Za-z0-9]{0,5}\Z")
_OPENING_CHARACTERS = 60
# No headline is longer, nor ends like a sentence, a clause or a dateline.
_HEADLINE_CHARACTERS = 120
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_GOES_ON = re.compile(r"[.,;:…،؛。、，；：।۔։\-–—]\Z")
_BLANK_LINE = re.compile(r"[^\S\n]*\n\s*\n")
# A line shorter than this share of the longest near it was not wrapped, but ended.
_WRAPPED = 0.6
_LINES_NEAR = 20
# Where a first sentence is looked for.
_HEAD_CHARACTERS = 1_000
# What UTF-16 holds in one unit; everything above takes two.
_LAST_SINGLE = "\uffff"


def utf16_offsets(text: str) -> Callable[[Span | None], list[int] | None]:
    """Return the function from a span of `text` to its start and end in UTF-16.

    Examples
    --------
    >>> from placemap.core import Span
    >>> utf16_offsets("😀 Rome")(Span(2, 6))
    [3, 7]
    """
    if max(text, default="") <= _LAST_SINGLE:
        return lambda span: None if span is None else [span.start, span.end]
    widths = (2 if char > _LAST_SINGLE else 1 for char in text)
    at = list(accumulate(widths, initial=0))
    return lambda span: None if span is None else [at[span.start], at[span.end]]


def web_address(url: str) -> str:
    """Return `url` when it is a plain http or https address, '' otherwise.

    Examples
    --------
    >>> web_address("https://example.org/a?b=c"), web_address("javascript:alert(1)")
    ('https://example.org/a?b=c', '')
    """
    return url if _WEB_ADDRESS.match(url) else ""


def headline(text: str) -> Span | None:
    r"""Return where the headline of `text` stands; None where it begins at once.

    A headline is a short first line that does not end as a sentence does, with a
    blank line below it or with lines that are clearly longer.

    Examples
    --------
    >>> headline("Rain in Goris\n\nIt rained all day. The road was closed.")
    Span(start=0, end=13)
    >>> headline("It rained all day. The road was closed.") is None
    True
    """
    lines = _LINE.finditer(text)
    first = next((line for line in lines if line[0].strip()), None)
    if first is None or not _may_be_headline(first[0].strip()):
        return None
    others = (line[0].strip() for line in lines)
    below = list(islice(filter(None, others), _LINES_NEAR))
    if not below or not (
        _BLANK_LINE.match(text, first.end()) or _is_wider(below, first[0].strip())
    ):
        return None
    start = first.start() + len(first[0]) - len(first[0].lstrip())
    return Span(start, start + len(first[0].strip()))


def _may_be_headline(line: str) -> bool:
    letters = sum(char.isalpha() for char in line)
    digits = sum(char.isdigit() for char in line)
    is_short = len(line) <= _HEADLINE_CHARACTERS
    return is_short and letters > digits and not _GOES_ON.search(line)


def _is_wider(below: list[str], line: str) -> bool:
    """Tell whether the lines `below` start anew, and are longer than `line`."""
    longest = max(map(len, below))
    return not below[0][0].islower() and len(line) < _WRAPPED * longest


def opening(text: str) -> str:
    """Return how `text` begins: its first sentence, cut at a word where it is long.

    Examples
    --------
    >>> opening("  Rain fell. It rained on.")
    'Rain fell.'
    >>> opening("The delegations met in the town hall of Yevlakh to talk of roads")
    'The delegations met in the town hall of Yevlakh to talk of…'
    """
    start, end = next(iter(sentences(text[:_HEAD_CHARACTERS])), (0, 0))
    first = " ".join(text[start:end].split())
    if len(first) <= _OPENING_CHARACTERS:
        return first
    cut = first[:_OPENING_CHARACTERS]
    return f"{cut.rpartition(' ')[0] or cut}…"


def file_name(document_id: str) -> str:
    """Return the name of the file `document_id` is the path of, '' for other ids.

    Examples
    --------
    >>> file_name("reports/article.txt"), file_name("d1")
    ('article.txt', '')
    """
    name = re.split(r"[/\\]", document_id)[-1]
    return name if _FILE_NAME.match(name) else ""


def direction(language: str) -> str:
    """Return the writing direction of a BCP 47 tag: rtl, ltr, or auto when unknown.

    Examples
    --------
    >>> direction("fa-AF"), direction("en"), direction("az-Arab"), direction("")
    ('rtl', 'ltr', 'rtl', 'auto')
    """
    subtags = language.lower().replace("_", "-").split("-")
    if not subtags[0]:
        return "auto"
    scripts = [tag for tag in subtags[1:] if len(tag) == _SCRIPT_LETTERS]
    if scripts:
        return "rtl" if scripts[0] in _RTL_SCRIPTS else "ltr"
    return "rtl" if subtags[0] in _RTL_LANGUAGES else "ltr"

"""Texts as a browser counts, follows and sets them: offsets, addresses, direction."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.core import Span

# Languages and scripts written from right to left; a script in the tag decides.
_RTL_LANGUAGES = frozenset("ar arc ckb dv fa he nqo ps sd syr ug ur yi".split())
_RTL_SCRIPTS = frozenset("adlm arab hebr mand nkoo rohg samr syrc thaa".split())
_SCRIPT_LETTERS = 4
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f]+\Z", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^/\\]+\.[A-Za-z][A-Za-z0-9]{0,5}\Z")
_HEADLINE_CHARACTERS = 60
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


def headline(text: str) -> str:
    """Return how `text` begins: its first sentence, cut at a word where it is long.

    Examples
    --------
    >>> headline("  Rain fell. It rained on.")
    'Rain fell.'
    >>> headline("The delegations met in the town hall of Yevlakh to talk of roads")
    'The delegations met in the town hall of Yevlakh to talk of…'
    """
    start, end = next(iter(sentences(text[:_HEAD_CHARACTERS])), (0, 0))
    first = " ".join(text[start:end].split())
    if len(first) <= _HEADLINE_CHARACTERS:
        return first
    cut = first[:_HEADLINE_CHARACTERS]
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

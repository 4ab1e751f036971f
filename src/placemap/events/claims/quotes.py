"""Quoted stretches of a document."""

from __future__ import annotations

import re

_CURLY = re.compile(r"“([^“”]{1,3000})”")
_STRAIGHT = re.compile(r'"([^"]{1,3000})"')
# Shorter quotations are scare quotes or names, not somebody's statement.
STATEMENT_WORDS = 5


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Return the insides of the double quotation marks in `text`, in order.

    A quotation ends within its paragraph; a mark without a partner is left alone.

    Examples
    --------
    >>> text = 'He said: "We left."'
    >>> [text[start:end] for start, end in find_quotes(text)]
    ['We left.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        for pattern in (_CURLY, _STRAIGHT):
            found.extend(
                (start + m.start(1), start + m.end(1)) for m in pattern.finditer(line)
            )
        start += len(line) + 1
    return sorted(found)


def is_statement(text: str, quote: tuple[int, int]) -> bool:
    """Tell whether a quotation is long enough to be somebody's statement.

    Examples
    --------
    >>> text = '"brother nation" and "they fired on us from the hills"'
    >>> [is_statement(text, quote) for quote in find_quotes(text)]
    [False, True]
    """
    return len(text[quote[0] : quote[1]].split()) >= STATEMENT_WORDS

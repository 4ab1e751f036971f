"""Names that a road or border links: "the Kano-Kaduna highway"."""

from __future__ import annotations

import re

from placemap.core import Span

_DASHES = r"\-‑–—"
_CAPITAL_WORDS = r"[A-ZÀ-Þ][\w'’.]*(?: [A-ZÀ-Þ][\w'’.]*){0,2}"
_WAYS = (
    "road|highway|motorway|expressway|freeway|route|railway|railroad|rail|line|corridor|"
    "axis|border|frontier|boundary"
)
# Names joined by dashes, at most three, and what they are the ends of.
_LINKED = re.compile(
    rf"(?<![\w{_DASHES}]){_CAPITAL_WORDS}(?:[{_DASHES}]{_CAPITAL_WORDS}){{1,2}}"
    rf"(?= (?:[a-z]+ )?(?i:{_WAYS})s?\b)"
)
_JOINED = re.compile(rf"[{_DASHES}][A-ZÀ-Þ]")


def linked_names(text: str) -> list[list[Span]]:
    """Return the names that one road or border links, in order.

    Each may begin, the first, or end, the last, with capital words of its own: what is
    a name of a place is for the caller to see.

    Examples
    --------
    >>> text = "Rebels cut the Kano-Kaduna highway and crossed the Chad-Sudan border."
    >>> [[span.of(text) for span in spans] for spans in linked_names(text)]
    [['Kano', 'Kaduna'], ['Chad', 'Sudan']]
    """
    if not _JOINED.search(text):
        return []
    found = []
    for link in _LINKED.finditer(text):
        spans, start = [], link.start()
        for name in re.split(f"[{_DASHES}]", link[0]):
            spans.append(Span(start, start + len(name)))
            start += len(name) + 1
        found.append(spans)
    return found

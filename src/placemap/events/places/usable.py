"""Which toponyms may be where something happened, by their form and their words.

Demonyms, places that stand for governments, ships named after places and parts of
adjectives ("the U.S.-led campaign") may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from placemap.linked import linked_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym

_PLAIN_WORDS = PREPOSITIONS | PRONOUNS | AUXILIARIES | DETERMINERS


def usable_in(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Return the toponyms of a text that may be where something happened.

    The ends of roads and borders are, whatever their form: "the Tajik-Kyrgyz border".
    """
    ends = [span for spans in linked_names(text) for span in spans]
    return [
        t
        for t in toponyms
        if is_usable(text, t)
        or (t.mention.role == "literal" and any(end.covers(t.span) for end in ends))
    ]


def is_usable(text: str, toponym: Toponym) -> bool:
    """Tell whether a toponym of a text may be where something happened."""
    mention = toponym.mention
    is_name = mention.role == "literal" and mention.form in ("name", "abbreviation")
    return is_name and not (_is_part(text, toponym) or _is_vessel(text, toponym))


def is_plain_word(toponym: Toponym) -> bool:
    """Tell IN and US in a text in capitals, mere words there, from abbreviations."""
    return toponym.mention.text.lower() in _PLAIN_WORDS


def _is_vessel(text: str, toponym: Toponym) -> bool:
    """Tell "the destroyer X": ships are named after places."""
    before = text[max(0, toponym.span.start - 20) : toponym.span.start].split()
    return bool(before) and before[-1].lower() in _VESSELS


_VESSELS = frozenset(
    "ship vessel destroyer frigate corvette submarine carrier cruiser warship tanker "
    "freighter trawler ferry yacht bulker liner steamer schooner uss hms mv ss".split()
)


def _is_part(text: str, toponym: Toponym) -> bool:
    """Tell "the U.S.-led campaign" and "pro-Moscow": only part of an adjective."""
    span = toponym.span
    hyphens = "-‑"
    ends = text[span.end : span.end + 1]
    before = text[max(0, span.start - 1) : span.start]
    joined = ends in hyphens and text[span.end + 1 : span.end + 2].islower()
    return (bool(ends) and joined) or (bool(before) and before in hyphens)

"""Names that are no place's: those of streets and bodies, nicknames, words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.detection.aliases.placehood import is_place_name
from placemap.detection.aliases.words import KIND
from placemap.detection.vocabulary import word_list
from placemap.text import fold

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.aliases.names import Skeleton

# "City of Lights" is a place's praise unless it ends in a place's name.
_DESCRIBED = frozenset("city town village land home capital state".split())
# Heads of the names of bodies; a detector may give those for places.
_BODIES = frozenset(
    "university college school academy institute hospital clinic museum company "
    "ministry council commission committee association party club "
    "union police army airline airlines railway railways accord accords agreement "
    "treaty pact protocol convention declaration war battle siege massacre offensive "
    "festival".split()
)
_GEOGRAPHIC = re.compile(
    rf"(?!(?:{'|'.join(sorted(_DESCRIBED))})$)(?:{KIND}|bank|strip|wall|rocks?|hills|"
    r"heights|cape|plain|steppe|coast|straits|gate|basin|delta|canal|line|triangle)"
)
_WAYS = frozenset("avenue boulevard highway lane road square street".split())
# "Pearl of the Adriatic": the gazetteer may have it, still it is praise.
_PRAISE = frozenset(
    "pearl jewel gem queen bride cradle crown heart roof rose star paradise "
    "breadbasket granary athens venice paris switzerland riviera manchester".split()
)
_TITLED = frozenset(
    "hmas hmcs hmnzs hms ins mv my rms ss usns uss capt col dr gen lt mr mrs ms prof "
    "rep rev sen sgt".split()
)
_LONGEST_ACRONYM = 5


def is_no_place(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is a word, a nickname, a street's, body's or person's."""
    return (
        not names.could_be_place(span)
        or _is_way(span, names)
        or _is_titled(span, names)
        or is_body(span, names)
        or _is_nickname(span, names)
    )


def _is_nickname(span: Span, names: Skeleton) -> bool:
    """Tell whether a name likens or describes: "Venice of Asia", "the Silver State"."""
    words = span.of(names.text).casefold().split()
    kind = words[words.index("of") - 1] if "of" in words[1:] else ""
    if kind in _DESCRIBED and not names.is_known(span) and not names.ends_known(span):
        return True
    before = names.text[max(0, span.start - 5) : span.start].casefold()
    is_phrase = before.rstrip("\"“‘' ").endswith("the")
    if is_phrase and kind in _PRAISE:
        return True
    if is_phrase and words[-1] in _DESCRIBED and not names.is_known(span):
        return not names.known_at_start(span)
    # The gazetteer has "the Windy City", too, and "the Big Easy"; one called so
    # lies elsewhere: "the Granite City".
    if is_phrase and words[-1] == "city" and not names.known_at_start(span):
        return True
    if is_phrase and len(words) > 1 and not _GEOGRAPHIC.fullmatch(words[-1]):
        if all(_is_word(word) or word.endswith("y") for word in words):
            return True
        if names.is_known(span):
            return False
    if is_place_name(span, names):
        return False
    if kind and (names.ends_known(span) or _is_word(kind)):
        return not _GEOGRAPHIC.fullmatch(kind)
    return is_phrase and all(map(_is_word, words))


def _is_way(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is a street's: "Arda Avenue"."""
    return span.of(names.text).rpartition(" ")[2].casefold() in _WAYS


def _is_titled(span: Span, names: Skeleton) -> bool:
    """Tell whether a name begins as a ship's or a person's: "SS Arda", "Mr Arda"."""
    first, space, _ = span.of(names.text).partition(" ")
    return bool(space) and first.casefold().strip(".").replace("/", "") in _TITLED


def is_body(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is that of a body: "University of Arda", "Arda Council"."""
    words = span.of(names.text).casefold().split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return len(words) > 1 and head in _BODIES


def _is_word(word: str) -> bool:
    common = word_list("common_words")
    return word in common or word.removesuffix("s") in common


def may_be_namesakes(left: Span, right: Span, names: Skeleton) -> bool:
    """Tell whether the gazetteer is worth asking if two names are one place's.

    Not if one is the other with a word more ("Mexico City") or an abbreviation.
    """
    ones, others = (_words_of(side.of(names.text)) for side in (left, right))
    if ones <= others or others <= ones:
        return False
    return not any(
        is_no_place(side, names) or _is_abbreviation(side, names)
        for side in (left, right)
    )


@lru_cache(maxsize=1 << 10)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(name).replace("-", " ").split()) - {"the"}


def _is_abbreviation(span: Span, names: Skeleton) -> bool:
    text = span.of(names.text)
    return text.endswith(".") or (text.isupper() and len(text) <= _LONGEST_ACRONYM)

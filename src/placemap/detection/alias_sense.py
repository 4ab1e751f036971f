"""Tell alias statements from what is only worded like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    GENERIC_AFTER,
    PLACE_KINDS,
    PLACE_PREPOSITIONS,
    TITLES,
)

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.alias_names import NameFinder

# Nouns that a name follows with "of" and is the same as: "the city of X".
_APPOSITIVE = frozenset(
    "city town village port state province island islands republic district region "
    "territory county enclave settlement municipality kingdom emirate governorate "
    "prefecture oblast hamlet borough commune canton colony residents people mayor "
    "streets outskirts centre center".split()
)
# Last words of names of states and divisions, first words of "Republic of ...".
_STATE_WORDS = GENERIC_AFTER | frozenset(
    "republic emirates kingdom states state territory territories region oblast "
    "islands areas zone emirate federation commonwealth caliphate administration "
    "mandate district democracy union".split()
)
# Things in a place that bear names of their own.
_THINGS = (
    PLACE_KINDS
    | GENERIC_AFTER
    | frozenset(
        "route road street highway stream peak hill strip stretch part parts zone base "
        "camp site square building bridge park pass path line crossing bay group "
        "militia party movement gang man woman rebel leader operation".split()
    )
)
# What English names of languages and peoples end in.
_LANGUAGE_ENDING = re.compile(
    r"(?:ish|an|ian|ese|ic|[^e]i|u|in|ch|sh|ek|ali|hmer|ew|o|wa)$"
)
_HEAD_NOUN = re.compile(
    r"\b(?P<noun>[a-z]+) (?P<preposition>in|of|from|to|into|near|between|along|"
    r"through|across|inside|within|outside|over|off) (?:the )?(?:[a-z]+ern )?$"
)
_HEAD_WINDOW = 60
_PLACE_WORD_WINDOW = 30


def is_plausible(
    left: Span, right: Span, names: NameFinder, *, is_weak: bool, has_user: bool
) -> bool:
    """Tell whether two linked names can be names of one place.

    `is_weak` says that the wording has other senses, `has_user` that the text tells
    who uses one of the names.
    """
    if not (names.could_be_place(left) and names.could_be_place(right)):
        return False
    if _belongs_to_other_noun(left, right, names.text, has_user=has_user):
        return False
    if is_weak:
        return _is_plausible_weak(left, right, names)
    return (
        is_place_name(left, names)
        or is_place_name(right, names)
        or _follows(left, names.text, PLACE_KINDS)
    )


def is_place_name(span: Span, names: NameFinder) -> bool:
    """Tell whether a name is a mention, or is built like the name of a state."""
    if names.is_known(span):
        return True
    words = span.of(names.text).casefold().split()
    if len(words) == 1 or words[0] in TITLES:
        return False
    # "Democratic Republic of", but not "State Board of".
    kind = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return kind in _STATE_WORDS


def language_or_none(span: Span, names: NameFinder, *, place: bool) -> str | None:
    """Return the text of a span that names a language, else None.

    With `place` a country or town will do: "known in Argentina as".
    """
    text = span.of(names.text)
    if names.is_people_word(span):
        return text
    if names.is_known(span):
        return text if place else None
    return text if _LANGUAGE_ENDING.search(text) else None


def _is_plausible_weak(left: Span, right: Span, names: NameFinder) -> bool:
    if names.is_known(left) and names.is_known(right):
        return True
    second = right.of(names.text)
    if second.isupper() or left.of(names.text).isupper() or " " in second:
        return False
    one_known = names.is_known(left) or names.is_known(right)
    return one_known and _follows(left, names.text, _BEFORE_PLACES)


_BEFORE_PLACES = PLACE_PREPOSITIONS | PLACE_KINDS | {"to"}


def _follows(span: Span, text: str, words: frozenset[str]) -> bool:
    """Tell whether one of `words` stands before a name, "of" and "the" aside."""
    before = text[max(0, span.start - _PLACE_WORD_WINDOW) : span.start].split()
    while before and before[-1] in {"the", "of"}:
        before.pop()
    return bool(before) and before[-1].casefold() in words


def _belongs_to_other_noun(
    left: Span, right: Span, text: str, *, has_user: bool
) -> bool:
    """Tell whether what follows names something in the place, not the place.

    In "the only road from Arda, known as the Silk Gate" the road is named, and in
    "an area of Arda known as Silk" the area.
    """
    match = _HEAD_NOUN.search(text[max(0, left.start - _HEAD_WINDOW) : left.start])
    if match is None:
        return False
    noun, preposition = match["noun"], match["preposition"]
    if preposition == "of" and noun in _APPOSITIVE:
        return False
    if noun in {"capital", "part", "area"} and preposition == "of":
        return True
    has_article = text[max(0, right.start - 4) : right.start] == "the "
    goes_straight_on = text[left.end : left.end + 1] == " "
    if noun in _THINGS:
        return preposition != "of" or has_article or goes_straight_on
    return has_article and not has_user and text[left.end : left.end + 1] == ","

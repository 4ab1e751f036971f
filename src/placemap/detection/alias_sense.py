"""Tell alias statements from what is only worded like one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.detection.vocabulary import (
    CALENDAR,
    GENERIC_AFTER,
    PLACE_KINDS,
    PLACE_PREPOSITIONS,
    TITLES,
)

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.alias_names import Skeleton

# Nouns that a name follows with "of" and is the same as: "the city of X".
_APPOSITIVE = frozenset(
    "city town village port state province island islands republic district region "
    "territory county enclave settlement municipality kingdom emirate governorate "
    "prefecture oblast hamlet borough commune canton colony".split()
)
# Last words of names of states and divisions, first words of "Republic of ...".
_STATE_WORDS = GENERIC_AFTER | frozenset(
    "republic emirates kingdom territory territories region oblast islands emirate "
    "district".split()
)
# Bodies, too, are called so: they make a state only together with a place's name.
_UNIONS = frozenset(
    "administration state states federation commonwealth democracy mandate zone area "
    "areas principality duchy".split()
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
# Languages that are called neither like a people in the gazetteer nor like the above.
_LANGUAGES = frozenset(
    "afrikaans aymara basque bemba bislama breton cantonese cebuano cree dari emberá "
    "erzya esperanto ewe faroese farsi fula ga gaelic garifuna guarani guaraní hausa "
    "hebrew hokkien igbo inuktitut k'iche' karen kikuyu kinyarwanda kirundi kurmanji "
    "ladin lao latin lingala lozi luganda malayalam manx māori maori maya mapudungun "
    "marathi nahuatl navajo ndebele nenets northern-sami occitan odia oromo pashto "
    "punjabi quechua rapanui romansh sami sámi sanskrit sepedi sesotho setswana shona "
    "sindhi sorani swahili tagalog tamazight tamil tatar telugu tetum tigrinya tok "
    "tswana twi urdu valencian venda wayuu wolof xhosa yiddish yoruba yupik zapotec "
    "zazaki zulu".split()
)
_HEAD_NOUN = re.compile(
    r"\b(?P<noun>[a-z]+) (?P<preposition>in|of|from|to|into|near|between|along|"
    r"through|across|inside|within|outside|over|off|on|at|by|around|beside|above) "
    r"(?:the )?(?:[a-z]+ern )?$",
    re.IGNORECASE,
)
_PARTS = TITLES | frozenset({"capital", "part", "parts", "area", "areas", "section"})
# No comma, bracket or dash between the names.
_STRAIGHT_ON = re.compile(r" [^,()\[\]—–-]*$")
# In "the road between Arda and Berda, called Silk" the road is named.
_SECOND_END = re.compile(r"\bbetween [^.;()]{1,40} and (?:the )?$")
_HEAD_WINDOW = 60
_PLACE_WORD_WINDOW = 30


@dataclass(frozen=True, slots=True)
class Claim:
    """Two linked names, before it is decided whether they can be one place.

    `user` is who uses one of them, "" when unsaid. `is_weak` says that the wording
    has other senses, `leads` that it starts with the left name, so that it may be
    about what stands before that.
    """

    left: Span
    right: Span
    relation: str
    user: str
    is_weak: bool
    leads: bool


def is_plausible(claim: Claim, names: Skeleton) -> bool:
    """Tell whether two linked names can be names of one place."""
    left, right = claim.left, claim.right
    if not all(map(names.could_be_place, (left, right))):
        return False
    if _is_nickname(left, names) or _is_nickname(right, names):
        return False
    if claim.leads and _names_part_or_person(left, names.text):
        return False
    if names.is_known(left) and names.is_known(right):
        return True
    if claim.is_weak:
        return _is_plausible_weak(claim, names)
    if claim.leads and _belongs_to_other_noun(claim, names.text):
        return False
    if is_place_name(left, names) or _follows(left, names.text, _BEFORE_UNKNOWN):
        return True
    if names.is_known(right):
        return not _may_be_person(claim, names.text)
    return is_place_name(right, names)


def _may_be_person(claim: Claim, text: str) -> bool:
    """Tell whether the left name may be somebody's who is called by a place.

    "Okoro, formerly Porto," is a footballer; nobody is said to be called so by a
    people, in a language, officially or since a renaming, nor to be an island.
    """
    between = text[claim.left.end : claim.right.start]
    if not (PLACE_KINDS | GENERIC_AFTER).isdisjoint(between.split()):
        return False
    is_personal = claim.relation in {"known_as", "called_by", "former"}
    return claim.leads and is_personal and not claim.user[:1].isupper()


def is_place_name(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is a mention, or is built like the name of a state."""
    if names.is_known(span):
        return True
    words = span.of(names.text).casefold().split()
    if len(words) == 1 or words[0] in TITLES:
        return False
    if "of" not in words[1:]:
        return words[-1] in _STATE_WORDS
    # "Democratic Republic of", but not "State Board of".
    kind = words[words.index("of") - 1]
    return kind in _STATE_WORDS or (kind in _UNIONS and names.ends_known(span))


def _is_nickname(span: Span, names: Skeleton) -> bool:
    """Tell whether a name likens one place to another: "Venice of Asia"."""
    is_built = " of " in span.of(names.text) and names.ends_known(span)
    return is_built and not is_place_name(span, names)


def is_language(span: Span, names: Skeleton) -> bool:
    """Tell whether a capitalised word names a language rather than a place."""
    if names.is_people(span):
        return True
    word = span.of(names.text)
    if word.casefold() in CALENDAR:
        return False
    if word.casefold() in _LANGUAGES:
        return True
    return (
        " " not in word
        and not names.is_known(span)
        and bool(_LANGUAGE_ENDING.search(word))
    )


def _is_plausible_weak(claim: Claim, names: Skeleton) -> bool:
    """Tell whether a known and an unknown name can be one place in a weak wording."""
    first, second = (span.of(names.text) for span in (claim.left, claim.right))
    if first.isupper() or second.isupper() or " " in second:
        return False
    if names.is_known(claim.left):
        return _follows(claim.left, names.text, _BEFORE_PLACES)
    # "Rakovo (Varna)" says where, "Novak (Varna)" who was there.
    is_bracketed = claim.relation == "parenthetical" or " " in first
    is_known = names.is_known(claim.right) and not is_bracketed
    return is_known and _follows(claim.left, names.text, _BEFORE_UNKNOWN)


_BEFORE_PLACES = PLACE_PREPOSITIONS | PLACE_KINDS | {"to"}
# People and bodies, too, are what something comes from or goes to.
_BEFORE_UNKNOWN = (PLACE_PREPOSITIONS | PLACE_KINDS) - {"from", "into", "resident"}


def _follows(span: Span, text: str, words: frozenset[str]) -> bool:
    """Tell whether one of `words` stands before a name, "of" and "the" aside."""
    before = text[max(0, span.start - _PLACE_WORD_WINDOW) : span.start].split()
    has_article = before[-1:] == ["the"]
    if has_article:
        before.pop()
    if before[-1:] == ["of"]:
        before.pop()
    elif has_article:
        words &= PLACE_PREPOSITIONS
    return bool(before) and before[-1].casefold() in words


def _head(left: Span, text: str) -> tuple[str, str]:
    """Return the noun and preposition before a name: "road", "from"; else "", ""."""
    match = _HEAD_NOUN.search(text[max(0, left.start - _HEAD_WINDOW) : left.start])
    if match is None:
        return "", ""
    return match["noun"].casefold(), match["preposition"].casefold()


def _names_part_or_person(left: Span, text: str) -> bool:
    """Tell whether an area or somebody of the place is named, not the place."""
    noun, preposition = _head(left, text)
    return preposition == "of" and noun in _PARTS


def _belongs_to_other_noun(claim: Claim, text: str) -> bool:
    """Tell whether what follows names something in the place, not the place.

    In "the only road from Arda, known as the Silk Gate" the road is named, and in
    "a bar in Arda called Silk" the bar.
    """
    left, right = claim.left, claim.right
    if _SECOND_END.search(text[max(0, left.start - _HEAD_WINDOW) : left.start]):
        return True
    noun, preposition = _head(left, text)
    if not noun or (preposition == "of" and noun in _APPOSITIVE):
        return False
    if _STRAIGHT_ON.match(text[left.end : right.start]):
        return True
    has_article = text[max(0, right.start - 4) : right.start] == "the "
    if noun in _THINGS:
        return preposition != "of" or has_article
    return has_article and not claim.user and text[left.end : left.end + 1] == ","

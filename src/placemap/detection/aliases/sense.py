"""Tell alias statements from what is only worded like one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.detection.aliases.languages import (
    is_language_before_name,
    is_language_word,
    is_shortened_language,
)
from placemap.detection.aliases.words import KIND
from placemap.detection.vocabulary import (
    CALENDAR,
    GENERIC_AFTER,
    PLACE_KINDS,
    PLACE_PREPOSITIONS,
    TITLES,
    word_list,
)

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.aliases.names import Skeleton

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
_HEAD_NOUN = re.compile(
    r"\b(?P<noun>[a-z]+) (?P<preposition>in|of|from|to|into|near|between|along|"
    r"through|across|inside|within|outside|over|off|on|at|by|around|beside|above) "
    r"(?:the )?(?:[a-z]+ern )?$",
    re.IGNORECASE,
)
_PARTS = TITLES | frozenset({"capital", "part", "parts", "area", "areas", "section"})
# "City of Lights" is a place's praise unless it ends in a place's name.
_DESCRIBED = frozenset("city town village land home capital state".split())
# Heads of the names of bodies; a detector may give those for places.
_BODIES = frozenset(
    "university college school academy institute hospital clinic museum company "
    "ministry council commission committee association party club "
    "union police army airline airlines railway railways".split()
)
_WAYS = frozenset("avenue boulevard highway lane road street".split())
# What bears a place's name without being one: "the ferry Arda".
_BEARERS = frozenset(
    "ship ferry tanker frigate destroyer cruiser submarine corvette warship vessel "
    "boat yacht trawler tug freighter liner steamer carrier bank company firm airline "
    "hotel restaurant pub bar club team band brand newspaper magazine film novel song "
    "album storm cyclone hurricane typhoon asteroid operation street road".split()
)
# No comma, bracket or dash between the names.
_STRAIGHT_ON = re.compile(r" [^,()\[\]—–-]*$")
# In "the road between Arda and Berda, called Silk" the road is named.
_SECOND_END = re.compile(r"\bbetween [^.;()]{1,40} and (?:the )?$")
_HEAD_WINDOW = 60
_KIND_IS = re.compile(rf"\b{KIND} (?:of|is|was|called|named) (?:the )?$")
_IS_KIND = re.compile(
    rf"[^.;\n]{{0,20}}(?:, | — | – | is | was )an? (?:[\w-]+ ){{0,3}}?{KIND}"
    r"(?=[,.;)]| (?:of|in|on|near|outside|with|that|which|where|some|above|below|"
    r"north|south|east|west|\d+)\b)"
)
_IS_NEAR = re.compile(
    r"[)\]]?,? (?:(?:which )?(?:lies|lying|located|situated) )?(?:near|outside|"
    r"close to|(?:north|south|east|west)\w* of|\d+ ?(?:km|kilomet\w+|miles))\b"
)
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
    if any(_is_no_place(span, names) for span in (left, right)):
        return False
    # "In Hebrew the name is Arda" speaks of a language.
    if is_language_before_name(left.of(names.text)) and not names.is_known(left):
        return False
    if claim.leads and _names_other_thing(left, names.text):
        return False
    if names.is_known(left) and names.is_known(right):
        return True
    if claim.is_weak:
        return _is_plausible_weak(claim, names)
    if claim.leads and _belongs_to_other_noun(claim, names):
        return False
    if is_place_name(left, names) or _follows(left, names.text, _BEFORE_UNKNOWN):
        return True
    if _is_told_to_be_place(claim, names.text):
        return True
    if names.is_known(right):
        return not _may_be_person(claim, names.text)
    return is_place_name(right, names)


def _is_no_place(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is a word, a street's, a body's or a nickname."""
    return (
        not names.could_be_place(span)
        or _is_way(span, names)
        or is_body(span, names)
        or _is_nickname(span, names)
    )


def _is_told_to_be_place(claim: Claim, text: str) -> bool:
    """Tell whether the text says what kind of place it is: "Arda, a village in"."""
    if _KIND_IS.search(
        text[max(0, claim.left.start - _HEAD_WINDOW) : claim.left.start]
    ):
        return True
    ends = (claim.left.end, claim.right.end)
    after = [text[at : at + _HEAD_WINDOW] for at in ends]
    return any(_IS_KIND.match(said) or _IS_NEAR.match(said) for said in after)


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
    """Tell whether a name likens or describes: "Venice of Asia", "the Silver State"."""
    words = span.of(names.text).casefold().split()
    kind = words[words.index("of") - 1] if "of" in words[1:] else ""
    if kind in _DESCRIBED and not names.is_known(span) and not names.ends_known(span):
        return True
    before = names.text[max(0, span.start - 5) : span.start].casefold()
    is_phrase = before.rstrip("\"“‘' ").endswith("the")
    if is_phrase and words[-1] in _DESCRIBED and not names.is_known(span):
        return not names.known_at_start(span)
    if is_place_name(span, names):
        return False
    if kind and (names.ends_known(span) or _is_word(kind)):
        return True
    return is_phrase and all(map(_is_word, words))


def _is_way(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is a street's: "Arda Avenue"."""
    return span.of(names.text).rpartition(" ")[2].casefold() in _WAYS


def is_body(span: Span, names: Skeleton) -> bool:
    """Tell whether a name is that of a body: "University of Arda", "Arda Council"."""
    words = span.of(names.text).casefold().split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return len(words) > 1 and head in _BODIES


def _is_word(word: str) -> bool:
    common = word_list("common_words")
    return word in common or word.removesuffix("s") in common


def is_language(span: Span, names: Skeleton) -> bool:
    """Tell whether a capitalised word names a language rather than a place."""
    if names.is_people(span):
        return True
    word = span.of(names.text)
    if word.casefold() in CALENDAR:
        return False
    if names.text.startswith(".", span.end) and is_shortened_language(word):
        return True
    is_name = " " in word or names.is_known(span)
    # "Crimean Tatar", "Swiss German"
    last = word.rpartition(" ")[2]
    return is_language_before_name(last) or (not is_name and is_language_word(word))


def _is_plausible_weak(claim: Claim, names: Skeleton) -> bool:
    """Tell whether a known and an unknown name can be one place in a weak wording."""
    if claim.relation == "or" and claim.user:
        return False
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
_BEFORE_UNKNOWN = (PLACE_PREPOSITIONS | PLACE_KINDS) - {"from", "into", "resident"} | {
    "past"
}


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


def _names_other_thing(left: Span, text: str) -> bool:
    """Tell whether the name is a ship's, or says where an area or somebody is."""
    before = text[max(0, left.start - _HEAD_WINDOW) : left.start]
    if _SECOND_END.search(before) or _BEARERS.intersection(before.split()[-1:]):
        return True
    noun, preposition = _head(left, text)
    return preposition == "of" and noun in _PARTS


def _belongs_to_other_noun(claim: Claim, names: Skeleton) -> bool:
    """Tell whether what follows names something in the place, not the place.

    In "the only road from Arda, known as the Silk Gate" the road is named, and in
    "a bar in Arda called Silk" the bar.
    """
    left, right, text = claim.left, claim.right, names.text
    noun, preposition = _head(left, text)
    if not noun or (preposition == "of" and noun in _APPOSITIVE):
        return False
    if _STRAIGHT_ON.match(text[left.end : right.start]):
        return True
    before = text[max(0, right.start - 4) : right.start]
    has_article = before == "the " and not is_place_name(right, names)
    if noun in _THINGS:
        return preposition != "of" or has_article
    return has_article and not claim.user and text[left.end : left.end + 1] == ","

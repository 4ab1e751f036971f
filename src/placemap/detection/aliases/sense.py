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
from placemap.detection.aliases.placehood import (
    BEFORE_PLACES,
    follows,
    is_built_like_place,
    is_decreed,
    is_place_name,
    is_taken,
    is_told_to_be_place,
    stands_as_place,
)
from placemap.detection.aliases.placeless import is_no_place, may_be_namesakes
from placemap.detection.aliases.words import IT, KIND
from placemap.detection.vocabulary import (
    CALENDAR,
    GENERIC_AFTER,
    PLACE_KINDS,
    TITLES,
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
# What bears a place's name without being one: "the ferry Arda".
_BEARERS = frozenset(
    "ship ferry tanker frigate destroyer cruiser submarine corvette warship vessel "
    "boat yacht trawler tug freighter liner steamer coaster schooner barge dhow launch "
    "icebreaker gunboat minesweeper carrier train bank company firm airline brewery "
    "hotel restaurant pub bar club team band brand newspaper magazine film novel song "
    "singer rapper writer author poet painter artist composer actor actress player "
    "striker midfielder defender goalkeeper boxer suspect commander founder horse "
    "album storm cyclone hurricane typhoon asteroid operation street road".split()
)
# "the ferry from Arda to", "a street in"
_BEARER_FROM = re.compile(
    rf"\b(?:{'|'.join(sorted(_BEARERS))}) (?:from|to|in|at|between) "
    r"(?:[A-Z][\w'’-]*,? |to |and |the |of )*$"
)
# "a town in Arda called", "the quarter of Arda known as": what bears the name is in it.
_PART_OF = re.compile(
    rf"\b(?:(?:an?|one|another|every) (?:[\w-]+ ){{0,3}}?{KIND} (?:of|in|on|near|off)|"
    rf"{KIND} (?:around|beyond|behind|along)|"
    r"(?:suburb|quarter|neighbou?rhood|outskirts|corner|end|half) (?:of|in)) "
    r"(?:the )?$",
    re.IGNORECASE,
)
# "the festival, once Arda, now Berda", but "the city, once Arda, now Berda".
_APPOSED_FIRST = re.compile(
    rf"\b(?!{KIND},)[a-z]+, (?:formerly|previously|once|originally|first|initially) $"
)
# No comma, bracket or dash between the names.
_STRAIGHT_ON = re.compile(r" [^,()\[\]—–-]*$")
# In "the road between Arda and Berda, called Silk" the road is named.
_SECOND_END = re.compile(r"\bbetween [^.;()]{1,40} and (?:the )?$")
# "the capital was Arda, now Berda": the capital has moved.
_IS_SEAT = re.compile(
    r"\b(?:capital|seat|headquarters|hub|base|home|venue|host|office|offices|post|"
    r"embassy|champions?|address|workplace|residence|flagship) "
    r"(?:(?:is|was|were|had been|has been|used to be|lay|sat|stood|moved)(?: in| "
    r"at| to)?"
    r"|in|at) (?:the )?$"
)
_BARE_TIME = re.compile(
    r"(?:,? \(|, | — | )(?:(?:now|then|later|today|currently|once|formerly|"
    r"previously|until \d{4}|since \d{4}),? )+"
)
_DATELINE_END = re.compile(r" ?(?:\([^()]*\) ?)?(?:—|–|-|:)")
_AGENCY_END = re.compile(r"\) ?(?:—|–|--?) ")
# Nobody is called something from one year to another.
_DATED = re.compile(
    r"[\w ,]*\b(?:between|from) \d{4} (?:and|to|until) \d{4}\b|"
    r"[\w ,]*\b(?:until|till|before) 1[0-8]\d\d\b"
)
_CALLS = re.compile(r"\b(?:calls?|renames?) (?:the )?$")
_HEAD_WINDOW = 60
_LONGEST_LANGUAGE = 10
_SAYS_IT = re.compile(rf"\b{IT}\b")
_KIND_BEFORE = re.compile(rf"\b{KIND},? (?:as )?the $")
_OF_LAND = re.compile(
    r"(?:land|ia|s|Provinces?|Territor\w+|Republic|Coast|Gulf|Sea|Bank|Gap|Road|Hills?|"
    r"Stones?|Gates?|Plain|Steppe|Rocks?|Line|Marsh\w*|Cordillera|Sound|Channel)$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Two linked names, before it is decided whether they can be one place.

    `user` is who uses one of them, "" when unsaid. `is_weak` says that the wording
    has other senses, `leads` that it starts with the left name, so that it may be
    about what stands before that, `in_language` that a language is told.
    """

    left: Span
    right: Span
    relation: str
    user: str
    is_weak: bool
    leads: bool
    in_language: bool = False


def is_plausible(claim: Claim, names: Skeleton) -> bool:
    """Tell whether two linked names can be names of one place."""
    left, right = claim.left, claim.right
    if any(is_no_place(span, names) for span in (left, right)):
        return False
    # Settlers of Arda called their village New Arda.
    if right.of(names.text) == f"New {left.of(names.text)}":
        return False
    if _names_language(left, names) or _is_mere_sign(claim, names):
        return False
    if claim.leads and _names_other_thing(claim, names.text):
        return False
    if names.is_known(left) and names.is_known(right):
        return True
    if claim.is_weak:
        return _is_plausible_weak(claim, names)
    if claim.leads and _belongs_to_other_noun(claim, names):
        return False
    if _has_no_place_sense(right, names):
        return False
    return _shows_place(claim, names)


def _names_language(left: Span, names: Skeleton) -> bool:
    """Tell whether a first name is a language's: "In Hebrew the name is Arda"."""
    name = left.of(names.text)
    if " " in name or not is_language_before_name(name):
        return False
    return not names.is_known(left) or names.text.endswith("in ", 0, left.start)


def _is_mere_sign(claim: Claim, names: Skeleton) -> bool:
    """Tell whether a slash or bracket says who reports from where, or joins twins."""
    left, right = claim.left, claim.right
    if claim.relation == "slash":
        are_twins = not may_be_namesakes(left, right, names)
        return are_twins or _is_dateline(left, right, names.text)
    return claim.relation == "parenthetical" and _is_agency(right, names.text)


def _shows_place(claim: Claim, names: Skeleton) -> bool:
    """Tell whether anything shows that two names, one unknown, are a place's."""
    left, right = claim.left, claim.right
    if is_place_name(left, names) or stands_as_place(left, names.text):
        return True
    if is_told_to_be_place(left, right, names.text):
        return True
    if names.is_known(right):
        return not _may_be_person(claim, names.text)
    # Only places have a Thirdish name, and are renamed by decree.
    if claim.relation == "in_language" and claim.in_language:
        return True
    if claim.relation == "renamed" and is_decreed(left, right, names.text):
        return True
    return is_place_name(right, names) or any(
        is_built_like_place(side, names) for side in (left, right)
    )


def _has_no_place_sense(right: Span, names: Skeleton) -> bool:
    """Tell whether a second name that nobody knows is no place's.

    So are "FCSB", and with an article "the Boz" and "the Zionist regime", but not
    "the Arda Islands".
    """
    if names.is_known(right) or is_place_name(right, names):
        return False
    text = right.of(names.text)
    if text.isupper() and not names.text.isupper():
        return True
    before = names.text[max(0, right.start - _HEAD_WINDOW) : right.start]
    before = before.rstrip("\"“‘'")
    # "Kurds call the sea the Arda"
    if not before.endswith(" the ") or _KIND_BEFORE.search(before):
        return False
    return not is_built_like_place(right, names) and not _OF_LAND.search(text)


def _may_be_person(claim: Claim, text: str) -> bool:
    """Tell whether the left name may be somebody's who is called by a place.

    "Okoro, formerly Porto," is a footballer; nobody is said to be called so by a
    people, in a language, officially or since a renaming, nor to be an island.
    """
    between = text[claim.left.end : claim.right.start]
    if not (PLACE_KINDS | GENERIC_AFTER).isdisjoint(between.split()):
        return False
    if _DATED.search(between) or _DATED.match(text, claim.right.end):
        return False
    is_personal = claim.relation in {"known_as", "called_by", "former"}
    return claim.leads and is_personal and not claim.user[:1].isupper()


def _is_dateline(left: Span, right: Span, text: str) -> bool:
    """Tell whether two names in capitals say where a report was written."""
    return all(side.of(text).isupper() for side in (left, right)) and bool(
        _DATELINE_END.match(text, right.end)
    )


def _is_agency(right: Span, text: str) -> bool:
    """Tell whether capitals in brackets end a dateline: "Arda, Berda (XYZ) —"."""
    is_short = right.of(text).isupper() and not text.isupper()
    return is_short and bool(_AGENCY_END.match(text, right.end))


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
    # "in Shina": nobody knows it as a place.
    if not is_name and names.text.endswith("in ", 0, span.start):
        return len(word) <= _LONGEST_LANGUAGE and word.istitle()
    return is_language_before_name(last) or (not is_name and is_language_word(word))


def _is_plausible_weak(claim: Claim, names: Skeleton) -> bool:
    """Tell whether a known and an unknown name can be one place in a weak wording."""
    if claim.user and _CALLS.search(
        names.text[max(0, claim.left.start - _HEAD_WINDOW) : claim.left.start]
    ):
        is_one_known = names.is_known(claim.left) or (
            names.is_known(claim.right) and _OF_LAND.search(claim.left.of(names.text))
        )
        return bool(is_one_known) and not _has_no_place_sense(claim.right, names)
    if claim.user and claim.user[:1].isupper():
        return stands_as_place(claim.left, names.text)
    first, second = (span.of(names.text) for span in (claim.left, claim.right))
    if is_built_like_place(claim.left, names) and not names.is_known(claim.right):
        return not second.isupper() and not _has_no_place_sense(claim.right, names)
    # "Arda, or Hudson's Bay": a name of that build is nobody's choice of words.
    is_second_new = not names.is_known(claim.right)
    if claim.relation == "or" and is_second_new and is_place_name(claim.right, names):
        return not first.isupper()
    if claim.relation in {"slash", "or"} and is_told_to_be_place(
        claim.left, claim.right, names.text
    ):
        return not second.isupper()
    if is_second_new and is_taken(claim.left, names.text) and " " not in second:
        return not second.isupper()
    if first.isupper() or second.isupper() or " " in second:
        return False
    if names.is_known(claim.left):
        return follows(claim.left, names.text, BEFORE_PLACES)
    # "Rakovo (Varna)" says where, "Novak (Varna)" who was there.
    is_bracketed = claim.relation == "parenthetical" or " " in first
    is_known = names.is_known(claim.right) and not is_bracketed
    return is_known and stands_as_place(claim.left, names.text)


def _head(left: Span, text: str) -> tuple[str, str]:
    """Return the noun and preposition before a name: "road", "from"; else "", ""."""
    match = _HEAD_NOUN.search(text[max(0, left.start - _HEAD_WINDOW) : left.start])
    if match is None:
        return "", ""
    return match["noun"].casefold(), match["preposition"].casefold()


def _names_other_thing(claim: Claim, text: str) -> bool:
    """Tell whether the name is a ship's, or says where an area or somebody is."""
    left, right = claim.left, claim.right
    before = text[max(0, left.start - _HEAD_WINDOW) : left.start]
    if _IS_SEAT.search(before) and _BARE_TIME.fullmatch(text[left.end : right.start]):
        return True
    is_straight = _STRAIGHT_ON.match(text[left.end : right.start])
    if is_straight and _BEARER_FROM.search(before):
        return True
    if _PART_OF.search(before) and not text.startswith((" (", " —"), left.end):
        return not _SAYS_IT.search(text[left.end : right.start].casefold())
    if _APPOSED_FIRST.search(before) or before.endswith((" under the ", " under ")):
        return True
    if _SECOND_END.search(before.casefold()) or is_borne(left, text):
        return True
    noun, preposition = _head(left, text)
    # "the capital of Arda (Berda until 2003)" is about Arda.
    if not claim.is_weak and text.startswith(" (", left.end):
        return False
    return preposition == "of" and noun in _PARTS


def is_borne(span: Span, text: str) -> bool:
    """Tell whether something else bears the name: "the ferry Arda"."""
    before = text[max(0, span.start - _HEAD_WINDOW) : span.start].casefold().split()
    return not _BEARERS.isdisjoint(before[-1:])


def _belongs_to_other_noun(claim: Claim, names: Skeleton) -> bool:
    """Tell whether what follows names something in the place, not the place.

    In "the only road from Arda, known as the Silk Gate" the road is named, and in
    "a bar in Arda called Silk" the bar.
    """
    left, right, text = claim.left, claim.right, names.text
    noun, preposition = _head(left, text)
    if not noun or (preposition == "of" and noun in _APPOSITIVE):
        return False
    between = text[left.end : right.start]
    # A bracket is about the name before it, "the town" and "it" about a place.
    if between.startswith(" (") and not between.endswith("the "):
        return False
    if _SAYS_IT.search(between.casefold()):
        return False
    if _STRAIGHT_ON.match(text[left.end : right.start]):
        return True
    before = text[max(0, right.start - 4) : right.start]
    has_article = before == "the " and not is_place_name(right, names)
    if noun in _THINGS:
        return preposition != "of" or has_article
    return has_article and not claim.user and text[left.end : left.end + 1] == ","

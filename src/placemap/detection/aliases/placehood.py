"""What shows that a name is a place's: its own words, and what is said of it.

Most names that a statement explains are not in any gazetteer. Some are built like
names of places ("Fort Arda", "Ardagrad"), of others the text says what only places
undergo ("shelled Arda", "villagers of Arda", "Arda lies on the coast").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.detection.aliases.words import KIND, RULERS
from placemap.detection.vocabulary import (
    GENERIC_AFTER,
    PLACE_KINDS,
    PLACE_PREPOSITIONS,
    TITLES,
)

if TYPE_CHECKING:
    from placemap.core import Span
    from placemap.detection.aliases.names import Skeleton

# Last words of names of states and divisions, first words of "Republic of ...".
_STATE_WORDS = GENERIC_AFTER | frozenset(
    "republic emirates kingdom territory territories region oblast islands emirate "
    "district atoll lagoon cove inlet shoal rock rocks".split()
)
# Bodies, too, are called so: they make a state only together with a place's name.
_UNIONS = frozenset(
    "administration state states federation commonwealth democracy mandate zone area "
    "areas principality duchy".split()
)
# How names of places begin in many languages, and what ends hardly any other name.
_FIRST_WORD = re.compile(
    r"(?:(?:port|fort|camp|tell?|tall?|wadi?|dar|qala|sidi|beni|bani|nahal|qal['’]?[ae]t|givat|beit|bayt|kafr|"
    r"kfar|khirbet|deir|dayr|mount|mt\.?|lake|cape|puerto|r[ií]o|novo|nowy|nov[yýiáéo]|"
    r"star[yýiáao]|velik[aio]|gornj[aeio]|donj[aeio]|nizhn\w+|verkhn\w+|ras|jebel|"
    r"jabal|djebel|bir|ain|ayn|oued|kampung|kampong|pulau|tanjung|kota|gunung|muang|"
    r"phnom|cerro|isla|ilha|[iî]le|ciudad|cidade|pueblo|fuerte|sant|san|são|umm?|sankt|"
    r"isle|loch|ust|upper|lower|nether|nerkin|verin|saint|sainte|santa|santo) |"
    r"sainte?-|(?:ust|novo|staro|verkhn[eiy]|nizhn[eiy])-?(?=\w))"
)
_LAST_WORD = re.compile(
    r" (?:sloboda|selo|stanitsa|castle|kale|hisar|stav|k[öo]y[üu]?|mahallesi|"
    r"da[gğ][iı]|a[sş]a[gğ][iı]|yuxar[iı]|kend|"
    r"town|ville|landing|bend|springs|junction|ferry|flats|crossing)$"
)
_LAST_LETTERS = re.compile(
    r"\w{2,}(?:abad|grad|gorod|hrad|gr[oó]d|burgh|ville|town|stan|kert|dorf|pur|pura|"
    r"nagar|shahr|k[aeə]nd|[aiouey]nsk|[rlvt]sk|skoye|skoe|[aiuy]?ivka|ovka|evka|"
    r"ivske|[rlkn]ove|k[öo]y(?:ü)?|hisar|stadt|borough|mouth|haven|polis|pil|[nk]ovo|"
    r"evo|"
    r"it[sz]a|ishte|ashen|avan|dzor|fjord|vik|holm|[nvt]ava|stow|minster)(?:'s|’s)?$"
)
# What takes a place as its object, or as that of its preposition.
_TAKES_PLACE = re.compile(
    r"\b(?:reach|enter|shell|retak|retook|bomb|storm|recaptur|liberat|occup|evacuat|"
    r"fled|overran|overrun|besieg|bypass|flood|surround|encircl|annex|inhabit|"
    r"explor|coloni[sz]|cut off|populat|loot|ransack|patrol|raz)"
    r"(?:ed|e|es|s|ing|ied|ies)? (?:the )?$|"
    r"\b(?:shells?|shelling|missiles?|rockets?|drones?|bombs?|quake|earthquake|cyclone|"
    r"artillery|storm|tornado|strikes?|floods?) (?:hit|struck|pounded|shook|rocked) $|"
    r"\b(?:left|took|taken|burned|burnt|freed) $|"
    r"\b(?:chief|villagers|residents|inhabitants|people|citizens|townsfolk|islanders|"
    r"farmers|"
    r"fishermen|herders|shepherds|settlers|peasants|natives|elders|families|tribes|"
    r"mayor|council|ruins|remains|streets|outskirts|suburbs|steelworks|port|harbour|"
    r"bay|houses|parts|most|half|all|south|north|east|west|miles|km|kilomet\w+|"
    r"side|bank|valley|market|church|mosque|left|live|lives|lived|living) (?:of|in|"
    r"from|around|near|above) "
    r"(?:the )?$|\b(?:return|mov|advanc|came|come|go|went|back|road|way|drove|walk|"
    r"flew|"
    r"flown|ship|travel|march|evacuat|deport|fled|flee)(?:ed|es|ing|led)? to (?:the "
    r")?$|"
    r"\b(?:came|comes|come|hails?|hailed|native|fled|returned|evacuated|displaced|"
    r"deported|driven|expelled|shipped|flew|flown) (?:from|of) (?:the )?$"
)
_LIES = re.compile(
    r"[)\]]?,? (?:(?:which )?(?:lies|lay|nestles|sits on|stands on)\b|"
    r"(?:has|had) (?:an? |no |its |\w+ )?(?:\w+ )?(?:bridges?|port|harbou?r|lagoon|"
    r"houses|families|inhabitants|residents|people|schools?|mosques?|church|churches|"
    r"markets?|roads?|station|airport|airstrip|wells?|beach\w*|water|electricity)\b|"
    r"(?:was|were|has been|is) (?:taken by|seized by|hit by|struck by|cleared of|"
    r"shelled|bombed|captured|flooded|evacuated|overrun|"
    r"retaken|burnt|burned|razed|liberated|occupied|cut off|besieged|abandoned|empty|"
    r"deserted|uninhabited|rebuilt)\b)"
)
_HEAD_WINDOW = 60
_KIND_IS = re.compile(rf"\b{KIND},?(?: (?:of|is|was|called|named))? (?:the )?$")
_IS_KIND = re.compile(
    rf"[^.;\n]{{0,20}}(?:, | — | – | is | was )an? (?:[\w-]+ ){{0,3}}?{KIND}"
    r"(?=[,.;)]| (?:of|in|on|near|outside|with|that|which|where|some|above|below|"
    r"north|south|east|west|\d+)\b)"
)
# "the Arda estate"
_IS_OF_KIND = re.compile(rf" {KIND}(?=[,.;)]| \()")
_DECREES = re.compile(rf"\b{RULERS} [^.;()]*$")
_BY_RULERS = re.compile(
    rf"[^.;()]{{0,20}}\bby (?:the |its |their )?(?:[\w-]+ ){{0,3}}?{RULERS}\b"
)
_IS_NEAR = re.compile(
    r"[)\]]?,? (?:(?:which )?(?:lies|lying|located|situated) )?(?:near|outside|"
    r"close to|(?:north|south|east|west)\w* of|\d+ ?(?:km|kilomet\w+|miles))\b"
)
_FOR_THE_KIND = re.compile(rf"[^.;\n]{{0,40}}\b(?:for|of) the (?:\w+ )?{KIND}\b")
_PLACE_WORD_WINDOW = 30
BEFORE_PLACES = PLACE_PREPOSITIONS | PLACE_KINDS | {"to"}
# People and bodies, too, are what something comes from or goes to.
_BEFORE_UNKNOWN = (PLACE_PREPOSITIONS | PLACE_KINDS) - {"from", "into", "resident"} | {
    "past"
}


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


def is_built_like_place(span: Span, names: Skeleton) -> bool:
    """Tell whether a name's first word or last letters are those of places."""
    name = span.of(names.text).casefold()
    if _FIRST_WORD.match(name) or _LAST_WORD.search(name):
        return True
    return " " not in name and bool(_LAST_LETTERS.match(name))


def is_taken(span: Span, text: str) -> bool:
    """Tell whether before a name stands what is done to places: "shelled Arda"."""
    before = text[max(0, span.start - _HEAD_WINDOW) : span.start]
    return bool(_TAKES_PLACE.search(before.casefold()))


def stands_as_place(span: Span, text: str) -> bool:
    """Tell whether the words before a name are those that stand before places."""
    return is_taken(span, text) or follows(span, text, _BEFORE_UNKNOWN)


def is_told_to_be_place(left: Span, right: Span, text: str) -> bool:
    """Tell whether the text says of two names what kind of place they are.

    "Arda, a village in", "the town of Arda", "Arda lies".
    """
    if _KIND_IS.search(text[max(0, left.start - _HEAD_WINDOW) : left.start]):
        return True
    after = [text[at : at + _HEAD_WINDOW] for at in (left.end, right.end)]
    if _IS_OF_KIND.match(after[0]):
        return True
    if _FOR_THE_KIND.match(after[1]):
        return True
    return any(
        pattern.match(said) for said in after for pattern in (_IS_KIND, _IS_NEAR, _LIES)
    )


def is_decreed(left: Span, right: Span, text: str) -> bool:
    """Tell whether those who rule gave the second name."""
    before = text[max(0, left.start - _HEAD_WINDOW) : left.start].casefold()
    after = text[right.end : right.end + _HEAD_WINDOW].casefold()
    return bool(_DECREES.search(before) or _BY_RULERS.match(after))


def follows(span: Span, text: str, words: frozenset[str]) -> bool:
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

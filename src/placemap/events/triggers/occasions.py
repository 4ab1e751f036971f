"""Nouns that name what happened: what people gather for, and what befell them.

"The funeral", "a roadblock" and "heavy rain" tell of a happening without any verb. A
noun counts where it is the head of its phrase, and where the word before it does not
make a place or a thing of it: a bus stop, a repair workshop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.triggers.wordkinds import word_kind
from placemap.events.words import PREPOSITIONS, noun_forms, verb_form
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.words import Word

# What people come together for.
_GATHERINGS = frozenset(
    "admission anniversary arrival auction audit ballot banquet baptism blitz "
    "breakfast briefing burial by-election camp carnival celebration ceremony "
    "championship christening clean-up cleanup commemoration competition "
    "concert conference congress contest convention convoy coronation course "
    "debate departure derby dinner drill election event excavation exercise "
    "exhibit exhibition expo fair festival final fireworks flypast fundraiser "
    "funeral gala game gathering graduation groundbreaking handover hearing "
    "hunt inauguration inquest inspection launch lecture lesson luncheon "
    "lying-in-state marathon march mass match meeting opening parade party "
    "patrol performance pilgrimage prayer premiere procession race raid rally "
    "reading reception recital recount referendum regatta rehearsal reopening "
    "requiem reunion run-off screening search seminar sermon session show "
    "stop stopover survey swearing-in symposium talk thanksgiving tour "
    "tournament trial trip unveiling vaccination vigil visit vote wake "
    "wedding workshop wreath".split()
)
# What befell people and places, or was done to them.
_BLOWS = frozenset(
    "battle blackout blaze bonfire brawl burglary burning burst closure "
    "collapse cordon crash damage demolition deployment disturbance downpour "
    "drowning embezzlement eruption execution exhumation fight fire flare-up "
    "flood fog freeze frost gale gunshot hail hanging hatching infection "
    "influx landing leak outage quarantine queue rain rainfall reopening "
    "rescue roadblock robbery scuffle shipment shot snow snowfall spill "
    "stoppage storm strike swarm tailback theft verdict violence wildfire "
    "wind withdrawal".split()
)
_OCCASIONS = _GATHERINGS | _BLOWS

# Nouns for places, and what makes occasions of them.
_HELD_ONLY = {
    "camp": frozenset(
        "training summer winter boot holiday scout youth medical eye blood health "
        "vaccination football fitness spring donation surgery".split()
    ),
    "course": frozenset(
        "training refresher crash first-aid language induction".split()
    ),
}
# Nouns for occasions, and what makes places or things of them.
_BUILT = {
    "stop": frozenset("bus truck tram rest pit coach train taxi lorry metro".split()),
    "workshop": frozenset(
        "rocket weapons weapon arms repair metal carpentry underground clandestine "
        "bomb-making railway drone car garage welding tailoring sewing".split()
    ),
    "show": frozenset("talk tv television radio reality chat game".split()),
    "race": frozenset("arms presidential leadership title rat human".split()),
    "match": frozenset("dna".split()),
    "drill": frozenset("electric power seed".split()),
    "party": frozenset(
        "labour labor conservative democratic republican ruling opposition political "
        "communist green liberal national governing socialist people's nationalist "
        "populist third search rescue".split()
    ),
}
_AFTER_HEAD = PREPOSITIONS | frozenset(
    "and are had has have here is last next that there this today tomorrow tonight "
    "was were where which will would yesterday".split()
)


def _is_for_occasion(lower: str) -> bool:
    return not _OCCASIONS.isdisjoint(noun_forms(lower))


# Whether a word in lower case may name an occasion.
FOR_OCCASION: WordTable[bool] = WordTable(_is_for_occasion)


def is_occasion(words: Sequence[Word], i: int) -> bool:
    """Tell whether the word at `i`, for which `FOR_OCCASION` holds, names one here.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("A bus stop and a stop in Lima", 0, 29)
    >>> is_occasion(words, 2), is_occasion(words, 5)
    (False, True)
    """
    forms = _OCCASIONS.intersection(noun_forms(words[i].lower))
    if not forms or _is_place(words, i, min(forms)):
        return False
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    is_head = (
        words[i].lower.endswith("s")  # plurals modify nothing
        or not follows.isalpha()
        or follows in _AFTER_HEAD
        or verb_form(follows) != "base"
    )
    return is_head and word_kind(words, i) == "noun"


def _is_place(words: Sequence[Word], i: int, noun: str) -> bool:
    """Tell a refugee camp, a bus stop and a rocket workshop from what is held."""
    before = words[i - 1].lower if i else ""
    if noun in _HELD_ONLY:
        return before not in _HELD_ONLY[noun]
    return before in _BUILT.get(noun, ())

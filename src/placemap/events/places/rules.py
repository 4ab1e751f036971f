"""Rules that say how likely a trigger happened at a place phrase of its sentence.

An ordered list: the first rule that applies gives the score. The numbers are the
rules' rough precision on news sentences whose places were marked by people.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.places.constructions import (
    DISTANCE,
    HEADING,
    OWN_HOME,
    OWN_SITE,
    as_distance,
    as_heading,
    as_own_home,
    as_own_site,
    as_purpose,
    as_seen,
    is_mere_name,
)
from placemap.events.places.locatives import as_locative
from placemap.events.places.plain import OBJECT, SUBJECT, UPON, as_plain
from placemap.events.places.words import AMOUNTS, SITE_NOUNS, STRIKING
from placemap.events.words import AUXILIARIES, lemma, looks_finite

if TYPE_CHECKING:
    from placemap.events.places.pairs import Link, Pair
    from placemap.events.places.phrase import PlacePhrase

_COMPOUND = "named together with the event: 'X attack'"
_GOAL = "where it went"
_SOURCE = "where it came from"
_OWN_OBJECT = "the trigger's own object: 'of X'"
_VERB_OBJECT = "the verb's object"
_VERB_SUBJECT = "the subject of a passive verb"
_ATTACKED = "what was attacked: 'on X'"
_STRUCK = "what it struck"
_ANTECEDENT = "said of it: 'X, where ...'"
_ON_THE_WAY = "on the way from one to the other"
_ALONG = "along the border of the two"
_LOCAL = "told of local people: 'residents of X', 'X police'"
_PUT_UNDER = "put under it: 'X under curfew'"
# Constructions that say where by themselves, whatever a model has seen of them.
OWN_CONSTRUCTIONS = frozenset(
    (
        _ANTECEDENT,
        _ON_THE_WAY,
        _ALONG,
        _LOCAL,
        _PUT_UNDER,
        HEADING,
        DISTANCE,
        OWN_SITE,
        OWN_HOME,
        SUBJECT,
        OBJECT,
        UPON,
    )
)
# What holds for the other triggers of the same act too. A phrase with "in" needs no
# sharing: every trigger of the sentence has been measured against it.
SHARED_RULES = frozenset((_VERB_OBJECT, _VERB_SUBJECT))


def score_pair(pair: Pair) -> Link | None:
    """Return how likely the trigger happened at the phrase, None for not at all."""
    if _is_in_where_clause(pair):
        return _as_antecedent(pair)
    for rule in _RULES:
        found = rule(pair)
        if found:
            return found
    return None


def _is_in_where_clause(pair: Pair) -> bool:
    """Tell "in X, where rebels killed six": there the clause has a place of its own."""
    sentence, at = pair.sentence, pair.phrase.first
    first = sentence.clauses.index(sentence.clauses[pair.anchor.first])
    opens = sentence.words[first].lower == "where"
    return opens and at < first


def _as_antecedent(pair: Pair) -> Link | None:
    """Return a link for the name right before "where", however it is governed."""
    sentence = pair.sentence
    first = sentence.clauses.index(sentence.clauses[pair.anchor.first])
    between = sentence.words[pair.phrase.last : first]
    is_site = pair.phrase.tail == "noun" and pair.phrase.after in SITE_NOUNS
    if any(w.text != "," for w in between) and not is_site:
        return None
    last = replace(pair.phrase, heads=pair.phrase.heads[-1:])
    return replace(pair, phrase=last).link(0.85, _ANTECEDENT)


def _as_struck(pair: Pair) -> Link | None:
    """Return a link for "floods hit X": what befalls a place, its verb, the place."""
    phrase, anchor = pair.phrase, pair.anchor
    if anchor.is_verb or not pair.is_after or not _bare(phrase):
        return None
    if not set(pair.breaks) <= {"rel", "resume"}:
        return None
    verb = pair.sentence.words[phrase.governor_at - 1]
    if pair.governor == "to":
        spread = lemma(verb.lower) == "spread"
        return pair.link(0.8, _STRUCK) if spread else None
    is_hit = lemma(verb.lower) in STRIKING and looks_finite(verb)
    if pair.governor or not is_hit or pair.has_verb_between:
        return None
    return pair.link(0.85, _STRUCK)


def _as_argument(pair: Pair) -> Link | None:
    """Object, passive subject, or "of X": places the trigger's meaning allows."""
    if pair.phrase.governor == "as":
        known = _is_known_as(pair)
        rule = "the trigger's object, 'known as X'"
        return pair.link(0.75, rule, "at") if known else None
    if pair.anchor.is_verb:
        return _as_verb_argument(pair)
    return _as_noun_argument(pair)


def _as_noun_argument(pair: Pair) -> Link | None:
    phrase, anchor = pair.phrase, pair.anchor
    if "f" not in anchor.where or phrase.governor_at != anchor.last:
        return None
    if phrase.governor == "of":
        return pair.link(0.92, _OWN_OBJECT, "at")
    if phrase.governor in ("on", "against") and _bare(phrase):
        return pair.link(0.75, _ATTACKED, "at")
    return None


def _as_verb_argument(pair: Pair) -> Link | None:
    is_site = pair.anchor.is_plain and pair.phrase.tail == "noun"
    takes_place = "o" in pair.anchor.where or is_site
    if pair.governor or not takes_place or not _bare(pair.phrase):
        return None
    start, end = pair.between
    if pair.is_after and not pair.anchor.is_passive and start == end:
        return pair.link(0.92, _VERB_OBJECT, "at")
    is_subject = not pair.is_after and pair.anchor.is_passive
    if is_subject and not pair.breaks and not pair.has_verb_between:
        return pair.link(0.8, _VERB_SUBJECT, "at")
    return None


def _is_known_as(pair: Pair) -> bool:
    """Tell "blockade of the only road, known as X": X is the trigger's object."""
    anchor, words = pair.anchor, pair.sentence.words
    before = words[pair.phrase.governor_at - 1].lower
    if not pair.is_after or before not in ("known", "called") or pair.breaks:
        return False
    if anchor.is_verb:
        return "o" in anchor.where
    return "f" in anchor.where and words[anchor.last].lower == "of"


def _bare(phrase: PlacePhrase) -> bool:
    """Tell whether the phrase means the place itself, not something of it."""
    is_site = phrase.after in SITE_NOUNS and not phrase.is_epithet
    return phrase.tail == "" or is_site


def _as_compound(pair: Pair) -> Link | None:
    """Return a link for "the Gaza war": the phrase right before a noun."""
    phrase, anchor = pair.phrase, pair.anchor
    if anchor.is_verb or phrase.tail != "noun" or anchor.needs_statement:
        return None
    start, end = pair.between
    if pair.is_after or end - start > 1 or not phrase.rank_is_fine:
        return None  # "the US attack": countries rather do it than suffer it
    if is_mere_name(pair):
        return None
    return pair.link(0.55, _COMPOUND, "at")


def _as_local(pair: Pair) -> Link | None:
    """Return a link for "residents of X fled" and "X police arrested": all local."""
    phrase, breaks = pair.phrase, set(pair.breaks)
    if not phrase.rank_is_fine or pair.anchor.needs_statement:
        return None
    is_body = phrase.tail == "noun" and phrase.after in _BODIES | _PEOPLE
    if pair.is_after:
        by_body = is_body and phrase.governor == "by" and pair.anchor.is_passive
        return pair.link(0.6, _LOCAL) if by_body and not breaks else None
    at = phrase.governor_at
    head = pair.sentence.words[at - 1].lower if at else ""
    if not phrase.governor and _is_part(pair) and not (breaks or phrase.tail):
        return pair.link(0.65, _LOCAL)
    of_people = phrase.governor in ("of", "in") and _is_people(head)
    if phrase.governor == "in" and lemma(head) in _BODIES and _is_act(pair):
        return pair.link(0.6, _LOCAL)
    if of_people and not phrase.tail and breaks <= {"say", "that"}:
        return pair.link(0.65, _LOCAL)
    is_subject = is_body and not phrase.governor
    return pair.link(0.6, _LOCAL) if is_subject and _is_act(pair) else None


def _is_act(pair: Pair) -> bool:
    """Tell the verb of a clause whose subject stands right before it."""
    is_agent = pair.anchor.is_verb and not pair.anchor.is_passive
    return is_agent and not (pair.breaks or pair.has_verb_between)


def _is_part(pair: Pair) -> bool:
    """Tell "half of X was without power"."""
    at = pair.phrase.governor_at
    return at < pair.phrase.first and pair.sentence.words[at].lower in AMOUNTS


def _is_people(head: str) -> bool:
    """Tell "residents", "half" and "the over-80s" of a place."""
    return lemma(head) in _PEOPLE or head in AMOUNTS or head[:2].isdigit()


_PEOPLE = frozenset(
    "resident inhabitant villager townspeople dweller people citizen local household "
    "family home house street farmer trader shopkeeper fisherman herder worker miner "
    "student pupil parent child pensioner worshipper parishioner commuter motorist "
    "driver customer voter patient".split()
)
# Bodies that act where they are.
_BODIES = frozenset(
    "police court jury judge firefighter fireman council school hospital deputy "
    "detective coroner mayor prosecutor".split()
)


def _as_put_under(pair: Pair) -> Link | None:
    """Return a link for "put X under curfew" and "X is under siege"."""
    sentence, at = pair.sentence, pair.anchor.first
    if pair.anchor.is_verb or pair.is_after or at < 1:
        return None
    if sentence.words[at - 1].lower != "under" or not _bare(pair.phrase):
        return None
    between = sentence.lowers(pair.phrase.last, at - 1)
    is_close = all(word in AUXILIARIES for word in between)
    return pair.link(0.8, _PUT_UNDER, "at") if is_close else None


def _as_road(pair: Pair) -> Link | None:
    """Return a link for "on the road from A to B" and "at the A-B border"."""
    phrase = pair.phrase
    if not (phrase.is_road or phrase.is_border) or pair.breaks:
        return None
    return pair.link(0.8, _ALONG if phrase.is_border else _ON_THE_WAY)


def _as_path(pair: Pair) -> Link | None:
    """Goal and source, where the trigger's meaning makes one of them the place."""
    phrase, anchor = pair.phrase, pair.anchor
    if not pair.is_after or pair.breaks or not _bare(phrase) or _is_left(pair):
        return None
    if phrase.governor in ("to", "into", "onto") and "g" in anchor.where:
        return pair.link(0.7, _GOAL, "toward")
    if phrase.governor == "from" and "s" in anchor.where:
        return pair.link(0.65, _SOURCE, "from")
    return None


def _is_left(pair: Pair) -> bool:
    """Tell "returned from a visit to X": they were back when it was told."""
    at = pair.anchor.first
    before = pair.sentence.lowers(max(0, at - 3), at)
    return not pair.anchor.is_verb and "from" in before


# In order; the first that applies counts.
_RULES = (
    _as_argument,
    _as_struck,
    _as_compound,
    _as_put_under,
    as_heading,
    as_seen,
    as_distance,
    as_purpose,
    as_own_site,
    as_own_home,
    _as_local,
    _as_road,
    as_locative,
    _as_path,
    as_plain,
)

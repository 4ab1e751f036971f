"""Rules that say how likely a trigger happened at a place phrase of its sentence.

An ordered list: the first rule that applies gives the score. The numbers are the
rules' rough precision on news sentences whose places were marked by people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.pairs import Link, Pair
from placemap.events.placewords import SITE_NOUNS
from placemap.events.words import DETERMINERS, lemma

if TYPE_CHECKING:
    from placemap.core import Relation
    from placemap.events.phrases import PlacePhrase

_COMPOUND = "named together with the event: 'X attack'"
_GOAL = "where it went"
_SOURCE = "where it came from"
_OWN_OBJECT = "the trigger's own object: 'of X'"
_VERB_OBJECT = "the verb's object"
_VERB_SUBJECT = "the subject of a passive verb"
_ATTACKED = "what was attacked: 'on X'"
# What holds for the other triggers of the same act too. A phrase with "in" needs no
# sharing: every trigger of the sentence has been measured against it.
SHARED_RULES = frozenset((_OWN_OBJECT, _VERB_OBJECT, _VERB_SUBJECT, _ATTACKED))
_RELATIONS: dict[str, Relation] = {"at": "at", "between": "between", "along": "along"}


def score_pair(pair: Pair) -> Link | None:
    """Return how likely the trigger happened at the phrase, None for not at all."""
    for rule in (_as_argument, _as_compound, _as_road, _as_locative, _as_path):
        found = rule(pair)
        if found:
            return found
    return None


def _made(pair: Pair, score: float, rule: str, relation: Relation = "in") -> Link:
    said = _RELATIONS.get(pair.phrase.governor)
    if pair.phrase.is_near:
        relation = "near"
    elif said and relation == "in":
        relation = said
    return Link(phrase=pair.phrase, score=score, rule=rule, relation=relation)


def _as_argument(pair: Pair) -> Link | None:
    """Object, passive subject, or "of X": places the trigger's meaning allows."""
    if pair.phrase.governor == "as":
        known = _is_known_as(pair)
        rule = "the trigger's object, 'known as X'"
        return _made(pair, 0.75, rule, "at") if known else None
    if pair.anchor.is_verb:
        return _as_verb_argument(pair)
    return _as_noun_argument(pair)


def _as_noun_argument(pair: Pair) -> Link | None:
    phrase, anchor = pair.phrase, pair.anchor
    if "f" not in anchor.where or phrase.governor_at != anchor.last:
        return None
    if phrase.governor == "of":
        return _made(pair, 0.92, _OWN_OBJECT, "at")
    if phrase.governor in ("on", "against") and _bare(phrase):
        return _made(pair, 0.75, _ATTACKED, "at")
    return None


def _as_verb_argument(pair: Pair) -> Link | None:
    if pair.governor or "o" not in pair.anchor.where or not _bare(pair.phrase):
        return None
    start, end = pair.between
    if pair.is_after and not pair.anchor.is_passive and start == end:
        return _made(pair, 0.92, _VERB_OBJECT, "at")
    is_subject = not pair.is_after and pair.anchor.is_passive
    if is_subject and not pair.breaks and not pair.has_verb_between:
        return _made(pair, 0.8, _VERB_SUBJECT, "at")
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
    return phrase.tail == "" or phrase.after in SITE_NOUNS


def _as_compound(pair: Pair) -> Link | None:
    """Return a link for "the Gaza war": the phrase right before a noun."""
    phrase, anchor = pair.phrase, pair.anchor
    if anchor.is_verb or phrase.tail != "noun" or anchor.needs_statement:
        return None
    start, end = pair.between
    if pair.is_after or end - start > 1:
        return None
    return _made(pair, 0.7, _COMPOUND, "at")


def _as_road(pair: Pair) -> Link | None:
    """Return a link for "on the road from A to B": somewhere between the two."""
    phrase = pair.phrase
    if not phrase.is_road or pair.breaks:
        return None
    return _made(pair, 0.8, "on the way from one to the other", "between")


def _as_locative(pair: Pair) -> Link | None:
    phrase = pair.phrase
    if not (pair.governor and phrase.is_locative):
        return None
    if phrase.governor == "over" and not set("of").intersection(pair.anchor.where):
        return None  # talks over X, concern over X
    if phrase.tail and phrase.after and not _stays_place(phrase):
        return None
    if pair.anchor.needs_statement and not _is_adjacent(pair):
        return None
    if not pair.is_after:
        return _locative_before(pair)
    return _locative_after(pair)


def _has_infinitive(pair: Pair) -> bool:
    """Tell whether "to" and a verb stand between: "signed a deal to drill in X"."""
    start, end = pair.between
    words = pair.sentence.words
    return any(
        words[i].lower == "to"
        and words[i - 1].lower not in ("due", "close", "according", "owing", "thanks")
        and words[i + 1].text.isalpha()
        and not words[i + 1].is_capital
        and not words[i + 1].is_number
        and words[i + 1].lower not in DETERMINERS
        and words[i + 1].lower != "death"
        for i in range(start, min(end, len(words) - 1))
    )


def _at_site(pair: Pair) -> bool:
    """Tell "against the war at a park in X" from "against the war in X"."""
    words = pair.sentence.words
    at = pair.phrase.governor_at
    site = lemma(words[at - 1].lower) in SITE_NOUNS
    return site and any(
        w in ("at", "outside", "near", "in", "inside")
        for w in pair.sentence.lowers(max(pair.anchor.last, at - 4), at - 1)
    )


_OCCURRING = frozenset("occurred happened place occurring unfolded".split())
_TOPIC = frozenset("against over about demanding".split())


def _is_adjacent(pair: Pair) -> bool:
    """Tell "agreed in Geneva" from "condemned the attack in Geneva"."""
    start, end = pair.between
    return pair.is_after and not pair.breaks and end - start <= 1


def _stays_place(phrase: PlacePhrase) -> bool:
    """Tell "in Kabul market" and "in Iraq's capital" from "in Russia's view"."""
    return phrase.after in SITE_NOUNS or (phrase.tail == "noun" and phrase.rank_is_fine)


def _locative_after(pair: Pair) -> Link | None:
    breaks = pair.breaks
    between = pair.words_between
    if "here" in between[:3]:
        return None
    if _OCCURRING.intersection(between) and set(breaks) <= {"rel", "sub"}:
        return _made(pair, 0.75, "said where it took place")
    if not breaks and _has_infinitive(pair):
        return _made(pair, 0.4, "said past an infinitive")
    if _TOPIC.intersection(between) and not _at_site(pair):
        return _made(pair, 0.45, "said of what it was about")
    if not breaks:
        if pair.has_verb_between:
            return _made(pair, 0.6, "said later in the same clause")
        return _made(pair, 0.9, "said after the trigger in its clause")
    if breaks[-1] in ("say", "that") or "say" in breaks:
        return None
    if set(breaks) <= {"sub"}:
        return _made(pair, 0.6, "said in the clause that tells when or how")
    if set(breaks) <= {"part", "coord", "resume", "sub"}:
        return _made(pair, 0.5, "said in a following clause")
    return None


def _locative_before(pair: Pair) -> Link | None:
    breaks = pair.breaks
    if pair.opens_clause and "say" not in breaks:
        return _made(pair, 0.85, "sets the scene at the start")
    if not breaks:
        between = pair.words_between
        if "," in between or "to" in between or pair.has_verb_between:
            return _made(pair, 0.45, "said before the trigger, past a comma or verb")
        return _made(pair, 0.7, "said before the trigger in its clause")
    if set(breaks) <= {"part"}:
        return _made(pair, 0.75, "said of the act this is a part of")
    if set(breaks) <= {"part", "coord", "rel", "resume"}:
        return _made(pair, 0.6, "said in a preceding clause")
    if set(breaks) <= {"sub"}:
        return _made(pair, 0.55, "said in the main clause")
    return None


def _as_path(pair: Pair) -> Link | None:
    """Goal and source, where the trigger's meaning makes one of them the place."""
    phrase, anchor = pair.phrase, pair.anchor
    if not pair.is_after or pair.breaks or not _bare(phrase):
        return None
    if phrase.governor in ("to", "into", "toward", "towards", "onto") and (
        "g" in anchor.where
    ):
        return _made(pair, 0.7, _GOAL, "toward")
    if phrase.governor == "from" and "s" in anchor.where:
        return _made(pair, 0.65, _SOURCE, "from")
    return None

"""Rules for phrases that say where: "in X", "near X", "at a market of X".

Whether such a phrase is said of the trigger or of something else depends on what
stands between the two: nothing, a comma, a clause of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.clauses import SAYING
from placemap.events.places.elsewhere import (
    is_aim,
    is_another,
    is_charge,
    is_mere_time,
    is_modifier,
    is_occurring,
    is_of_another,
    is_of_saying,
    is_old_conflict,
    is_origin,
    is_over,
    is_return,
    is_seat,
    is_source,
    is_superlative,
    is_taken,
    is_topic,
    is_transfer,
)
from placemap.events.places.fronting import (
    is_left_behind,
    is_of_joined,
    is_of_next,
)
from placemap.events.places.words import SITE_NOUNS
from placemap.events.words import AUXILIARIES, COORDINATORS, lemma, looks_finite

if TYPE_CHECKING:
    from placemap.events.places.pairs import Link, Pair
    from placemap.events.places.phrase import PlacePhrase

BEFORE = "said before the trigger in its clause"


def as_locative(pair: Pair) -> Link | None:
    """Return a link for a phrase that says where, None where it says so of others."""
    phrase = pair.phrase
    if not (pair.governor and phrase.is_locative):
        return None
    if phrase.governor == "over" and not is_over(pair):
        return None  # talks over X, concern over X
    if phrase.tail and phrase.after and not _stays_place(phrase):
        return None
    if pair.anchor.needs_statement and not _is_adjacent(pair):
        return None
    if is_old_conflict(pair) or (pair.is_after and is_modifier(pair)):
        return None
    if is_origin(pair) or is_of_next(pair) or is_left_behind(pair):
        return None
    if not pair.is_after:
        return _locative_before(pair)
    return _locative_after(pair)


def _has_new_clause(pair: Pair) -> bool:
    """Tell "and shops were looted in X": what is joined on has a verb of its own."""
    start, end = pair.between
    words = pair.sentence.words[start:end]
    joins = [i for i, w in enumerate(words) if w.lower in COORDINATORS]
    return bool(joins) and any(
        w.lower in ("was", "were", "is", "are", "has", "have", "had")
        for w in words[joins[-1] + 1 :]
    )


def _is_adjacent(pair: Pair) -> bool:
    """Tell "agreed in Geneva" from "condemned the attack in Geneva"."""
    start, end = pair.between
    return pair.is_after and not pair.breaks and end - start <= 1


def _stays_place(phrase: PlacePhrase) -> bool:
    """Tell "in Kabul market" and "in Iraq's capital" from "in Russia's view"."""
    if phrase.is_epithet or phrase.after in ("embassy", "consulate", "mission"):
        return False  # "outside the US embassy in X"
    if phrase.after in SITE_NOUNS:
        return True
    is_spatial = phrase.governor not in _FIGURATIVE
    return phrase.tail == "noun" and phrase.rank_is_fine and is_spatial


# "under the X agreement", "through the X process"
_FIGURATIVE = frozenset("under over through via beyond within between".split())


def _locative_after(pair: Pair) -> Link | None:
    if "here" in pair.words_between[:3] or is_another(pair) or is_superlative(pair):
        return None
    for applies, score, why in _AFTER:
        if applies(pair):
            return pair.link(score, why)
    if not pair.breaks:
        if pair.has_verb_between:
            score = 0.4 if _has_new_clause(pair) else 0.6
            return pair.link(score, "said later in the same clause")
        return pair.link(0.9, "said after the trigger in its clause")
    return _in_clause_after(pair)


# In order: what may stand between a trigger and a place that follows it, and how
# likely the place then is the trigger's.
_AFTER = (
    (is_taken, 0.75, "said of where it was taken from"),
    (is_source, 0.4, "said of where it came from"),
    (is_charge, 0.4, "said of what they were charged with"),
    (is_of_another, 0.52, "said of whom or what it concerns"),
    (is_occurring, 0.75, "said where it took place"),
    (is_of_joined, 0.45, "said of what is joined on"),
    (is_transfer, 0.4, "said of where they were taken"),
    (is_aim, 0.4, "said past an infinitive"),
    (is_topic, 0.45, "said of what it was about"),
)


def _in_clause_after(pair: Pair) -> Link | None:
    breaks = pair.breaks
    if {"say", "that"}.intersection(breaks) or (
        SAYING.intersection(map(lemma, pair.words_between))
    ):
        return None  # "condemned the attack, saying that ... in X"
    if set(breaks) <= {"sub"}:
        return pair.link(0.6, "said in the clause that tells when or how")
    if breaks[-1] == "coord" and (
        _has_own_subject(pair, pair.phrase.first) or _goes_on_living(pair)
    ):
        return None
    if set(breaks) <= {"part", "coord", "resume", "sub"}:
        return pair.link(0.5, "said in a following clause")
    return None


def _goes_on_living(pair: Pair) -> bool:
    """Tell "fled and has lived in X since": the perfect tells of what lasts."""
    sentence = pair.sentence
    start = sentence.clauses.index(sentence.clauses[pair.phrase.first])
    return sentence.words[start + 1].lower in ("has", "have", "had")


def _locative_before(pair: Pair) -> Link | None:
    breaks = pair.breaks
    if is_mere_time(pair):
        return None
    if is_of_saying(pair):
        return pair.link(0.3, "said of where it was said")
    if is_return(pair):
        return None
    if pair.opens_clause and "say" not in breaks:
        return pair.link(0.85, "sets the scene at the start")
    if not breaks:
        return _in_clause_before(pair)
    if set(breaks) <= {"part"}:
        return pair.link(0.75, "said of the act this is a part of")
    if _is_aside(pair):
        return None
    if set(breaks) <= {"part", "coord", "rel", "resume"}:
        is_other = _has_own_subject(pair, pair.anchor.first) or _is_aim(pair)
        score = 0.45 if is_other else 0.6
        return pair.link(score, "said in a preceding clause")
    if set(breaks) <= {"sub"}:
        return pair.link(0.55, "said in the main clause")
    return None


def _in_clause_before(pair: Pair) -> Link:
    between = pair.words_between
    if pair.phrase.context and between[:1] == [","]:
        between = between[1:]  # "in X, south of Y, has killed": the comma closes it
    if is_seat(pair):
        return pair.link(0.35, "the seat of who did it")
    if "," in between or "to" in between or pair.has_verb_between:
        return pair.link(0.45, "said before the trigger, past a comma or verb")
    is_beside = not between or all(word in AUXILIARIES for word in between)
    return pair.link(0.8 if is_beside else 0.7, BEFORE)


def _is_aside(pair: Pair) -> bool:
    """Tell "the driver, who had won in X, crashed": X is told of something else."""
    sentence = pair.sentence
    kind = sentence.breaks[sentence.clauses[pair.phrase.first]]
    return kind == "rel" and pair.breaks[:1] == ("resume",)


def _is_aim(pair: Pair) -> bool:
    """Tell "met in X and promised to visit": what is still to be done is elsewhere."""
    at = pair.anchor.first
    return pair.anchor.is_verb and {"to", "will"}.issuperset(
        pair.sentence.lowers(at - 1, at)
    )


def _has_own_subject(pair: Pair, first: int) -> bool:
    """Tell "and the schools were closed" from "and closed the schools".

    Asked of the clause that holds word `first`, for what stands before that word.
    """
    sentence = pair.sentence
    clause = sentence.clauses[first]
    start = sentence.clauses.index(clause)
    follows = sentence.words[start + 1]
    least = 2 if follows.is_capital else 3
    if sentence.breaks[clause] != "coord" or first - start < least:
        return False
    return not (looks_finite(follows) or follows.lower in ("then", "later", "also"))

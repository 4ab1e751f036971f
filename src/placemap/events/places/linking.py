"""Decide which place phrase of a sentence, if any, each of its triggers happened at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.places.elsewhere import is_transfer
from placemap.events.places.fronting import is_left_behind, is_of_next
from placemap.events.places.linker import shipped_linker
from placemap.events.places.pairs import Anchor, Link, Pair
from placemap.events.places.rules import OWN_CONSTRUCTIONS, SHARED_RULES, score_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Relation
    from placemap.events.places.clues import SentenceClues
    from placemap.events.places.phrase import PlacePhrase
    from placemap.events.sentence import Sentence

# Below this a phrase is not taken for the place of an event. What is, may still not be
# worth a pin (`worth.py`).
ENOUGH = 0.5
# A phrase this unlikely is not worth naming as the runner-up.
_LEAST = 0.05
# Where no rule speaks for a place, it has to be this likely to suffice.
_UNRULED = 0.75
# Likewise where words of saying stand between, "officials in X said that ...", or a
# semicolon, and where the place is somebody's: "killed the mayor of X".
_APART = 0.9
_APART_BREAKS = frozenset(("say", "that", "stop"))
_PATHS: dict[str, Relation] = {
    "to": "toward", "into": "toward", "onto": "toward", "toward": "toward",
    "towards": "toward", "from": "from",
}  # fmt: skip
_LEARNED = "as in sentences whose places people marked"


def link(
    clues: SentenceClues, anchor: Anchor, phrases: Sequence[PlacePhrase]
) -> list[Link]:
    """Return the phrases that may be where `anchor` happened, likeliest first.

    A learned model judges single verbs of the table; nouns, phrases ("went to war") and
    plain happenings, of which it saw none, go by the rules. Those without a chance are
    left out; see `ENOUGH` for what suffices.
    """
    pairs = [Pair(sentence=clues.sentence, anchor=anchor, phrase=p) for p in phrases]
    scored = [score_pair(pair) for pair in pairs]
    is_word = anchor.is_verb and anchor.last - anchor.first == 1
    if is_word and pairs and not anchor.is_plain:
        scored = _learned(clues, pairs, scored)
    found = [one for one in scored if one]
    found.sort(key=lambda x: (-x.score, abs(x.phrase.first - anchor.first)))
    return found


def _learned(
    clues: SentenceClues, pairs: Sequence[Pair], ruled: Sequence[Link | None]
) -> list[Link | None]:
    """Return the pairs with the model's chances; the rules say in what manner."""
    anchor = pairs[0].anchor
    places = shipped_linker().find_places(clues, anchor.first, anchor.last)
    links: list[Link | None] = []
    for pair, rule in zip(pairs, ruled, strict=True):
        members = (*pair.phrase.heads, *pair.phrase.context)
        words = {i for t in members for i in range(*clues.sentence.word_range(t.span))}
        touched = (p for p in places if not words.isdisjoint(range(p.first, p.last)))
        chance = max((place.chance for place in touched), default=0.0)
        has_chance = chance >= _LEAST or (rule and rule.rule in OWN_CONSTRUCTIONS)
        links.append(_combined(pair, rule, chance) if has_chance else None)
    return links


def _combined(pair: Pair, rule: Link | None, chance: float) -> Link | None:
    """Return a link with what model and rule say of it, half each.

    A rule that speaks against the place keeps its word: few of the marked sentences
    show what it knows.
    """
    if rule and rule.rule in OWN_CONSTRUCTIONS:
        return replace(rule, score=max(chance, rule.score))
    if rule:
        is_against = rule.score < ENOUGH
        both = (chance + rule.score) / 2
        return replace(rule, score=min(chance, rule.score) if is_against else both)
    if pair.anchor.needs_statement or _is_other_end(pair) or _is_of_others(pair):
        return None
    is_apart = pair.governor == "of" or not _APART_BREAKS.isdisjoint(pair.breaks)
    least = _APART if is_apart else _UNRULED
    relation = _PATHS.get(pair.governor, "in")
    return pair.link(min(1.0, chance * ENOUGH / least), _LEARNED, relation)


def _is_other_end(pair: Pair) -> bool:
    """Tell "evacuated to X" where the verb's place is the one they came from."""
    is_goal = _PATHS.get(pair.governor) == "toward"
    return is_goal and "s" in pair.anchor.where and "g" not in pair.anchor.where


def _is_of_others(pair: Pair) -> bool:
    """Tell the places of others: "seized one from X", "shots, and at X a sit-in"."""
    if is_of_next(pair) or is_left_behind(pair) or is_transfer(pair):
        return True
    path = _PATHS.get(pair.governor, "in")
    if path == "from":
        return "s" not in pair.anchor.where
    return path == "toward" and not pair.is_after and not pair.opens_clause


def link_all(
    clues: SentenceClues, anchors: Sequence[Anchor], phrases: Sequence[PlacePhrase]
) -> list[list[Link]]:
    """Return the links of every trigger of a sentence, in the order given.

    A trigger without a place of its own shares that of the nearest trigger it is
    tied to by a participle, "and", or a clause of time.
    """
    sentence = clues.sentence
    own = [link(clues, anchor, phrases) for anchor in anchors]
    return [
        links if _suffices(links) else _shared(sentence, anchors, own, i) or links
        for i, links in enumerate(own)
    ]


def _suffices(links: list[Link]) -> bool:
    return bool(links) and links[0].score >= ENOUGH


def _shared(
    sentence: Sentence, anchors: Sequence[Anchor], own: list[list[Link]], i: int
) -> list[Link]:
    """Return the links of the nearest trigger that `i` is one event with, or none."""
    if anchors[i].needs_statement or not anchors[i].shares:
        return []
    others = sorted(
        (j for j in range(len(anchors)) if j != i and _suffices(own[j])),
        key=lambda j: abs(anchors[j].first - anchors[i].first),
    )
    for j in others:
        if anchors[j].needs_statement:
            continue
        left, right = sorted((anchors[i].first, anchors[j].first))
        breaks = set(sentence.breaks_between(left, right))
        best = own[j][0]
        if breaks <= _TIES and best.rule in SHARED_RULES:
            score = best.score * _SHARED
            return [replace(best, score=score, rule=f"{best.rule}; shared")]
    return []


_TIES = frozenset(("part", "coord", "sub", "resume"))
# A place taken over from a tied trigger is right about three times in four.
_SHARED = 0.75


def choose(links: Sequence[Link]) -> list[Link]:
    """Return the links to keep: the best one and those added to it by "and in X".

    Nothing if none suffices.
    """
    if not _suffices(list(links[:1])):
        return []
    best = links[0]
    return [
        best,
        *(x for x in links[1:] if x.rule == best.rule and x.phrase.is_added),
    ]

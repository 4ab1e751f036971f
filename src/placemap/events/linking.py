"""Decide which place phrase of a sentence, if any, each of its triggers happened at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.pairs import Anchor, Link, Pair
from placemap.events.placerules import SHARED_RULES, score_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.placephrase import PlacePhrase
    from placemap.events.sentence import Sentence

# Below this a phrase is not taken for the place of an event.
ENOUGH = 0.5


def link(
    sentence: Sentence, anchor: Anchor, phrases: Sequence[PlacePhrase]
) -> list[Link]:
    """Return the phrases that may be where `anchor` happened, likeliest first.

    Those the rules give no chance are left out; see `ENOUGH` for what suffices.
    """
    pairs = [Pair(sentence=sentence, anchor=anchor, phrase=p) for p in phrases]
    found = [scored for pair in pairs if (scored := score_pair(pair))]
    found.sort(key=lambda x: (-x.score, abs(x.phrase.first - anchor.first)))
    return found


def link_all(
    sentence: Sentence, anchors: Sequence[Anchor], phrases: Sequence[PlacePhrase]
) -> list[list[Link]]:
    """Return the links of every trigger of a sentence, in the order given.

    A trigger without a place of its own shares that of the nearest trigger it is
    tied to by a participle, "and", or a clause of time.
    """
    own = [link(sentence, anchor, phrases) for anchor in anchors]
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

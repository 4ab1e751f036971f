"""The words around a trigger that tell how it is meant."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.words import (
    AUXILIARIES,
    MODALS,
    NEGATIONS,
    is_adverb,
    looks_finite,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.triggers.finding import Trigger

_REACH = 8


def words_before(trigger: Trigger, reach: int = _REACH) -> list[str]:
    """Return the words before the trigger in its clause, nearest last."""
    sentence = trigger.sentence
    start = trigger.first
    while start > 0 and trigger.first - start < reach:
        if sentence.clauses[start - 1] != trigger.clause:
            break
        start -= 1
    return sentence.lowers(start, trigger.first)


def verb_group(trigger: Trigger) -> list[str]:
    """Return the auxiliaries, modals and adverbs right before a verb."""
    group: list[str] = []
    words = trigger.sentence.words
    for word in reversed(words[max(0, trigger.first - 5) : trigger.first]):
        lower = word.lower
        if word.text in "‘'“\"":
            continue  # call to "begin negotiations"
        is_part = (
            lower in AUXILIARIES
            or lower in MODALS
            or lower in NEGATIONS
            or lower in ("to", "also", "ever", "then", "yet", "soon")
            or is_adverb(lower)
        )
        if not is_part:
            break
        group.append(lower)
    return group[::-1]


def pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return each word with the next one."""
    return list(pairwise(words))


def passives_after(trigger: Trigger) -> list[tuple[str, str]]:
    """Return the passive verbs that a noun may be the subject of, with what follows.

    However much stands between: "a rally that unions had announced for Monday was
    called off". A noun after a verb is an object and has none.
    """
    sentence = trigger.sentence
    if trigger.kind != "noun" or any(
        map(looks_finite, sentence.words[: trigger.first])
    ):
        return []
    words = ["", *sentence.lowers(trigger.last, trigger.last + _FAR), "", ""]
    return [
        (words[i], words[i + 1])
        for i in range(1, len(words) - 1)
        if words[i - 1] in _BE
    ]


_FAR = 24
_BE = frozenset("is are was were been be".split())

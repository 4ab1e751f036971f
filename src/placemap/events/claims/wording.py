"""The words around a trigger that tell how it is meant."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.words import AUXILIARIES, MODALS, NEGATIONS, is_adverb

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

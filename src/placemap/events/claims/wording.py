"""The words around a trigger that tell how it is meant."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.words import looks_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.triggers.finding import Trigger

_REACH = 8


def words_before(trigger: Trigger, reach: int = _REACH) -> list[str]:
    """Return the words before the trigger in its clause, nearest last.

    `reach` is how many, up to a dozen.
    """
    return trigger.before[-reach:]


def verb_group(trigger: Trigger) -> list[str]:
    """Return the auxiliaries, modals and adverbs right before a verb."""
    return trigger.verb_group


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

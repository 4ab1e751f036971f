"""The words around a trigger that tell how it is meant."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

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

"""Which event of a sentence a number of victims belongs to, and how many took part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.people.numbers import find_size, find_tolls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Count
    from placemap.events.people.numbers import Harm, Toll
    from placemap.events.sentence import Sentence
    from placemap.events.triggers.finding import Trigger

_HARMFUL = frozenset("ASSAULT DISASTER ACCIDENT DISEASE CRIME".split())
_MOVING = ("displacement", "evacuation")
_TAKING = ("arrest", "abduct")
# Types of which a size can be told: of a force, a crowd, a group of helpers.
_SIZED = frozenset("MOBILIZE RETREAT AID PROTEST COERCE".split())


def assign_tolls(
    sentence: Sentence, triggers: Sequence[Trigger]
) -> list[dict[Harm, Count]]:
    """Return the numbers of victims of each trigger of a sentence, in order.

    A number goes to the trigger that is its word of harm ("killed"), else to the
    harmful one that stands nearest, fewer clauses first. What another sentence or
    the other side of a semicolon tells has numbers of its own.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> text = "A storm sank a boat and a fire broke out; six men died."
    >>> sentence = make_sentence(text, 0, len(text))
    >>> triggers = find_triggers(sentence)
    >>> [t.span.of(text) for t, toll in zip(triggers, assign_tolls(sentence, triggers))
    ...  if toll]
    ['died']
    """
    found: list[dict[Harm, Count]] = [{} for _ in triggers]
    for toll in find_tolls(sentence):
        owner = _owner(sentence, triggers, toll)
        if owner is not None:
            found[owner].setdefault(toll.harm, toll.victims)
    return found


def _owner(sentence: Sentence, triggers: Sequence[Trigger], toll: Toll) -> int | None:
    at = toll.at
    own: int | None = None
    nearest: tuple[int, int, int] | None = None
    for k, trigger in enumerate(triggers):
        if not _tells(toll.harm, trigger):
            continue
        if trigger.first <= at < trigger.last:
            if toll.victims.best != 0:
                return k
            own = k  # "no deaths": of what there was, if the sentence tells
            continue
        left, right = sorted((trigger.first, at))
        breaks = sentence.breaks_between(left, right)
        cost = (len(breaks), right - left, k)
        if "stop" not in breaks and (nearest is None or cost < nearest):
            nearest = cost
    return nearest[2] if nearest else own


def _tells(harm: Harm, trigger: Trigger) -> bool:
    """Tell whether a trigger may be what a harm was done by."""
    entry = trigger.entry
    if harm == "detained":
        return entry.mode in _TAKING
    return entry.role == "effect" or entry.type in _HARMFUL or entry.mode in _MOVING


def told_by(count: Count | None, claimant: str) -> Count | None:
    """Return a count with who gives it."""
    return replace(count, claimant=claimant) if count else None


def count_size(trigger: Trigger) -> str:
    """Return how many took part, in the words of the text; "" where it is not told.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> text = "Some 3,000 peacekeepers were deployed along the line."
    >>> triggers = find_triggers(make_sentence(text, 0, len(text)))
    >>> [count_size(t) for t in triggers if t.entry.type == "MOBILIZE"]
    ['3,000 peacekeepers']
    """
    if trigger.entry.type not in _SIZED or trigger.entry.mode == "ceasefire":
        return ""
    sentence = trigger.sentence
    return find_size(sentence, *sentence.clause_range(trigger.first))

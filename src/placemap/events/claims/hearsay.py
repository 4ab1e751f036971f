"""What is told as somebody's word without a verb of saying: rumours, doubts, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.claims.wording import verb_group
from placemap.events.words import NEGATIONS, lemma

if TYPE_CHECKING:
    from placemap.events.triggers.finding import Trigger

_MARKS = frozenset(
    "reportedly allegedly apparently alleged unconfirmed unverified purported "
    "supposed supposedly".split()
)
_CONFIRMING = frozenset(("confirm", "verify"))
_UNABLE = NEGATIONS | frozenset("refuse decline unable impossible".split())
# "Are believed to have died", "claims to have captured the town".
_HELD = frozenset(
    "claim appear seem believe allege report say think suspect rumour rumor".split()
)
_REACH = 14


def hearsay(trigger: Trigger) -> str:
    """Return why the sentence does not vouch for an event; "" if it does.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> text = "The army would not confirm that its base was shelled."
    >>> hearsay(find_triggers(make_sentence(text, 0, len(text)))[-1])
    "nobody vouches for it: 'confirm'"
    """
    near = trigger.sentence.lowers(trigger.first - 6, trigger.last + 3)
    marks = [word for word in near if word in _MARKS]
    if marks:
        return f"hearsay: '{marks[0]}'"
    if trigger.sentence.lowers(trigger.first - 1, trigger.first) == ["feared"]:
        return "hearsay: 'feared'"
    return _unconfirmed(trigger) or _held(trigger)


def _unconfirmed(trigger: Trigger) -> str:
    before = trigger.sentence.lowers(trigger.first - _REACH, trigger.first)
    for k, word in enumerate(before):
        if lemma(word) not in _CONFIRMING:
            continue
        near = before[max(0, k - 4) : k]
        if any(lemma(w) in _UNABLE or w in _UNABLE for w in near):
            return f"nobody vouches for it: '{word}'"
    return ""


def _held(trigger: Trigger) -> str:
    group = verb_group(trigger) if trigger.kind == "verb" else []
    if group[:2] != ["to", "have"]:
        return ""
    at = trigger.first - len(group)
    holder = trigger.sentence.lowers(at - 1, at)
    if holder and lemma(holder[0]) in _HELD:
        return f"hearsay: '{holder[0]}'"
    return ""

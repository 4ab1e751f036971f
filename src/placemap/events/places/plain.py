"""Rules for happenings that no table knows: who did what, and where it went.

The table of event expressions says of each verb whether its subject, its object or its
goal is where it happened. Of all other verbs this is asked of the sentence alone: "X
recorded ...", "they toured X", "a lorry fell on X". What is found so is doubtful, and
ranks below all that is said in so many words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placemap.events.places.pairs import Link, Pair

SUBJECT = "what the place itself did or underwent: 'X recorded ...'"
OBJECT = "what was done to the place: 'they toured X'"
UPON = "where it came to lie: 'fell on X'"
# Just enough for a place that nothing else is said of.
_DOUBTFUL = 0.52
# What may stand between a subject and its verb: "X, where ..., was cut off".
_PASSED = frozenset(("rel", "resume"))


def as_plain(pair: Pair) -> Link | None:
    """Return a link for what any verb may say of a place by its mere position."""
    phrase, anchor = pair.phrase, pair.anchor
    if not anchor.is_verb or phrase.tail or phrase.governor not in ("", "on"):
        return None
    if anchor.needs_statement or not phrase.rank_is_fine:
        return None
    if not pair.is_after:
        return None if pair.governor else _as_subject(pair)
    return _as_upon(pair) if pair.governor else _as_object(pair)


def _as_subject(pair: Pair) -> Link | None:
    """Return a link for "X recorded its first case" and "X is cut off"."""
    is_own = _PASSED.issuperset(pair.breaks) and not pair.has_verb_between
    return pair.link(_DOUBTFUL, SUBJECT, "at") if is_own else None


def _as_object(pair: Pair) -> Link | None:
    """Return a link for "the minister toured X" and "an avalanche buried X"."""
    start, end = pair.between
    is_active = pair.anchor.is_plain and not pair.anchor.is_passive
    return pair.link(_DOUBTFUL, OBJECT, "at") if start == end and is_active else None


def _as_upon(pair: Pair) -> Link | None:
    """Return a link for "shells fell on X"."""
    is_own = pair.governor == "on" and not pair.breaks
    return pair.link(_DOUBTFUL, UPON, "at") if is_own else None

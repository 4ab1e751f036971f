"""What is told in the words of an event without being one.

Habits ("bulls run every July"), general truths ("kidnapping is big business") and
titles of works ("Murder in Marrakesh") have a place and a verb or noun of the table,
and still nothing happened that a map could show.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.words import is_participle, looks_finite, verb_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.triggers.finding import Trigger
    from placemap.events.words import Word

_USUALLY = frozenset(
    "usually seldom rarely regularly routinely normally traditionally habitually "
    "nightly invariably typically".split()
)
_UNITS = frozenset(
    "day night morning evening week weekend month year season spring summer autumn "
    "winter monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december".split()
)
# With these "every day" is a stretch of news: "shelled every day this week".
_OF_LATE = frozenset("has have been since this last past".split())
_TIMES = frozenset("once twice times".split())
_ARTICLES = frozenset(("a", "per"))
# Without any of these a sentence tells of no habit.
_OF_HABIT = _USUALLY | _TIMES | {"used", "every", "each"}
_PRESENT = frozenset(("is", "are", "remains", "remain"))
# What goes on after a form of "be": "fighting is under way".
_GOING_ON = frozenset("under underway ongoing over back set due expected rife".split())
_LONGEST_TITLE = 6
# Whoever and whatever has to do with such events in general.
_CONCERNED = frozenset(
    "investigator investigators insurance department departments alarm alarms drill "
    "drills prevention unit units squad squads expert experts marshal marshals brigade "
    "statistics rate rates risk risks policy legislation laws law season".split()
)
_PAST_OF = frozenset("history record experience".split())
_QUOTES = frozenset("\"“”‘’'")


def is_generic(trigger: Trigger) -> bool:
    """Tell whether a trigger is a habit, a general truth or the title of a work.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> def count(text):
    ...     return len(find_triggers(make_sentence(text, 0, len(text))))
    >>> count("Kidnapping is big business there."), count("Kidnapping is on the rise.")
    (0, 0)
    >>> count("He used to be arrested on Fridays."), count("He was arrested.")
    (0, 1)
    """
    return (
        _is_modifier(trigger)
        or _is_habit(trigger)
        or _is_general_truth(trigger)
        or _is_title(trigger)
    )


def _is_modifier(trigger: Trigger) -> bool:
    """Tell "arson investigators" and "a history of arson" from an arson."""
    if trigger.kind != "noun":
        return False
    lowers = trigger.sentence.lowers
    follows = lowers(trigger.last, trigger.last + 1)
    if not _CONCERNED.isdisjoint(follows):
        return True
    before = _pairs(lowers(trigger.first - 4, trigger.first))
    return any(a in _PAST_OF and b == "of" for a, b in before)


def _is_habit(trigger: Trigger) -> bool:
    sentence = trigger.sentence
    if _OF_HABIT.isdisjoint(sentence.lower_words):
        return False
    clause = sentence.lowers(*sentence.clause_range(trigger.first))
    before = sentence.lowers(trigger.first - 4, trigger.first)
    if any(a == "used" and b == "to" for a, b in _pairs(before)):
        return trigger.kind == "verb"
    if not _OF_LATE.isdisjoint(clause):
        return False
    return not _USUALLY.isdisjoint(clause) or any(
        (a in ("every", "each") and b in _UNITS)
        or (a in _TIMES and b in _ARTICLES and c in _UNITS)
        for (a, b), c in zip(_pairs(clause), [*clause[2:], ""], strict=False)
    )


def _pairs(lowers: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(lowers))


def _is_general_truth(trigger: Trigger) -> bool:
    """Tell "Kidnapping is big business" from "Fighting is raging"."""
    words = trigger.sentence.words
    follows = words[trigger.last : trigger.last + 2]
    opens = trigger.first == 0 or words[trigger.first - 1].text in (";", ":")
    if trigger.kind != "noun" or not opens or len(follows) < 2:
        return False
    verb, after = follows[0].lower, follows[1].lower
    goes_on = verb_form(after) == "ing" or is_participle(after) or after in _GOING_ON
    return verb in _PRESENT and not goes_on


def _is_title(trigger: Trigger) -> bool:
    """Tell a book's name in quotes from what somebody is quoted as saying."""
    words = trigger.sentence.words
    start = _quote_before(words, trigger.first)
    end = _quote_after(words, trigger.last)
    if start is None or end is None or end - start > _LONGEST_TITLE:
        return False
    inside = words[start:end]
    is_closed = inside[-1].is_word and words[end + 1 : end + 2] != ()
    return (
        inside[0].is_capital
        and is_closed
        and words[end + 1].is_word
        and not any(map(looks_finite, inside))
    )


def _quote_before(words: Sequence[Word], i: int) -> int | None:
    for k in range(i - 1, max(-1, i - 1 - _LONGEST_TITLE), -1):
        if words[k].text in _QUOTES:
            return k + 1
    return None


def _quote_after(words: Sequence[Word], i: int) -> int | None:
    for k in range(i, min(len(words), i + _LONGEST_TITLE)):
        if words[k].text in _QUOTES:
            return k
    return None

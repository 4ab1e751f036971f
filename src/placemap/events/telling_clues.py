"""How an event is told, in numbers, as the models see it that weigh events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.places.report_clues import number_of_status, number_of_type
from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from placemap.events.drafts import Draft
    from placemap.events.sentence import Sentence

_ROLES = ("", "state", "effect", HAPPENING)
_DOUBTS = ("background", "reduced", "weak", "generic")
# Kinds of clauses from those that tell to those that describe.
BREAKS = (
    "start", "resume", "coord", "stop", "say", "that", "mark", "part", "sub", "rel",
)  # fmt: skip
_QUOTES = frozenset('"“”')


def clues_of_telling(draft: Draft) -> list[float]:
    """Return how an event is told: its words, their form and their place."""
    event, trigger = draft.event, draft.trigger
    sentence = trigger.sentence
    count = len(sentence.words)
    return [
        _ROLES.index(trigger.entry.role),
        number_of_type(event.type),
        number_of_status(event.status),
        trigger.last - trigger.first,
        trigger.first / count,
        sentence.clauses.count(trigger.clause),
        [word.is_capital for word in sentence.words].count(True) / count,
        *_quotes(sentence, trigger.first),
        *(doubt in trigger.doubts for doubt in _DOUBTS),
        draft.has_stated_time,
        len(event.mentions),
        draft.score,
        "runner-up place" in event.why,
        len(trigger.entry.tokens),
        BREAKS.index(sentence.breaks[trigger.clause]),
        bool(event.mode),
        event.deaths is not None,
        bool(event.actors),
    ]


def _quotes(sentence: Sentence, at: int) -> tuple[bool, bool]:
    """Return whether a sentence quotes anybody, and whether it does so at a word."""
    marks = [i for i, lower in enumerate(sentence.lower_words) if lower in _QUOTES]
    before = [sentence.lower_words[i] for i in marks if i < at]
    is_open = before[-1:] == ["“"] or (before[-1:] == ['"'] and len(before) % 2 == 1)
    return bool(marks), is_open

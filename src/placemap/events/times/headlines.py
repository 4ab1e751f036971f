"""A headline or first sentence without a day is about the one that is told below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from placemap.events.triggers.happenings import HAPPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.drafts import Draft

# So many sentences below a headline say when what it names happened.
_BELOW = 5
# The first of them say so even if they tell it in other words.
_LEAD = 2
_NEWS = timedelta(days=7)
_TOLD = ("asserted", "attributed")


def date_headline(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, in order, those of a headline with the day of its news.

    Parameters
    ----------
    drafts
        One for each trigger, in text order.
    """
    below = [
        d for d in drafts if 0 < d.trigger.sentence.index <= _BELOW and _has_day(d)
    ]
    return [
        _dated(draft, below) if below and _is_open_headline(draft) else draft
        for draft in drafts
    ]


def _has_day(draft: Draft) -> bool:
    event = draft.event
    is_day = event.start is not None and event.start == event.end
    return draft.has_stated_time and is_day and event.status in _TOLD


def _is_open_headline(draft: Draft) -> bool:
    """Tell a first sentence that states no time, of what is told to have been."""
    event = draft.event
    is_first = draft.trigger.sentence.index == 0
    is_day = event.start is not None and event.start == event.end
    return is_first and is_day and not draft.has_stated_time and event.status in _TOLD


def _dated(draft: Draft, below: Sequence[Draft]) -> Draft:
    published = draft.event.end
    recent = [d for d in below if _is_recent(d.event.start, published)]
    same = [
        d
        for d in recent
        if d.event.type == draft.event.type and d.trigger.entry.role != HAPPENING
    ]
    first = [d for d in recent if d.trigger.sentence.index <= _LEAD]
    source = next(iter(same or first), None)
    if source is None:
        return draft
    found = source.event
    why = {**draft.event.why, "time": f"inferred: the day below it, {found.edtf}"}
    event = replace(
        draft.event, edtf=found.edtf, start=found.start, end=found.end, why=why
    )
    return replace(draft, event=event)


def _is_recent(day: date | None, published: date | None) -> bool:
    if day is None or published is None:
        return False
    return timedelta(0) <= published - day <= _NEWS

"""Time expressions of a sentence: where they stand and what days they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from placemap.core import Span
from placemap.events.times import eras, holidays
from placemap.events.times.anchoring import REACH, Relative, find_relative
from placemap.events.times.clock import Clock
from placemap.events.times.days import patterns_for
from placemap.events.times.edtf import to_edtf
from placemap.events.times.joining import join_expressions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from placemap.events.times.clock import View
    from placemap.events.times.days import Reader

Use = Literal["", "since", "until", "modifier", "lag"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """One time expression of a sentence.

    `first` and `last` are the days it covers, None when they cannot be known.
    `use` tells "since X", "until X", a year that modifies the next noun ("the 2020
    ceasefire") and the time since what follows ("two days after") from a plain date.
    `stated_last` is the last day the words name, where "since" leaves the end open.
    """

    span: Span
    text: str
    edtf: str
    first: date | None
    last: date | None
    use: Use = ""
    stated_last: date | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is one known day."""
        return self.first is not None and self.first == self.last


_BEFORE = re.compile(r"(\w+)\W*$")
# Alone "last fall", "in Jan." and "an hour later" tell too little: one of these has to
# stand beside them.
_HINT = re.compile(
    r"\d|day\b|days\b|night|morning|evening|week|month|year|morrow|afternoon|eve of"
    r"|hours|spring|summer|autumn|winter|decade|centur|fortnight"
    rf"|{eras.HINT}|{holidays.HINT}|\b(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b",
    re.IGNORECASE,
)


def find_dates(
    text: str, span: Span, *, published: date | None, view: View = "open"
) -> list[DateExpression]:
    """Return the time expressions in a part of `text`, in order, without overlaps.

    Parameters
    ----------
    published
        The day relative expressions count from; None leaves them without days.
    view
        Whether days and months without a year are past ("back"), to come ("ahead")
        or what is nearer ("open"). "Since" and a day always look back.

    Examples
    --------
    >>> from datetime import date
    >>> text = "Shelling on Tuesday broke a truce signed in late 2020."
    >>> found = find_dates(text, Span(0, len(text)), published=date(2023, 9, 20))
    >>> [(d.text, d.edtf) for d in found]
    [('Tuesday', '2023-09-19'), ('late 2020', '2020-09/2020-12')]
    """
    found = _counted_from_publication(text, span, Clock(published, view))
    found = _with_relative(text, span, found, published)
    if not found or not _has_hint(text, span, found[0].span.start):
        return []
    found = join_expressions(text, found)
    return [_rebased(d, found, published) for d in found]


def _has_hint(text: str, span: Span, first: int) -> bool:
    # The first expression holds one, most times: from there on it is found at once.
    starts = (first, span.start)
    return any(_HINT.search(text, start, span.end) for start in starts)


def _counted_from_publication(
    text: str, span: Span, clock: Clock
) -> list[DateExpression]:
    found: list[DateExpression] = []
    matches = _matches(text, span)
    if not matches:
        return found
    back = Clock(clock.published, "back")
    for match, read in matches:
        if not _is_free(Span(*match.span()), found):
            continue
        since = "since" in _words_around(text, match)
        found.append(_expression(text, match, read(match, back if since else clock)))
    return sorted(found, key=lambda d: d.span)


def _is_free(span: Span, found: Sequence[DateExpression]) -> bool:
    return not any(f.span.overlaps(span) for f in found)


def _with_relative(
    text: str,
    span: Span,
    found: list[DateExpression],
    published: date | None,
    *,
    may_look_back: bool = True,
) -> list[DateExpression]:
    """Return the expressions with those that count from a day told before them."""
    relative = [r for r in find_relative(text, span) if _is_free(r.span, found)]
    known = list(found)
    for one in relative:
        anchor = _last_day([d for d in known if d.span < one.span])
        if anchor is None and may_look_back:
            anchor = _day_before(text, span.start, published)
        days = one.days(anchor, published)
        if days:
            known.append(_counted(text, one, days))
            known.sort(key=lambda d: d.span)
    return known


def _last_day(found: Sequence[DateExpression]) -> date | None:
    days = [d.first for d in found if d.is_day and not d.use]
    return days[-1] if days else None


def _day_before(text: str, end: int, published: date | None) -> date | None:
    """Return the last day that the text names before an offset, not far away."""
    if not end:
        return None
    span = Span(max(0, end - REACH), end)
    if not _HINT.search(text, span.start, span.end):
        return None
    found = _counted_from_publication(text, span, Clock(published, "back"))
    return _last_day(_with_relative(text, span, found, published, may_look_back=False))


def _counted(text: str, one: Relative, days: tuple[date, date]) -> DateExpression:
    return DateExpression(
        span=one.span,
        text=one.span.of(text),
        edtf=to_edtf(*days),
        first=days[0],
        last=days[1],
    )


def _rebased(
    lag: DateExpression, found: list[DateExpression], published: date | None
) -> DateExpression:
    """Count "two days after" from the day the sentence is about, where it gives one."""
    days = [d.first for d in found if d.is_day and d.span < lag.span]
    if lag.use != "lag" or not days or lag.last is None or published is None:
        return lag
    base = days[-1]
    assert base is not None  # noqa: S101 - a day has a first day
    day = base - (published - lag.last)
    return replace(lag, first=day, last=day, edtf=to_edtf(day, day))


# The same sentence is read for each view in turn.
@lru_cache(maxsize=4)
def _matches(text: str, span: Span) -> list[tuple[re.Match[str], Reader]]:
    return [
        (match, read)
        for pattern, read in patterns_for(span.of(text))
        for match in pattern.finditer(text, span.start, span.end)
    ]


def _expression(
    text: str, match: re.Match[str], days: tuple[date, date] | None
) -> DateExpression:
    first, last = days or (None, None)
    stated_last = last
    words = _words_around(text, match)
    use: Use = ""
    if "since" in words:
        use, last = "since", None
    elif words & {"until", "till"}:
        use = "until"
    elif _is_modifier(text, match, words):
        use = "modifier"
    elif match.group().lower().endswith(" after"):
        use = "lag"
    return DateExpression(
        span=Span(match.start(), match.end()),
        text=match.group(),
        edtf=to_edtf(first, last, is_open=use == "since"),
        first=first,
        last=last,
        use=use,
        stated_last=stated_last,
    )


def _words_around(text: str, match: re.Match[str]) -> set[str]:
    """Return the word before an expression and its own first word."""
    before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
    first = match.group().split()[0].lower()
    return {before[1].lower(), first} if before else {first}


def _is_modifier(text: str, match: re.Match[str], before: set[str]) -> bool:
    """Tell "the 2020 ceasefire" from "in 2020"."""
    is_year = match.group().isdigit()
    after = text[match.end() : match.end() + 2]
    follows = after[:1] == " " and after[1:2].isalpha()
    return is_year and follows and bool(before & {"the", "a", "an", "its", "their"})

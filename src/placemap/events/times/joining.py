"""Time expressions that stand side by side and mean one time.

"Friday, 15 September" names one day twice, "overnight on Saturday" makes a vague one
exact, and "from Friday to Sunday" gives both ends of a stretch.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.events.times.edtf import to_edtf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.times.dates import DateExpression

_BESIDE = re.compile(r"[\s,(]*(?:(?:on|of|in|early|late)\s+(?:the\s+)?)?")
_UP_TO = re.compile(r"\s*(?:to|until|till|through|[-–—]|and)\s*(?:on\s+)?")
# What may be named before the day it belongs to.
_VAGUE = re.compile(r"overnight|.*\b(?:weekend|night|morning|evening|afternoon)")
# "On the eve of the vote on 4 June".
_EVE = "on the eve of"
_OCCASION = re.compile(r"\s+(?:[\w'’-]+\s+){0,4}?(?:on\s+)?")
# Two days joined by "and" are one stretch if they are this near, else two times.
_NEAR = timedelta(days=3)


def join_expressions(
    text: str, found: Sequence[DateExpression]
) -> list[DateExpression]:
    """Return the expressions, in order, with those that mean one time made one."""
    kept: list[DateExpression] = []
    for expression in found:
        joined = _join(text, kept[-1], expression) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(expression)
    return kept


def _join(
    text: str, left: DateExpression, right: DateExpression
) -> DateExpression | None:
    if {left.use, right.use} - {"", "until"} or None in (left.first, right.first):
        return None
    between = text[left.span.end : right.span.start]
    if left.text.lower() == _EVE:
        return _eve(text, left, right) if _OCCASION.fullmatch(between) else None
    if _BESIDE.fullmatch(between) and not left.use:
        return _narrower(text, left, right)
    if _UP_TO.fullmatch(between):
        return _stretch(text, left, right, is_pair=between.strip().startswith("and"))
    return None


def _eve(
    text: str, left: DateExpression, right: DateExpression
) -> DateExpression | None:
    if right.first is None or not right.is_day:
        return None
    day = right.first - timedelta(days=1)
    meant = replace(right, first=day, last=day, edtf=to_edtf(day, day))
    return _over(text, left, right, meant)


def _narrower(
    text: str, left: DateExpression, right: DateExpression
) -> DateExpression | None:
    """Return the more exact of two expressions of which one explains the other."""
    if _contains(left, right) or _VAGUE.fullmatch(left.text.lower()):
        return _over(text, left, right, right)
    return _over(text, left, right, left) if _contains(right, left) else None


def _contains(whole: DateExpression, part: DateExpression) -> bool:
    if None in (whole.first, whole.last, part.first, part.last):
        return False
    return whole.first <= part.first and part.last <= whole.last  # type: ignore[operator]  # none of them is None


def _stretch(
    text: str, left: DateExpression, right: DateExpression, *, is_pair: bool
) -> DateExpression | None:
    """Return the time from one day to a later one."""
    first, last = left.first, right.last
    if first is None or last is None or last <= first or not right.is_day:
        return None
    if not left.is_day or (is_pair and last - first > _NEAR):
        return None
    whole = replace(left, last=last, edtf=to_edtf(first, last))
    return _over(text, left, right, whole)


def _over(
    text: str, left: DateExpression, right: DateExpression, meant: DateExpression
) -> DateExpression:
    """Return `meant` as said by the words of both."""
    span = Span(left.span.start, right.span.end)
    return replace(meant, span=span, text=span.of(text), use="")

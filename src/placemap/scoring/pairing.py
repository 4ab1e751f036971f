"""Which answer belongs to which gold toponym: each to one other at most.

Coordinates never decide it, except that one rule leaves out what has none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from placemap.core import Span
    from placemap.scoring.layout import Answer, GoldText, GoldToponym

# The published rule: midpoints of the spans less than 10 characters apart.
_NEAR = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """A document's gold toponyms and answers, both in text order, and the pairs.

    `exact` holds those with the same span, `overlap` those that share at least
    one character, `named` those with the same words at about the same place,
    located ones only; see `pair`.
    """

    text: str
    gold: tuple[GoldToponym, ...]
    answers: tuple[Answer, ...]
    exact: tuple[tuple[GoldToponym, Answer], ...]
    overlap: tuple[tuple[GoldToponym, Answer], ...]
    named: tuple[tuple[GoldToponym, Answer], ...]


def keep_all(gold: GoldToponym) -> bool:
    """Ignore no gold toponym."""
    del gold
    return False


def pair(
    gold_text: GoldText,
    answers: Iterable[Answer],
    *,
    is_ignored: Callable[[GoldToponym], bool] = keep_all,
) -> Paired:
    """Return who belongs to whom in one document.

    Ignored gold is neither asked for nor punished: it leaves the gold, and an
    answer that overlaps it and belongs to no other gold toponym is dropped.

    Exact: start and end are equal. Overlap: where several could pair, the higher
    intersection over union goes first, then reading order. Named, the rule of
    EUPEG and of Gritta et al. 2018: the same words in whatever case, midpoints
    less than 10 characters apart, first come, first served, after everything
    without coordinates was dropped.
    """
    gold = tuple(t for t in gold_text.toponyms if not is_ignored(t))
    found = tuple(sorted(answers, key=lambda a: a.span))
    ignored = [t.span for t in gold_text.toponyms if is_ignored(t)]
    if ignored:
        taken = {j for _, j in _overlapping(_spans(gold), _spans(found))}
        found = tuple(
            answer
            for j, answer in enumerate(found)
            if j in taken or not any(answer.span.overlaps(one) for one in ignored)
        )
    spans, found_spans = _spans(gold), _spans(found)
    text = gold_text.document.text
    return Paired(
        text=text,
        gold=gold,
        answers=found,
        exact=tuple((gold[i], found[j]) for i, j in _equal(spans, found_spans)),
        overlap=tuple((gold[i], found[j]) for i, j in _overlapping(spans, found_spans)),
        named=_named(text, gold, found),
    )


def _spans(items: Iterable[GoldToponym | Answer]) -> list[Span]:
    return [item.span for item in items]


def _equal(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    free: dict[Span, list[int]] = defaultdict(list)
    for j in reversed(range(len(found))):
        free[found[j]].append(j)
    return [(i, free[span].pop()) for i, span in enumerate(gold) if free[span]]


def _overlapping(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            if other.start >= one.end:
                break  # and so are all that follow
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared > 0:
                union = one.end - one.start + other.end - other.start - shared
                ranked.append((-shared / union, one.start, other.start, i, j))
    pairs: list[tuple[int, int]] = []
    used_gold, used_found = set(), set()
    for *_, i, j in sorted(ranked):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _named(
    text: str, gold: Sequence[GoldToponym], found: Sequence[Answer]
) -> tuple[tuple[GoldToponym, Answer], ...]:
    free = [answer for answer in found if answer.point is not None]
    pairs = []
    for one in gold:
        if one.point is None:
            continue
        match = next((a for a in free if _same_name(text, one.span, a.span)), None)
        if match is not None:
            free.remove(match)
            pairs.append((one, match))
    return tuple(pairs)


def _same_name(text: str, one: Span, other: Span) -> bool:
    gap = abs(one.start + one.end - other.start - other.end)
    if gap >= 2 * _NEAR:
        return False
    return (
        text[one.start : one.end].casefold() == text[other.start : other.end].casefold()
    )

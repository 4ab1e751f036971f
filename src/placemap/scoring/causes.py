"""The errors of one document, each with what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from placemap.scoring.figures import NEAR_KM, distance_km
from placemap.scoring.layout import point_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from placemap.core import Candidate, Span
    from placemap.scoring.layout import Answer, GoldToponym
    from placemap.scoring.pairing import Paired

    Lookup = Callable[[str], Sequence[Candidate]]
    _Error = tuple["Cause", Span, GoldToponym | None, Answer | None]

Cause = Literal[
    "missed: not in gazetteer",
    "missed: rejected",
    "spurious",
    "wrong span",
    "no place: not in gazetteer",
    "no place: abstained",
    "wrong place: right one known",
    "wrong place: not in gazetteer",
]
CAUSES: tuple[Cause, ...] = get_args(Cause)
_CONTEXT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One error: what was there, what was found instead, and the text around.

    `gold` and `answer` are None where there is none; `distance_km` where one of
    them has no coordinates. `span` and `words` are those of the gold, if there is
    one; `found` is what was found in its stead. A name found in a wrong span and put
    in a wrong place makes two errors.
    """

    document: str
    cause: Cause
    span: Span
    gold: GoldToponym | None
    answer: Answer | None
    distance_km: float | None
    before: str
    words: str
    after: str
    found: str = ""


def find_faults(
    paired: Paired, lookup: Lookup, *, document: str, is_partial: bool = False
) -> list[Fault]:
    """Return the errors of one document, in text order.

    Parameters
    ----------
    paired
        The document's gold toponyms and answers.
    lookup
        What the gazetteer knows by a name: it tells a place that was not chosen
        from one that could not be.
    document
        The id to name.
    is_partial
        Whether the gold marks only some toponyms, so that others are no error.
    """
    faults = []
    for cause, span, gold, answer in _causes(paired, lookup, is_partial=is_partial):
        faults.append(
            Fault(
                document=document,
                cause=cause,
                span=span,
                gold=gold,
                answer=answer,
                distance_km=_apart_km(gold, answer),
                before=paired.text[max(0, span.start - _CONTEXT) : span.start],
                words=paired.text[span.start : span.end],
                after=paired.text[span.end : span.end + _CONTEXT],
                found=answer.span.of(paired.text) if answer else "",
            )
        )
    return sorted(faults, key=lambda one: (one.span, CAUSES.index(one.cause)))


def _apart_km(gold: GoldToponym | None, answer: Answer | None) -> float | None:
    if gold is None or gold.point is None or answer is None or answer.point is None:
        return None
    return distance_km(gold.point, answer.point)


def _causes(paired: Paired, lookup: Lookup, *, is_partial: bool) -> Iterator[_Error]:
    paired_gold = {gold.span for gold, _ in paired.overlap}
    paired_answers = {answer.span for _, answer in paired.overlap}
    for gold in paired.gold:
        if gold.span not in paired_gold:
            cause = _either("missed", is_known=bool(lookup(gold.text)))
            yield cause, gold.span, gold, None
    for answer in paired.answers:
        if answer.span not in paired_answers and not is_partial:
            yield "spurious", answer.span, None, answer
    for gold, answer in paired.overlap:
        if gold.span != answer.span:
            yield "wrong span", gold.span, gold, answer
        misplaced = _misplacement(gold, answer, lookup)
        if misplaced is not None:
            yield misplaced, gold.span, gold, answer


def _either(what: Literal["missed", "no place"], *, is_known: bool) -> Cause:
    if what == "missed":
        return "missed: rejected" if is_known else "missed: not in gazetteer"
    return "no place: abstained" if is_known else "no place: not in gazetteer"


def _misplacement(gold: GoldToponym, answer: Answer, lookup: Lookup) -> Cause | None:
    """Return why a located gold toponym was put elsewhere or nowhere."""
    if gold.point is None:
        return None
    if answer.point is None:
        return _either("no place", is_known=bool(lookup(gold.text)))
    if distance_km(gold.point, answer.point) <= NEAR_KM:
        return None
    is_known = any(
        distance_km(gold.point, point_of(one.place)) <= NEAR_KM
        for one in lookup(gold.text)
    )
    if is_known:
        return "wrong place: right one known"
    return "wrong place: not in gazetteer"

"""When an event happened: which time expression belongs to a trigger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.clauses import SAYING
from placemap.events.times.edtf import date_precision, to_edtf
from placemap.events.words import (
    AUXILIARIES,
    is_adverb,
    is_participle,
    lemma,
    looks_finite,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Span
    from placemap.events.times.dates import DateExpression
    from placemap.events.times.telling import DaysTold
    from placemap.events.triggers.finding import Trigger

# An event that ended more than this before publication is history, not news.
HISTORY = timedelta(days=60)
_HABITS = frozenset(
    "often usually regularly frequently repeatedly always twice times years decades "
    "annual annually each every recently previously".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """First and last day of an event, EDTF text, precision, and the rule."""

    why: str
    edtf: str = ""
    start: date | None = None
    end: date | None = None
    precision: int | None = None
    is_stated: bool = False

    def is_history(self, published: date | None) -> bool:
        """Whether it ended well before publication."""
        return bool(published and self.end and published - self.end > HISTORY)

    def is_ahead(self, published: date | None) -> bool:
        """Whether it begins after publication."""
        return bool(published and self.start and self.start > published)


UNKNOWN = When(why="no time stated")


def choose_time(trigger: Trigger, dates: Sequence[DateExpression]) -> When:
    """Return when the event of `trigger` happened, by the dates of its sentence.

    `dates` are those of the trigger's sentence. The date of saying something is not
    the date of what is said: it only bounds it.
    """
    own = [d for d in dates if _belongs(trigger, d)]
    if own:
        best = min(own, key=lambda d: _distance(trigger, d))
        return _stated(_then(trigger, best))
    for found in dates:
        if _is_of_saying(trigger, found) or _opens_sentence(trigger, found):
            return _by_saying(found)
    return UNKNOWN


def _by_saying(found: DateExpression) -> When:
    """Return the time of what was told on a day or two: then, or the day before."""
    first, last = found.first, found.last
    if first is None or last is None or last - first > _TOLD_WITHIN:
        return UNKNOWN
    if first == last:
        first -= timedelta(days=1)
    return inferred(first, last, f"told '{found.text}'")


_TOLD_WITHIN = timedelta(days=2)


def _opens_sentence(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "On the eve of the vote, police said six men were killed"."""
    at = trigger.sentence.word_at(found.span.start)
    return at <= 2 and at < trigger.first and not found.use


def _then(trigger: Trigger, found: DateExpression) -> DateExpression:
    """Return the time itself for "since 1998, when a bomb killed": not what began."""
    if found.use != "since" or not _tells_of_then(trigger, found):
        return found
    edtf = to_edtf(found.first, found.stated_last)
    return replace(found, last=found.stated_last, edtf=edtf, use="")


def _tells_of_then(trigger: Trigger, found: DateExpression) -> bool:
    """Tell whether a trigger stands in the "when" clause of a date."""
    sentence = trigger.sentence
    at = sentence.word_at(found.span.end - 1)
    after = [w for w in sentence.lowers(at + 1, at + 3) if w != ","]
    return after[:1] == ["when"] and trigger.first > at


def _only_compares(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "the worst attack there since 1998": the attack did not begin then."""
    if found.use != "since" or _tells_of_then(trigger, found):
        return False
    at = trigger.sentence.word_at(found.span.start)
    return bool(_UTMOST.intersection(trigger.sentence.lowers(at - 12, at)))


_UTMOST = frozenset(
    "worst first biggest deadliest largest heaviest highest strongest bloodiest most "
    "fiercest gravest lowest longest only".split()
)


def _stated(found: DateExpression) -> When:
    why = f"stated: '{found.text}'"
    if found.use == "until":
        return When(why=why, is_stated=True)
    return When(
        why=why,
        edtf=found.edtf,
        start=found.first,
        end=found.last,
        precision=date_precision(found.first, found.last),
        is_stated=True,
    )


def inferred(first: date, last: date, why: str) -> When:
    """Return days the report does not state outright; never precise to the day."""
    precision = max(2, date_precision(first, last) or 2)
    return When(
        why=f"inferred: {why}",
        edtf=to_edtf(first, last),
        start=first,
        end=last,
        precision=precision,
    )


def _belongs(trigger: Trigger, found: DateExpression) -> bool:
    if found.use == "modifier":
        return _modifies(trigger, found)
    if found.use == "lag":
        return _follows_lag(trigger, found)
    if _is_owner(trigger, found):
        return True
    if _is_of_saying(trigger, found) or _only_compares(trigger, found):
        return False
    if not _same_side(trigger, found) or _is_of_aim(trigger, found):
        return False
    if _is_of_grounds(trigger, found):
        return False
    return not _modifies_other(trigger, found)


_JUDGING = frozenset(("COERCE", "SANCTION", "ACCUSE"))
_GROUNDS = frozenset("over for accused suspicion connection role with".split())


def _is_of_grounds(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "arrested over the murder there in January": the month is the murder's.

    A day after such words may be of either and counts for the arrest.
    """
    if trigger.entry.type not in _JUDGING or trigger.kind != "verb" or found.is_day:
        return False
    sentence = trigger.sentence
    at = sentence.word_at(found.span.start)
    between = sentence.words[trigger.last : at]
    return any(
        word.lower in _GROUNDS and not (after.is_number or after.lower == "life")
        for word, after in pairwise(between)
    )


def _is_of_aim(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "spoke at the rally and is to return next month" from the rally's date."""
    if trigger.kind != "noun":
        return False
    sentence = trigger.sentence
    at = sentence.word_at(found.span.start)
    between = sentence.words[trigger.last : at]
    has_verb = any(looks_finite(w) for w in between)
    clause = sentence.clauses[at]
    return has_verb and any(
        word.lower == "to" and sentence.clauses[i] == clause
        for i, word in enumerate(between[1:], start=trigger.last + 1)
    )


def _modifies(trigger: Trigger, found: DateExpression) -> bool:
    at = trigger.sentence.word_at(found.span.start)
    return 0 < trigger.first - at <= 3


def _is_owner(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "Monday's bombing", whatever verb stands before it."""
    sentence = trigger.sentence
    at = sentence.word_at(found.span.end - 1) + 1
    return sentence.lowers(at, at + 1) == ["'s"] and 0 < trigger.first - at <= _OWNED


_OWNED = 3


def _follows_lag(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "two days after missiles hit X" and "a year after the war"."""
    sentence = trigger.sentence
    at = sentence.word_at(found.span.end - 1)
    between = sentence.words[at + 1 : trigger.first]
    if trigger.first <= at or any(w.text == "," for w in between):
        return False
    same_clause = sentence.clauses[at] == trigger.clause
    while between and between[-1].lower in AUXILIARIES:
        between = between[:-1]  # "eight days after it was seized"
    return same_clause and not any(looks_finite(w) for w in between)


def _modifies_other(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "respect the truce signed in 2020" for a trigger that is not the truce."""
    words = trigger.sentence.words
    at = trigger.sentence.word_at(found.span.start)
    while at > 1 and words[at - 1].lower in (
        "in",
        "on",
        "late",
        "early",
        "last",
        "since",
    ):
        at -= 1
    participle = words[at - 1] if at else words[0]
    is_reduced = (
        at > 1
        and is_participle(participle.lower)
        and not participle.is_capital
        and words[at - 2].lower not in AUXILIARIES
        and not is_adverb(words[at - 2].lower)
        and not (trigger.first <= at - 1 < trigger.last)
    )
    # "rebels killed on Tuesday" has a subject only if nothing finite stands before it.
    has_verb = any(looks_finite(w) for w in words[: max(0, at - 2)])
    return is_reduced and has_verb and trigger.last != at - 1


def _is_of_saying(trigger: Trigger, found: DateExpression) -> bool:
    """Tell "police said on Tuesday": the date stands right at a verb of saying."""
    words = trigger.sentence.words
    start, end = trigger.sentence.word_range(found.span)
    near = (*words[max(0, start - 3) : start], *words[end : end + 1])
    said = any(not w.is_capital and lemma(w.lower) in SAYING for w in near)
    if not said:
        return False
    # The trigger itself may be the verb of saying: "warned on Tuesday".
    return not any(w.start == words[trigger.first].start for w in near)


def _same_side(trigger: Trigger, found: DateExpression) -> bool:
    """Tell whether no relative or reported clause parts the two."""
    sentence = trigger.sentence
    at = sentence.word_at(found.span.start)
    left, right = sorted((at, trigger.first))
    if at == 0 or (sentence.clauses[at] == 0 and at <= 2):
        return "that" not in sentence.breaks_between(left, right)[1:]
    between = sentence.breaks_between(left, right)
    breaks = set(between)
    if sentence.breaks[sentence.clauses[at]] == "rel" and between[:1] == ("resume",):
        return False  # "the group, which has fought since 2007, said ..."
    if at > trigger.first and _is_own_clause(trigger):
        breaks -= {"rel"}  # "hostilities that began on Tuesday"
    if at > trigger.first:
        return breaks <= {"part", "resume", "coord"}
    return breaks <= {"part", "resume", "coord", "that", "sub"}


def _is_own_clause(trigger: Trigger) -> bool:
    words = trigger.sentence.words[trigger.last : trigger.last + 3]
    lowers = [w.lower for w in words]
    return lowers[:1] in (["that"], ["which"]) and any(
        lemma(w) in ("begin", "start", "erupt", "occur", "happen", "take", "break")
        for w in lowers
    )


def _distance(trigger: Trigger, found: DateExpression) -> tuple[int, int]:
    """Return clauses and words between the two; clauses count first."""
    sentence = trigger.sentence
    at = sentence.word_at(found.span.start)
    return abs(sentence.clauses[at] - trigger.clause), abs(at - trigger.first)


def is_habitual(trigger: Trigger) -> bool:
    """Tell whether the sentence tells what happens again and again."""
    sentence = trigger.sentence
    return any(w.lower in _HABITS for w in sentence.words)


def default_time(
    trigger: Trigger,
    days: DaysTold,
    dates: Sequence[DateExpression],
    *,
    published: date | None,
) -> When:
    """Return the time of an event whose sentence gives none.

    Reports tell of the day they come out, unless they have said which day they are
    about. Lasting states and habits get no date, nor does a sentence
    that looks back.
    """
    if published is None or trigger.entry.role == "state" or is_habitual(trigger):
        return UNKNOWN
    if any(d.last and published - d.last > HISTORY for d in dates):
        return UNKNOWN
    near = days.near(trigger.sentence, dates)
    if near is not None:
        return inferred(near[0], near[0], near[1])
    if days.main is not None:
        return inferred(days.main, days.main, "the day the report is about")
    return inferred(published, published, "publication date")


def unknown_past(published: date | None) -> When:
    """Return the time of something that, if it was at all, was before publication."""
    if published is None:
        return UNKNOWN
    return When(
        why="no time stated: at some time up to publication",
        edtf=f"../{published.isoformat()}",
        end=published,
        precision=5,
    )


def covering(span: Span, dates: Sequence[DateExpression]) -> bool:
    """Tell whether `span` lies within a time expression."""
    return any(d.span.overlaps(span) for d in dates)

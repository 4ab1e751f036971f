"""Numbers of people in a sentence: "at least 12 people", "a man and his two sons"."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.events.numerals import VAGUE, is_decimal, is_numeral, parse_number
from placemap.events.people.persons import counts_people, is_one_person, is_person
from placemap.events.words import DETERMINERS, POSSESSIVES, PREPOSITIONS, looks_finite
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

_AT_LEAST = frozenset("least minimum".split())
_MORE = frozenset(("more", "over", "upwards", "exceeded", "passed", "surpassed"))
_UNITS = frozenset(
    "percent % year-old years year day days week weeks month months hour hours "
    "minutes km kilometres kilometers kilos kilograms kg miles metres meters dollars "
    "euros million- dollar th pm am tonnes tons acres hectares degrees square feet "
    "homes houses buildings vehicles cars times".split()
)
_MONTHS = frozenset((*calendar.month_name, *calendar.month_abbr)) - {""}
# Bodies of people that are said to be "of five".
_BODIES = frozenset("family group crew party team band gang crowd household".split())
_SCALES = frozenset("hundred thousand million dozen".split())
_MULTIPLES = frozenset(("thousands", "hundreds"))
_PAIRS = frozenset("twins couple".split())
_BEFORE_ONE = POSSESSIVES | {"the"}
_AGES = ("-year-old", "-month-old")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of people: its words, what it may be at least and most, its noun.

    `is_part` marks some of those counted before, "two of them"; `is_bare` one person
    without a numeral, "the mayor", "his wife".
    """

    first: int
    last: int
    value: int | None
    low: int | None
    high: int | None
    noun: str
    is_part: bool = False
    is_bare: bool = False


def find_numbers(sentence: Sentence, *, with_bare: bool = False) -> Iterator[Number]:
    """Yield the numbers of a sentence that may be of people, in order.

    Parameters
    ----------
    with_bare
        Whether "the mayor" and "his wife" count as one.
    """
    words = sentence.words
    i = 0
    while i < len(words):
        if not _MAY_COUNT[words[i].lower]:
            i += 1
            continue
        last = _numeral_end(words, i)
        if last is not None:
            number = _read(sentence, i, last)
            if number:
                yield number
            i = _past_whole(words, last)
            continue
        bare = _bare(words, i) if with_bare else None
        if bare:
            yield bare
        i += 1


def _may_count(lower: str) -> bool:
    """Tell a word that may be a numeral or stand for one person; most are neither."""
    is_bare = lower in _PAIRS or lower in _BEFORE_ONE or lower.endswith(_AGES)
    is_number = lower in ("a", "an", "half") or is_decimal(lower) or is_numeral(lower)
    return is_bare or is_number


_MAY_COUNT = WordTable(_may_count)


def _past_whole(words: Sequence[Word], last: int) -> int:
    """Skip "of the nine" after "three"."""
    lowers = [w.lower for w in words[last : last + 3]]
    is_whole = lowers[:1] == ["of"] and lowers[1:2] in (["the"], ["its"], ["those"])
    if is_whole and is_numeral(lowers[-1]):
        return last + 3
    return last


def _bare(words: Sequence[Word], i: int) -> Number | None:
    """Return one for "the mayor", "her uncle", "a 19-year-old" and "Man"."""
    lower = words[i].lower
    if lower.endswith(_AGES):
        follows = words[i + 1].lower if i + 1 < len(words) else ""
        is_adjective = is_person(follows) or words[max(0, i - 1)].lower in ("a", "an")
        return None if is_adjective else Number(i, i + 1, 1, 1, 1, lower, is_bare=True)
    is_counted = any(w.lower in ("a", "an") for w in words[max(0, i - 3) : i])
    if lower in _PAIRS and not is_counted:
        return Number(i, i + 1, 2, 2, 2, "people")
    if lower not in _BEFORE_ONE:
        return None
    noun = _noun_after(words, i + 1)
    if not is_one_person(noun) or noun in _BODIES | _PAIRS:
        return None
    return Number(i, i + 1, 1, 1, 1, noun, is_bare=True)


def _numeral_end(words: Sequence[Word], i: int) -> int | None:
    """Return the end of the numeral that begins at word `i`, or None."""
    lower = words[i].lower
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    if lower in ("a", "an", "one") and follows:
        if follows in ("dozen", "hundred", "thousand", "few"):
            return i + 2
        if follows == "couple":
            return (
                i + 2 if words[i + 2 : i + 3] and words[i + 2].lower == "of" else None
            )
        if lower != "one" or _noun_after(words, i + 1) in _BODIES:
            return i + 1 if lower != "one" and _is_one(words, i + 1) else None
    if is_decimal(lower) and follows in ("thousand", "million"):
        return i + 2
    if lower == "half" and follows in ("a", "dozen"):
        return min(i + 2 + (follows == "a"), len(words))
    if lower in ("half", "couple") or not is_numeral(lower):
        return None
    return _past_scales(words, i + 1)


def _is_one(words: Sequence[Word], i: int) -> bool:
    """Tell "a soldier" from "a family of five" and "a police station"."""
    noun = _noun_after(words, i)
    at = next((k for k in range(i, len(words)) if words[k].lower == noun), i)
    counted = words[at + 1 : at + 3]
    is_body = noun in _BODIES and len(counted) > 1 and is_numeral(counted[1].lower)
    return is_person(noun) and not is_body


def _past_scales(words: Sequence[Word], end: int) -> int:
    """Return the end of "two hundred" and "tens of thousands" from its second word."""
    while end < len(words):
        lower = words[end].lower
        follows = words[end + 1].lower if end + 1 < len(words) else ""
        is_linked = lower in ("of", "and") and follows in _MULTIPLES
        if lower not in _SCALES | _MULTIPLES and not is_linked:
            break
        end += 1
    return end


def _noun_after(words: Sequence[Word], i: int) -> str:
    """Return the head of the noun phrase from word `i`: the last word before a stop."""
    head = ""
    for k, word in enumerate(words[i : i + 5], start=i):
        lower = word.lower
        follows = words[k + 1].lower if k + 1 < len(words) else ""
        if is_person(lower) and not is_person(follows):
            return lower
        if not word.is_word or lower in PREPOSITIONS or looks_finite(word):
            break
        if lower in _ENDS or is_numeral(lower):
            break
        head = lower
    return head


_ENDS = DETERMINERS | frozenset("and or but that who which when where".split())


def _read(sentence: Sentence, first: int, last: int) -> Number | None:
    """Return the number at words `first` to `last`, None if not one of people."""
    words = sentence.words
    spelled = " ".join(w.lower for w in words[first:last])
    value = _value(spelled)
    before = [w.lower for w in words[max(0, first - 4) : first]]
    after = [w.lower for w in words[last : last + 3]]
    is_part = after[:1] == ["of"] and after[1:2] in (["them"], ["whom"], ["these"])
    noun = "people" if is_part or _is_body_of(before) else _counted(words, last)
    if (
        value is None
        or _is_other(sentence, first, last)
        or _is_year(spelled, noun, before)
    ):
        return None
    if noun in _PAIRS and spelled in ("a", "an"):
        value = 2  # "an elderly couple"
    low, high, best = _bounds(spelled, value, before)
    return Number(first, last, best, low, high, noun, is_part=is_part)


def _counted(words: Sequence[Word], last: int) -> str:
    """Return the noun that a numeral ending before word `last` counts."""
    start = _past_whole(words, last)
    skipped = start == last and words[last : last + 1] and words[last].lower == "of"
    return _noun_after(words, start + bool(skipped))


def _is_body_of(before: Sequence[str]) -> bool:
    return before[-1:] == ["of"] and bool(_BODIES.intersection(before[-2:-1]))


def _bounds(
    spelled: str, value: int, before: Sequence[str]
) -> tuple[int | None, int | None, int | None]:
    """Return the least, the most and the best estimate of a number."""
    if spelled.split()[0] in VAGUE or spelled in ("a few", "a couple"):
        return value, None, None
    if before[-1:] == ["and"] and "between" in before:
        return parse_number(before[-2]), value, None
    if _is_lower_bound(before):
        return value, None, value
    if before[-2:] in (["up", "to"], ["at", "most"]) or _is_as_many(before):
        return None, value, value
    return value, value, value


def _is_as_many(before: Sequence[str]) -> bool:
    return list(before[-3:]) == ["as", "many", "as"]


def _is_lower_bound(before: Sequence[str]) -> bool:
    near = set(before[-2:])
    at_least = bool(near & _AT_LEAST) or bool(near & _MORE)
    return at_least or ("no" in before and bool(near & {"fewer", "less"}))


def _is_other(sentence: Sentence, first: int, last: int) -> bool:
    """Tell numbers of days or kilometres, and those within a larger number."""
    words = sentence.words
    after = [w.lower for w in words[last : last + 2]]
    before = [w.lower for w in words[max(0, first - 4) : first]]
    is_age = "aged" in before or (
        before[-1:] == ["of"] and is_one_person(before[-2] if before[1:] else "")
    )
    return (
        (after[:1] in (["and"],) and before[-1:] == ["between"])
        or bool(_UNITS.intersection(after[:1]))
        or after[:1] == ["%"]
        or before[-1:] == ["how"]
        or after[:1] == ["as"]
        or (after[:1] == ["in"] and bool(after[1:]) and is_numeral(after[1]))
        or "including" in before
        or "among" in before
        or (is_age and not _is_body_of(before))
        or (before[-1:] and before[-1].capitalize() in _MONTHS)
        or (before[-1:] == [","] and after[:1] == [","])  # an age after a name
    )


def _is_year(spelled: str, noun: str, before: Sequence[str]) -> bool:
    looks_so = len(spelled) == 4 and spelled.isdigit() and spelled[0] in "12"
    is_dated = before[-1:] in (["in"], ["since"], ["until"])
    return looks_so and (is_dated or not counts_people(noun))


def _value(spelled: str) -> int | None:
    if spelled.endswith(("of thousands", "of hundreds")):
        scale = 1_000 if spelled.endswith("thousands") else 100
        head = VAGUE.get(spelled.split()[0], 2)
        return (20 if head == 2 else head) * scale
    if spelled.startswith("half a ") and not spelled.endswith("dozen"):
        return (parse_number(spelled.removeprefix("half a ")) or 0) // 2 or None
    return parse_number(spelled)

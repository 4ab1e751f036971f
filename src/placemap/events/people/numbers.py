"""How many were killed, injured, displaced or detained, as the sentence says."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from placemap.core import Count, Span
from placemap.events.numerals import VAGUE, is_decimal, is_numeral, parse_number
from placemap.events.words import PREPOSITIONS, lemma, looks_finite

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

Harm = Literal["deaths", "injured", "displaced", "detained"]

_HARMS: dict[Harm, frozenset[str]] = {
    "deaths": frozenset(
        "kill die dead death perish slay fatality murder behead massacre execute drown "
        "assassinate martyr lynch lives life killing".split()
    ),
    "injured": frozenset(
        "injure wound hurt injury maim hospitalise hospitalize".split()
    ),
    "displaced": frozenset("displace flee evacuate homeless uproot".split()),
    "detained": frozenset(
        "arrest detain detention abduct abduction kidnap kidnapping capture apprehend "
        "imprison hostage captive custody".split()
    ),
}  # fmt: skip
_PEOPLE = frozenset(
    "people person civilian soldier policeman policewoman officer fighter "
    "militant rebel insurgent man woman child boy girl student worker villager "
    "resident passenger pedestrian journalist troop police guard protester "
    "demonstrator migrant refugee family member other victim body tourist driver "
    "farmer miner sailor teacher doctor gunman terrorist attacker bomber "
    "serviceman servicemen peacekeeper individual human inmate prisoner pilgrim "
    "fisherman employee suspect youth teenager infant baby patient national "
    "citizen resident crew pupil activist leader commander official bystander "
    "motorist shepherd trader aid home-owner firefighter life lives peasant guerrilla "
    "schoolgirl schoolboy schoolchild schoolchildren hostage captive detainee nun "
    "priest judge lawyer engineer foreigner syrian iraqi "
    "palestinian israeli afghan pakistani ukrainian russian american".split()
)
_AT_LEAST = frozenset("least minimum".split())
_MORE = frozenset(("more", "over", "upwards"))
_UNITS = frozenset(
    "percent % year-old years year day days week weeks month months hour hours "
    "minutes km kilometres kilometers miles metres meters dollars euros million- "
    "dollar th pm am tonnes tons acres hectares degrees square feet homes houses "
    "buildings vehicles cars times".split()
)
_MONTHS = frozenset((*calendar.month_name, *calendar.month_abbr)) - {""}
# Words between two numbers that are added up: "two police officers and a".
_JOINED = 5
# How far a number may stand from the word that says what befell them.
_REACH = 9


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    value: int | None
    low: int | None
    high: int | None
    noun: str


class Toll(NamedTuple):
    """A number of victims: of what harm, and the word that says so."""

    harm: Harm
    at: int
    victims: Count


def find_tolls(sentence: Sentence) -> list[Toll]:
    """Return the numbers of people a sentence gives for each word of harm, in order.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> text = "At least 12 people, including two police, were killed and dozens hurt."
    >>> found = find_tolls(make_sentence(text, 0, len(text)))
    >>> [(t.harm, t.victims.best, t.victims.low) for t in found]
    [('deaths', 12, 12), ('injured', None, 24)]
    """
    numbers = _add_up(sentence, list(_find_numbers(sentence)))
    harms = list(_find_harms(sentence))
    found = []
    for harm, at in harms:
        number = _number_for(sentence, at, numbers, harms)
        if number is not None:
            found.append(Toll(harm, at, _count(sentence, number)))
    return found


def _count(sentence: Sentence, number: _Number) -> Count:
    words = sentence.words
    span = Span(words[number.first].start, words[number.last - 1].end)
    return Count(best=number.value, low=number.low, high=number.high, span=span)


def find_size(sentence: Sentence, first: int, last: int) -> str:
    """Return how many people words `first` to `last` of a sentence speak of.

    The words as they stand, "some 3,000 peacekeepers", or "" for none.
    """
    words = sentence.words
    for number in _find_numbers(sentence):
        if not first <= number.first < last or not _counts_people(number.noun):
            continue
        ends = range(number.last, min(len(words), number.last + 5))
        people = [k for k in ends if _counts_people(words[k].lower)]
        noun = people[-1] if people else number.last - 1
        return " ".join(w.text for w in words[number.first : noun + 1])
    return ""


def _find_harms(sentence: Sentence) -> Iterator[tuple[Harm, int]]:
    for i, word in enumerate(sentence.words):
        if word.is_capital and i:
            continue
        for harm, lemmas in _HARMS.items():
            if lemma(word.lower) in lemmas or word.lower in lemmas:
                yield harm, i
                break


def _find_numbers(sentence: Sentence) -> Iterator[_Number]:
    words = sentence.words
    i = 0
    while i < len(words):
        last = _numeral_end(words, i)
        if last is None:
            i += 1
            continue
        number = _read(sentence, i, last)
        if number:
            yield number
        i = last


def _add_up(sentence: Sentence, numbers: Sequence[_Number]) -> list[_Number]:
    """Return the numbers with "two policemen and a soldier" made one of three.

    Parts that follow their whole ("six people, four police and two civilians") are
    dropped.
    """
    kept: list[_Number] = []
    for number in numbers:
        earlier = kept[-1] if kept else None
        if earlier and _is_joined(sentence, earlier, number):
            kept[-1] = _sum(earlier, number)
        else:
            kept.append(number)
    return [
        n
        for n, before in zip(kept, [None, *kept], strict=False)
        if not _restates(sentence, before, n)
    ]


def _is_joined(sentence: Sentence, left: _Number, right: _Number) -> bool:
    """Tell whether only a noun and "and" stand between two numbers of people."""
    between = sentence.words[left.last : right.first]
    return (
        1 < len(between) <= _JOINED
        and between[-1].lower == "and"
        and all(w.is_word and w.lower not in PREPOSITIONS for w in between)
        and not any(looks_finite(w) for w in between)
        and sentence.clauses[left.first] == sentence.clauses[right.first]
        and _counts_people(left.noun)
        and _counts_people(right.noun)
    )


def _sum(left: _Number, right: _Number) -> _Number:
    def plus(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return _Number(
        left.first,
        right.last,
        plus(left.value, right.value),
        plus(left.low, right.low),
        plus(left.high, right.high),
        right.noun,
    )


def _restates(sentence: Sentence, whole: _Number | None, parts: _Number) -> bool:
    """Tell a number set off by a mark that adds up to the one before it."""
    if whole is None or whole.value is None or parts.value != whole.value:
        return False
    between = sentence.words[whole.last : parts.first]
    return any(not w.is_word for w in between) and not any(map(looks_finite, between))


def _numeral_end(words: Sequence[Word], i: int) -> int | None:
    """Return the end of the numeral that begins at word `i`, or None."""
    lower = words[i].lower
    if lower in ("a", "an", "one") and i + 1 < len(words):
        if words[i + 1].lower in ("dozen", "hundred", "thousand", "couple", "few"):
            return i + 2
        if lower != "one":
            person = _noun_after(words, i + 1)
            return i + 1 if lemma(person) in _PEOPLE else None
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    if is_decimal(lower) and follows in ("thousand", "million"):
        return i + 2
    if lower == "half" or not is_numeral(lower):
        return None
    end = i + 1
    while end < len(words) and (
        words[end].lower in ("hundred", "thousand", "million", "dozen")
        or (
            words[end].lower in ("of", "and")
            and end + 1 < len(words)
            and words[end + 1].lower in ("thousands", "hundreds")
        )
        or words[end].lower in ("thousands", "hundreds")
    ):
        end += 1
    return end


def _noun_after(words: Sequence[Word], i: int) -> str:
    """Return the head of the noun phrase from word `i`: the last word before a stop."""
    head = ""
    for word in words[i : i + 5]:
        lower = word.lower
        if lower in _PEOPLE or lemma(lower) in _PEOPLE:
            return lower
        if not word.is_word or lower in PREPOSITIONS or looks_finite(word):
            break
        if lower in ("and", "or", "but") or is_numeral(lower):
            break
        head = lower
    return head


def _read(sentence: Sentence, first: int, last: int) -> _Number | None:
    """Return the number at words `first` to `last`, None if not one of people."""
    words = sentence.words
    spelled = " ".join(w.lower for w in words[first:last])
    value = _value(spelled)
    skipped = 1 if words[last : last + 1] and words[last].lower == "of" else 0
    noun = _noun_after(words, last + skipped)
    before = [w.lower for w in words[max(0, first - 4) : first]]
    if (
        value is None
        or _is_other(sentence, first, last)
        or _is_year(spelled, noun, before)
    ):
        return None
    if spelled.split()[0] in VAGUE or spelled in ("a few", "a couple"):
        return _Number(first, last, None, value, None, noun)
    if before[-1:] == ["and"] and "between" in before:
        return _Number(first, last, None, parse_number(before[-2]), value, noun)
    if _is_lower_bound(before):
        return _Number(first, last, value, value, None, noun)
    if before[-2:] == ["up", "to"] or before[-2:] == ["at", "most"]:
        return _Number(first, last, value, None, value, noun)
    return _Number(first, last, value, value, value, noun)


def _is_lower_bound(before: Sequence[str]) -> bool:
    near = set(before[-2:])
    at_least = bool(near & _AT_LEAST) or bool(near & _MORE)
    return at_least or ("no" in before and bool(near & {"fewer", "less"}))


def _is_other(sentence: Sentence, first: int, last: int) -> bool:
    """Tell numbers of days or kilometres, and those within a larger number."""
    words = sentence.words
    after = [w.lower for w in words[last : last + 2]]
    before = [w.lower for w in words[max(0, first - 4) : first]]
    part_of_more = after[:1] == ["of"] and after[1:] in (["them"], ["whom"], ["the"])
    return (
        part_of_more
        or (after[:1] in (["and"],) and before[-1:] == ["between"])
        or bool(_UNITS.intersection(after[:1]))
        or after[:1] == ["%"]
        or "including" in before
        or "among" in before
        or before[-1:] == ["aged"]
        or (before[-1:] and before[-1].capitalize() in _MONTHS)
        or (before[-1:] == [","] and after[:1] == [","])  # an age after a name
    )


def _is_year(spelled: str, noun: str, before: Sequence[str]) -> bool:
    looks_so = len(spelled) == 4 and spelled.isdigit() and spelled[0] in "12"
    is_dated = before[-1:] in (["in"], ["since"], ["until"])
    return looks_so and (is_dated or not _counts_people(noun))


def _value(spelled: str) -> int | None:
    if spelled.endswith(("of thousands", "of hundreds")):
        scale = 1_000 if spelled.endswith("thousands") else 100
        head = VAGUE.get(spelled.split()[0], 2)
        return (20 if head == 2 else head) * scale
    return parse_number(spelled)


def _number_for(
    sentence: Sentence,
    at: int,
    numbers: Sequence[_Number],
    harms: Sequence[tuple[Harm, int]],
) -> _Number | None:
    """Return the number that belongs to the harm word at `at`, or None.

    The object after the verb comes first, then the subject before it; a number with
    another harm word in between belongs to that one.
    """
    others = [i for _, i in harms if i != at]
    passive = _is_passive_or_noun(sentence, at)
    best: tuple[int, _Number] | None = None
    for number in numbers:
        after = number.first > at
        gap = number.first - at if after else at - number.last
        limit = _REACH + 6 if not after and passive else _REACH
        low, high = sorted((at, number.first))
        if gap > limit or any(low < o < high for o in others):
            continue
        if number.noun and not _counts_people(number.noun):
            continue
        cost = gap + (0 if after != passive else 20)
        if best is None or cost < best[0]:
            best = (cost, number)
    return best[1] if best else None


def _counts_people(noun: str) -> bool:
    return (
        noun in _PEOPLE
        or lemma(noun) in _PEOPLE
        or noun in ("dead", "deaths", "injuries", "fatalities", "arrests")
    )


def _is_passive_or_noun(sentence: Sentence, at: int) -> bool:
    """Tell "six were killed", "six dead" and "12 deaths" from "killed six"."""
    words = sentence.words
    word = words[at].lower
    if word in ("dead", "died", "die", "deaths", "death", "homeless", "lives", "life"):
        return word not in ("dead", "death") or (
            at > 0 and words[at - 1].lower not in ("left", "leaving")
        )
    before = [w.lower for w in words[max(0, at - 3) : at]]
    if any(w in ("was", "were", "been", "be", "being", "are", "is") for w in before):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    starts_object = after is not None and (
        is_numeral(after.lower)
        or after.lower
        in ("at", "a", "an", "the", "some", "more", "over", "about", "up")
        or after.is_capital
    )
    return not starts_object

"""How many were killed, injured, displaced or detained, as the sentence says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from placemap.core import Count, Span
from placemap.events.numerals import is_numeral
from placemap.events.people.adding import add_up
from placemap.events.people.counts import find_numbers
from placemap.events.people.persons import counts_people, is_person
from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    is_adverb,
    lemma,
    looks_finite,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.people.counts import Number
    from placemap.events.sentence import Sentence

Harm = Literal["deaths", "injured", "displaced", "detained"]

_HARMS: dict[Harm, frozenset[str]] = {
    "deaths": frozenset(
        "kill die dead death perish slay fatality murder behead massacre execute drown "
        "assassinate martyr lynch lives killing toll hang decapitate electrocute "
        "suffocate asphyxiate succumb".split()
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
_HARM_OF = {word: harm for harm, words in _HARMS.items() for word in words}
_LOST = frozenset("lose cost claim take".split())
_FOUND = frozenset("find recover retrieve pull discover wash".split())
# What stands before the number that a toll has come to.
_COME_TO = frozenset(
    "at to reached reaching of is was hit topped exceeded passed surpassed".split()
)
_NONE = frozenset(("nobody", "none", "neither"))
# Of whom the harmed are none, and the harm that spares them: who is not hurt lives.
_SPARED: dict[str, tuple[Harm, ...]] = {"injured": ("deaths", "injured")}
# How far a number may stand from the word that says what befell them.
_REACH = 9
_FARTHER = 6
_TOLL_REACH = 22


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
    harms = list(_find_harms(sentence))
    if not harms:
        return []
    numbers = add_up(sentence, list(find_numbers(sentence, with_bare=True)))
    found = []
    for harm, at in harms:
        if _is_spared(sentence, at):
            found += [
                Toll(h, at, _zero(sentence, at)) for h in _SPARED.get(harm, (harm,))
            ]
            continue
        number = _number_for(sentence, at, numbers, harms)
        if number is not None:
            count = _count(sentence, number)
            is_feared = "feared" in sentence.lowers(at - 1, at)
            found.append(Toll(harm, at, replace(count, low=0) if is_feared else count))
    # What a toll has come to says more than the parts that made it.
    return sorted(found, key=lambda t: sentence.words[t.at].lower != "toll")


def _count(sentence: Sentence, number: Number) -> Count:
    words = sentence.words
    span = Span(words[number.first].start, words[number.last - 1].end)
    return Count(best=number.value, low=number.low, high=number.high, span=span)


def _zero(sentence: Sentence, at: int) -> Count:
    word = sentence.words[at]
    return Count(best=0, low=0, high=0, span=Span(word.start, word.end))


def find_size(sentence: Sentence, first: int, last: int) -> str:
    """Return how many people words `first` to `last` of a sentence speak of.

    The words as they stand, "some 3,000 peacekeepers", or "" for none.
    """
    words = sentence.words
    for number in find_numbers(sentence):
        if not first <= number.first < last or not counts_people(number.noun):
            continue
        ends = range(number.last, min(len(words), number.last + 5))
        people = [k for k in ends if counts_people(words[k].lower)]
        noun = people[-1] if people else number.last - 1
        return " ".join(w.text for w in words[number.first : noun + 1])
    return ""


def _find_harms(sentence: Sentence) -> Iterator[tuple[Harm, int]]:
    lowers = sentence.lower_words
    for i in [i for i, lower in enumerate(lowers) if _MAY_HARM[lower]]:
        word, lower = sentence.words[i], lowers[i]
        if (word.is_capital and i) or not word.is_word:
            continue
        harm = _harm_of(lower)
        if lower == "death" and sentence.lowers(i + 1, i + 2) == ["toll"]:
            continue
        if lower in _MAY_BE_DEATH and _is_death(sentence, i):
            harm = "deaths"
        if harm:
            yield harm, i


def _harm_of(lower: str) -> Harm | None:
    if lower == "casualties":
        return "injured"
    return _HARM_OF.get(lemma(lower)) or _HARM_OF.get(lower)


_MAY_BE_DEATH = frozenset(("life", "bodies", "gunned"))
_MAY_HARM = WordTable(lambda lower: lower in _MAY_BE_DEATH or bool(_harm_of(lower)))


def _is_death(sentence: Sentence, i: int) -> bool:
    """Tell "lost his life", "400 bodies were found" and "gunned down"."""
    lower = sentence.words[i].lower
    if lower == "gunned":
        return sentence.lowers(i + 1, i + 2) == ["down"]
    verbs = _LOST if lower == "life" else _FOUND
    near = sentence.lowers(i - 4, i + 5)
    return any(lemma(w) in verbs for w in near)


def _is_spared(sentence: Sentence, at: int) -> bool:
    """Tell "nobody was hurt", "no deaths were reported" and "left no one dead"."""
    words = sentence.words
    before = sentence.lowers(at - 6, at)
    if "no" in before[-2:] or "without" in before[-3:]:
        return _is_noun_like(words[at].lower)
    if before[-2:] == ["no", "one"] or before[-1:] == ["nobody"]:
        return True  # "left no one dead"
    start = max(0, at - 9)
    for k in range(start, at):
        lower = words[k].lower
        is_no = lower in _NONE or (lower == "no" and _names_people(sentence, k + 1))
        if is_no and sentence.clauses[k] == sentence.clauses[at]:
            verbs = [w for w in words[k:at] if looks_finite(w)]
            return bool(verbs) or words[at].lower in ("died", "dead")
    return False


def _is_noun_like(lower: str) -> bool:
    """Tell "no deaths" and "no one dead" from "no killed"."""
    return lower.endswith(("s", "dead", "death", "injury", "fatality", "lives", "life"))


def _names_people(sentence: Sentence, k: int) -> bool:
    follows = sentence.lowers(k, k + 2)
    return follows[:1] == ["one"] or any(is_person(w) for w in follows)


def _number_for(
    sentence: Sentence,
    at: int,
    numbers: Sequence[Number],
    harms: Sequence[tuple[Harm, int]],
) -> Number | None:
    """Return the number that belongs to the harm word at `at`, or None.

    The object after the verb comes first, then the subject before it; a number with
    another harm word in between belongs to that one.
    """
    others = [i for _, i in harms if i != at]
    total = _total(sentence, at, numbers)
    if total:
        return total
    passive = _is_passive_or_noun(sentence, at)
    best: tuple[int, Number] | None = None
    for number in numbers:
        low, high = sorted((at, number.first))
        if any(low < o < high for o in others):
            continue
        cost = _distance(sentence, at, number, is_passive=passive)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, number)
    return best[1] if best else None


def _distance(
    sentence: Sentence, at: int, number: Number, *, is_passive: bool
) -> int | None:
    """Return how far a number stands from a word of harm; None if it is not its."""
    is_after = number.first > at
    if number.noun and not counts_people(number.noun):
        return None
    if number.is_part and not _is_of_part(sentence, at, number):
        return None
    if not is_after and _has_other_object(sentence, at):
        return None
    gap = number.first - at if is_after else at - number.last
    if number.is_bare and not _is_beside(sentence, at, number, is_passive=is_passive):
        return None
    if gap > _REACH + (_FARTHER if is_passive and not is_after else 0):
        return None
    return gap + (0 if is_after != is_passive else 20)


def _has_other_object(sentence: Sentence, at: int) -> bool:
    """Tell "a soldier killed civilians", whose subject was not harmed."""
    word, follows = sentence.words[at].lower, sentence.lowers(at + 1, at + 2)
    is_active = AUXILIARIES.isdisjoint(sentence.lowers(at - 2, at))
    is_verb = lemma(word) in _TRANSITIVE and looks_finite(sentence.words[at])
    return is_verb and is_active and any(map(is_person, follows))


_TRANSITIVE = frozenset(
    "kill murder behead execute assassinate lynch injure wound arrest detain abduct "
    "kidnap capture".split()
)


def _is_of_part(sentence: Sentence, at: int, number: Number) -> bool:
    """Tell "one of whom later died" from "two of them children, died"."""
    between = sentence.lowers(number.last + 2, at)
    if between[:1] == between[-1:] == [","]:
        return True  # "one of them, a student, died"
    return number.last + 2 <= at and all(
        w in AUXILIARIES or w in _TIMES or is_adverb(w) for w in between
    )


_TIMES = frozenset("later then since also".split())


def _is_beside(
    sentence: Sentence, at: int, number: Number, *, is_passive: bool
) -> bool:
    """Tell whether one person is plainly the one harmed: "killed the mayor"."""
    words = sentence.words
    if number.first > at:
        return not is_passive and number.first == at + 1
    between = words[number.last : at]
    is_near = sentence.clauses[number.first] == sentence.clauses[at]
    plain = not any(w.lower in _PARTING or w.text == "," for w in between)
    return is_passive and is_near and plain


_PARTING = PREPOSITIONS - {"of"}


def _total(sentence: Sentence, at: int, numbers: Sequence[Number]) -> Number | None:
    """Return what "the death toll from X" and "the number of those killed" came to."""
    before = sentence.lowers(at - 6, at)
    is_toll = sentence.words[at].lower == "toll"
    if not is_toll and not ("number" in before and "of" in before):
        return None
    reached = [
        number
        for number in numbers
        if at < number.first <= at + _TOLL_REACH
        and (not number.noun or counts_people(number.noun))
        and _COME_TO.intersection(sentence.lowers(number.first - 3, number.first))
        and sentence.clauses[number.first] - sentence.clauses[at] <= 1
    ]
    rising = [n for n in reached if sentence.lowers(n.first - 1, n.first) == ["to"]]
    return next(iter(rising or reached), None)


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
        is_numeral(after.lower) or after.lower in _OBJECT_STARTS or after.is_capital
    )
    return not starts_object


_OBJECT_STARTS = (DETERMINERS - {"no", "both"}) | frozenset(
    "at more over about up one".split()
)

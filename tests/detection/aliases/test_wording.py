"""How a wording is looked for in the form of a text."""

import re
from re import _parser
from re._constants import (
    ASSERT,
    ASSERT_NOT,
    AT,
    BRANCH,
    IN,
    LITERAL,
    MAX_REPEAT,
    MIN_REPEAT,
    SUBPATTERN,
)

import pytest

from placemap.detection.aliases.grammar import WORDINGS
from placemap.detection.aliases.wording import Passages, Wording


def starts(wording, form):
    return [match.start() for match in wording.search(Passages(form))]


def test_overlapping_matches_are_all_found():
    assert starts(Wording("slash", "N/(?P<b>N)"), "N/N/N") == [0, 2]


def test_cue_finds_what_the_pattern_alone_finds():
    pattern = r"\w+ call N"
    form = "they call N; " + "x " * 200 + "others call N"
    plain, near = Wording("a", pattern), Wording("a", pattern, cue="call")
    first = [match.group() for match in plain.search(Passages(form))]
    assert [match.group() for match in near.search(Passages(form))] == first
    assert "others call N" in first


def test_match_is_at_its_place_only():
    wording = Wording("or", "or N")
    assert wording.match("N or N", 2)
    assert wording.match("N or N", 0) is None


MOST = 5000


def spelled(operation, argument):
    """Return all that a part of a pattern matches, or None if that is not a few."""
    if operation is LITERAL:
        return {chr(argument)}
    if operation in {ASSERT, ASSERT_NOT, AT}:
        return {""}
    if operation is IN and all(kind is LITERAL for kind, _ in argument):
        return {chr(letter) for _, letter in argument}
    if operation is SUBPATTERN:
        return spelled_by_all(argument[3])
    if operation is BRANCH:
        sides = [spelled_by_all(side) for side in argument[1]]
        return set().union(*sides) if all(sides) else None
    if operation in {MAX_REPEAT, MIN_REPEAT} and argument[:2] == (0, 1):
        once = spelled_by_all(argument[2])
        return once and {"", *once}
    return None


def spelled_by_all(parsed):
    words = {""}
    for operation, argument in parsed:
        ends = spelled(operation, argument)
        if ends is None or len(words) * len(ends) > MOST:
            return None
        words = {word + end for word in words for end in ends}
    return words


def always_has(parsed, some):
    """Tell whether whatever a pattern matches has one of some words."""
    words = {""}
    for operation, argument in parsed:
        ends = spelled(operation, argument)
        if ends is not None and len(words) * len(ends) <= MOST:
            words = {word + end for word in words for end in ends}
            continue
        if all_have(words, some) or part_always_has(operation, argument, some):
            return True
        words = ends or {""}
    return all_have(words, some)


def part_always_has(operation, argument, some):
    if operation is SUBPATTERN:
        return always_has(argument[3], some)
    if operation in {MAX_REPEAT, MIN_REPEAT}:
        return argument[0] > 0 and always_has(argument[2], some)
    return operation is BRANCH and all(always_has(side, some) for side in argument[1])


def all_have(words, some):
    return all(any(one in word for one in some) for word in words)


@pytest.mark.parametrize(
    "at", [at for at, wording in enumerate(WORDINGS) if wording.needs]
)
def test_no_match_is_without_a_word_it_needs(at):
    wording = WORDINGS[at]
    parsed = _parser.parse(wording.pattern)
    assert all(always_has(parsed, needed.split("|")) for needed in wording.needs)


def test_wording_is_not_compiled_without_all_that_it_needs():
    broken = Wording("a", "(", needs=("known|called", " as "))
    assert starts(broken, "N is known, N") == []
    assert starts(broken, "N as N") == []
    with pytest.raises(re.error):
        starts(broken, "N is known as N")


def test_needed_word_is_looked_for_in_each_stretch():
    wording = Wording("a", "N known", needs=("known",))
    form = "N. N known."
    found = wording.search(Passages(form, [(0, 2), (3, 11)]))
    assert [match.start() for match in found] == [3]
    assert list(wording.search(Passages(form, [(0, 2)]))) == []

"""How a wording is looked for in the form of a text."""

import re
from itertools import product
from re import _parser
from re._constants import BRANCH, LITERAL, MAX_REPEAT, MIN_REPEAT, SUBPATTERN

import pytest

from placemap.detection.aliases.grammar import WORDINGS
from placemap.detection.aliases.wording import Wording


def starts(wording, form):
    return [match.start() for match in wording.search(form)]


def test_overlapping_matches_are_all_found():
    assert starts(Wording("slash", "N/(?P<b>N)"), "N/N/N") == [0, 2]


def test_cue_finds_what_the_pattern_alone_finds():
    pattern = r"\w+ call N"
    form = "they call N; " + "x " * 200 + "others call N"
    plain, near = Wording("a", pattern), Wording("a", pattern, cue="call")
    first = [match.group() for match in plain.search(form)]
    assert [match.group() for match in near.search(form)] == first
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


def required(parsed):
    """Yield sets of words, of each of which every match of a pattern has one."""
    words = {""}
    for operation, argument in parsed:
        ends = spelled(operation, argument)
        if ends is not None and len(words) * len(ends) <= MOST:
            words = {word + end for word in words for end in ends}
            continue
        yield words
        words = ends or {""}
        if ends is None and operation is SUBPATTERN:
            yield from required(argument[3])
        elif ends is None and operation in {MAX_REPEAT, MIN_REPEAT} and argument[0]:
            yield from required(argument[2])
        elif ends is None and operation is BRANCH:
            sides = [list(required(side)) for side in argument[1]]
            yield from (set().union(*some) for some in product(*sides))
    yield words


@pytest.mark.parametrize(
    "at", [at for at, wording in enumerate(WORDINGS) if wording.needs]
)
def test_no_match_is_without_a_word_it_needs(at):
    wording = WORDINGS[at]
    assert any(
        all(any(need in word for need in wording.needs) for word in words)
        for words in required(_parser.parse(wording.pattern))
    )


def test_wording_is_not_compiled_without_a_word_it_needs():
    broken = Wording("a", "(", needs=("known", "called"))
    assert starts(broken, "N is N") == []
    with pytest.raises(re.error):
        starts(broken, "N is known as N")


def test_needed_word_is_looked_for_in_each_stretch():
    wording = Wording("a", "N known", needs=("known",))
    form = "N. N known."
    assert [m.start() for m in wording.search(form, [(0, 2), (3, 11)])] == [3]
    assert list(wording.search(form, [(0, 2)])) == []

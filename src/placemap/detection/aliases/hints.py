"""Pairs of names near words about naming, for the gazetteer to confirm or drop.

English has more ways to say that two names are one place than any list of wordings.
Where a sentence speaks of naming and two of its names are names of one place in the
gazetteer, it says so in one of the others: "the peak called Arda by Kurds appeared
on maps as Berda". Without the gazetteer such a pair says nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.detection.aliases.needs import CALL_WORDS
from placemap.detection.aliases.words import (
    ADVERBS,
    CALL,
    GROUP,
    IT,
    MEDIA,
    NAME_WORD,
    NAME_WORDS,
    SOME,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.detection.aliases.stretches import Stretch

# Words about naming, which may stand on either side of two names ...
_NAMING = (
    r"(?:call(?:s|ed|ing)?|re-?nam\w+|nam(?:es?|ed|ing)|known|knows?|knew|"
    r"rechristen\w*|rebapti[sz]\w*|christened|baptised|spel\w+|pronounc\w+|"
    r"former|formerly|previously|originally|terms?|words?|say|says|said|speaks? of|"
    r"spoke of|refer\w*|prefer\w*|interchangeabl[ey]|one and the same|both|"
    r"languages?|tongues?|ha(?:ve|s|d) it|synonym\w*|transliterat\w*|written|"
    r"writes?|marked|signpost\w*|maps?|charts?|"
    r"shortened|incorporated|version|remember\w*|revert\w*|rebranded|founded|insist\w*|restyled|signs?|made)"
)
# ... and what may join them, besides languages and peoples.
_JOINING = (
    r"(?:\b(?:D|now|once|then|today(?:'s)?|nowadays|later|until|since|bec[ao]mes?|"
    r"become|becoming|turned|into|officially|or|also|alias|aka|i\.e|soviet|colonial|ancient|modern|"
    r"biblical|roman|old|new|instead|rather|is|was|were|be|been|as|to|for|era|times|"
    r"days|rule|future|today|in|of|the(?= N of)|not(?= N)|read|see|if you (?:want|"
    r"mean))\b|"
    r"[(/—=→>])"
)
# Right behind the second name: "Arda, Berda to Kurds", "Berda during the war".
_AFTER = re.compile(
    r"N (?:to|in|for|during|under|before|until|till|between|since|from) "
    r"(?:[a-z]|D|N (?:times|days)|\d)"
)
_NAME = re.compile("N")
_CUES = re.compile(rf"(?P<naming>\b{_NAMING}\b)|{_JOINING}")
# What a name is said to come from, or to be likened to, is no name of the place.
_NO_CUES = re.compile(
    r"\b(?:named (?:after|for|from)|(?:its|their|the) name (?:comes |came )?from N\b"
    r"(?! to )|deriv\w+|com(?:es?|ing) from|came from|twin\w*|sister|unlike|confus\w+|"
    r"mistak\w+|mistook|compar\w+|like (?:an? |the |its )?(?:[a-z]+ )?N|replica|"
    r"better than|between(?! \d)|"
    r"not be mixed|nearly|almost|hardly)\b"
)
# What refers back, in a sentence on a place that the one before it has named.
_BACK = re.compile(rf"\b(?:{IT}|its|their|there|here|the (?:\w+ )?(?:name|place)s?)\b")
_IT_IS = re.compile(rf"{IT} (?:is|was|has been|had been|became) {ADVERBS}(?:the )?$")
# "Arda's capital is Berda", though the gazetteer may have both under one name; so
# "Arda's Berda" and "the capital of Berda".
_OWNS = re.compile(r"N's (?:(?:[a-z]+ )?(?:capital|seat|centre|center)\b|N)")
_CAPITAL_OF = re.compile(r"\b(?:capital|seat|suburb|part|parts) of (?:the )?$")
_FROM = re.compile(r"\bfrom (?:the )?$")
_CHANGES = re.compile(r"chang|nam|switch|spell")
# How far apart the two may stand, and how far off the word about naming.
_NEAR, _FAR, _BESIDE = 50, 130, 45
# More names than this are a list of places, in which only signs pair neighbours.
_MOST_NAMES = 12
_MARKED = re.compile(r" ?(?:[=→/>]|\((?:now |formerly |today )?) ?")
_WHO = (
    rf"{SOME}(?P<u>(?:(?:local|older|early|ethnic|own|most|many) )?(?:D|N(?= {GROUP}))"
    rf"(?: (?:{GROUP}|N|[a-z]+(?= (?:as|who)\b)))?|(?:[a-z]+ )?{GROUP})"
)
_SAY = (
    r"(?:(?:refused?s? to|continues? to|wants? to|has|have|had|which|who|still) )*"
    rf"{ADVERBS}(?:{CALL}|ha(?:ve|s|d) it|says?|said|speak of|uses?|prefers?|preferred|"
    r"insist(?:s|ed)? on)\b"
)
_SAY_WORDS = f"{CALL_WORDS}|have it|has it|had it|say|said|use|prefer|insist"
# Where words for people end that follow on a name.
_THEN = r"(?=,? (?:as|it|still|is|the)\b|[,.;:)]|$| —| who\b)"
_OWN = r"\b(?:its|the|their)"
# With the words of which each needs one: most need not be tried at all.
_USERS = tuple(
    (tuple(needs.split("|")), re.compile(pattern))
    for needs, pattern in (
        # to Thirds; Two to Thirdland; known in Thirdland as; in Thirdish; on its maps
        (
            "to |by |among |for ",
            rf"\b(?:to|by|among|for) (?:its )?{_WHO}{_THEN}",
        ),
        ("N to |N for ", r"N (?:to|for) (?:the )?(?P<u>N)(?=[.,;)]| —|$)"),
        (
            "known |called |named |referred to ",
            r"\b(?:known|called|named|referred to) (?:in|to|by) (?:the )?(?P<u>N) as\b",
        ),
        ("in D|in the D", r"\bin (?:the )?(?P<u>D)(?! [a-z])"),
        ("n D |n N ", rf"\b(?:on|in) (?P<u>(?:D|N) {MEDIA})\b"),
        # its Thirdish name; the nationalist name; the Thirds' Two
        (
            NAME_WORDS,
            rf"{_OWN} (?P<u>[ND])(?:-language)? (?:[\w-]+ ){{0,2}}{NAME_WORD}\b",
        ),
        ("ist ", rf"{_OWN} (?P<u>[a-z]{{3,}}ist) {NAME_WORD}\b"),
        ("D' N", r"\b(?P<u>D)' N"),
        # Thirds call it; Thirdland, which calls it; how most diplomats refer to it
        (_SAY_WORDS, rf"(?<![\w']){_WHO},? {_SAY}"),
        (_SAY_WORDS, rf"(?:^|[,.;—] )(?:the )?(?P<u>N),? {_SAY}"),
        ("how ", rf"\bhow (?P<u>(?:[a-z]+ ){{0,2}}[a-z]+s) {CALL}"),
        ("claimed by ", r"\bclaimed by (?P<u>N) (?:under|as)\b"),
    )
)


class Hint(NamedTuple):
    """Two positions of names in the form of a text.

    The words about naming stand in the sentence from `start` to `end`.
    """

    left: int
    right: int
    start: int
    end: int


def find_hints(
    form: str, telling: Iterable[Stretch | tuple[int, int, int]]
) -> Iterator[Hint]:
    """Yield the pairs of names in a form of a text that naming may be about.

    `telling` are the sentences to look at.

    Examples
    --------
    >>> form = "the peak called N by D appeared on maps as N"
    >>> hints = find_hints(form, [(0, 0, len(form))])
    >>> [(hint.left, hint.right) for hint in hints]
    [(16, 43)]
    """
    for before, start, end in telling:
        yield from _hints_in(form, start, end)
        if before < start:
            yield from _hints_across(form, before, start, end)


def _names(form: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _NAME.finditer(form, start, end)]


def _hints_in(form: str, start: int, end: int) -> Iterator[Hint]:
    names = _names(form, start, end)
    if _NO_CUES.search(form, start, end):
        return
    is_list = len(names) > _MOST_NAMES
    reach = 1 if is_list else len(names)
    cues = list(_CUES.finditer(form, start, end))
    for first, left in enumerate(names):
        for right in names[first + 1 : first + 1 + reach]:
            if _is_route(form, left, right) or _are_unequal(form, left, right):
                continue
            if is_list and not _MARKED.fullmatch(form, left + 1, right):
                continue
            is_glossed = (
                right - left <= _NEAR
                and form.startswith((",", " (", " —"), left + 1)
                and _AFTER.match(form, right)
            )
            if is_glossed or any(_is_about(cue, left, right) for cue in cues):
                yield Hint(left, right, start, end)


def _is_route(form: str, left: int, right: int) -> bool:
    """Tell whether "from One to Two" is a way and no change of name."""
    before = form[max(0, left - _BESIDE) : left]
    is_way = form[left + 1 : right] in {" to ", " to the "} and _FROM.search(before)
    return bool(is_way) and not _CHANGES.search(before)


def _are_unequal(form: str, left: int, right: int) -> bool:
    """Tell whether one of the two is said to be in, or to head, something."""
    if _OWNS.match(form, left):
        return True
    before = form[max(0, right - _BESIDE) : right]
    return bool(_CAPITAL_OF.search(before)) and "name" not in before


def _is_about(cue: re.Match[str], left: int, right: int) -> bool:
    if cue["naming"]:
        return (
            right - left <= _FAR
            and left - _BESIDE <= cue.start()
            and cue.end() <= right + _BESIDE
        )
    return right - left <= _NEAR and left < cue.start() < right


def _hints_across(form: str, before: int, start: int, end: int) -> Iterator[Hint]:
    """Yield pairs of which the second name stands in a sentence about the first."""
    rights = _names(form, start, end)
    if not rights or len(rights) > _MOST_NAMES or not _BACK.search(form, start, end):
        return
    if _NO_CUES.search(form, start, end):
        return
    cues = [cue for cue in _CUES.finditer(form, start, end) if cue["naming"]]
    lefts = _names(form, before, start)
    for right in rights:
        near = form[max(start, right - _BESIDE) : right]
        is_named = any(abs(cue.start() - right) <= _BESIDE for cue in cues)
        if (is_named and _BACK.search(near)) or _IT_IS.search(form[start:right]):
            for left in lefts[-_MOST_NAMES:]:
                yield Hint(left, right, start, end)


def find_user(form: str, hint: Hint) -> tuple[int, int] | None:
    """Return where the words stand who uses the second name of a hint, if anybody.

    Of several, those nearest to that name.
    """
    begin = max(hint.start, hint.left - _BESIDE)
    near = form[begin : hint.end]
    spans = [
        match.span("u")
        for needs, pattern in _USERS
        if any(word in near for word in needs)
        for match in pattern.finditer(form, begin, hint.end)
    ]
    right = hint.right
    others = [s for s in spans if right not in range(*s) and hint.left not in range(*s)]
    return min(others, key=lambda s: (max(right - s[1], s[0] - right), s), default=None)

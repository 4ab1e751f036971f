"""Which name a statement is about, where that is not the one right before it.

All positions are those of names in the form of a text that `Skeleton` makes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.detection.aliases.words import IT, KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

# How far back "it" or "the city" may refer, and over how many sentences that go on
# about the same place: "It lies on the coast."
_BACK, _SENTENCES = 600, 4
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
# A name that does not merely say where the one before it lies.
_MAIN_NAME = re.compile(
    r"(?<!N, )(?<!N in )(?<!N \()(?<!N, in )(?<!N near )(?<!N, near )"
    r"N(?!'s)"
)
_HAS = r"(?:is|was|lies|sits|has|had|became|were|are)"
_BESIDE = r"(?: \([^()]*\)|, [^,.]*,)*"
_SUBJECT = re.compile(
    rf"\s*(?:the (?:[\w-]+ ){{0,2}}{KIND} of )?(?P<head>N){_BESIDE} (?:{_HAS}) "
    r"(?:an?|the|one|in|on|also|\w+ed(?! (?:from|to|via) (?:the )?N))\b"
)
_GOES_ON = re.compile(rf"\s*(?:[^.]*, )?(?:{IT}{_BESIDE} (?:{_HAS})|its|their)\b")
_WINDOW = 80
# "Arda, Berda", "Arda, a town in Berda": the second says where the first lies.
_WITHIN = re.compile(
    r"(?P<head>N), (?P<kind>(?:the|an?) (?:[\w' -]{1,40}? "
    r"(?:in|on|near|outside|beside|off)|[\w' -]{0,30}?"
    r"\b(?:capital|seat|cent(?:er|re)|suburb|part|quarter|neighbou?rhood|hub) of) "
    r"(?:the )?)?$"
)
# "Arda (Kurdish: Berda; Greek: Derda": all of them are told of the first.
_GLOSSED = re.compile(r"(?P<head>N)(?: \w+)? \([^()]*[:;][^()]*$")
# "Arda off Berda was renamed": it is not Berda that was.
_LYING = re.compile(
    r"(?:^|(?<=[.;\n] ))(?:the )?(?P<head>N) (?:in|off|near|on) (?:the )?$"
)
_HAPPENS = re.compile(r" (?:is|was|has|had|will|would|became|took|got|goes|went)\b")
_IN_A_LIST = re.compile(r"\)?(?:,| and|,? and) (?:the )?N")
_OPENS_LIST = re.compile(
    r"(?:N,? (?:and )?|(?:^|[.;\n] )(?:in|at|near|from|across|on|for) (?:the )?)$"
)


def outer_head(form: str, at: int, end: int) -> int:
    """Return the name that a statement is about which begins with the name at `at`.

    `end` is where the statement ends. In "Arda, Berda, formerly Cerda" it is about
    Arda, unless the names are a list.

    Examples
    --------
    >>> outer_head("N, N, formerly N.", 3, 16)
    0
    >>> outer_head("N, N, formerly N, and N", 3, 16)
    3
    """
    before = form[max(0, at - _WINDOW) : at]
    offset = at - len(before)
    lies = _LYING.search(before)
    if lies and _HAPPENS.match(form, at + 1):
        return offset + lies.start("head")
    glossed = _GLOSSED.search(before)
    if glossed:
        return offset + glossed.start("head")
    within = _WITHIN.search(before)
    if within is None:
        return at
    if not within["kind"] and not form.startswith((",", " ("), at + 1):
        return at
    head = offset + within.start("head")
    is_list = _IN_A_LIST.match(form, end) or _OPENS_LIST.search(form[:head])
    return at if is_list and not within["kind"] else head


def antecedents(form: str, match: re.Match[str]) -> Iterator[int]:
    """Yield the names that "it" or "the city" in a match may stand for.

    They are those that stand before it in its sentence, or else in the sentence
    before; of that one, its subject alone if it says what that is. Where it goes
    on about something named earlier, so does the search.
    """
    end = match.start()
    floor = max(0, end - _BACK)
    stops = [floor] + [m.end() for m in _SENTENCE_END.finditer(form, floor, end)]
    starts = sorted({stop for stop in stops if stop < end}, reverse=True)
    goes_on = False
    for start in starts[:_SENTENCES]:
        subject = _SUBJECT.match(form, start, end)
        if subject:
            yield subject.start("head")
            return
        if start != starts[-1] and _GOES_ON.match(form, start, end):
            goes_on = True
        elif names := list(_MAIN_NAME.finditer(form, start, end)):
            yield from (name.start() for name in names if not goes_on)
            return
        end = start

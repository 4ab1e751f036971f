"""The sentences of a text in which words tell that it speaks of names.

Few sentences of a report do, and only in these are the wordings looked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A full stop in brackets ends no sentence, nor does that of "i.e.".
_SENTENCE = re.compile(
    r"(?:[^.!?\n(]+|\([^()\n]*\)|\(|[.!?](?![\s)]|$)|(?<=\b[a-z]\.[a-z])\.)*"
    r"(?:[.!?][)\s]*|\n\s*|$)"
)
# Words about naming, ...
_NAMING = (
    r"\b(?:call(?:s|ed|ing)?|nam(?:e[sd]?|ing)|known|knows?|knew|re-?nam\w+|"
    r"\w*christen\w*|go(?:es|ne)? by|went by|\w*bapti[sz]\w*|spel\w+|refer\w*|"
    r"styl\w+|dub(?:s|bed)|nickname\w*|"
    r"terms?|writ\w+|wrote|render\w*|transl\w+|transcri\w+|roman[it]\w*|abbrev\w*|"
    r"short for|for short|shorthand|acronym|"
    r"rebrand\w*|marked|signpost\w*|signs|labell?ed|"
    r"\w*designat\w*|gazetted|remember\w*|sp[eo]\w+ of|pronounc\w*|equivalent|"
    r"languages?|tongue|speech|dialect|parlance|appellation|version|word|forms?|"
    r"former|formerly|previously|once|erstwhile|one-?time|shorten\w*|\w*incorporated|"
    r"original(?:ly)?|historically|now(?:adays)?|today(?:'s)?|then|later|earlier|until|"
    r"till|bec[ao]mes?|become|officially|formally|properly|locally|popularly|"
    r"ha(?:ve|s|d) it|, as [^,.;]{3,40} (?:says?|said|insist\w*)|"
    r"colloquially|traditionally|otherwise|informally|commonly|at (?:that|the) time|"
    r"revert\w*|alias|aka|a\.k\.a|i\.e|that is|modern(?:-day)?|"
    r"present(?:-day)?|maps?|charts?|founded|established|prefer\w*|instead|rather|turned|"
    r"henceforth|replac\w+|one and the same|future|resum\w+|restor\w+|bear|bore|"
    r"insist\w*)\b"
)
# ... those that join two names, and what stands between a name and its gloss; told
# apart by what they begin with, for the sake of speed.
_JOINING = (
    # before a name
    r"\b(?:or,? (?:the |also |in |[a-z]+ )?[ND]|also N|be N|ex[- ]N|as (?:the )?N|"
    r"made (?:the )?N (?:the )?N|into (?:the )?N|both N|use[sd]? N|used for|D for N|"
    r"(?:in|for|to) (?:the )?D[,:]? |"
    r"it (?:is|was|has been|had been) (?:\w+ )?N)|says? N|"
    r" (?:in|on) (?:[a-zD]+ ){1,3}N\b|"
    r"(?:\d{4}s?|days|times|era|rule|years|recently|now),? N|"
    # behind one
    r"N(?: for (?:D|what|the [a-z]+ th|\w+s,)| ?/ ?N| in (?:the )?(?:[a-z]+ )?D|"
    r",? (?:under|during|between|before|since|until) |"
    r" (?:=|→|=>|->|⇒|>) N|,? not N|: see N|,? (?:the )?N of|"
    r",? to (?:the |its |many |most |some |all )*(?:D|[a-z]+s?\b(?! (?:an?|the|"
    r"his)\b)|N[,.;) ])|"
    r"(?:,[^,]*,)? (?:is|was|are|were|has|have|had) (?:\w+ ){0,3}[ND])|"
    r"for N read N|[ND](?:'s)? (?:books|letters|"
    r"documents|records|statements|reports|papers|texts|sources)\b|"
    # with a mark
    r",(?: before (?:that|it) | N in N | (?:in )?(?:the )?D\b|"
    r" (?:the )?(?:old|ancient|biblical|medieval|soviet|imperial) N)|"
    r"\([^()\n]{0,40}N|— [^—\n]{0,35}[ND]|: (?:(?:the )?[ND]|N)"
)
_TELLING = (re.compile(_NAMING), re.compile(_JOINING))
# What may stand for a name that the sentence before has given.
_BACK = re.compile(r"\b(?:it|its|their|the|th[aeio]se?|there|here)\b")


class Stretch(NamedTuple):
    """A sentence in the form of a text; `before` is where the one before it starts."""

    before: int
    start: int
    end: int


def telling_sentences(form: str) -> Iterator[Stretch]:
    """Yield the sentences that have a name and words that may be about naming.

    Examples
    --------
    >>> form = "it rained in N. N was once N."
    >>> [form[s.start : s.end] for s in telling_sentences(form)]
    ['N was once N.']
    """
    before = 0
    for match in _SENTENCE.finditer(form):
        start, end = match.span()
        if _names_two(form, start, end) and any(
            words.search(form, start, end) for words in _TELLING
        ):
            yield Stretch(before, start, end)
        before = start


def joined(sentences: Iterable[Stretch]) -> list[tuple[int, int]]:
    """Return sentences as starts and ends, those that follow on each other as one.

    Examples
    --------
    >>> joined(telling_sentences("it rained. N was once N. it is now N."))
    [(11, 37)]
    """
    found: list[tuple[int, int]] = []
    for _, start, end in sentences:
        goes_on = bool(found) and found[-1][1] == start
        found.append((found.pop()[0] if goes_on else start, end))
    return found


def _names_two(form: str, start: int, end: int) -> bool:
    names = form.count("N", start, end)
    if names != 1:
        return names > 1
    return form.count("D", start, end) > 0 or bool(_BACK.search(form, start, end))

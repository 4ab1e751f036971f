"""What English puts into brackets behind a place's name to give another.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import NAMED_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    IT,
    NAME_OF,
    NAME_WORDS,
    NAMED,
    A,
    B,
    manner,
)

_OPEN = rf"{A},? \("
_YEARS = r"(?:from )?\d{4} ?(?:–|-|—|to|until) ?\d{4}"
_SHORTENED = (
    r"(?:also|or|alias|alt|var|variants?|fmr|form|prev|orig|hist|locally|"
    r"other (?:names?|spellings?|forms?)|alternative (?:names?|spellings?|forms?)|"
    r"alternatively|variously)"
)

BRACKETINGS: tuple[Wording, ...] = (
    # One (1924–1991: Two); One (since 1990: Two); One (Two, 1924–1991)
    Wording(
        "former",
        rf"{_OPEN}(?:{_YEARS},?:?|(?:since|until|till|before|after|from) \d{{4}}[:,]) "
        r"(?P<b>N)(?=[),;])",
        needs=(" (",),
    ),
    Wording(
        "former",
        rf"{_OPEN}(?P<b>N),? {_YEARS}\)",
        needs=(" (N | (N, ",),
    ),
    # One (alt. Two); One (variants: Two and Three)
    Wording(
        "known_as",
        rf"{_OPEN}{_SHORTENED}\.?:? (?P<b>N)(?=[),;]| and | or )",
        needs=(" (",),
    ),
    # One (gr. Two): the language is shortened
    Wording(
        "in_language",
        rf"{_OPEN}(?P<l0>[a-z]{{2,5}})\.:? (?P<b>N)(?=[),;])",
        needs=(" (",),
    ),
    # Two (Thirdish for One)
    Wording(
        "in_language",
        rf"{_OPEN}(?P<l0>D) for {B}",
        users_of="left",
        needs=(" (D for ",),
    ),
    # One (it is called Two in Thirdish); One (Two is its Thirdish name)
    Wording(
        "known_as",
        rf"{_OPEN}{IT} (?:is|was|has been|had been) {ADVERBS}{NAMED}{manner(0)}"
        rf"(?: also)?(?: as)? {B}{manner(2)}",
        needs=(NAMED_WORDS, " ("),
    ),
    Wording(
        "in_language",
        rf"{_OPEN}{B} (?:is|was|being) (?:its|the) {NAME_OF}\)",
        needs=(NAME_WORDS, " being | is | was "),
    ),
)

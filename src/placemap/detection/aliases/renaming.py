"""The ways in which English says that a place was given another name.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    CALL,
    CLOSED,
    DATES,
    END,
    KIND,
    NAME_OF,
    NAME_WORD,
    NAME_WORDS,
    ONCE,
    RULERS,
    THE,
    WAS,
    A,
    B,
    manner,
)

_WHICH = rf",?(?: (?:which|that))?(?: (?:has|had|have))? {ADVERBS}"
_ITS_NAME = rf"(?:its|the|their) {NAME_OF}"
_OTHER_NAME = (
    r"(?:chang|shorten|alter|switch|simplif|lengthen|moderni[sz]|restor)\w* "
    rf"(?:its|the|their) {NAME_OF} (?:back )?(?:to|into|as)"
)

RENAMINGS: tuple[Wording, ...] = (
    # One shortened its name to Two; One has gone by Two since 1990
    Wording(
        "renamed",
        rf"{A}{_WHICH}{_OTHER_NAME} {B}",
        needs=(
            NAME_WORDS,
            "chang|shorten|alter|switch|simplif|lengthen|moderni|restor",
        ),
    ),
    Wording(
        "known_as",
        rf"{A}{_WHICH}(?:goes|went|gone|used to go) by (?:the name (?:of )?)?{B}",
        needs=(" by ", "goes |went |gone |used to go "),
    ),
    # The council gave One the name Two; it restored to One its old name of Two
    Wording(
        "renamed",
        r"(?:giv(?:e|es|ing|en)|gave|restor(?:e|es|ed|ing)|return(?:ed|s|ing)|"
        r"assign(?:s|ed)|bestow(?:s|ed)|confer(?:s|red)|impos(?:es|ed))(?: back)? "
        rf"(?:(?:to|on|upon) )?{THE}{A} (?:back )?{_ITS_NAME}(?: of|,)? {B}",
        cue=r" (?:its|the|their) ",
        needs=(NAME_WORDS, "giv|gave|restor|return|assign|bestow|confer|impos"),
    ),
    # One was restored to its old name, Two
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:(?:was|were|been|is|be) {ADVERBS})?(?:restored|returned|"
        rf"assigned|went|gone|goes|going|granted|given|resumed|reclaimed)(?: back)?"
        rf"(?: to)? {_ITS_NAME}(?: of|,)? {B}",
        needs=(
            NAME_WORDS,
            "restored|returned|assigned|went|gone|goes|going|granted|given|resumed|reclaimed",
        ),
    ),
    # One, the largest port of the country, was renamed Two
    Wording(
        "renamed",
        rf"{A}(?:, [^,.;()\n]{{3,60}},| \([^()\n]{{3,40}}\)) {WAS} {ADVERBS}"
        rf"(?:known|called|named|renamed|rechristened){manner(0)}(?: as| to)? "
        rf"{B}{CLOSED}",
        needs=("called|known|named|rechristened", " (|, "),
    ),
    # One calls itself Two again; One would henceforth be Two
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:call|styl|nam|renam)(?:ed?|es|s|ing) itself {B}",
        needs=(" itself ",),
    ),
    Wording(
        "renamed",
        rf"{A} (?:will|would|shall|is to|was to) (?:henceforth|thereafter|again|"
        rf"once more|from now on|from then on|officially|now) be {B}{CLOSED}",
        needs=(" be ",),
    ),
    # One, a name that gave way to Two; they replaced One with Two
    Wording(
        "renamed",
        rf"{A}, (?:a|the) {NAME_OF} (?:that|which) (?:later |soon |then |finally )?"
        rf"(?:gave way to|was replaced by|yielded to|became) {B}",
        needs=(NAME_WORDS, "gave way to|replaced by|yielded to|became"),
    ),
    Wording(
        "or",
        r"(?:replac|swapp|exchang|dropp|abandon|discard)(?:ed|es|ing) "
        rf"(?:the name )?{THE}{A} (?:with|for|by|in favou?r of) {B}",
        weak=True,
        needs=(
            "replac|swapp|exchang|dropp|abandon|discard",
            " with | for | by | in favo",
        ),
    ),
    Wording(
        "or",
        rf"{A}, (?:where|which) [^.;()]{{3,60}} and (?:which )?(?:is|was) {ONCE} "
        rf"{B}{CLOSED}",
        weak=True,
        needs=(", where |, which ", " and is | and was | and which "),
    ),
    # One, which until 1960 was Two
    Wording(
        "former",
        rf"{A},? (?:which|that) {DATES},? (?:is|was|had been) {B}{CLOSED}",
        needs=(" which | that ", " is | was | had been "),
    ),
    # They renamed One Two and Three Four
    Wording(
        "renamed",
        rf"(?:{CALL}|renam(?:ed?|es|ing)|made) {THE}N (?:as |into )?{THE}N,? and "
        rf"{THE}(?P<a>N) (?:as |into )?{B}{END}",
        weak=True,
        cue="N,? and ",
        needs=("N and |N, and ",),
    ),
    # They changed the name of One to Two; the junta turned One into Two
    Wording(
        "renamed",
        rf"(?:chang|alter|switch|amend)\w* the {NAME_WORD} of {THE}{A} (?:from N )?"
        rf"(?:to|into) {B}",
        cue=f" the {NAME_WORD} of ",
        needs=(NAME_WORDS, " the "),
    ),
    Wording(
        "renamed",
        rf"{RULERS} (?:(?:has|have|had|also|later|then|who|which|that|soon) )*"
        rf"(?:turn|chang|transform)(?:ed|s|es) {THE}{A} (?:in)?to {B}{CLOSED}",
        cue=" (?:in)?to (?:the )?N",
        needs=("turn|chang|transform", " to | into "),
    ),
    # One has a new name: Two
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:has|had|have|got|gets?|was given|is getting|takes?|took|"
        rf"receiv\w+) (?:an? |its |the |another )*{NAME_OF}(?: [^.;:()—]{{1,40}})?"
        rf"(?:,|:| —) {B}{END}",
        needs=(
            NAME_WORDS,
            "has|had|have|got|get|given|take|took|receiv",
        ),
    ),
    # One adopted Two as the city's name
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:adopt(?:s|ed)|chose|took|accepted|proclaimed|uses|used|"
        rf"gained|regained) {B} as (?:its|the|their)(?: {KIND}'s)? {NAME_OF}",
        needs=(NAME_WORDS, " as "),
    ),
    # the decree that turned One into Two
    Wording(
        "renamed",
        r"(?:name|decree|decision|order|law|vote|change|resolution)s?(?: \w+){0,3} "
        rf"(?:turn|mak|chang|transform)\w* {THE}{A} into {B}",
        cue=" into ",
        needs=(" into ", "turn|mak|chang|transform"),
    ),
)

"""The ways in which English says that a place was given another name.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    APPOSED_ANY,
    CALL,
    CLOSED,
    END,
    ERA,
    IT,
    KIND,
    NAME_OF,
    ONCE,
    THE,
    WAS,
    A,
    B,
    anybody,
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
    Wording("renamed", rf"{A}{_WHICH}{_OTHER_NAME} {B}"),
    Wording(
        "known_as",
        rf"{A}{_WHICH}(?:goes|went|gone|used to go) by (?:the name (?:of )?)?{B}",
    ),
    # The council gave One the name Two; it restored to One its old name of Two
    Wording(
        "renamed",
        r"(?:giv(?:e|es|ing|en)|gave|restor(?:e|es|ed|ing)|return(?:ed|s|ing)|"
        r"assign(?:s|ed)|bestow(?:s|ed)|confer(?:s|red)|impos(?:es|ed))(?: back)? "
        rf"(?:(?:to|on|upon) )?{THE}{A} (?:back )?{_ITS_NAME}(?: of|,)? {B}",
        cue=r" (?:its|the|their) ",
    ),
    # One was restored to its old name, Two
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:(?:was|were|been|is|be) {ADVERBS})?(?:restored|returned|"
        rf"assigned|went|gone|goes|going|granted|given|resumed|reclaimed)(?: back)?"
        rf"(?: to)? {_ITS_NAME}(?: of|,)? {B}",
    ),
    # One, the largest port of the country, was renamed Two
    Wording(
        "renamed",
        rf"{A}(?:, [^,.;()\n]{{3,60}},| \([^()\n]{{3,40}}\)) {WAS} {ADVERBS}"
        rf"(?:known|called|named|renamed|rechristened){manner(0)}(?: as| to)? "
        rf"{B}{CLOSED}",
    ),
    # One calls itself Two again; One would henceforth be Two
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:call|styl|nam|renam)(?:ed?|es|s|ing) itself {B}",
    ),
    Wording(
        "renamed",
        rf"{A} (?:will|would|shall|is to|was to) (?:henceforth|thereafter|again|"
        rf"once more|from now on|from then on|officially|now) be {B}{CLOSED}",
    ),
    # One, a name that gave way to Two; they replaced One with Two
    Wording(
        "renamed",
        rf"{A}, (?:a|the) {NAME_OF} (?:that|which) (?:later |soon |then |finally )?"
        rf"(?:gave way to|was replaced by|yielded to|became) {B}",
    ),
    Wording(
        "or",
        r"(?:replac|swapp|exchang|dropp|abandon|discard)(?:ed|es|ing) "
        rf"(?:the name )?{THE}{A} (?:with|for|by|in favou?r of) {B}",
        weak=True,
    ),
    Wording(
        "or",
        rf"{A}, (?:where|which) [^.;()]{{3,60}} and (?:which )?(?:is|was) {ONCE} "
        rf"{B}{CLOSED}",
        weak=True,
    ),
    # One adopted Two as the city's name
    Wording(
        "renamed",
        rf"{A}{_WHICH}(?:adopt(?:s|ed)|chose|took|accepted|proclaimed|uses|used|"
        rf"gained|regained) {B} as (?:its|the|their)(?: {KIND}'s)? {NAME_OF}",
    ),
    # the decree that turned One into Two
    Wording(
        "renamed",
        r"(?:name|decree|decision|order|law|vote|change|resolution)s?(?: \w+){0,3} "
        rf"(?:turn|mak|chang|transform)\w* {THE}{A} into {B}",
        cue=" into ",
    ),
    # What was then One, and is now Two; One, the Two of today
    Wording(
        "renamed",
        rf"what (?:is|was) (?:then|{ONCE}),? (?:called |known as |named )?{THE}"
        rf"(?P<a>N),? (?:and |but )?(?:(?:which )?(?:is|was) )?{ONCE} {B}",
        cue="what ",
    ),
    Wording(
        "renamed",
        rf"{A}, the (?P<b>N) of (?:today|now|later|modern|the present|our|ancient|"
        r"history|the maps|antiquity)\b",
    ),
    # One, a city that has since become Two
    Wording(
        "renamed",
        rf"{A},? (?:{APPOSED_ANY})?(?:which|that)? ?{ADVERBS}(?:has|had) {ADVERBS}"
        rf"become {B}{CLOSED}",
    ),
    # One, whose new rulers renamed it Two
    Wording(
        "renamed",
        rf"{A},? whose {anybody(0)} {ADVERBS}(?:{CALL}|(?:had |have )?renamed) {IT} "
        rf"(?:as )?{B}",
    ),
    # Formerly One, Two is old
    Wording(
        "former",
        r"(?:^|(?<=[.;] )|(?<=\n))(?:formerly|previously|originally|historically) "
        rf"{THE}(?P<a>N), {B}(?=,? [a-z])(?! (?:and|or)\b)",
    ),
    Wording(
        "or",
        rf"(?:^|(?<=[.;] )|(?<=\n)){ONCE} {THE}(?P<a>N), {B}(?= [a-z])"
        r"(?! (?:and|or)\b)",
        weak=True,
    ),
    # One was Two until the war; One reverted to Two
    Wording("or", rf"{A} (?:is|was|had been) {ADVERBS}{B},? {ERA}", weak=True),
    Wording(
        "or",
        rf"{A}{_WHICH}(?:revert(?:s|ed)|went back|gone back|returned) to "
        rf"(?:being )?{B}",
        weak=True,
    ),
    # ... Today the city is Two; the city was Two until the war
    Wording(
        "former",
        rf"(?<=[.;,—\n] ){IT} (?:is|was|had been) {ADVERBS}{B},? {ERA}",
        open=True,
    ),
    Wording(
        "renamed",
        rf"(?:^|(?<=[.;,—\n] )){ONCE},? {IT} (?:is|was) {B}{END}",
        open=True,
    ),
    Wording(
        "renamed",
        rf"(?<=[.;,—\n] ){IT} (?:is|was) (?:now|today|nowadays|then|once) {B}{END}",
        open=True,
    ),
)

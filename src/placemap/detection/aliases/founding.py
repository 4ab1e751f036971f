"""The ways in which English says what a place was called at first, and later.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import CALL_WORDS, ERA_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    APPOSED_ANY,
    CALL,
    CLOSED,
    DATES,
    END,
    ERA,
    GROUP,
    IT,
    ONCE,
    THE,
    THE_KIND,
    A,
    B,
    anybody,
    by,
)

_WHICH = rf",?(?: (?:which|that))?(?: (?:has|had|have))? {ADVERBS}"
_FOUNDED = (
    r"(?:re-?founded|founded|established|rebuilt|built|settled|laid out|chartered|"
    r"incorporated|created|"
    r"started(?: out)?|set up|begun|born|began(?: life)?)(?: (?:in|by|around|about) "
    r"(?:the )?[\w ]{1,25}?)?"
)
_FOUNDED_WORDS = (
    "founded|established|rebuilt|built|settled|laid out|chartered|incorporated|created|"
    "started|set up|begun|born|began"
)

FOUNDINGS: tuple[Wording, ...] = (
    # One, founded in 1800 as Two; founded as One, Two is a port
    Wording(
        "former",
        rf"{A}(?:,|{_WHICH}(?:is|was|were)?) ?{ADVERBS}{_FOUNDED} "
        rf"(?:as|under the name(?: of)?|with the name(?: of)?) {B}",
        needs=(_FOUNDED_WORDS, " as | under the name | with the name "),
    ),
    Wording(
        "former",
        rf"(?:^|(?<=[.;\n] )){ADVERBS}{_FOUNDED} (?:as|under the name(?: of)?|"
        rf"with the name(?: of)?) {THE}(?P<a>N)(?: {DATES}| by [ND])?, {B}",
        users_of="left",
        needs=(_FOUNDED_WORDS, " as | under the name | with the name "),
    ),
    # They had One renamed Two; the council wants One to be called Two
    Wording(
        "renamed",
        rf"(?:(?P<u0>N|D|(?:[a-z]+ )?{GROUP}) )?(?:has|have|had|want(?:s|ed)?|get|gets|"
        rf"got|see|saw|ordered|insist(?:s|ed)? that|demand(?:s|ed)? that|propos\w+ "
        rf"that) "
        rf"{THE}{A} (?:to )?(?:be )?(?:re-?named|rechristened|called|known as) {B}",
        cue=r" (?:re-?named|rechristened|called|known as) ",
        needs=("renamed|re-named|rechristened|called|known as",),
    ),
    # One, soon to be Two; One is to become Two
    Wording(
        "renamed",
        rf"{A} (?:(?:is|was|has|had|have) )?(?:soon |shortly |about |due |expected |"
        rf"on (?:its|the) way |agree[sd]? |vote[sd]? |wants? |wanted |decide[sd]? |"
        rf"chose )?(?:to become|to becoming) {B}{CLOSED}",
        needs=("to becom",),
    ),
    Wording(
        "renamed",
        rf"{A},?(?: which)? (?:is |was )?(?:soon |shortly |about )?to (?:be|become) "
        rf"{B}{CLOSED}",
        weak=True,
        needs=("to be",),
    ),
    Wording(
        "former",
        rf"{A},?(?: which| that)? (?:is|was) (?:formerly|previously|originally) "
        rf"{B}{CLOSED}",
        needs=("formerly|previously|originally",),
    ),
    Wording(
        "former",
        rf"{A},?(?: which| that)? (?:used to be|was once|had once been) {B}{CLOSED}",
        weak=True,
        needs=("had once been|used to be|was once",),
    ),
    # ... Later it was incorporated as Two
    Wording(
        "renamed",
        rf"(?:^|(?<=[.;,—\n] ))(?:{ONCE} )?{IT} (?:is|was|had been) {ADVERBS}{_FOUNDED}"
        rf"(?: again)? (?:as|under the name(?: of)?) {B}{CLOSED}",
        open=True,
        cue=" (?:as|under the name(?: of)?) ",
        needs=(_FOUNDED_WORDS, " as | under the name "),
    ),
    Wording(
        "renamed",
        rf"{A} (?:has|had) (?:now |officially |formally |since )+been {B}{CLOSED}",
        needs=("been ", "now |officially |formally |since "),
    ),
    # Thirds who hold One have renamed it Two
    Wording(
        "called_by",
        rf"(?<!\w){by(0)},? who (?:[a-z]+ ){{1,5}}?{A},? {ADVERBS}{CALL} {IT} {B}",
        cue=rf" {CALL} {IT} ",
        needs=(CALL_WORDS, " who |, who "),
    ),
    # What was then One, and is now Two; One, the Two of today
    Wording(
        "renamed",
        rf"what (?:is|was) (?:then|{ONCE}),? (?:called |known as |named )?{THE}"
        rf"(?P<a>N),? (?:and |but )?(?:(?:which )?(?:is|was) )?{ONCE} {B}",
        cue="what ",
        needs=("what is |what was ",),
    ),
    Wording(
        "renamed",
        rf"{A}, the (?P<b>N) of (?:today|now|later|modern|the present|our|ancient|"
        r"history|the maps|antiquity|(?:the )?(?:D|colonial|imperial|communist) "
        r"(?:days|times|era|rule|years))\b",
        needs=(", the N of ",),
    ),
    # One, a city that has since become Two
    Wording(
        "renamed",
        rf"{A},? (?:{APPOSED_ANY})?(?:which|that)? ?{ADVERBS}(?:has|had) {ADVERBS}"
        rf"become {B}{CLOSED}",
        needs=("become ",),
    ),
    # One, whose new rulers renamed it Two
    Wording(
        "renamed",
        rf"{A},? whose {anybody(0)} {ADVERBS}(?:{CALL}|(?:had |have )?renamed) {IT} "
        rf"(?:as )?{B}",
        needs=(" whose ",),
    ),
    # Formerly One, Two is old
    Wording(
        "former",
        r"(?:^|(?<=[.;] )|(?<=\n))(?:formerly|previously|originally|historically) "
        rf"{THE}(?P<a>N), {B}(?=,? [a-z])(?! (?:and|or)\b)",
        needs=("formerly|previously|originally|historically", "N, "),
    ),
    Wording(
        "or",
        rf"(?:^|(?<=[.;] )|(?<=\n)){ONCE} {THE}(?P<a>N), {B}(?= [a-z])"
        r"(?! (?:and|or)\b)",
        weak=True,
        needs=("N, ",),
    ),
    # One was Two until the war; One reverted to Two
    Wording(
        "or",
        rf"{A} (?:is|was|had been) {ADVERBS}{B},? {ERA}",
        weak=True,
        needs=(ERA_WORDS, " is | was | had been "),
    ),
    Wording(
        "or",
        rf"{A}{_WHICH}(?:revert(?:s|ed)|went back|gone back|returned) to "
        rf"(?:being )?{B}",
        weak=True,
        needs=("gone back|returned|revert|went back",),
    ),
    # ... Today the city is Two; the city was Two until the war
    Wording(
        "former",
        rf"(?<=[.;,—\n] ){IT} (?:is|was|had been) {ADVERBS}{B},? {ERA}",
        open=True,
        needs=(ERA_WORDS, " is | was | had been "),
    ),
    Wording(
        "renamed",
        rf"(?:^|(?<=[.;,—\n] )){ONCE},? {THE_KIND} (?:is|was|bears? the name(?: of)?) "
        rf"{B}{END}",
        open=True,
        needs=(" is | was | the name ",),
    ),
    Wording(
        "renamed",
        rf"(?<=[.;,—\n] ){THE_KIND} (?:is|was) (?:now|today|nowadays|then|once) "
        rf"{B}{END}",
        open=True,
        needs=(" is | was ", "now|once|then|today"),
    ),
)

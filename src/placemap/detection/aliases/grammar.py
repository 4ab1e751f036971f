"""The ways in which English says that two names are one place.

The patterns are for the form of a text that `Skeleton` makes: N is a name, D a
people or language, all else is lower case and without quotes. Their groups are ``a``
and ``b`` for the two names, ``u0``, ``u1`` ... for who uses one of them and
``l0``, ``l1`` ... for the language it is in.
"""

from __future__ import annotations

from placemap.detection.aliases.naming import NAMINGS
from placemap.detection.aliases.renaming import RENAMINGS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    AND,
    APPOSED,
    APPOSED_ANY,
    BARE,
    BE,
    BY_ITS_NAME,
    CALL,
    CLOSED,
    DATES,
    END,
    ERA,
    GROUP,
    IT,
    KIND,
    KIND_AFTER,
    NAME_OF,
    NAME_WORD,
    NAMED,
    ONCE,
    OPENED,
    PASSIVE,
    SEPARATED,
    SOME,
    THE,
    A,
    B,
    anybody,
    by,
    language,
    manner,
    usage,
)

# The most telling first: a name that one of them has taken is no other's second.
WORDINGS: tuple[Wording, ...] = (
    # Formerly known as One, the city of Two
    Wording(
        "known_as",
        rf"(?:^|(?<=[.;\n] )|(?<=\n)){ADVERBS}(?:known|called|named){manner(0)}"
        rf"(?: as)? {THE}(?P<a>N){manner(2)}, {B}",
    ),
    # One, also known to Thirds as Two; the city of One was renamed Two by Thirds
    Wording(
        "known_as",
        rf"{A}(?!{SEPARATED}{BARE}){PASSIVE}{ADVERBS}{NAMED}"
        rf"(?: itself)?{manner(0)}(?: simply)?(?: as|(?<!known)(?<!referred) to| from|"
        r" (?:by|under) the name(?: of)?)?"
        rf"(?: simply)? {B}"
        rf"{manner(2)}",
    ),
    # One, a village on the coast called Two
    Wording(
        "known_as",
        rf"{A}, an? (?:[\w-]+ ){{0,3}}?{KIND}(?: [a-z ]{{1,30}}?)? {ADVERBS}{NAMED}"
        rf"{manner(0)}(?: as)? {B}{manner(2)}",
    ),
    # One, known to many as Two
    Wording(
        "known_as",
        rf"{A}{PASSIVE}{ADVERBS}(?:known|referred to) "
        rf"(?:to|by|among) {anybody(0)} (?:simply )?as {B}",
    ),
    # One, better known by its old name Two; One bore the name Two
    Wording(
        "known_as",
        rf"{A}{OPENED}{APPOSED}?{BE}{ADVERBS}(?:known(?: only)? (?:by|under)|bore|"
        r"bears|carried|carries|drop(?:s|ped)|shed|los[et]s?|abandon(?:s|ed)|keeps?|"
        r"kept|retain(?:s|ed)|uses?|used|"
        r"took|takes|taken|adopt(?:s|ed)|got|went by|goes by|"
        r"given|received|going by|under|(?:has )?revert(?:s|ed) to|regain(?:s|ed)|has|"
        rf"had|has taken|has adopted)(?: back)? (?:the |its |their )?{NAME_OF}"
        rf"(?: of|,)? {B}{manner(1)}",
    ),
    # One changed its name to Two; One's name was changed to Two
    Wording(
        "renamed",
        rf"{A}(?:'s name|,?(?: which)?(?: has| had| officially| formally)* "
        rf"chang(?:ed?|es|ing) its name)"
        rf"(?: [\w ]{{0,20}}?changed)?(?: from N)? (?:to|from|into) {B}",
    ),
    Wording(
        "renamed",
        rf"(?:renamed|chang\w+ its name|name(?: \w+){{0,3}} changed) from {THE}{A} "
        rf"to {B}",
    ),
    Wording(
        "renamed",
        rf"name of {THE}{A} (?:is|was|has been|had been) (?:[a-z]+ )?changed "
        rf"(?:from N )?(?:to|into) {B}",
        cue="name of ",
    ),
    # The Thirdish for One is Two; in Thirdish, One is Two; One is Two in Thirdish
    Wording("in_language", rf"the (?P<l0>D) for {THE}(?P<a>N) is {B}"),
    Wording(
        "in_language",
        rf"(?:in {language(0)}|(?:to|for) {by(1)}),? {THE}{A} (?:is|was) {ADVERBS}"
        rf"(?:(?:known|called|named)(?: as)? )?{B}",
    ),
    Wording("known_as", rf"{A} (?:is|was) {B}{usage(0)}{END}"),
    # The city once called One is Two
    Wording(
        "known_as",
        rf"the (?:[\w-]+ )?{KIND} {ADVERBS}{NAMED}{manner(0)}(?: as)? (?P<a>N)"
        rf"{manner(2)} is (?:now )?{B}",
    ),
    # The Thirdish name for One is Two; Two is the Thirdish name for One
    Wording(
        "in_language",
        rf"(?:the |(?P<u1>\w+(?: \w+)?) )?(?:'s )?{NAME_OF} (?:for|of) {THE}(?P<a>N)"
        rf"{KIND_AFTER},? (?:is|was|:|being) (?:still |now )?{B}",
        cue=rf"{NAME_WORD} (?:for|of) ",
    ),
    Wording(
        "in_language",
        rf"{A}(?:,| is| was| \(| —) (?:the |an? |its |{by(1)}(?:'s)? )?{NAME_OF}"
        rf" (?:for|of|given to) {B}",
        users_of="left",
    ),
    # One's Thirdish name Two; One, whose Thirdish name is Two
    Wording(
        "in_language",
        rf"{A}(?:'s|,? whose|,? with (?:the|its|a)|,? \(?(?:its|the|whose)) "
        rf"{NAME_OF}(?: for it)?(?:,| is| was| has been| being|:)? {B}",
    ),
    Wording(
        "known_as",
        rf"{A}{OPENED}(?:or |also )?{B},? as {IT} (?:(?:is|was|used to be|has been) "
        rf"{ADVERBS}{NAMED}{manner(0)}|is (?:now|today)|(?:then )?was\b)",
    ),
    # Two, as Thirds call One; Two, as One was once known
    Wording(
        "called_by",
        rf"{A},? as {anybody(0)} {ADVERBS}{CALL} {B}",
        users_of="left",
    ),
    Wording(
        "known_as",
        rf"{A},? as {B}{KIND_AFTER} (?:is|was|were|used to be|had been|has been|"
        rf"came to be) {ADVERBS}{NAMED}{manner(0)}",
        users_of="left",
    ),
    # What Thirds call One is Two
    Wording(
        "called_by",
        rf"what {anybody(0)} {ADVERBS}{CALL} {THE}(?P<a>N)(?: is|,) {B}",
        users_of="left",
        cue="what ",
    ),
    # One, which Thirds call Two; One, the city Thirds call Two
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?:or )?(?:{APPOSED}?(?:which|that|what) |{APPOSED_ANY}|"
        rf"(?<=\()){anybody(0)} {ADVERBS}{CALL} (?:{IT} )?(?:as |{BY_ITS_NAME} )?"
        rf"{ADVERBS}{B}{manner(1)}",
    ),
    # They renamed One Two; Thirds call One Two
    Wording(
        "renamed",
        rf"(?:renam(?:ed?|es|ing)(?: of)?|rechristen(?:ed|ing)?) {THE}{A}"
        rf"(?: as| to| into|,)? {B}",
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)},?(?: who)? {ADVERBS}{CALL} {THE}{A} (?:as|{BY_ITS_NAME}) {B}",
        cue=rf" {CALL} (?:the |N)",
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)},?(?: who)? {ADVERBS}{CALL} {THE}{A} {B}",
        weak=True,
        cue=rf" {CALL} (?:the |N)",
    ),
    # They are back to calling One Two
    Wording("called_by", rf"(?:to call|calling) {THE}{A} (?:as )?{B}", weak=True),
    # One (Thirdish: Two)
    Wording(
        "in_language",
        rf"{A},? \((?:in {language(0)}[,:]?|{language(1)}(?: name| spelling)?:|"
        rf"(?P<l2>D)(?: name,?)?) {B}(?=[),;./]|$)",
    ),
    # One, in Thirdish Two
    Wording("in_language", rf"{A}, in (?!the D N){language(0)}:? {B}{END}"),
    # One, Thirdish Two until 1946
    Wording("former", rf"{A}, (?P<l0>D) {B} {DATES}"),
    # One (Two in Thirdish); One, or Two to Thirds
    Wording("known_as", rf"{A}{SEPARATED}(?:or |also )?{B}{usage(0)}{END}"),
    # One in Thirdish, Two in Fourthish
    Wording(
        "in_language",
        rf"{A} in {language(1)},?(?: and| or)? {B} in {language(0)}{END}",
    ),
    # One, formerly Two; One, now Two; One (until 1946 Two); One, Two until 1946
    Wording(
        "former",
        rf"{A}{SEPARATED}(?:or )?{APPOSED}?{BE}{ADVERBS}{ONCE} "
        rf"{ADVERBS}{B}{CLOSED}",
    ),
    Wording("former", rf"{A}{SEPARATED}ex[- ]{B}{CLOSED}"),
    Wording("former", rf"{A} \((?:then|later) {B}\)"),
    Wording("former", rf"{A}(?:,? \(| — ){B},? {ERA}"),
    Wording("former", rf"{A}, (?:which (?:was|had been) )?{B},? {ERA}", weak=True),
    Wording(
        "official",
        rf"{A}{SEPARATED}{APPOSED}?{BE}(?:also |now |today |still )*(?:officially|"
        rf"formally|locally|properly|popularly|colloquially) {B}",
    ),
    # Two, Thirdish for One
    Wording("in_language", rf"{A}, (?P<l0>D) for {B}", users_of="left"),
    # One, short for Two
    Wording(
        "abbreviation",
        rf"{A},? (?:is |which is |which stands |\()?(?:short|shorthand|"
        rf"an? abbreviation|an acronym|the acronym|stands) for {B}",
    ),
    # ... Thirds call the city Two; ... it was once called Two; ... its old name is Two
    Wording(
        "called_by",
        rf"(?<![\w']){by(0)} {ADVERBS}{CALL} {IT} (?:as |{BY_ITS_NAME} )?"
        rf"{ADVERBS}{B}{manner(1)}",
        open=True,
        cue=rf" {CALL} {IT} ",
    ),
    Wording(
        "known_as",
        rf"(?<=[.;,—\n] ){IT} (?:is|was|has been|had been) {ADVERBS}{NAMED}"
        rf"{manner(0)}(?: as)? {B}{manner(2)}",
        open=True,
    ),
    Wording(
        "in_language",
        rf"(?<=[.;,—\n] )(?:(?:and|but) )?(?:its|the|their|the {KIND}'s) {NAME_OF}"
        rf"(?: (?:for|of) {IT})?(?: is| was|,) {B}",
        open=True,
    ),
    Wording(
        "in_language",
        rf"(?<=[.;,—\n] )(?:in {language(0)}|to {by(1)}),? {IT} (?:is|was) "
        rf"{ADVERBS}(?:(?:known|called|named)(?: as)? )?{B}",
        open=True,
    ),
    # ... The city, called Two by Thirds, fell; ... The city, Two to Thirds, fell
    Wording(
        "known_as",
        rf"(?<=[.;,—\n] ){IT}(?:,| \(| —) (?:or )?(?:which (?:is|was) )?{ADVERBS}"
        rf"{NAMED}{manner(0)}(?: as| to)? {B}{manner(4)}",
        open=True,
    ),
    Wording(
        "in_language",
        rf"(?<=[.;,—\n] ){IT}(?:,| \(| —) (?:or |also )?{B}{usage(0)}{END}",
        open=True,
    ),
    # known to Thirds as One and to Fourths as Two: the second follows as in a list
    Wording(
        "called_by",
        rf"(?:known|called|named|referred to) (?:(?:to|by|in|among) {by(0)} (?:as )?"
        rf"{THE}(?P<a>N)|(?:as )?{THE}(?P<a1>N) (?:(?:to|by|among) {by(1)}|in "
        rf"(?P<l0>D)))",
    ),
    Wording(
        "called_by",
        rf"(?:to|for|among) {by(0)},? {IT} (?:is|was|goes by|went by|is known as|"
        r"is called) (?P<a>N)",
    ),
    Wording(
        "called_by",
        rf"(?:{APPOSED}?(?:which|that) |{APPOSED}){by(0)} {ADVERBS}{CALL} {THE}"
        r"(?P<a>N)",
        cue=rf" {CALL} (?:the |N)",
    ),
    Wording(
        "known_as",
        rf"{A}(?:,? \(|,? )(?:alias|aka|a\.k\.a\.?) {B}",
    ),
    *NAMINGS,
    *RENAMINGS,
    # One, Thirdish Two
    Wording("or", rf"{A}, (?P<l0>D) {B}{END}", weak=True),
    Wording("known_as", rf"{A} \((?:also|or) {B}\)"),
    Wording("called_by", rf"{A}{SEPARATED}(?={BARE})\w+ {B}", weak=True),
    # One, then Two; One became Two; One is now Two; One, or Two; One/Two; One (Two)
    Wording(
        "or",
        rf"{A}(?:, (?:(?:the )?then|later|the (?P<l0>D))|,?(?: which)?"
        rf"(?: has| have| had)?(?: officially)? (?:became|become)|"
        rf"(?:,? which)?(?: {DATES})? is (?:now|today)"
        rf"(?: officially)?) {B}{CLOSED}",
        weak=True,
    ),
    Wording("or", rf"{A},? (?:or|also) {B}(?=[,)])", weak=True),
    Wording("slash", rf"{A} ?/ ?(?P<b>N)(?!'s| N)", weak=True),
    Wording("parenthetical", rf"{A} \((?:the )?(?P<b>N)\)", weak=True),
)

# ", and to Fourths Three".
_MORE_USERS: tuple[Wording, ...] = (
    Wording(
        "called_by",
        rf"{AND} (?:which |that )?{by(0)} {ADVERBS}{CALL} (?:{IT} )?(?:as )?{B}",
    ),
    Wording("in_language", rf"{AND} (?:also |as )?{B},? in {language(0)}{END}"),
    Wording("in_language", rf"{AND} (?:in )?{language(0)}\.?:? {B}(?=[),;./]|$)"),
    Wording("in_language", rf"{AND} (?P<l0>D) {B}(?=[),;])"),
    Wording(
        "called_by",
        rf"{AND} (?:also |as )?{B} (?:to|by|for|among|in) {by(0)}",
    ),
    Wording(
        "called_by",
        rf"{AND} (?:known )?(?:to|by|in|among|for) {by(0)},? (?:{IT} is )?"
        rf"(?:known as |called |as |by )?{B}",
    ),
    Wording("called_by", rf"{AND} {SOME}(?P<u0>[ND](?: [ND])?(?: {GROUP})?) {B}"),
)
# ", then Three and before that Four"; "(formerly Two, Three and Four)".
_MORE_DATES: tuple[Wording, ...] = (
    Wording(
        "former",
        rf"{AND} (?:(?:{NAMED}|{ONCE}|later|then|before that|earlier still),? )+"
        rf"(?:as )?{B}{CLOSED}",
    ),
    Wording("former", rf"{AND} {B},? {ERA}"),
)
# What may follow on a statement that says who uses the name, or when it was used.
FOLLOWED_BY = {"user": _MORE_USERS, "former": _MORE_DATES, "renamed": _MORE_DATES}
# "One Two Three (OTT)".
ABBREVIATED = Wording("abbreviation", r"(?P<a>N),? \((?:or |abbreviated )?(?P<b>N)\)")

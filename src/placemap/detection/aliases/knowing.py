"""The ways in which English says by which names a place is known.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import CALL_WORDS, NAMED_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    APPOSED,
    BARE,
    BE,
    CALL,
    END,
    IT,
    KIND,
    KIND_AFTER,
    NAME_OF,
    NAME_WORD,
    NAME_WORDS,
    NAMED,
    OPENED,
    PASSIVE,
    SEPARATED,
    THE,
    A,
    B,
    anybody,
    by,
    language,
    manner,
    usage,
)

KNOWINGS: tuple[Wording, ...] = (
    # Formerly known as One, the city of Two
    Wording(
        "known_as",
        rf"(?:^|(?<=[.;\n] )|(?<=\n)){ADVERBS}(?:known|called|named){manner(0)}"
        rf"(?: as)? {THE}(?P<a>N){manner(2)}, {B}",
        needs=("called|known|named", ", "),
    ),
    # One, also known to Thirds as Two; the city of One was renamed Two by Thirds
    Wording(
        "known_as",
        rf"{A}(?!{SEPARATED}{BARE}){PASSIVE}{ADVERBS}{NAMED}"
        rf"(?: itself)?{manner(0)}(?: simply| variously| both| either| also| still|"
        rf" only)?(?: as|(?<!known)(?<!referred) to| from|"
        r" (?:by|under) the name(?: of)?)?"
        rf"(?: simply)? {B}"
        rf"{manner(2)}",
        needs=(NAMED_WORDS,),
    ),
    # One, a village on the coast called Two
    Wording(
        "known_as",
        rf"{A}, an? (?:[\w-]+ ){{0,3}}?{KIND}(?: [a-z ]{{1,30}}?)? {ADVERBS}{NAMED}"
        rf"{manner(0)}(?: as)? {B}{manner(2)}",
        needs=(", a |, an ", NAMED_WORDS),
    ),
    # One, known to many as Two
    Wording(
        "known_as",
        rf"{A}{PASSIVE}{ADVERBS}(?:known|referred to) "
        rf"(?:to|by|among) {anybody(0)} (?:simply )?as {B}",
        needs=("known |referred to ", " as "),
    ),
    # One, better known by its old name Two; One bore the name Two
    Wording(
        "known_as",
        rf"{A}{OPENED}{APPOSED}?{BE}{ADVERBS}(?:shall |will |would |must |to "
        rf")?(?:known(?: only)? (?:by|under)|bear|bore|"
        r"bears|carried|carries|drop(?:s|ped)|shed|los[et]s?|abandon(?:s|ed)|keeps?|"
        r"kept|retain(?:s|ed)|uses?|used|"
        r"took|takes|taken|adopt(?:s|ed)|got|went by|goes by|"
        r"given|received|going by|under|(?:has )?revert(?:s|ed) to|regain(?:s|ed)|has|"
        rf"had|has taken|has adopted)(?: back)? (?:the |its |their )?{NAME_OF}"
        rf"(?: of|,)? {B}{manner(1)}",
        needs=(NAME_WORDS,),
    ),
    # One changed its name to Two; One's name was changed to Two
    Wording(
        "renamed",
        rf"{A}(?:'s name|,?(?: which)?(?: has| had| officially| formally)* "
        rf"chang(?:ed?|es|ing) its name)"
        rf"(?: [\w ]{{0,20}}?changed)?(?: from N)? (?:to|from|into) {B}",
        needs=(" its name|'s name",),
    ),
    Wording(
        "renamed",
        rf"(?:renamed|chang\w+ its name|name(?: \w+){{0,3}} changed) from {THE}{A} "
        rf"to {B}",
        needs=(" changed| its name|renamed", " from "),
    ),
    Wording(
        "renamed",
        rf"name of {THE}{A} (?:is|was|has been|had been) (?:[a-z]+ )?changed "
        rf"(?:from N )?(?:to|into) {B}",
        cue="name of ",
        needs=("name of ", "changed "),
    ),
    # The Thirdish for One is Two; in Thirdish, One is Two; One is Two in Thirdish
    Wording(
        "in_language", rf"the (?P<l0>D) for {THE}(?P<a>N) is {B}", needs=("the D for ",)
    ),
    Wording(
        "in_language",
        rf"(?:in {language(0)}|(?:to|for) {by(1)}),? {THE}{A} (?:is|was) {ADVERBS}"
        rf"(?:(?:known|called|named)(?: as)? )?{B}",
        needs=(" is | was ",),
    ),
    Wording(
        "known_as",
        rf"{A},? (?:is|was) {B}{usage(0)}{END}",
        needs=(" is | was ",),
    ),
    # The city once called One is Two
    Wording(
        "known_as",
        rf"the (?:[\w-]+ )?{KIND} {ADVERBS}{NAMED}{manner(0)}(?: as)? (?P<a>N)"
        rf"{manner(2)} is (?:now )?{B}",
        needs=(NAMED_WORDS, " is "),
    ),
    # The Thirdish name for One is Two; Two is the Thirdish name for One
    Wording(
        "in_language",
        rf"(?<!\w)(?:the |(?P<u1>\w+(?: \w+)?) )?(?:'s )?{NAME_OF} (?:for|of) "
        rf"{THE}(?P<a>N)"
        rf"{KIND_AFTER},? (?:is|was|:|being) (?:still |now )?{B}",
        cue=rf"{NAME_WORD} (?:for|of) ",
        needs=(NAME_WORDS, " is | was | being | : "),
    ),
    Wording(
        "in_language",
        rf"{A}(?:,| is| was| \(| —) (?:the |an? |its |{by(1)}(?:'s)? )?{NAME_OF}"
        rf" (?:for|of|given to) {B}",
        users_of="left",
        needs=(NAME_WORDS, " for | of | given to "),
    ),
    # One's Thirdish name Two; One, whose Thirdish name is Two
    Wording(
        "in_language",
        rf"{A}(?:'s|,? whose|,? with (?:the|its|a)|,? \(?(?:its|the|whose)) "
        rf"{NAME_OF}(?: for it)?(?:,| of| is| was| has been| being|:)? {B}",
        needs=(NAME_WORDS,),
    ),
    Wording(
        "known_as",
        rf"{A}{OPENED}(?:or |also )?{B},? as {IT} (?:(?:is|was|used to be|has been) "
        rf"{ADVERBS}{NAMED}{manner(0)}|is (?:now|today)|(?:then )?was\b)",
        needs=("N as |N, as ",),
    ),
    # Two, as Thirds call One; Two, as One was once known
    Wording(
        "called_by",
        rf"{A},? as {anybody(0)} {ADVERBS}{CALL} {B}",
        users_of="left",
        needs=(" as ", CALL_WORDS),
    ),
    Wording(
        "known_as",
        rf"{A},? as {B}{KIND_AFTER} (?:is|was|were|used to be|had been|has been|"
        rf"came to be) {ADVERBS}{NAMED}{manner(0)}",
        users_of="left",
        needs=(" as ", NAMED_WORDS),
    ),
)

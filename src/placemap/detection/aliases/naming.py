"""The ways in which English speaks of names as names: whose they are.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import CALL_WORDS, MEDIA_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    CALL,
    END,
    IT,
    KIND,
    MEDIA,
    NAME_OF,
    NAME_WORD,
    NAME_WORDS,
    NAMED,
    SEPARATED,
    THE,
    A,
    B,
    anybody,
    by,
    manner,
    written,
)

_EQUALS = (
    r"(?:,| \(| —|,? (?:is|was|are|were|remain(?:s|ed)|being|became)"
    r"(?: (?:simply|merely|still|only|just|also|once|now|then))*)"
)
_SHOWN = (
    r"(?:appear(?:s|ed)?|figure[sd]?|feature[sd]?|survive[sd]?|show(?:s|ed)? up|"
    r"stands|stood|goes|went|passes|passed)"
)
_USE = r"(?:says?|uses?|used|prefers?|preferred|have|has|had|keep|kept|write|wrote)"

NAMINGS: tuple[Wording, ...] = (
    # Two, Thirdish for One; Two, to use the older name for One
    Wording(
        "in_language",
        rf"{A}{_EQUALS}(?: to use)? (?:the |an? |its )?(?:(?P<l1>D)|{NAME_OF}) "
        rf"(?:for|of|given to) {B}",
        users_of="left",
        needs=(f"D|{NAME_WORDS}", " for | of | given to "),
    ),
    # Two, the spelling used by Thirds for One
    Wording(
        "known_as",
        rf"{A}{_EQUALS} the {NAME_OF} (?:used|preferred|given|in use|favou?red)"
        rf"{manner(1)} (?:for|to) {B}",
        users_of="left",
        needs=(NAME_WORDS, "used|preferred|given|in use|favo"),
    ),
    # One — Two to use the modern spelling
    Wording(
        "known_as",
        rf"{A}{SEPARATED}(?:or )?{B},? (?:to use|to give it|using|under|by) "
        rf"(?:its|the) {NAME_OF}{END}",
        needs=(NAME_WORDS, " to use | to give it | using | under | by "),
    ),
    # The city that Thirds called One is Two; what Thirds call One Fourths call Two
    Wording(
        "called_by",
        rf"the (?:{KIND}|place)(?: that| which)? {anybody(0)} {ADVERBS}{CALL} "
        rf"(?P<a>N) (?:is|was) (?:now |today )?{B}{END}",
        users_of="left",
        cue=rf" {CALL} ",
        needs=(CALL_WORDS, " N is | N was "),
    ),
    Wording(
        "called_by",
        rf"(?:what|(?:the|an?) {KIND}(?: that| which)?) {anybody(1)} {ADVERBS}{CALL} "
        rf"(?:as )?{THE}(?P<a>N),?(?: and| but)? {anybody(0)} {ADVERBS}{CALL} "
        rf"(?:as )?{B}",
        cue=rf" {CALL} (?:as )?(?:the )?N",
        needs=(CALL_WORDS,),
    ),
    # Old maps show One as Two
    Wording(
        "known_as",
        rf"(?:(?P<u0>[ND](?:'s)? {MEDIA})|{MEDIA}) (?:shows?|showed|marks?|marked|"
        rf"lists?|listed|gives?|gave|have|"
        rf"records?|recorded|label|enters?|entered|identify) {THE}{A} as {B}",
        needs=(MEDIA_WORDS, " as "),
    ),
    # Both names, One and Two, are in use
    Wording(
        "known_as",
        r"(?:two|both|either|its|these) names(?: [a-z ]{1,30})?(?:,|:| —) (?P<a>N) "
        rf"(?:and|or) {B}",
        cue=" names",
        needs=(" names",),
    ),
    # Two, One's Thirdish name
    Wording(
        "in_language",
        rf"{A}{_EQUALS} {THE}(?P<b>N)(?:'s|') {NAME_OF}(?! (?:for|of) (?:the )?N)",
        users_of="left",
        needs=(NAME_WORDS, "N'"),
    ),
    # Two, the name under which One is known to Thirds; Two was what Thirds called One
    Wording(
        "known_as",
        rf"{A}{_EQUALS} (?:the )?{NAME_OF} (?:under|by) which {B} (?:is|was) "
        rf"{ADVERBS}{NAMED}{manner(1)}",
        users_of="left",
        needs=(NAME_WORDS, " which "),
    ),
    Wording(
        "called_by",
        rf"{A}{_EQUALS} (?:what|the (?:name|word)(?: that| which)?) {anybody(0)} "
        rf"{ADVERBS}(?:{CALL}|(?:use|used|give|gave|have|had) (?:for|to)) {B}",
        users_of="left",
        needs=(" what | the name | the word ",),
    ),
    # One, Two being its Thirdish name
    Wording(
        "in_language",
        rf"{A},? (?:with )?{B} (?:being|is|was) (?:the|its) "
        rf"(?:{NAME_OF}(?! (?:for|of) N)|(?P<l1>D)){END}",
        needs=("N being |N is |N was ", " the | its "),
    ),
    Wording(
        "in_language",
        rf"{A}(?: [\w ]{{0,30}})?, (?:its|the) (?:{NAME_OF}|(?P<l1>D) one) being {B}",
        needs=(" being ",),
    ),
    # By its old name of One, Two
    Wording(
        "former",
        r"(?:^|(?<=[.;] )|(?<=\n))(?:known )?(?:better known )?(?:by|under|with) "
        rf"(?:its|the|their) {NAME_OF}(?: of|,)? {THE}(?P<a>N), {B}",
        needs=(NAME_WORDS, "by |under |with "),
    ),
    # They use the name One for Two
    Wording(
        "known_as",
        rf"(?:{by(0)} (?:still )?(?:use[sd]?|prefer(?:s|red)?|insists? on|favou?rs?) )?"
        rf"(?:the|its) {NAME_OF} {THE}(?P<a>N) (?:for|instead of|rather than) {B}",
        users_of="left",
        cue=rf"{NAME_WORD} ",
        needs=(NAME_WORDS, "N for |N instead of |N rather than "),
    ),
    # They use One for Two
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {ADVERBS}{_USE} {THE}(?P<a>N) (?:for|instead of|rather than|"
        rf"when they mean|where others say) {B}{END}",
        users_of="left",
        cue=rf" {_USE} (?:the )?N ",
        needs=("N for |N instead of |N rather than |N when |N where ",),
    ),
    # One for the islands that Thirds call Two
    Wording(
        "called_by",
        rf"{A} for (?:what|the {KIND}(?: that| which)?) {anybody(0)} {ADVERBS}{CALL} "
        rf"(?:as )?{B}",
        needs=(" for ", CALL_WORDS),
    ),
    # One, for which the Thirdish name is Two
    Wording(
        "in_language",
        rf"{A},? for which (?:the|its) {NAME_OF} (?:is|was) {B}",
        needs=(" for which ",),
    ),
    # One appears on Thirdish maps as Two; on Thirdish maps One is Two
    Wording(
        "known_as",
        rf"{A},?(?: which| that)? {ADVERBS}{_SHOWN}(?=,? (?:in|on|to|among|as) )"
        rf"{manner(0)}(?: only| simply)? as {B}",
        needs=(" as ",),
    ),
    Wording(
        "known_as",
        rf"{written(0)},? {THE}{A} (?:is|was|appears?|appeared) {ADVERBS}"
        rf"(?:{NAMED} )?(?:as )?{B}",
        cue=rf"{MEDIA},? ",
        needs=(MEDIA_WORDS, " is | was | appear"),
    ),
    Wording(
        "known_as",
        rf"{written(0)},? {IT} (?:is|was|appears?|appeared) {ADVERBS}"
        rf"(?:{NAMED} )?(?:as )?{B}",
        open=True,
        cue=rf"{MEDIA},? ",
        needs=(MEDIA_WORDS, " is | was | appear"),
    ),
)

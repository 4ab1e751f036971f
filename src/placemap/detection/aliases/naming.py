"""The ways in which English speaks of names as names: whose they are, where they stand.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

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
    NAMED,
    ONCE,
    SEPARATED,
    SOME,
    THE,
    USERS,
    A,
    B,
    anybody,
    by,
    language,
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
_SAY = rf"(?:{CALL}(?: it)?|says?|said|uses?|used|prefers?|preferred|have|had)"

NAMINGS: tuple[Wording, ...] = (
    # Two, Thirdish for One; Two, to use the older name for One
    Wording(
        "in_language",
        rf"{A}{_EQUALS}(?: to use)? (?:the |an? |its )?(?:(?P<l1>D)|{NAME_OF}) "
        rf"(?:for|of|given to) {B}",
        users_of="left",
    ),
    # Two, the spelling used by Thirds for One
    Wording(
        "known_as",
        rf"{A}{_EQUALS} the {NAME_OF} (?:used|preferred|given|in use|favou?red)"
        rf"{manner(1)} (?:for|to) {B}",
        users_of="left",
    ),
    # One — Two to use the modern spelling
    Wording(
        "known_as",
        rf"{A}{SEPARATED}(?:or )?{B},? (?:to use|to give it|using|under|by) "
        rf"(?:its|the) {NAME_OF}{END}",
    ),
    # The city that Thirds called One is Two; what Thirds call One Fourths call Two
    Wording(
        "called_by",
        rf"the (?:{KIND}|place)(?: that| which)? {anybody(0)} {ADVERBS}{CALL} "
        rf"(?P<a>N) (?:is|was) (?:now |today )?{B}{END}",
        users_of="left",
        cue=rf" {CALL} ",
    ),
    Wording(
        "called_by",
        rf"what {anybody(1)} {ADVERBS}{CALL} {THE}(?P<a>N),? {anybody(0)} "
        rf"{ADVERBS}{CALL} {B}",
        cue="what ",
    ),
    # Old maps show One as Two
    Wording(
        "known_as",
        rf"{MEDIA} (?:shows?|showed|marks?|marked|lists?|listed|gives?|gave|have|"
        rf"records?|recorded|label|enters?|entered|identify) {THE}{A} as {B}",
    ),
    # Both names, One and Two, are in use
    Wording(
        "known_as",
        r"(?:two|both|either|its|these) names(?: [a-z ]{1,30})?(?:,|:| —) (?P<a>N) "
        rf"(?:and|or) {B}",
        cue=" names",
    ),
    # Two, One's Thirdish name
    Wording(
        "in_language",
        rf"{A}{_EQUALS} {THE}(?P<b>N)(?:'s|') {NAME_OF}(?! (?:for|of) (?:the )?N)",
        users_of="left",
    ),
    # Two, the name under which One is known to Thirds; Two was what Thirds called One
    Wording(
        "known_as",
        rf"{A}{_EQUALS} (?:the )?{NAME_OF} (?:under|by) which {B} (?:is|was) "
        rf"{ADVERBS}{NAMED}{manner(1)}",
        users_of="left",
    ),
    Wording(
        "called_by",
        rf"{A}{_EQUALS} (?:what|the (?:name|word)(?: that| which)?) {anybody(0)} "
        rf"{ADVERBS}(?:{CALL}|(?:use|used|give|gave|have|had) (?:for|to)) {B}",
        users_of="left",
    ),
    # One, Two being its Thirdish name
    Wording(
        "in_language",
        rf"{A},? (?:with )?{B} (?:being|is|was) (?:the|its) "
        rf"(?:{NAME_OF}(?! (?:for|of) N)|(?P<l1>D)){END}",
    ),
    Wording(
        "in_language",
        rf"{A}(?: [\w ]{{0,30}})?, (?:its|the) (?:{NAME_OF}|(?P<l1>D) one) being {B}",
    ),
    # By its old name of One, Two
    Wording(
        "former",
        r"(?:^|(?<=[.;] )|(?<=\n))(?:known )?(?:better known )?(?:by|under|with) "
        rf"(?:its|the|their) {NAME_OF}(?: of|,)? {THE}(?P<a>N), {B}",
    ),
    # They use the name One for Two
    Wording(
        "known_as",
        rf"(?:{by(0)} (?:still )?(?:use[sd]?|prefer(?:s|red)?|insists? on|favou?rs?) )?"
        rf"(?:the|its) {NAME_OF} {THE}(?P<a>N) (?:for|instead of|rather than) {B}",
        users_of="left",
        cue=rf"{NAME_WORD} ",
    ),
    # One for the islands that Thirds call Two
    Wording(
        "called_by",
        rf"{A} for (?:what|the {KIND}(?: that| which)?) {anybody(0)} {ADVERBS}{CALL} "
        rf"(?:as )?{B}",
    ),
    # One, for which the Thirdish name is Two
    Wording("in_language", rf"{A},? for which (?:the|its) {NAME_OF} (?:is|was) {B}"),
    # One appears on Thirdish maps as Two; on Thirdish maps One is Two
    Wording(
        "known_as",
        rf"{A},?(?: which| that)? {ADVERBS}{_SHOWN}(?=,? (?:in|on|to|among) )"
        rf"{manner(0)}(?: only| simply)? as {B}",
    ),
    Wording(
        "known_as",
        rf"{written(0)},? {THE}{A} (?:is|was|appears?|appeared) {ADVERBS}"
        rf"(?:{NAMED} )?(?:as )?{B}",
        cue=rf"{MEDIA},? ",
    ),
    Wording(
        "known_as",
        rf"{written(0)},? {IT} (?:is|was|appears?|appeared) {ADVERBS}"
        rf"(?:{NAMED} )?(?:as )?{B}",
        open=True,
        cue=rf"{MEDIA},? ",
    ),
    # One (also Two); One (Hung. Two); One (historically also Two)
    Wording(
        "known_as",
        rf"{A},? \((?=[a-z])(?:(?:or|alias|aka|a\.k\.a\.|i\.e\.|{ONCE}),? )*{ADVERBS}"
        rf"(?:{NAMED}{manner(0)}(?: as)? )?(?<!in )(?P<b>N)(?=[),;])",
    ),
    Wording("in_language", rf"{A},? \((?P<l0>N)\.:? (?P<b>N)(?=[),;./])"),
    # One (official name: Two); One (in pinyin, Two); One (Two since 1990)
    Wording("known_as", rf"{A},? \({NAME_OF}(?: is| was|:|,)? (?P<b>N)(?=[),;])"),
    Wording(
        "transliteration",
        rf"{A},? \(in (?:[\w-]+ )?(?:pinyin|script|transliteration|transcription|"
        r"romani[sz]ation),?:? (?P<b>N)(?=[),;])",
    ),
    Wording(
        "parenthetical",
        rf"{A},? \((?P<b>N),? (?:since|after|from|before) "
        r"(?:[a-z]+ ){0,2}\d{4}s?\)",
        weak=True,
    ),
    # One, for Thirds Two; One, the Two of the Thirds
    Wording("called_by", rf"{A}{SEPARATED}(?:for|to) {SOME}(?P<u0>{USERS}),? {B}{END}"),
    Wording("or", rf"{A}, the (?P<b>N) of (?:the )?(?P<u0>[ND])", weak=True),
    # The name of the town is One, not Two
    Wording(
        "known_as",
        rf"name of {IT} (?:is|was) (?P<a>N),? (?:and )?(?:not|rather than) {B}{END}",
        cue="name of ",
    ),
    # ... Two is its Thirdish name; the city's name has been Two ever since
    Wording(
        "in_language",
        rf"(?:^|(?<=[.;—\n] ))(?P<b>N) (?:is|was|remains|being) (?:still )?"
        rf"(?:its|their|the {KIND}'s) {NAME_OF}(?: (?:for|of) {IT})?{END}",
        open=True,
    ),
    Wording(
        "known_as",
        rf"(?<=[.;—\n] )(?:its|their|the {KIND}'s) {NAME_OF} (?:became|remains|"
        rf"has been|had been|is now|was then|has become) {B}",
        open=True,
    ),
    # ... In Thirdish the name is Two; Two, as it is called in Thirdish, fell
    Wording(
        "in_language",
        rf"(?:^|(?<=[.;—\n] ))(?:in {language(0)}|to {by(1)}),? (?:its|the) "
        rf"{NAME_WORD} (?:is|was) {B}",
        open=True,
    ),
    Wording(
        "known_as",
        rf"(?:^|(?<=[.;\n] ))(?P<b>N), as {IT} (?:is|was) {ADVERBS}{NAMED}{manner(0)}",
        open=True,
    ),
    # ... Thirds still say Two for the town
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {ADVERBS}(?:says?|said|use[sd]?|prefers?|writes?) {B} "
        rf"(?:for|of|when they mean) {IT}",
        open=True,
        cue=rf" (?:for|of|mean) {IT}",
    ),
    # As One, Two was a fort
    Wording(
        "or",
        rf"(?:^|(?<=[.;] )|(?<=\n))as (?P<a>N), {B} (?=(?:was|is|had|has|became)\b)",
        weak=True,
    ),
    # the village of One, or Two
    Wording(
        "known_as",
        rf"\b{KIND} (?:of )?{A},? (?:or|\(or|also) {B}(?=[,)])",
        cue=r"N,? (?:or|\(or|also) ",
    ),
    # Thirds say One, Fourths Two
    Wording(
        "or",
        rf"(?<!\w){by(0)},? {ADVERBS}{_SAY} {THE}(?P<a>N)(?:,|;| —)"
        rf"(?: and| but| while| whereas)? {by(1)} (?:{ADVERBS}{_SAY} )?{B}{END}",
        weak=True,
        cue=rf" {_SAY} (?:the )?N(?:,|;| —)",
    ),
    # In Thirdish the town is One; the maps say Two
    Wording(
        "in_language",
        rf"(?:in {language(0)}|to {by(1)}),? {IT} (?:is|was) (?P<a>N)[,;] "
        rf"(?:and |but )?[\w' ]+ (?:{CALL}(?: it)?|says?) {B}",
        users_of="left",
    ),
)

"""The ways in which English tells who says which name, and where it stands.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import CALL_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    BY_ITS_NAME,
    CALL,
    END,
    IT,
    KIND,
    NAME_OF,
    NAME_WORD,
    NAME_WORDS,
    NAMED,
    ONCE,
    SEPARATED,
    SOME,
    THE,
    THERE,
    USERS,
    A,
    B,
    by,
    language,
    manner,
    usage,
)

_SAY = rf"(?:{CALL}(?: it)?|says?|said|uses?|used|prefers?|preferred|have|had)"
_USE = r"(?:says?|uses?|used|prefers?|preferred|have|has|had|keep|kept|write|wrote)"

SPEAKINGS: tuple[Wording, ...] = (
    # One (also Two); One (Hung. Two); One (historically also Two)
    Wording(
        "known_as",
        rf"{A},? \((?=[a-z])(?:(?:or|alias|aka|a\.k\.a\.|i\.e\.|{ONCE}),? )*{ADVERBS}"
        rf"(?:{NAMED}{manner(0)}(?: as)? )?(?<!in )(?P<b>N)(?=[),;])",
        needs=(" (",),
    ),
    Wording(
        "in_language",
        rf"{A},? \((?P<l0>N)\.:? (?P<b>N)(?=[),;./])",
        needs=(" (N.",),
    ),
    # One (official name: Two); One (in pinyin, Two); One (Two since 1990)
    Wording(
        "known_as",
        rf"{A},? \({NAME_OF}(?: is| was|:|,)? (?P<b>N)(?=[),;])",
        needs=(" (", NAME_WORDS),
    ),
    Wording(
        "transliteration",
        rf"{A},? \(in (?:[\w-]+ )?(?:pinyin|script|transliteration|transcription|"
        r"romani[sz]ation),?:? (?P<b>N)(?=[),;])",
        needs=(" (in ",),
    ),
    Wording(
        "parenthetical",
        rf"{A},? \((?P<b>N),? (?:since|after|from|before) "
        r"(?:[a-z]+ ){0,2}\d{4}s?\)",
        weak=True,
        needs=(" (N | (N, ",),
    ),
    # One, for Thirds Two; One, the Two of the Thirds
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?:for|to) {SOME}(?P<u0>{USERS}),? {B}{END}",
        needs=(" (for | (to | — for | — to |, for |, to ",),
    ),
    Wording(
        "or",
        rf"{A}, the (?P<b>N) of (?:the )?(?P<u0>[ND])",
        weak=True,
        needs=(", the N of ",),
    ),
    # The name of the town is One, not Two
    Wording(
        "known_as",
        rf"name of {IT} (?:is|was) (?P<a>N),? (?:and )?(?:not|rather than) {B}{END}",
        cue="name of ",
        needs=("name of ",),
    ),
    # ... Two is its Thirdish name; the city's name has been Two ever since
    Wording(
        "in_language",
        rf"(?:^|(?<=[.;—\n] ))(?P<b>N) (?:is|was|remains|being) (?:still )?"
        rf"(?:its|their|the {KIND}'s) {NAME_OF}(?: (?:for|of) {IT})?{END}",
        open=True,
        needs=(NAME_WORDS, "N is |N was |N remains |N being "),
    ),
    Wording(
        "known_as",
        rf"(?<=[.;—\n] )(?:its|their|the {KIND}'s) {NAME_OF} (?:became|remains|"
        rf"has been|had been|is now|was then|has become) {B}",
        open=True,
        needs=(
            NAME_WORDS,
            "became|remains|has been|had been|is now|was then|has become",
        ),
    ),
    # ... In Thirdish the name is Two; Two, as it is called in Thirdish, fell
    Wording(
        "in_language",
        rf"(?:^|(?<=[.;—\n] ))(?:in {language(0)}|to {by(1)}),? (?:its|the) "
        rf"{NAME_WORD} (?:is|was) {B}",
        open=True,
        needs=(NAME_WORDS, " is | was "),
    ),
    Wording(
        "known_as",
        rf"(?:^|(?<=[.;\n] ))(?P<b>N), as {IT} (?:(?:is|was) "
        rf"{ADVERBS}{NAMED}{manner(0)}|is "
        r"(?:now|today)(?=[,.;]))",
        open=True,
        needs=("N, as ",),
    ),
    # ... Thirds still say Two for the town
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {ADVERBS}(?:says?|said|use[sd]?|prefers?|writes?) {B} "
        rf"(?:for|of|when they mean) {IT}",
        open=True,
        cue=rf" (?:for|of|mean) {IT}",
        needs=("N for |N of |N when ",),
    ),
    # As One, Two was a fort
    Wording(
        "or",
        rf"(?:^|(?<=[.;] )|(?<=\n))as (?P<a>N), {B} (?=(?:was|is|had|has|became)\b)",
        weak=True,
        needs=("as N, ",),
    ),
    # Locals in One call the town Two; they use an older name for it: Two; they say Two
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {THERE} {THE}{A} {ADVERBS}{CALL} (?:{IT}|home) "
        rf"(?:as |{BY_ITS_NAME} )?{B}",
        cue=rf" {CALL} {IT} ",
        needs=(CALL_WORDS,),
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {THERE} {THE}{A} {ADVERBS}{_USE} (?:the |an? |its |their )?"
        rf"{NAME_OF}(?: (?:for|of) {IT})?(?:,|:| —)? {B}",
        cue=rf" {_USE} ",
        needs=(NAME_WORDS,),
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {THERE} {THE}{A} {ADVERBS}{_USE} {B} (?:for|of|when they "
        rf"mean)"
        rf" {IT}",
        cue=rf" {_USE} (?:the )?N (?:for|of|when)",
        needs=("N for |N of |N when ",),
    ),
    # ... their older name for the town: Two; ... one name for it was Two
    Wording(
        "in_language",
        rf"(?:an?|one|another|its|their|the) {NAME_OF} (?:for|of) {IT}"
        rf"(?:,|:| —| is| was) {B}",
        open=True,
        cue=rf"{NAME_WORD} (?:for|of) ",
        needs=(NAME_WORDS, " for | of "),
    ),
    # Two, in the language of the pilots; One, on one Thirdish chart Two
    Wording(
        "in_language",
        rf"{A}(?:,| —|,? (?=\()|(?<=\())(?! in the D N)(?: which)?{usage(0)}:?,? "
        rf"(?:it is |it was |"
        rf"is |was |still )?{B}{END}",
    ),
    # One is Two to most who live there
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?:still )?{B} (?:to|for) {SOME}"
        rf"(?P<u0>(?:most|many|some|all|those|people) (?:of the (?:people|\w+) )?"
        rf"(?:who|that) [a-z ]{{3,30}}?){END}",
        needs=("that |who ", "N to |N for "),
    ),
    # The Thirds know One as Two
    Wording(
        "called_by",
        rf"\bthe (?P<u0>N) (?:still )?(?:know|knew|call|called) {THE}{A} (?:as "
        rf")?{B}{END}",
        needs=("N know|N knew|N call|N still ",),
    ),
    # One (the Two of the Thirdish songs)
    Wording(
        "or",
        rf"{A}(?:, | \(| — )the (?P<b>N) of (?:the |our )?(?:[\w'-]+ ){{0,2}}"
        rf"(?:days|times|era|songs?|ballads?|maps?|books?|legends?|films?|poems?|"
        rf"chronicles?|bible|rule|crusades?|war)",
        weak=True,
        needs=("the N of ",),
    ),
    # the village of One, or Two
    Wording(
        "known_as",
        rf"\b{KIND} (?:of )?{A},? (?:or|\(or|also) {B}(?=[,)])",
        cue=r"N,? (?:or|\(or|also) ",
        needs=("or |also ",),
    ),
    # Thirds call the hill One; Fourths know it as Two
    Wording(
        "called_by",
        rf"(?<!\w){by(1)},? {ADVERBS}{CALL} {IT} (?:as )?(?P<a>N)(?:,|;| —)"
        rf"(?: and| but| while| whereas)? {by(0)} {ADVERBS}{CALL} {IT} (?:as )?"
        rf"{B}{END}",
        cue=rf" {CALL} {IT} ",
        needs=(CALL_WORDS, "N, |N; |N — "),
    ),
    # One, the Thirds' Two
    Wording(
        "or",
        rf"{A}(?:,? \(| — |, )the (?P<u0>D) {B}{END}",
        weak=True,
        needs=("the D ",),
    ),
    # Thirds say One, Fourths Two
    Wording(
        "or",
        rf"(?<!\w){by(0)},? {ADVERBS}{_SAY} {THE}(?P<a>N)(?:,|;| —)"
        rf"(?: and| but| while| whereas)? {by(1)} (?:{ADVERBS}{_SAY} )?{B}{END}",
        weak=True,
        cue=rf" {_SAY} (?:the )?N(?:,|;| —)",
        needs=("N, |N; |N — ",),
    ),
    # In Thirdish the town is One; the maps say Two
    Wording(
        "in_language",
        rf"(?:in {language(0)}|to {by(1)}),? {IT} (?:is|was) (?P<a>N)[,;] "
        rf"(?:and |but )?[\w' ]+ (?:{CALL}(?: it)?|says?) {B}",
        users_of="left",
        needs=(" is N| was N",),
    ),
)

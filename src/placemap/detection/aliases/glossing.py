"""What English says right behind a place's name to give another.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import APART, NAMED_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    CLOSED,
    END,
    IT,
    NAME_OF,
    NAME_WORDS,
    NAMED,
    SEPARATED,
    A,
    B,
    anybody,
    by,
    language,
    manner,
)

GLOSSINGS: tuple[Wording, ...] = (
    # One, by Thirds called Two; One, in Thirdish called Two
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?:(?:by|to|among) {by(0)}|in {language(1)}),? {ADVERBS}"
        rf"{NAMED}(?: as)? {B}",
        needs=(NAMED_WORDS, APART),
    ),
    # One, to give it its Thirdish name, Two; One, in its Thirdish form Two
    Wording(
        "in_language",
        rf"{A}{SEPARATED}(?:or,? )?(?:to use|to give it|to call it by|using|under|"
        rf"by|in)"
        rf" (?:its|the|their) {NAME_OF}(?: of|,)? {B}",
        needs=(NAME_WORDS, "to use |to give it |to call it by |using |under |by |in "),
    ),
    # One, to which Thirds gave the name Two; One, for which Thirds use Two
    Wording(
        "called_by",
        rf"{A},? (?:to|for|on|upon) which {anybody(0)} {ADVERBS}(?:give|gave|had given|"
        r"have given|bestowed|applied|refers?|referred|uses?|used|has|have|had) "
        rf"(?:(?:the|an?|its|their) {NAME_OF} )?(?:as |of )?{B}",
        needs=(" to which | for which | on which | upon which ",),
    ),
    # One, whose name in Thirdish is Two; One, whose people prefer Two
    Wording(
        "in_language",
        rf"{A},? whose {NAME_OF} (?:(?:in|to|among) (?:{language(1)}|{by(2)})) "
        rf"(?:is|was) {B}",
        needs=(NAME_WORDS, " whose "),
    ),
    Wording(
        "called_by",
        rf"{A},? whose {anybody(0)} {ADVERBS}(?:prefers?|preferred|says?|said|uses?|"
        rf"used|writes?) {B}{END}",
        needs=(" whose ",),
    ),
    # One, which answers to Two
    Wording(
        "known_as",
        rf"{A},?(?: which| that)? {ADVERBS}answer(?:s|ed)?(?: only)? to "
        rf"(?:(?:the|its) {NAME_OF} (?:of )?)?{B}{manner(0)}",
        needs=(" to ", "answer"),
    ),
    # One, soon to become Two; One, which would later become Two
    Wording(
        "or",
        rf"{A}(?:, (?:the|an?) (?:[\w-]+ ){{1,4}}?(?:which|that)|,?(?: which| that)?)"
        r"(?: has| have| had| was to| is to| would| will| went on "
        rf"to|,? (?:destined |due |later |soon )?to)? {ADVERBS}(?:became|becomes?|"
        rf"grew into|"
        rf"grown into|turned into|evolved into|develop(?:s|ed) into) {B}{CLOSED}",
        weak=True,
        needs=("became|become|grew into|grown into|turned into|evolved into|develop",),
    ),
    # One, traditionally Two; One, or simply Two; One, that is, Two
    Wording(
        "or",
        rf"{A}{SEPARATED}(?:or )?(?:traditionally|commonly|otherwise|informally|simply|"
        rf"or just|usually|i\.e\.?|viz\.?|that is(?: to say)?),? {B}{CLOSED}",
        weak=True,
        needs=(
            "traditionally|commonly|otherwise|informally|simply|just|usually|i.e|viz|that",
        ),
    ),
    # ... Or Two, as we call it; ... where people say Two; ... Third, who calls it Two
    Wording(
        "called_by",
        rf"(?:^|(?<=[.;—\n] ))(?:or )?(?P<b>N),? as {anybody(0)} {ADVERBS}"
        rf"(?:(?:must |have to |had to )?(?:learn(?:ed|t)? to )?)?(?:call|know|spell)"
        rf"(?:s|ed)? {IT}",
        open=True,
        needs=("N as |N, as ", "call|know|spell"),
    ),
    Wording(
        "called_by",
        rf",? where {anybody(0)} {ADVERBS}(?:says?|said|prefers?|preferred|"
        rf"calls? {IT}|called {IT}) {B}{END}",
        open=True,
        needs=(" where ", "say|said|prefer|call"),
    ),
    Wording(
        "called_by",
        rf"(?:^|(?<=[.;—\n] ))(?P<u0>[ND]),? (?:which|who) {ADVERBS}(?:(?:call|know|"
        rf"name)(?:s|ed)? {IT}|(?:claim|refer|list|mark|identif|record)\w*(?: to)? "
        rf"{IT} as) {B}",
        open=True,
        needs=("N which |N, which |N who |N, who |D which |D, which |D who |D, who ",),
    ),
    # Until 1961 the village of One was plain Two
    Wording(
        "former",
        r"(?:^|(?<=[.;\n] ))(?:until|till|before|from \d{4} (?:to|until)) "
        rf"[^.;()]{{3,40}},? (?:the [a-z -]{{3,30}} of )?{A} (?:was|had been) "
        rf"(?:(?:plain|simply|just|still|only|merely) )*{B}{CLOSED}",
        needs=("until|till|before|from", " was | had been "),
    ),
)

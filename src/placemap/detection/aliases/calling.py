"""The ways in which English says who calls a place what, and when.

Written for the form of a text that `Skeleton` makes, like those in `grammar.py`.
"""

from __future__ import annotations

from placemap.detection.aliases.needs import APART, CALL_WORDS, ERA_WORDS, NAMED_WORDS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    APPOSED,
    APPOSED_ANY,
    BE,
    BY_ITS_NAME,
    CALL,
    CLOSED,
    DATES,
    END,
    ERA,
    IT,
    KIND,
    NAME_OF,
    NAME_WORDS,
    NAMED,
    ONCE,
    OPENING,
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

CALLINGS: tuple[Wording, ...] = (
    # What Thirds call One is Two
    Wording(
        "called_by",
        rf"what {anybody(0)} {ADVERBS}{CALL} {THE}(?P<a>N)(?: is|,) {B}",
        users_of="left",
        cue="what ",
        needs=("what ", CALL_WORDS),
    ),
    # One, which Thirds call Two; One, the city Thirds call Two
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?:or )?(?:{APPOSED}?(?:which|that|what) |"
        rf"whose (?=[a-z]+s )|{APPOSED_ANY}|"
        rf"(?<=\()){anybody(0)} {ADVERBS}{CALL} (?:{IT} )?(?:as |{BY_ITS_NAME} )?"
        rf"{ADVERBS}{B}{manner(1)}",
        needs=(CALL_WORDS, APART),
    ),
    # They renamed One Two; Thirds call One Two
    Wording(
        "renamed",
        rf"(?:renam(?:ed?|es|ing)(?: of)?|rechristen(?:ed|ing)?) {THE}{A}"
        rf"(?: as| to| into|,)? {B}",
        needs=("renam|rechristen",),
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)},?(?: who)? {ADVERBS}{CALL} {THE}{A} (?:as|{BY_ITS_NAME}) {B}",
        cue=rf" {CALL} (?:the |N)",
        needs=(CALL_WORDS, "as|name"),
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)},?(?: who)? {ADVERBS}{CALL} {THE}{A} {B}"
        r"(?! (?:know|call|say))",
        weak=True,
        cue=rf" {CALL} (?:the |N)",
        needs=(CALL_WORDS,),
    ),
    # They are back to calling One Two
    Wording(
        "called_by",
        rf"(?:to call|calling) {THE}{A} (?:as )?{B}",
        weak=True,
        needs=("to call|calling",),
    ),
    # One (Thirdish: Two)
    Wording(
        "in_language",
        rf"{A},? \((?:in {language(0)}[,:]?|{language(1)}(?: name| spelling)?:|"
        rf"(?P<l2>D)(?: name,?)?) {B}(?=[),;./]|$)",
        needs=(" (", ":|D|in "),
    ),
    # One, in Thirdish Two
    Wording(
        "in_language",
        rf"{A},?(?: or)?, in (?!the D N){language(0)}[:,]? {B}{END}",
        needs=(", in ",),
    ),
    # One, Thirdish Two until 1946
    Wording(
        "former",
        rf"{A}, (?P<l0>D) {B} {DATES}",
        needs=(", D ",),
    ),
    # One (Two in Thirdish); One, or Two to Thirds
    Wording(
        "known_as",
        rf"{A}{SEPARATED}(?:or |also )?{THE}(?P<b>N){usage(0)}{END}",
        needs=(APART,),
    ),
    # One in Thirdish, Two in Fourthish
    Wording(
        "in_language",
        rf"{A} in {language(1)},?(?: and| or)? {B} in {language(0)}{END}",
        needs=("N in ",),
    ),
    # One, formerly Two; One, now Two; One (until 1946 Two); One, Two until 1946
    Wording(
        "former",
        rf"{A}{SEPARATED}(?:or )?{APPOSED}?{BE}{ADVERBS}{ONCE} "
        rf"{ADVERBS}{B}{CLOSED}",
        needs=(APART,),
    ),
    Wording(
        "former", rf"{A}{SEPARATED}ex[- ]{B}{CLOSED}", needs=(" ex |(ex | ex-|(ex-",)
    ),
    Wording(
        "former",
        rf"{A} \((?:then|later) {B}\)",
        needs=(" (then | (later ",),
    ),
    Wording(
        "former",
        rf"{A}(?:,? \(| — ){B},? {ERA}",
        needs=(" (| — ", ERA_WORDS),
    ),
    Wording(
        "former",
        rf"{A}, (?:which (?:was|had been) )?{B},? {ERA}",
        weak=True,
        needs=(", ", ERA_WORDS),
    ),
    Wording(
        "official",
        rf"{A}{SEPARATED}{APPOSED}?{BE}{ADVERBS}(?:officially|"
        rf"formally|locally|properly|popularly|colloquially) {B}",
        needs=(
            "officially |formally |locally |properly |popularly |colloquially ",
            APART,
        ),
    ),
    # Two, Thirdish for One
    Wording(
        "in_language", rf"{A}, (?P<l0>D) for {B}", users_of="left", needs=(", D for ",)
    ),
    # One, short for Two
    Wording(
        "abbreviation",
        rf"{A},? (?:is |which is |which stands |\()?(?:short|shorthand|"
        rf"an? abbreviation|an acronym|the acronym|stands) for {B}",
        needs=(" abbreviation|an acronym|short|stands|the acronym",),
    ),
    # One, Two for short
    Wording(
        "abbreviation",
        rf"{A}{SEPARATED}(?:or )?(?:simply |just )?{B} for short",
        needs=(" for short",),
    ),
    # ... Thirds call the city Two; ... it was once called Two; ... its old name is Two
    Wording(
        "called_by",
        rf"(?<![\w']){by(0)} {ADVERBS}{CALL} {IT} (?:as |{BY_ITS_NAME} )?"
        rf"{ADVERBS}{B}{manner(1)}",
        open=True,
        cue=rf" {CALL} {IT} ",
        needs=(CALL_WORDS,),
    ),
    Wording(
        "known_as",
        rf"{OPENING}{IT} (?:is|was|has been|had been) {ADVERBS}{NAMED}"
        rf"{manner(0)}(?: as)? {B}{manner(2)}",
        open=True,
        needs=(" is | was | has been | had been ", NAMED_WORDS),
    ),
    Wording(
        "in_language",
        rf"(?<=[.;,—\n] )(?:(?:and|but) )?(?:its|the|their|the {KIND}'s) {NAME_OF}"
        rf"(?: (?:for|of) {IT})?(?: is| was|,) {B}",
        open=True,
        needs=(NAME_WORDS,),
    ),
    Wording(
        "in_language",
        rf"(?<=[.;,—\n] )(?:in {language(0)}|(?:to|for|in) {by(1)}),? {IT} (?:is|was) "
        rf"{ADVERBS}(?:(?:known|called|named)(?: as)? )?{B}",
        open=True,
        needs=(" is | was ",),
    ),
    # ... The city, called Two by Thirds, fell; ... The city, Two to Thirds, fell
    Wording(
        "known_as",
        rf"(?<=[.;,—\n] ){IT}(?:,| \(| —) (?:or )?(?:which (?:is|was) )?{ADVERBS}"
        rf"{NAMED}{manner(0)}(?: as| to)? {B}{manner(4)}",
        open=True,
        needs=(NAMED_WORDS, APART),
    ),
    Wording(
        "in_language",
        rf"(?<=[.;,—\n] ){IT}(?:,| \(| —) (?:or |also )?{B}{usage(0)}{END}",
        open=True,
        needs=(APART,),
    ),
    # ... The city, which Thirds call Two, fell
    Wording(
        "called_by",
        rf"(?<=[.;,—\n] ){IT}(?:,| \(| —) (?:which |that |what )?{anybody(0)} "
        rf"{ADVERBS}{CALL} (?:{IT} )?(?:as |{BY_ITS_NAME} )?{B}{manner(1)}",
        open=True,
        cue=rf" {CALL} ",
        needs=(CALL_WORDS, APART),
    ),
    # known to Thirds as One and to Fourths as Two: the second follows as in a list
    Wording(
        "called_by",
        rf"(?:known|called|named|referred to) (?:(?:to|by|in|among) {by(0)} (?:as )?"
        rf"{THE}(?P<a>N)|(?:as )?{THE}(?P<a1>N) (?:(?:to|by|among) {by(1)}|in "
        rf"(?:(?P<l0>D)|(?P<u2>N))))",
        needs=("called |known |named |referred to ",),
    ),
    Wording(
        "called_by",
        rf"(?:to|for|among) {by(0)},? {IT} (?:is|was|goes by|went by|is known as|"
        r"is called) (?P<a>N)",
        needs=(" is N| was N|goes by N|went by N|known as N|called N",),
    ),
    Wording(
        "called_by",
        rf"(?:{APPOSED}?(?:which|that) |{APPOSED}){by(0)} {ADVERBS}{CALL} {THE}"
        r"(?P<a>N)",
        cue=rf" {CALL} (?:the |N)",
        needs=(CALL_WORDS,),
    ),
    Wording(
        "known_as",
        rf"{A}(?:,? \(|,? )(?:alias|aka|a\.k\.a\.?) {B}",
        needs=("a.k.a|aka|alias",),
    ),
)

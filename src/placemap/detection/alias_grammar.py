"""The ways in which English says that two names are one place.

The patterns are for the form of a text that `Skeleton` makes: N is a name, D a
people or language, all else is lower case and without quotes. Their groups are ``a``
and ``b`` for the two names, ``u0``, ``u1`` ... for who uses one of them and
``l0``, ``l1`` ... for the language it is in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from placemap.detection.alias_words import (
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
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# How far a wording reaches from its cue.
_REACH = 100


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it, with `pattern` written for the form of a text.

    A `weak` wording also says other things. `users_of` is the name that the users
    use. One that is `open` has only one name, ``b``: its other stands before, in
    the same sentence or the one before it. A pattern that may begin with any word has
    a `cue`, which it always contains: it is tried near cues only.
    """

    relation: str
    pattern: str
    weak: bool = False
    users_of: Literal["left", "right"] = "right"
    open: bool = False
    cue: str = ""

    def search(self, form: str) -> Iterator[re.Match[str]]:
        """Yield every match, overlapping ones too, in order."""
        at = 0
        while match := self._next(form, at):
            yield match
            at = match.start() + 1

    def match(self, form: str, at: int) -> re.Match[str] | None:
        """Return the match that starts at `at`, if any."""
        return _compiled(self.pattern).match(form, at)

    def _next(self, form: str, at: int) -> re.Match[str] | None:
        if not self.cue:
            return _compiled(self.pattern).search(form, at)
        for cue in _compiled(self.cue).finditer(form, at):
            start = max(at, cue.start() - _REACH)
            found = _compiled(self.pattern).search(form, start, cue.end() + _REACH)
            if found:
                return found
        return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


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
        rf"(?: itself)?{manner(0)}(?: as| to| from)?(?: simply)? {B}{manner(2)}",
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
        r"bears|carried|carries|took|takes|taken|adopt(?:s|ed)|got|went by|goes by|"
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
    # One, or Two as Thirds call it
    Wording(
        "called_by",
        rf"{A}(?:{OPENED})?(?:or |also )?{B},? as {anybody(0)} {ADVERBS}{CALL} "
        rf"{IT}",
    ),
    Wording(
        "known_as",
        rf"{A}{OPENED}(?:or |also )?{B},? as {IT} (?:is|was|used to be|has been) "
        rf"{ADVERBS}{NAMED}{manner(0)}",
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
        "renamed",
        rf"chang(?:ed?|es|ing) (?:the name of )?{THE}{A}(?:'s name) (?:from N )?"
        rf"(?:to|into) {B}",
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {ADVERBS}{CALL} {THE}{A} (?:as|{BY_ITS_NAME}) {B}",
        cue=rf" {CALL} (?:the |N)",
    ),
    Wording(
        "called_by",
        rf"(?<!\w){by(0)} {ADVERBS}{CALL} {THE}{A} {B}",
        weak=True,
        cue=rf" {CALL} (?:the |N)",
    ),
    # One (Thirdish: Two)
    Wording(
        "in_language",
        rf"{A},? \((?:in {language(0)}[,:]?|{language(1)}(?: name| spelling)?:|"
        rf"(?P<l2>D)(?: name,?)?) {B}(?=[),;./]|$)",
    ),
    # One, in Thirdish Two
    Wording("in_language", rf"{A}, in {language(0)}:? {B}{END}"),
    # One, Thirdish Two until 1946
    Wording("former", rf"{A}, (?P<l0>D) {B} {DATES}"),
    # One (Two in Thirdish); One, or Two to Thirds
    Wording(
        "in_language",
        rf"{A}{SEPARATED}(?:or |also )?{B},? in {language(0)}"
        rf"{END}",
    ),
    Wording(
        "in_language",
        rf"{A} or {B} in {language(0)}{END}",
    ),
    Wording(
        "in_language",
        rf"{A}{SEPARATED}(?:or )?{B},? in (?P<u0>(?:old|ancient|classical|local) "
        rf"(?:[ND] )?(?:[a-z]+)){END}",
    ),
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?:or )?{B},? (?:to|for|among) {SOME}"
        rf"(?P<u0>D(?: {GROUP})?|{GROUP}){END}",
    ),
    # One, formerly Two; One, now Two; One (until 1946 Two); One, Two until 1946
    Wording(
        "former",
        rf"{A}{SEPARATED}(?:or )?{APPOSED}?{BE}{ADVERBS}{ONCE} "
        rf"(?:officially )?{B}{CLOSED}",
    ),
    Wording("former", rf"{A}{SEPARATED}ex-{B}{CLOSED}"),
    Wording("former", rf"{A} \((?:then|later) {B}\)"),
    Wording("former", rf"{A} \({B},? (?:until|till|before) \d{{4}}\)"),
    Wording(
        "former",
        rf"{A}{SEPARATED}(?:which (?:was|had been) )?{B} (?:until|till) \d{{4}}",
        weak=True,
    ),
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
        rf"{A},? (?:is |which is |which stands )?(?:short|shorthand|an? abbreviation|"
        rf"an acronym|the acronym|stands) for {B}",
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
    # known to Thirds as One and to Fourths as Two: the second follows as in a list
    Wording(
        "called_by",
        rf"(?:known|called|named|referred to) (?:(?:to|by|in|among) {by(0)} (?:as )?"
        rf"{THE}(?P<a>N)|(?:as )?{THE}(?P<a1>N) (?:(?:to|by|among) {by(1)}|in "
        rf"(?P<l0>D)))",
    ),
    Wording(
        "called_by",
        rf"(?:{APPOSED}?(?:which|that) |{APPOSED}){by(0)} {ADVERBS}{CALL} {THE}"
        r"(?P<a>N)",
        cue=rf" {CALL} (?:the |N)",
    ),
    Wording(
        "known_as",
        rf"{A}(?:, |,? \()(?:alias|aka|a\.k\.a\.?|i\.e\.,?) {B}",
        weak=True,
    ),
    Wording("known_as", rf"{A} \((?:also|or) {B}\)"),
    Wording("called_by", rf"{A}{SEPARATED}(?={BARE})\w+ {B}", weak=True),
    # One, then Two; One became Two; One is now Two; One, or Two; One/Two; One (Two)
    Wording(
        "or",
        rf"{A}(?:, (?:then|later|the D)|,?(?: which)?(?: has| have)?(?: officially)? "
        rf"(?:became|become)|(?:,? which)?(?: {DATES})? is (?:now|today)"
        rf"(?: officially)?) {B}{CLOSED}",
        weak=True,
    ),
    Wording("or", rf"{A},? or {B}(?=[,)])", weak=True),
    Wording("slash", rf"{A} ?/ ?(?P<b>N)(?!'s| N)", weak=True),
    Wording("parenthetical", rf"{A} \((?:the )?(?P<b>N)\)", weak=True),
)

# What may follow on a statement that says who uses the name: ", and Fourths Three".
CONTINUATIONS: tuple[Wording, ...] = (
    Wording(
        "called_by",
        rf"{AND} (?:which |that )?{by(0)} {ADVERBS}{CALL} (?:{IT} )?(?:as )?{B}",
    ),
    Wording("in_language", rf"{AND} (?:also |as )?{B},? in {language(0)}{END}"),
    Wording("in_language", rf"{AND} (?:in )?{language(0)}: ?{B}"),
    Wording(
        "called_by",
        rf"{AND} (?:also |as )?{B} (?:to|by|for|among|in) {by(0)}",
    ),
    Wording(
        "called_by",
        rf"{AND} (?:known )?(?:to|by|in|among|for) {by(0)},? (?:{IT} is )?"
        rf"(?:known as |called |as )?{B}",
    ),
    Wording("called_by", rf"{AND} {SOME}(?P<u0>[ND](?: [ND])?(?: {GROUP})?) {B}"),
)
# "One Two Three (OTT)".
ABBREVIATED = Wording("abbreviation", r"(?P<a>N),? \((?:or |abbreviated )?(?P<b>N)\)")

"""The ways in which English says that two names are one place.

A rule has a link, what stands between the two names, and may have a tail, what
follows the second. The group ``user`` catches who uses the name in question,
``language`` in which language it is, ``local`` that it is the local one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

# How far a link reaches from its cue, with the longest name and users between.
_REACH = 90

# A word with a capital; scripts without capitals have none.
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_NAME_AHEAD = r"(?=[^\W\d_a-z]|the [^\W\d_a-z]|[\"“‘'«])"
_QUANTIFIERS = r"(?:the |its |their |many |most |some |all |older |younger )*"
_GROUPS = (
    "people|government|authorities|officials|side|population|speakers|residents|forces|"
    "media|locals|administration|military|states|countries|nations|leaders|nationalists|"
    "separatists|rebels|militants|settlers|villagers|communities|inhabitants"
)
# "Armenians", "the Azerbaijani side", "most locals", "ethnic Armenians".
_PEOPLE = (
    rf"{_QUANTIFIERS}(?P<user>(?:ethnic[ -])?{_CAPITAL}(?: {_CAPITAL})?"
    rf"(?: (?:{_GROUPS}))?|local (?:people|residents)|{_GROUPS}|locals?|islanders)"
)
# Between "to" and "as" anybody may stand: "known to nationalists as".
_ANYBODY = rf"{_QUANTIFIERS}(?P<user>[\w’'-]+(?: [\w’'-]+){{0,2}}?)"
_LANGUAGE = rf"(?P<language>(?:{_CAPITAL} )?{_CAPITAL})"
_BE = r"(?:which |that )?(?:is |was |are |were |has been |had been )?"
_HOW = (
    r"(?:also |now |today |still |better |commonly |widely |generally |sometimes |"
    r"internationally |often |otherwise |popularly |traditionally |usually |mostly |"
    r"simply |more |then )*"
)
_ONCE = (
    r"(?:formerly|previously|once|originally|historically|until \d{4}|until recently|"
    r"before \d{4}|in Soviet times|under Soviet rule|in colonial times)"
)
_NEAR_OPEN = r"(?:,? \(|, |,? [–—-]{1,2} ?)"
_OPEN = rf"(?:{_NEAR_OPEN}| )"
_CALL = r"(?:calls?|called|refers? to as|knows? as|prefers? to call)"
_BY = rf" (?:by|to|among) {_PEOPLE}"
_IN = rf" in (?:the )?{_LANGUAGE}(?: language)?"
_TAIL = re.compile(rf"[\"”’']?(?:{_BY}|{_IN}|(?P<local> locally))\b")
_IN_TAIL = re.compile(rf"[\"”’']?{_IN}\b")
_AS_CALLED_TAIL = re.compile(
    rf"[\"”’']?,? as {_PEOPLE} (?:still )?(?:call|know)s? it\b"
)
_THEN_KNOWN_TAIL = re.compile(
    r" (?:was|were|had been) (?:then |formerly |previously |once |originally )*"
    r"(?:known|called|named)"
)
_NOW_KNOWN_TAIL = re.compile(
    r" is (?:now |today |also |officially )*(?:known|called|named)"
)


@dataclass(frozen=True, slots=True)
class AliasRule:
    """One way to say it: `link` between the names, `tail` after the second.

    `cue` is a pattern for a word that every link or tail has: links are looked for
    near it only, which keeps the grammar fast. A `weak` rule's words also say
    other things: both names must stand up to the gazetteer; one that is
    `weak_alone` is so without its tail. `user_side` is the name that the users
    use. `closes` are the characters of which one must follow the second name where
    there is no tail. `users_by_place` allows "known in Argentina as". A `chained`
    link only follows on another statement: ", and Turks call Z".
    """

    relation: str
    cue: str
    link: re.Pattern[str]
    tail: re.Pattern[str] | None = None
    needs_tail: bool = False
    weak: bool = False
    user_side: Literal["left", "right"] = "right"
    closes: str = ""
    users_by_place: bool = False
    chained: bool = False
    weak_alone: bool = False

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the links in `text`, in order."""
        reached = 0
        for cue in re.finditer(self.cue, text):
            start = max(reached, cue.start() - _REACH)
            for match in self.link.finditer(text, start, cue.end() + _REACH):
                reached = match.end()
                yield match


# The most telling wordings first: of several readings of a pair the first is kept.
RULES: tuple[AliasRule, ...] = (
    AliasRule(  # One, formerly known as Two
        "former",
        r"known|called|named",
        re.compile(rf"{_OPEN}{_BE}{_ONCE} (?:known|called|named)(?: as)?(?: the)? "),
        tail=_TAIL,
    ),
    AliasRule(  # One, officially known as Two; One, officially Two
        "official",
        r"ormally|fficially",
        re.compile(
            rf"{_OPEN}{_BE}(?:also )?(?:officially|formally) "
            rf"(?:(?:known|called|named)(?: as)? )?{_NAME_AHEAD}"
        ),
        tail=_TAIL,
    ),
    AliasRule(  # One, known locally as Two
        "known_as",
        r"known locally",
        re.compile(rf"{_OPEN}{_BE}{_HOW}known (?P<local>locally) as "),
    ),
    AliasRule(  # One, known in Thirdish as Two; One, called in Thirdish Two
        "in_language",
        r"known|called",
        re.compile(rf"{_OPEN}{_BE}{_HOW}(?:known|called)(?: as)?{_IN}(?: as)? "),
        users_by_place=True,
    ),
    AliasRule(  # One, known to Thirds as Two
        "known_as",
        r"known|referred",
        re.compile(
            rf"{_OPEN}{_BE}{_HOW}(?:known|referred to) (?:to|by|among) {_ANYBODY}"
            r" (?:simply )?as "
        ),
    ),
    AliasRule(  # One, known as Two by Thirds
        "known_as",
        r"known as|referred to as|aka|a\.k\.a",
        re.compile(rf"{_OPEN}{_BE}{_HOW}(?:known as|referred to as|aka|a\.k\.a\.) "),
        tail=_TAIL,
        users_by_place=True,
    ),
    AliasRule(  # One, which Thirds call Two
        "called_by",
        r"call|refer|know",
        re.compile(
            rf"{_NEAR_OPEN}(?:or )?(?:which |that |what |as )?{_PEOPLE} "
            rf"(?:still |also |now |usually |often |themselves )?{_CALL} (?:it )?"
        ),
        tail=_TAIL,
    ),
    AliasRule(  # ... and Fourths call Three
        "called_by",
        r"call|refer|know",
        re.compile(rf",?(?: and| but| while)? {_PEOPLE} {_CALL} (?:it )?"),
        chained=True,
    ),
    AliasRule(  # One, called Two by Thirds
        "called_by",
        r"called|named|dubbed",
        re.compile(rf"{_NEAR_OPEN}{_BE}{_HOW}(?:called|named|dubbed) "),
        tail=_TAIL,
        weak_alone=True,
    ),
    AliasRule(  # One's Thirdish name Two; One, whose Thirdish name is Two
        "in_language",
        r" name",
        re.compile(
            r"(?:['’]s|, whose|, with the| \(its|, its|, the) "
            rf"(?P<language>{_CAPITAL}) name(?: for it)?(?:,| is| was|:| being)? "
        ),
    ),
    AliasRule(  # Two, the Thirdish name for One
        "in_language",
        r"name|word|term|spelling",
        re.compile(
            rf"(?:,| is| was| \() (?:the )?(?P<language>{_CAPITAL}?)(?:-language)?"
            r" (?:name|word|term|spelling) (?:for|of) "
        ),
        user_side="left",
    ),
    AliasRule(  # One (Thirdish: Two); One (in Thirdish, Two)
        "in_language",
        r"[(\[]",
        re.compile(
            rf",? [(\[](?:in )?(?P<language>{_CAPITAL})(?: name)?(?:: ?|, )"
            rf"{_NAME_AHEAD}"
        ),
        closes=")];,",
    ),
    AliasRule(  # One (Two in Thirdish); One, or Two in Thirdish
        "in_language",
        r" in (?:the )?[^\W\d_a-z]",
        re.compile(rf"{_NEAR_OPEN}(?:or |also )?(?=[^,;()\n]{{1,60}}? in [^\W\d_a-z])"),
        tail=_IN_TAIL,
        needs_tail=True,
    ),
    AliasRule(  # One, or Two as Thirds call it
        "called_by",
        r" it\b",
        re.compile(
            rf"(?:{_NEAR_OPEN}(?:or )?| or )"
            r"(?=[^;()\n]{1,60}? as [^,;()\n]{1,40} it\b)"
        ),
        tail=_AS_CALLED_TAIL,
        needs_tail=True,
    ),
    AliasRule(  # One, formerly Two; One (once Two)
        "former",
        r"former|previously|once|originally|until \d|then |ex-",
        re.compile(
            rf"{_NEAR_OPEN}(?:(?:the )?(?:formerly|previously|once|originally|former|"
            rf"until \d{{4}}|then) |ex-){_NAME_AHEAD}"
        ),
        closes=")],.;–—",
    ),
    AliasRule(  # One, now Two; One, now called Two; One (today Two)
        "renamed",
        r"now|today|current|since renamed|later",
        re.compile(
            rf"{_NEAR_OPEN}(?:now|today|nowadays|currently|since renamed|later)"
            rf"(?: officially)?(?: called| named| known as| renamed)? {_NAME_AHEAD}"
        ),
        tail=_TAIL,
        closes=")],.;–—",
    ),
    AliasRule(  # One, renamed Two; One was renamed Two
        "renamed",
        r"renamed",
        re.compile(
            r"(?:,|,? \()? ?(?:which |that )?(?:was |has been |had been |is |were )?"
            r"(?:since |later |now |officially |formally |recently )*renamed"
            rf"(?: itself)?(?: as| to)? {_NAME_AHEAD}"
        ),
    ),
    AliasRule(  # One changed its name to Two
        "renamed",
        r"its name",
        re.compile(
            r" (?:has |had |officially |formally )*chang(?:ed|es|e|ing) its name"
            rf"(?: from {_CAPITAL})? to "
        ),
    ),
    AliasRule(  # One changed its name from Two
        "former",
        r"its name",
        re.compile(
            r" (?:has |had |officially |formally )*chang(?:ed|es|e|ing) its name from "
        ),
    ),
    AliasRule(  # Two, as One was then known
        "former",
        r", as ",
        re.compile(r", as (?=[^,;()\n]{1,60}? (?:was|were|had been) )"),
        tail=_THEN_KNOWN_TAIL,
        needs_tail=True,
    ),
    AliasRule(  # One, as Two is now known
        "renamed",
        r", as ",
        re.compile(r", as (?=[^,;()\n]{1,60}? is )"),
        tail=_NOW_KNOWN_TAIL,
        needs_tail=True,
    ),
    AliasRule(  # One, also spelled Two
        "transliteration",
        r"spel[lt]|written|transliterated|romani",
        re.compile(
            rf"{_NEAR_OPEN}{_BE}(?:also |sometimes |often |alternatively |variously )*"
            r"(?:spelled|spelt|written|transliterated|romanised|romanized)(?: as)? "
        ),
        tail=_IN_TAIL,
    ),
    AliasRule(  # One (also Two); One, alias Two
        "known_as",
        r"also|or|alias|aka",
        re.compile(rf"(?:,? \((?:also|or|alias|aka) |, (?:alias|aka) ){_NAME_AHEAD}"),
        closes=")],;",
        weak=True,
    ),
    AliasRule(  # One, or Two,
        "or",
        r" or ",
        re.compile(rf",? or (?:the )?{_NAME_AHEAD}"),
        closes=",)",
        weak=True,
    ),
    AliasRule("slash", "/", re.compile(rf" ?/ ?{_NAME_AHEAD}"), weak=True),
    AliasRule(  # One (Two)
        "parenthetical",
        r"[(\[]",
        re.compile(rf" [(\[]{_NAME_AHEAD}"),
        closes=")]",
        weak=True,
    ),
)

# "Thirds call One Two": the two names stand side by side.
CALL_BOTH = re.compile(
    rf"(?<!\w){_PEOPLE} (?:still |also |now |usually )?{_CALL} (?:the )?"
    rf"(?:(?:city|town|village|region|district) (?:of )?)?{_NAME_AHEAD}"
)
# "One Two Three (OTT)".
ABBREVIATED = re.compile(r" [(\[][\"“‘']?(?P<short>[^\W\d_a-z]{2,6})[\"”’']?[)\]]")

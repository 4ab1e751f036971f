"""What may follow on an alias statement as in a list: "... and to Greeks Cerda"."""

from __future__ import annotations

from dataclasses import replace

from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    ADVERBS,
    AND,
    CALL,
    CLOSED,
    END,
    ERA,
    GROUP,
    IT,
    NAMED,
    ONCE,
    SOME,
    B,
    by,
    language,
    written,
)

# ", and to Fourths Three".
_MORE_USERS: tuple[Wording, ...] = (
    Wording(
        "called_by",
        rf"{AND} (?:which |that )?{by(0)} {ADVERBS}{CALL} (?:{IT} )?(?:as )?{B}"
        "(?! N)",
    ),
    Wording("in_language", rf"{AND} (?:also |as )?{B},? in {language(0)}{END}"),
    Wording("in_language", rf"{AND} (?:in )?{language(0)}\.?:? {B}(?=[),;./]|$)"),
    Wording("in_language", rf"{AND} (?P<l0>D) {B}(?=[),;])"),
    Wording(
        "called_by",
        rf"{AND} (?:also |as )?{B} (?:to|by|for|among|in) {by(0)}",
    ),
    Wording("known_as", rf"{AND} (?:also |as )?{B} {written(0)}"),
    Wording("in_language", rf"{AND} (?P<l0>D) {B}{END}"),
    Wording(
        "called_by",
        rf"{AND} (?:known )?(?:to|by|in|among|for) {by(0)},? (?:{IT} is )?"
        rf"(?:known as |called |as |by )?{B}",
    ),
    Wording("called_by", rf"{AND} {SOME}(?P<u0>[ND](?: [ND])?(?: {GROUP})?) {B}"),
)
_MORE_ERAS: tuple[Wording, ...] = (Wording("former", rf"{AND} {B},? {ERA}"),)
# ", then Three and before that Four"; "(formerly Two, Three and Four)".
_MORE_DATES: tuple[Wording, ...] = (
    Wording(
        "former",
        rf"{AND} (?:(?:{NAMED}|{ONCE}|later|then|before that|earlier still),? )+"
        rf"(?:as )?{B}{CLOSED}",
    ),
    *_MORE_ERAS,
    Wording(
        "known_as",
        rf"{AND} (?:also |and |now |still )*(?:officially|colloquially|popularly|"
        rf"locally|informally|affectionately|simply|also) {B}{CLOSED}",
    ),
)
# "known as Two or Three"; "One/Two/Three".
_MORE_NAMES: tuple[Wording, ...] = (
    Wording("known_as", rf"(?:, {B}(?=(?:, N)?,? or ))"),
    Wording("known_as", rf",? or {B}{CLOSED}"),
    Wording("known_as", rf" and {B}(?=[,;)])"),
)
# "(also Two, Three)", but "(now Two, Thirdland)".
_IN_BRACKETS = r"(?=[),;]| and N\)| or N\))(?=[^()]*\))"
_MORE_IN_BRACKETS: tuple[Wording, ...] = (
    Wording("known_as", rf"(?:,|;)?(?: and| or)? {B}{_IN_BRACKETS}"),
)
_MORE_SLASHES: tuple[Wording, ...] = (Wording("slash", r" ?/ ?(?P<b>N)(?!'s| N)"),)
# What follows on a wording that has other senses has them, too.
_MORE_OR = tuple(
    replace(more, relation="or", weak=True) for more in (*_MORE_NAMES, *_MORE_ERAS)
)
# What may follow on a statement that says who uses the name, or when it was used.
FOLLOWED_BY = {
    "user": _MORE_USERS,
    "former": (*_MORE_DATES, *_MORE_NAMES),
    "renamed": (*_MORE_DATES, *_MORE_NAMES),
    "known_as": (*_MORE_NAMES, *_MORE_IN_BRACKETS),
    "called_by": _MORE_NAMES,
    "or": _MORE_OR,
    "slash": _MORE_SLASHES,
    "transliteration": _MORE_NAMES,
}

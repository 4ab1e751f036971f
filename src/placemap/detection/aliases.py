"""Find statements that two names are one place, and follow them through the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.core import AliasStatement, Mention, Span
from placemap.detection.alias_grammar import ABBREVIATED, CALL_BOTH, RULES, AliasRule
from placemap.detection.alias_names import NO_NAMES, NameFinder
from placemap.detection.alias_sense import (
    is_place_name,
    is_plausible,
    language_or_none,
)
from placemap.detection.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import Document

_INITIALS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def find_aliases(
    document: Document, mentions: Sequence[Mention]
) -> Sequence[AliasStatement]:
    """Return the alias statements of `document` in text order, not yet judged.

    Either side may be a name that is no mention because the gazetteer does not
    know it. A pair is given once, by the most telling wording.

    Examples
    --------
    >>> from placemap.core import Document
    >>> text = "Rain fell on the city of Bombay, now called Mumbai."
    >>> statement = find_aliases(Document(id="1", text=text), [])[0]
    >>> statement.left.of(text), statement.relation, statement.right.of(text)
    ('Bombay', 'renamed', 'Mumbai')
    """
    names = NameFinder(document.text, mentions)
    found: dict[tuple[Span, Span], AliasStatement] = {}
    taken: set[Span] = set()
    for statement in _Grammar(names).statements():
        pair = (statement.left, statement.right)
        if pair in found or statement.right in taken:
            continue
        taken.add(statement.right)
        found[pair] = statement
    if not found:
        return []
    reading = Reading(document.text)
    return [
        replace(found[pair], sentence=reading.sentence_at(pair[0].start))
        for pair in sorted(found)
    ]


class _Grammar:
    """The rules at work on one text.

    `_heads` maps where a statement ends to its first name, so that a list goes on:
    "One, Two in Thirdish, Three in Fourthish".
    """

    def __init__(self, names: NameFinder) -> None:
        self._names = names
        self._heads: dict[int, Span] = {}

    def statements(self) -> Iterator[AliasStatement]:
        """Yield statements, the most telling wordings first."""
        yield from _find_abbreviations(self._names)
        for rule in RULES:
            for match in rule.matches(self._names.text):
                statement = self._apply(rule, match)
                if statement is not None:
                    yield statement
        yield from _find_called_pairs(self._names)

    def _apply(self, rule: AliasRule, match: re.Match[str]) -> AliasStatement | None:
        names = self._names
        head = self._heads.get(match.start())
        left = head or (None if rule.chained else names.ending_at(match.start()))
        right = names.starting_at(match.end()) if left else None
        if left is None or right is None or not _stand_apart(left, right, names.text):
            return None
        tail = rule.tail.match(names.text, right.end) if rule.tail else None
        if not _closes(rule, right, tail, names.text):
            return None
        users = [_user(m, names, rule) for m in (match, tail) if m is not None]
        is_weak = rule.weak or (rule.weak_alone and tail is None)
        if None in users or not is_plausible(
            left, right, names, is_weak=is_weak, has_user=any(users)
        ):
            return None
        for end in {right.end, tail.end() if tail else right.end}:
            self._heads.setdefault(end, left)
        return AliasStatement(
            left=left,
            right=right,
            relation=rule.relation,
            used_by=next((user for user in users if user), ""),
            used_by_side=rule.user_side,
        )


def _stand_apart(left: Span, right: Span, text: str) -> bool:
    return left.end <= right.start and left.of(text) != right.of(text)


def _closes(
    rule: AliasRule, right: Span, tail: re.Match[str] | None, text: str
) -> bool:
    """Tell whether the second name ends as the rule wants it to."""
    if tail is not None:
        return True
    if rule.needs_tail:
        return False
    rest = text[right.end : right.end + 3].lstrip("\"'”’ ")
    return not rule.closes or not rest or rest[0] in rule.closes


def _user(match: re.Match[str], names: NameFinder, rule: AliasRule) -> str | None:
    """Return who uses the name, "" when unsaid, None when that is nonsense."""
    groups = match.groupdict()
    if groups.get("local"):
        return "locally"
    if groups.get("user"):
        return groups["user"].strip()
    if not groups.get("language"):
        return ""
    span = Span(*match.span("language"))
    return language_or_none(span, names, place=rule.users_by_place)


def _find_abbreviations(names: NameFinder) -> Iterator[AliasStatement]:
    """Yield "Long Name (LN)" where the letters are the initials of a place's name."""
    for match in ABBREVIATED.finditer(names.text):
        long = names.ending_at(match.start())
        short = match["short"]
        if long is None or (short.casefold() in NO_NAMES and not names.is_known(long)):
            continue
        whole = _spelled_by(short, long, names.text)
        if whole is not None and is_place_name(whole, names):
            yield AliasStatement(
                left=whole, right=Span(*match.span("short")), relation="abbreviation"
            )


def _spelled_by(short: str, long: Span, text: str) -> Span | None:
    """Return the end part of a name whose words' initials are `short`, or None."""
    words = list(_INITIALS.finditer(long.of(text)))
    for first in range(len(words)):
        initials = [word.group()[0] for word in words[first:]]
        capitals = "".join(letter for letter in initials if letter.isupper())
        if short in {capitals, "".join(initials).upper()}:
            return Span(long.start + words[first].start(), long.end)
    return None


def _find_called_pairs(names: NameFinder) -> Iterator[AliasStatement]:
    """Yield "Thirds call One Two", where both names are mentions."""
    for match in CALL_BOTH.finditer(names.text):
        left = names.mention_at(match.end())
        right = names.mention_at(left.end + 1) if left else None
        if left and right and names.text[left.end] == " ":
            yield AliasStatement(
                left=left, right=right, relation="called_by", used_by=match["user"]
            )


def follow_aliases(
    document: Document,
    mentions: Sequence[Mention],
    statements: Sequence[AliasStatement],
) -> Sequence[Mention]:
    """Return the mentions and those that follow from alias statements.

    Both sides of a statement are mentions, as is every later place where the text
    uses one of the names: "NKR" once it has been introduced in brackets. In text
    order, without overlaps.
    """
    sides = [(s, side) for s in statements for side in (s.left, s.right)]
    found = {mention.span: mention for mention in mentions}
    added = {
        side: _follower(side, statement, document.text)
        for statement, side in sides
        if side not in found
    }
    taken = _positions(added)
    kept = {
        span: mention
        for span, mention in found.items()
        if taken.isdisjoint((span.start, span.end - 1))
    }
    taken |= _positions(kept)
    for name, statement in {s.of(document.text): one for one, s in sides}.items():
        for span in _repetitions(name, document.text):
            if taken.isdisjoint((span.start, span.end - 1)):
                added[span] = _follower(span, statement, document.text)
                taken |= _positions([span])
    every = kept | added
    return [every[span] for span in sorted(every)]


def _positions(spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in range(span.start, span.end)}


def _repetitions(name: str, text: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        yield Span(*match.span())


def _follower(span: Span, statement: AliasStatement, text: str) -> Mention:
    name = span.of(text)
    is_short = statement.relation == "abbreviation" and name == statement.right.of(text)
    return Mention(span=span, text=name, form="abbreviation" if is_short else "name")

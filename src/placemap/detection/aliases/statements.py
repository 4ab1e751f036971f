"""Find statements that two names are one place, and follow them through the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.core import AliasStatement, Mention, Span
from placemap.detection.aliases.hints import find_hints, find_user
from placemap.detection.aliases.names import Skeleton
from placemap.detection.aliases.placeless import may_be_namesakes
from placemap.detection.aliases.reader import Reader
from placemap.detection.aliases.sense import is_borne
from placemap.detection.reading import Reading
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.core import Document

# The relation of two names that the gazetteer has to confirm to be one place.
HINTED = "hinted"


def find_aliases(
    document: Document, mentions: Sequence[Mention]
) -> Sequence[AliasStatement]:
    """Return the alias statements of `document` in text order, not yet judged.

    Either side may be a name that is no mention because the gazetteer does not
    know it. A pair is given once, by the most telling wording. Pairs that the text
    only hints at have the relation "hinted": they are statements if the gazetteer
    confirms them.

    Examples
    --------
    >>> from placemap.core import Document
    >>> text = "Rain fell on the city of Bombay, now called Mumbai."
    >>> statement = find_aliases(Document(id="1", text=text), [])[0]
    >>> statement.left.of(text), statement.relation, statement.right.of(text)
    ('Bombay', 'renamed', 'Mumbai')
    """
    names = Skeleton(document.text, mentions)
    found = _pairs(names)
    if found:
        # What the text has explained may be explained further: "Berda, now Cerda".
        followed = follow_aliases(document, mentions, list(found.values()))
        names = Skeleton(document.text, followed)
        found = _pairs(names)
        reading = Reading(document.text)
        found = {
            pair: replace(one, sentence=reading.sentence_at(pair[0].start))
            for pair, one in found.items()
        }
    found = {**_hinted(names), **found}
    return [found[pair] for pair in sorted(found)]


def _pairs(names: Skeleton) -> dict[tuple[Span, Span], AliasStatement]:
    """Return the statement for each pair of names, no name being the second twice."""
    found: dict[tuple[Span, Span], AliasStatement] = {}
    taken: set[Span] = set()
    for statement in Reader(names).statements():
        pair = (statement.left, statement.right)
        if pair in found or statement.right in taken:
            continue
        taken.add(statement.right)
        found[pair] = statement
    return found


def _hinted(names: Skeleton) -> dict[tuple[Span, Span], AliasStatement]:
    """Return the pairs that the text only hints at, by relation for the gazetteer."""
    # Of a name that stands there twice, the one nearer to the other name.
    found: dict[tuple[str, Span], AliasStatement] = {}
    for hint in find_hints(names.form, names.telling):
        left, right = (names.span(at, at + 1) for at in (hint.left, hint.right))
        if may_be_namesakes(left, right, names) and not is_borne(left, names.text):
            user = find_user(names.form, hint)
            found[fold(left.of(names.text)), right] = AliasStatement(
                left=left,
                right=right,
                relation=HINTED,
                used_by=_told(names.span(*user).of(names.text)) if user else "",
                sentence=names.span(hint.start, hint.end),
            )
    return {(one.left, one.right): one for one in found.values()}


def _told(user: str) -> str:
    """Return who uses a name, "" if the words only refer back: "where they"."""
    return "" if user.rpartition(" ")[2].casefold() == "they" else user


def follow_aliases(
    document: Document,
    mentions: Sequence[Mention],
    statements: Sequence[AliasStatement],
) -> Sequence[Mention]:
    """Return the mentions and those that follow from alias statements.

    Both sides of a statement are mentions, as is every later place where the text
    uses one of the names: "NKR" once it has been introduced in brackets. Nothing
    follows from what is only hinted at. In text order, without overlaps.
    """
    stated = [one for one in statements if one.relation != HINTED]
    sides = [(s, side) for s in stated for side in (s.left, s.right)]
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
    """Yield where a name stands, or stands in capitals as in datelines."""
    either = "|".join(map(re.escape, dict.fromkeys((name, name.upper()))))
    for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text):
        yield Span(*match.span())


def _follower(span: Span, statement: AliasStatement, text: str) -> Mention:
    name = span.of(text)
    is_short = statement.relation == "abbreviation" and name == statement.right.of(text)
    return Mention(span=span, text=name, form="abbreviation" if is_short else "name")

"""The wordings at work on one text: which names are linked, and who uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import AliasStatement, Span
from placemap.detection.aliases.capitals import NO_NAMES
from placemap.detection.aliases.continuing import FOLLOWED_BY
from placemap.detection.aliases.grammar import ABBREVIATED, WORDINGS
from placemap.detection.aliases.heads import antecedents, outer_head
from placemap.detection.aliases.placehood import is_place_name, is_taken
from placemap.detection.aliases.placeless import is_body
from placemap.detection.aliases.sense import Claim, is_language, is_plausible
from placemap.detection.aliases.stretches import joined
from placemap.detection.aliases.wording import Passages
from placemap.detection.vocabulary import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.detection.aliases.names import Skeleton
    from placemap.detection.aliases.wording import Wording

_THE_KIND = re.compile(r"\b(?:the|this|that) ([a-z]+)")
_SHORT = re.compile(r"[^\W\d_a-z]{2,6}")
_INITIALS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# What the words of a statement tell of its relation, the first of them counting.
# The upper ones say so in any wording, the others where it leaves that open.
_TELLING = tuple(
    (re.compile(words), relation)
    for words, relation in (
        (r"renam|rechristen|chang\w+ its name|took back|regain|reclaim", "renamed"),
        (r"spel[lt]|written|transliterat|romani", "transliteration"),
        (r"abbreviat|shorten", "abbreviation"),
        (r"former|previous|\bonce\b|original|until|\bthen\b|times|\brule\b", "former"),
        (r"\b(?:now|today|current|modern|present-day)\b", "renamed"),
        (r"official|formally", "official"),
        (r"\bin (?:the )?[ND]\b", "in_language"),
        (r"\bknown\b", "known_as"),
        (
            r"\b(?:call(?:s|ed)?|named|dubbed|nicknamed)\b|N,? (?:to|for|among)\b",
            "called_by",
        ),
    )
)
_ALWAYS_TELLING = 3
_NATION = re.compile(
    r"(?:country|government|office|ministry|nation|people|countrymen|compatriots)$"
)
_ANYBODY = frozenset({"i", "one", "we", "you"})
_BROAD = frozenset({"known_as", "former"})


class Reader:
    """The wordings at work on one text."""

    def __init__(self, names: Skeleton) -> None:
        self._names = names
        self._form = names.form
        self._passages = Passages(names.form, joined(names.telling))
        self._whole: dict[Span, Span] = {}

    def statements(self) -> Iterator[AliasStatement]:
        """Yield statements, the most telling wordings first."""
        yield from self._abbreviations()
        for wording in WORDINGS:
            for match in wording.search(self._passages):
                yield from self._read(wording, match)

    def _read(self, wording: Wording, match: re.Match[str]) -> Iterator[AliasStatement]:
        """Yield what a match says, and what follows on it as in a list."""
        groups = match.groupdict()
        head = self._head(wording, match)
        # "Arda Berda Cerda (ABC, formerly Derda)" is about the whole name.
        head = self._whole.get(head, head) if head else head
        if "b" in groups:
            statement = self._statement(wording, match, head)
            if statement is None:
                return
            yield statement
        said = _relation(wording, match)
        said = "user" if said != "renamed" and self._user(match) else said
        followers = FOLLOWED_BY.get(said, ())
        while head and followers:
            following = self._continuation(match.end(), head, followers)
            if following is None:
                return
            match, statement = following
            yield statement

    def _continuation(
        self, at: int, head: Span, wordings: Iterable[Wording]
    ) -> tuple[re.Match[str], AliasStatement] | None:
        for wording in wordings:
            match = wording.match(self._form, at)
            statement = match and self._statement(wording, match, head)
            if match and statement:
                return match, statement
        return None

    def _statement(
        self, wording: Wording, match: re.Match[str], left: Span | None
    ) -> AliasStatement | None:
        right = self._span(match, "b")
        user = self._user(match)
        if left is None or right is None or user is None:
            return None
        text = self._names.text
        if left.end > right.start or left.of(text) == right.of(text):
            return None
        relation = _relation(wording, match)
        leads = wording.open or _leads(wording, match, relation)
        claim = Claim(
            left, right, relation, user, wording.weak, leads, _is_language_told(match)
        )
        if not is_plausible(claim, self._names):
            return None
        return AliasStatement(
            left=left,
            right=right,
            relation=relation,
            used_by=user,
            used_by_side=wording.users_of,
        )

    def _span(self, match: re.Match[str], group: str) -> Span | None:
        start, end = match.span(group)
        return self._names.span(start, end) if start >= 0 else None

    def _user(self, match: re.Match[str]) -> str | None:
        """Return who uses the name, "" when unsaid, None when that is nonsense."""
        for group, found in sorted(match.groupdict().items()):
            if found is None or group in {"a", "a1", "b"}:
                continue
            span = self._names.span(*match.span(group))
            user = span.of(self._names.text)
            if group.startswith("u"):
                # Soldiers of his are those of a man, his country is everybody's.
                if user.startswith(("his ", "her ")) and not _NATION.search(user):
                    return None
                # "you may know it as"
                if user.partition(" ")[0].casefold() in _ANYBODY:
                    return ""
                # "to the Dinka", but "Oslo, Bergen to the Arctic".
                if group.endswith("_folk") and self._names.is_known(span):
                    return None
                # Who "they" are stands elsewhere.
                if user.rpartition(" ")[2].casefold() == "they":
                    return ""
                is_date = user.casefold() in CALENDAR and user != "Mon"
                return "" if is_date else user
            if group.startswith("local"):
                return "locally"
            if not is_language(span, self._names):
                return None
            return span.of(self._names.text)
        return "locally" if "locally" in match.group() else ""

    def _head(self, wording: Wording, match: re.Match[str]) -> Span | None:
        if wording.open:
            return self._antecedent(match)
        other = "a1" in match.groupdict() and match["a1"]
        at = match.start("a1" if other else "a")
        if at == match.start() and wording.users_of == "right":
            at = outer_head(self._form, at, match.end())
        return self._names.span(at, at + 1) if at >= 0 else None

    def _antecedent(self, match: re.Match[str]) -> Span | None:
        """Return the name that "it" or "the city" stands for, if that is clear."""
        spans = [self._names.span(at, at + 1) for at in antecedents(self._form, match)]
        by_name = {span.of(self._names.text): span for span in spans}
        kind = _THE_KIND.search(match.group())
        named = [
            s for n, s in by_name.items() if kind and kind[1] in n.casefold().split()
        ]
        known = [span for span in by_name.values() if self._names.is_known(span)]
        taken = [s for s in by_name.values() if is_taken(s, self._names.text)]
        for found in (named, known, taken, list(by_name.values())):
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _abbreviations(self) -> Iterator[AliasStatement]:
        """Yield "Long Name (LN)" where LN are the initials of a place's name."""
        names = self._names
        for match in ABBREVIATED.search(Passages(self._form)):
            long, short = self._span(match, "a"), self._span(match, "b")
            if not long or not short or not _SHORT.fullmatch(short.of(names.text)):
                continue
            letters = short.of(names.text)
            if letters.casefold() in NO_NAMES and not names.is_known(long):
                continue
            whole = _spelled_by(letters, long, names.text)
            if whole is None or is_body(whole, names):
                continue
            if is_place_name(whole, names):
                self._whole[short] = whole
                yield AliasStatement(left=whole, right=short, relation="abbreviation")


def _leads(wording: Wording, match: re.Match[str], relation: str) -> bool:
    """Tell whether the match starts with a name of which something is then said."""
    starts = "a" in match.groupdict() and match.start() == match.start("a")
    return starts and wording.users_of == "right" and relation != "transliteration"


def _is_language_told(match: re.Match[str]) -> bool:
    """Tell whether the match says in which language one of the names is."""
    groups = match.groupdict()
    return any(value and re.fullmatch(r"l\d", key) for key, value in groups.items())


def _relation(wording: Wording, match: re.Match[str]) -> str:
    """Return the wording's relation, or a closer one that its words tell."""
    if wording.weak:
        return wording.relation
    tells = _TELLING if wording.relation in _BROAD else _TELLING[:_ALWAYS_TELLING]
    said = match.group()
    return next((r for words, r in tells if words.search(said)), wording.relation)


def _spelled_by(short: str, long: Span, text: str) -> Span | None:
    """Return the end part of a name whose words' initials are `short`, or None."""
    words = list(_INITIALS.finditer(long.of(text)))
    for first in range(len(words)):
        initials = [word.group()[0] for word in words[first:]]
        capitals = "".join(letter for letter in initials if letter.isupper())
        if short in {capitals, "".join(initials).upper()}:
            return Span(long.start + words[first].start(), long.end)
    return None

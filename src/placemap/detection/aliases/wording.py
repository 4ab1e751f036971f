"""One way to say that two names are one place, and how it is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# How far a wording reaches from its cue.
_REACH = 100


class Passages:
    """The stretches of a form in which wordings are looked for: all of it unless given.

    What a wording needs, others need, too: it is looked for once.
    """

    def __init__(
        self, form: str, stretches: Iterable[tuple[int, int]] | None = None
    ) -> None:
        self.form = form
        self._stretches = [(0, len(form))] if stretches is None else list(stretches)
        self._texts = [form[start:end] for start, end in self._stretches]
        self._whole = "\n".join(self._texts)
        self._every = (1 << len(self._texts)) - 1
        self._found: dict[str, int] = {}

    def holding(self, needs: Iterable[str]) -> list[tuple[int, int]]:
        """Return the stretches that hold, of each of `needs`, one of its words.

        Examples
        --------
        >>> Passages("N is N, N was N", [(0, 7), (8, 15)]).holding(["was|is", ","])
        [(0, 7)]
        """
        left = self._every
        for words in needs:
            found = self._found.get(words)
            left &= self._look_for(words) if found is None else found
            if not left:
                return []
        return [one for at, one in enumerate(self._stretches) if left >> at & 1]

    def _look_for(self, words: str) -> int:
        """Return which stretches hold one of some words, as the bits of a number."""
        # Most words stand in none of them.
        whole, bits = self._whole, 0
        there = [word for word in _parts(words) if word in whole]
        for at, text in enumerate(self._texts if there else ()):
            if any(word in text for word in there):
                bits |= 1 << at
        self._found[words] = bits
        return bits


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it, with `pattern` written for the form of a text.

    A `weak` wording also says other things. `users_of` is the name that the users
    use. One that is `open` has only one name, ``b``: its other stands before, in
    the same sentence or the one before it. A pattern that may begin with any word has
    a `cue`, which it always contains: it is tried near cues only. What it matches
    contains all that it `needs`, "is|was" being either of two; until some sentence
    does, it is not compiled, which takes longer than reading an article.
    """

    relation: str
    pattern: str
    weak: bool = False
    users_of: Literal["left", "right"] = "right"
    open: bool = False
    cue: str = ""
    needs: tuple[str, ...] = ()

    def search(self, passages: Passages) -> Iterator[re.Match[str]]:
        """Yield every match within the stretches, overlapping ones too."""
        stretches = passages.holding(self.needs)
        if not stretches:
            return
        form = passages.form
        cue = _compiled(self.cue) if self.cue else None
        for start, end in stretches:
            if cue and not cue.search(form, start, end):
                continue
            pattern = _compiled(self.pattern)
            at = start
            while match := (
                _near_cue(pattern, cue, form, at, end)
                if cue
                else pattern.search(form, at, end)
            ):
                yield match
                at = match.start() + 1

    def match(self, form: str, at: int) -> re.Match[str] | None:
        """Return the match that starts at `at`, if any."""
        return _compiled(self.pattern).match(form, at)


def _near_cue(
    pattern: re.Pattern[str], cue: re.Pattern[str], form: str, at: int, end: int
) -> re.Match[str] | None:
    for found in cue.finditer(form, at, end):
        start, stop = max(at, found.start() - _REACH), min(end, found.end() + _REACH)
        match = pattern.search(form, start, stop)
        if match:
            return match
    return None


@cache
def _parts(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)

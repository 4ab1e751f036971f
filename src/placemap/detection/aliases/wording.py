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


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it, with `pattern` written for the form of a text.

    A `weak` wording also says other things. `users_of` is the name that the users
    use. One that is `open` has only one name, ``b``: its other stands before, in
    the same sentence or the one before it. A pattern that may begin with any word has
    a `cue`, which it always contains: it is tried near cues only. What it matches
    contains one of the words it `needs`; until a text does, it is not compiled, which
    takes longer than reading an article.
    """

    relation: str
    pattern: str
    weak: bool = False
    users_of: Literal["left", "right"] = "right"
    open: bool = False
    cue: str = ""
    needs: tuple[str, ...] = ()

    def search(
        self, form: str, stretches: Iterable[tuple[int, int]] | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield every match within stretches of a form, overlapping ones too.

        The whole form is one stretch unless some are given.
        """
        cue = _compiled(self.cue) if self.cue else None
        for start, end in ((0, len(form)),) if stretches is None else stretches:
            if self.needs and not any(
                form.find(w, start, end) >= 0 for w in self.needs
            ):
                continue
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
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)

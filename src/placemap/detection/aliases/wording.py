"""One way to say that two names are one place, and how it is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

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

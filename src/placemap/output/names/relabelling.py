"""Results under another label policy than they were made with, and what that lacks."""

from __future__ import annotations

import warnings
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from placemap.output.names.listing import names_of
from placemap.output.names.policies import kind_of, names_in_language, names_in_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import ParsedDocument, Place


class LabelWarning(UserWarning):
    """No place had a name of the kind the label policy asks for."""


def relabelled(
    parsed: Iterable[ParsedDocument], labels: str | None
) -> Iterator[ParsedDocument]:
    """Yield `parsed` under the policy `labels`, or each as it is where that is None.

    Warns
    -----
    LabelWarning
        At the end, if no place had a name of the view or the language asked for.
    """
    search = _Search()
    for item in parsed:
        found = item
        if labels is not None and item.run.labels != labels:
            found = replace(item, run=replace(item.run, labels=labels))
        search.look_at(found)
        yield found
    for message in search.complaints():
        warnings.warn(message, LabelWarning, stacklevel=2)


class _Search:
    """Looks for the names the policies in use ask for."""

    def __init__(self) -> None:
        self._lacking: dict[str, bool] = {}
        self._users: set[str] = set()

    def look_at(self, parsed: ParsedDocument) -> None:
        """Note who uses which names of the places of a document."""
        policy = parsed.run.labels
        if kind_of(policy) not in ("view", "language"):
            return
        places = {t.place.id: t.place for t in parsed.toponyms if t.place}
        if places:
            is_lacking = not any(_has(p, parsed, policy) for p in places.values())
            self._lacking[policy] = self._lacking.get(policy, True) and is_lacking
        for place in places.values():
            self._users.update(n.used_by for n in names_of(place, parsed) if n.used_by)

    def complaints(self) -> Iterator[str]:
        """Yield a message for each policy that no place had a name for."""
        for policy in sorted(key for key, lacking in self._lacking.items() if lacking):
            if kind_of(policy) == "language":
                yield (
                    f"no place has a name in the language {policy!r}, so official or "
                    "main names lead; a report keeps the names in the language it was "
                    "parsed with (`--labels`), a country's code is in capitals"
                )
            else:
                yield self._unknown_view(policy)

    def _unknown_view(self, view: str) -> str:
        users = sorted(self._users)
        close = get_close_matches(view.casefold(), [u.casefold() for u in users], 3)
        meant = [user for user in users if user.casefold() in close]
        hint = f" (did you mean {' or '.join(map(repr, meant))}?)" if meant else ""
        known = ", ".join(users) or "nobody in particular"
        return (
            f"no place has a name used by {view!r}{hint}, so official or main names "
            f"lead; names are known of: {known}"
        )


def _has(place: Place, parsed: ParsedDocument, policy: str) -> bool:
    names = names_of(place, parsed)
    if kind_of(policy) == "language":
        return bool(names_in_language(names, policy))
    return bool(names_in_view(names, policy))

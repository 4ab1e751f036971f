"""The names a reader of the web map may choose between, and what each place goes by.

Offered are the names in the text, the local, the official and the gazetteer's, those of
each side that has names for some place on the map, and those the map was made with.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import english_name
from placemap.output.names.labels import Labels
from placemap.output.names.policies import kind_of
from placemap.output.web.readings import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Place
    from placemap.output.web.readings import Reading

_PLAIN = ("text", "local", "official", "gazetteer")
# A choice of more sides is a list nobody reads; those with most names are offered.
_MOST_SIDES = 10


def policy(labels: str) -> dict[str, Any]:
    """Return a label policy as the page is told it: its kind, and whose or which.

    Examples
    --------
    >>> policy("official"), policy("AM")
    ({'kind': 'official'}, {'kind': 'view', 'of': 'Armenia'})
    """
    kind = kind_of(labels)
    is_plain = kind not in ("language", "view")
    return kept(kind=kind, of="" if is_plain else english_name(labels) or labels)


def choices(labels: str, sides: Iterable[str]) -> list[str]:
    """Return the label policies to choose from, the one in use among them.

    Parameters
    ----------
    labels
        The policy the map is made with.
    sides
        Who has a name for some place, once for each place.

    Examples
    --------
    >>> choices("text", ["Armenians", "Azerbaijan", "Armenians"])
    ['text', 'local', 'official', 'gazetteer', 'Armenians', 'Azerbaijan']
    """
    plain = labels.casefold() if labels.casefold() in _PLAIN else labels
    counted = Counter(side for side in sides if kind_of(side) == "view")
    counted.pop(english_name(labels) or labels, None)  # the one in use, by another name
    most = sorted(counted, key=lambda side: (-counted[side], side))[:_MOST_SIDES]
    return list(dict.fromkeys((*_PLAIN, *sorted(most), plain)))


class Naming:
    """What places are called under each of some policies.

    A place that several documents name goes by what the first of them makes of it.
    """

    def __init__(self, policies: Sequence[str]) -> None:
        self._policies = policies
        self._labels: dict[str, Labels] = {}
        self._reading: Reading | None = None

    def called(self, place: Place, reading: Reading) -> dict[str, str]:
        """Return the leading name by policy where it is not the gazetteer's name."""
        if reading is not self._reading:
            self._reading = reading
            self._labels = {p: Labels(reading.parsed, p) for p in self._policies}
        names = {p: labels.name(place) for p, labels in self._labels.items()}
        return {p: name for p, name in names.items() if name != place.name}

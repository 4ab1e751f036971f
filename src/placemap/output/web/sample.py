"""Fewer reports where there are more events than a page can carry.

Beyond `MOST_EVENTS` whole reports are left out, never single events of one: what is
shown of a report stays complete. Which stay is decided by the hash of their ids, so
that neither their order nor their source has a say, and the same input always gives
the same sample.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import ParsedDocument

# A page of as many events opens within 6 seconds on two cores (bench/web_map.py).
MOST_EVENTS = 100_000


class SampleWarning(UserWarning):
    """The web map shows a sample, since there are more events than it can carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The reports to show, in their order, and how many reports and events there are.

    Examples
    --------
    >>> Sample(parsed=(), reports=0, events=0).is_part
    False
    """

    parsed: Sequence[ParsedDocument]
    reports: int
    events: int

    @property
    def is_part(self) -> bool:
        """Whether anything was left out."""
        return self.shown < self.events or len(self.parsed) < self.reports

    @property
    def shown(self) -> int:
        """How many events are left."""
        return sum(len(report.events) for report in self.parsed)

    def __str__(self) -> str:
        return (
            f"the map shows a sample, {self.shown:,} of {self.events:,} events from "
            f"{len(self.parsed):,} of {self.reports:,} reports: a page carries "
            f"{MOST_EVENTS:,} events; a GeoPackage has them all"
        )


def sampled(parsed: Iterable[ParsedDocument], *, most: int = MOST_EVENTS) -> Sample:
    """Return all of `parsed`, or as many whole reports as have at most `most` events.

    Where the first report of the sample has more by itself, it is shown with the first
    `most` of its events.
    """
    everything = list(parsed)
    events = sum(len(report.events) for report in everything)
    chosen = everything
    if events > most:
        chosen = _chosen(everything, most)
    return Sample(parsed=chosen, reports=len(everything), events=events)


def _chosen(everything: Sequence[ParsedDocument], most: int) -> list[ParsedDocument]:
    by_chance = sorted(range(len(everything)), key=lambda i: (_lot(everything[i]), i))
    kept, left = [], most
    for i in by_chance:
        if len(everything[i].events) > left:
            break
        kept.append(i)
        left -= len(everything[i].events)
    if not kept:
        report = everything[by_chance[0]]
        return [replace(report, events=report.events[:most])]
    return [everything[i] for i in sorted(kept)]


def _lot(parsed: ParsedDocument) -> bytes:
    return hashlib.sha256(parsed.document.id.encode("utf-8", "replace")).digest()

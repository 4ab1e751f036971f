"""How much of a report is about sport, markets, films, drills, rumours or a life.

"Stormed the line" in a match report is no assault, and where somebody "grew up" is not
where a report happens. The words of each topic are in `data/topics.csv`, those of three
also in groups of `data/groups.csv`.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from placemap.events.triggers.lexicon import groups

if TYPE_CHECKING:
    from collections.abc import Sequence

# Topics with more words in a group, one that other rules ask for.
_GROUPS = {"sport": "play", "bourse": "trade", "stage": "show"}
# From one word in ten on a text is all about a topic.
_ALL = 10


def shares_of_topics(words: Sequence[str]) -> list[float]:
    """Return how much of a text each topic makes up: 0 nothing, 1 every tenth word.

    Parameters
    ----------
    words
        Of the text, in lower case.

    Examples
    --------
    >>> shares_of_topics("the striker scored twice and the coach smiled".split())[0]
    1.0
    """
    topics = _topics()
    counts = [0] * len(topics)
    known = _numbers()
    for word in filter(known.__contains__, words):
        for number in known[word]:
            counts[number] += 1
    total = max(1, len(words))
    return [min(1.0, _ALL * count / total) for count in counts]


@cache
def _topics() -> tuple[frozenset[str], ...]:
    """Return the words of each topic, in the order of the file."""
    table = files("placemap.events").joinpath("data", "topics.csv")
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return tuple(
        frozenset(row["words"].split())
        | groups().get(_GROUPS.get(row["topic"], ""), frozenset())
        for row in rows
    )


@cache
def _numbers() -> dict[str, list[int]]:
    """Return the numbers of the topics that each word belongs to."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(_topics()):
        for word in words:
            found.setdefault(word, []).append(number)
    return found

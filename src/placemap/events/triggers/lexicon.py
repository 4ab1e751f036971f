"""The table of event expressions, `data/triggers.csv`.

Each row is one expression with the event it stands for:

expression
    Lemmas in order. ``a/b`` allows either, ``~`` stands for up to three words that
    belong to the expression but are not looked at.
pos
    v verb, n noun, x either: what the head, the first word, must be.
role
    Empty for an event; ``effect`` for a consequence that takes the type of its
    cause when the sentence names one (killed, died); ``state`` for something that
    lasts (war, blockade).
where
    What may be the place besides "in X": o its object, f "of X" after a noun,
    g the goal ("to X"), s the source ("from X"), w "with X" is a partner and never
    a place, x nothing by nature: only a place the text states outright.
with, unless
    Tests on neighbouring words; one of `with` must hold, none of `unless` may.
    ``next`` and ``prev`` look at the adjoining word, ``after`` and ``before`` at six
    words, ``near`` at twelve on either side, twenty-five for `with`. ``@name`` is a
    group in `data/groups.csv`.

Rows of one expression are tried in order, longer expressions before shorter ones.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Literal, NamedTuple, cast

GAP = "~"
Part = Literal["v", "n", "x"]


class Test(NamedTuple):
    """One condition on the words around an expression."""

    where: str
    words: frozenset[str]


class Entry(NamedTuple):
    """One row of the table, ready for matching."""

    tokens: tuple[frozenset[str], ...]
    part: Part
    type: str
    mode: str
    role: str
    where: str
    sub_event: str
    needs: tuple[Test, ...]
    forbids: tuple[Test, ...]
    order: int

    @property
    def name(self) -> str:
        """The expression as a reader would write it."""
        return " ".join("/".join(sorted(t)) for t in self.tokens)


def _rows(name: str) -> list[dict[str, str]]:
    path = files("placemap.events") / "data" / name
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@lru_cache(maxsize=1)
def groups() -> dict[str, frozenset[str]]:
    """Return the named groups of words, in lower case."""
    return {
        row["group"]: frozenset(row["words"].split()) for row in _rows("groups.csv")
    }


@lru_cache(maxsize=1)
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return the entries by each form of their first token, longest first."""
    index: dict[str, list[Entry]] = {}
    for order, row in enumerate(_rows("triggers.csv")):
        entry = _entry(row, order)
        for head in sorted(entry.tokens[0]):
            index.setdefault(head, []).append(entry)
        for joined in _hyphenated(entry):
            index.setdefault(joined, []).append(
                entry._replace(tokens=(frozenset({joined}),))
            )
    for found in index.values():
        found.sort(key=lambda e: (-len(e.tokens), e.order))
    return {head: tuple(found) for head, found in index.items()}


@lru_cache(maxsize=1)
def last_words() -> frozenset[str]:
    """Return the words that expressions end in."""
    every = (entry for found in entries().values() for entry in found)
    return frozenset().union(*(entry.tokens[-1] for entry in every))


def _hyphenated(entry: Entry) -> list[str]:
    """Return "air-strike" for the noun "air strike": both spellings are common."""
    if entry.part != "n" or len(entry.tokens) != 2 or GAP in entry.tokens[1]:
        return []
    return ["-".join(pair) for pair in product(*map(sorted, entry.tokens))]


def _entry(row: dict[str, str], order: int) -> Entry:
    return Entry(
        tokens=tuple(frozenset(t.split("/")) for t in row["expression"].split()),
        part=cast("Part", row["pos"]),
        type=row["type"],
        mode=row["mode"],
        role=row["role"],
        where=row["where"],
        sub_event=row["sub_event"],
        needs=_tests(row["with"]),
        forbids=_tests(row["unless"]),
        order=order,
    )


def _tests(text: str) -> tuple[Test, ...]:
    return tuple(_test(part) for part in text.split())


def _test(text: str) -> Test:
    where, _, values = text.partition(":")
    words: set[str] = set()
    for value in values.split("|"):
        words |= groups()[value[1:]] if value.startswith("@") else {value}
    return Test(where, frozenset(words))

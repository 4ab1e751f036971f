"""An index from texts to numbers and back, in one trie or in several.

Building a trie takes about a hundred bytes of memory for each text. A gazetteer of
millions of places is therefore built shard by shard; which shard holds a text
follows from one of its characters, so that all keys that begin alike lie together.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Protocol

import marisa_trie

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.gazetteer.compiled.layout import Sections

# All ids begin with their source, so their last character tells them apart.
_TELLING_CHARACTER = {"keys": 0, "names": 0, "ids": -1}


class Index(Protocol):
    """What a marisa trie and a sharded one have in common."""

    def get(self, text: str) -> int | None:
        """Return the number of `text`, or None."""

    def restore_key(self, number: int) -> str:
        """Return the text of a number."""

    def iter_prefixes(self, text: str) -> Iterator[str]:
        """Yield the texts that `text` begins with, shortest first."""

    def iterkeys(self) -> Iterator[str]:
        """Yield every text, in the order of the trie."""

    def __len__(self) -> int:
        """Return how many texts there are."""


def shard_of(what: str, text: str, shards: int) -> int:
    """Return which of the shards of section `what` holds `text`."""
    return ord(text[_TELLING_CHARACTER[what]]) % shards


def open_index(data: Sections, what: str) -> Index:
    """Return the index in section `what`, mapped where it lies."""
    shards = data.meta.get("shards", {}).get(what)
    if shards is None:
        return _map(data, what)
    return Tries(what, [_map(data, f"{what}.{shard}") for shard in range(shards)])


def _map(data: Sections, name: str) -> Index:
    trie: Index = marisa_trie.Trie().map(data.raw(name))
    return trie


class Tries:
    """Several tries asked as one; a text's number runs through all of them.

    Examples
    --------
    >>> shards = [marisa_trie.Trie(["b"]), marisa_trie.Trie(["a", "aa"])]
    >>> index = Tries("names", shards)
    >>> index.get("aa"), index.restore_key(2), index.get("c")
    (2, 'aa', None)
    """

    def __init__(self, what: str, tries: Sequence[Index]) -> None:
        self._what = what
        self._tries = tuple(tries)
        self._starts = list(accumulate(map(len, self._tries), initial=0))

    def __len__(self) -> int:
        """Return how many texts there are."""
        return self._starts[-1]

    def get(self, text: str) -> int | None:
        """Return the number of `text`, or None."""
        if not text:
            return None
        shard = shard_of(self._what, text, len(self._tries))
        number = self._tries[shard].get(text)
        return None if number is None else self._starts[shard] + number

    def restore_key(self, number: int) -> str:
        """Return the text of a number."""
        shard = bisect_right(self._starts, number) - 1
        return self._tries[shard].restore_key(number - self._starts[shard])

    def iter_prefixes(self, text: str) -> Iterator[str]:
        """Yield the texts that `text` begins with, shortest first."""
        if not text:
            return iter(())
        shard = shard_of(self._what, text, len(self._tries))
        return self._tries[shard].iter_prefixes(text)

    def iterkeys(self) -> Iterator[str]:
        """Yield every text, trie by trie."""
        return chain.from_iterable(trie.iterkeys() for trie in self._tries)

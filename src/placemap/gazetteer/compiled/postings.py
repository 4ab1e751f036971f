"""Pack what a place claims a name by, and order the postings of a shard.

A posting says that a place bears a name. All of a shard are sorted at once by the
weight of the name; only where one place may be lifted before another of its country
are the few bearers of a name looked at one by one, as `ranking.order_bearers` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from placemap.gazetteer.compiled.ranking import (
    Bearer,
    Claim,
    may_outshine,
    order_bearers,
)
from placemap.gazetteer.compiled.reader import NAME_KINDS, ROW_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

# The kind of a name takes the lower half of a byte, what else is known of it the upper.
_KIND_BITS = 4
_KIND_MASK = (1 << _KIND_BITS) - 1
_IS_MAIN, _IS_FOREIGN, _IS_VETTED = (1 << _KIND_BITS + i for i in range(3))
_KIND_NUMBER = {kind: number for number, kind in enumerate(NAME_KINDS)}


def pack_claim(claim: Claim) -> int:
    """Return all of a claim but its share, in one byte.

    Examples
    --------
    >>> unpack_claim(pack_claim(Claim("former", 0.5, is_vetted=True)), 0.5)
    Claim(kind='former', share=0.5, is_main=False, is_foreign=False, is_vetted=True)
    """
    return (
        _KIND_NUMBER[claim.kind]
        | claim.is_main * _IS_MAIN
        | claim.is_foreign * _IS_FOREIGN
        | claim.is_vetted * _IS_VETTED
    )


def unpack_claim(packed: int, share: float) -> Claim:
    """Return the claim that `pack_claim` packed."""
    return Claim(
        NAME_KINDS[packed & _KIND_MASK],
        share,
        is_main=bool(packed & _IS_MAIN),
        is_foreign=bool(packed & _IS_FOREIGN),
        is_vetted=bool(packed & _IS_VETTED),
    )


class Postings(NamedTuple):
    """The postings of a shard, a column for each thing known of them.

    `keys` numbers the name within the shard; `claims` are packed; `kinds` and
    `countries` are numbers in the tables of the same name.
    """

    keys: NDArray[np.uint32]
    rows: NDArray[np.uint32]
    claims: NDArray[np.uint8]
    shares: NDArray[np.float64]
    fame: NDArray[np.float64]
    kinds: NDArray[np.uint16]
    countries: NDArray[np.uint16]

    def packed(self) -> NDArray[np.uint32]:
        """Return each posting as it is written: the row and the kind of the name."""
        import numpy as np

        kinds = (self.claims & _KIND_MASK).astype(np.uint32)
        return kinds << np.uint32(ROW_BITS) | self.rows

    def order(
        self, kind_table: Sequence[str], country_table: Sequence[str]
    ) -> NDArray[np.intp]:
        """Return the order by name, and for each name the likeliest place first."""
        import numpy as np

        order = np.lexsort((self.packed(), -self.shares * self.fame, self.keys))
        by_kind = [may_outshine(kind, is_vetted=False) for kind in kind_table]
        may_lift = np.array(by_kind, bool)[self.kinds]
        may_lift |= (self.claims & _IS_VETTED).astype(bool)
        ordered_keys = self.keys[order]
        for key in np.unique(self.keys[may_lift]):
            start, end = np.searchsorted(ordered_keys, [key, key + 1])
            order[start:end] = self._reorder(
                order[start:end], kind_table, country_table
            )
        return order

    def _reorder(
        self,
        same: NDArray[np.intp],
        kind_table: Sequence[str],
        country_table: Sequence[str],
    ) -> list[int]:
        """Return the postings of one name in the order of `order_bearers`."""
        index_of = {int(self.rows[index]): int(index) for index in same}
        bearers = [
            Bearer(
                row,
                kind_table[self.kinds[index]],
                country_table[self.countries[index]],
                float(self.fame[index]),
                unpack_claim(int(self.claims[index]), float(self.shares[index])),
            )
            for row, index in index_of.items()
        ]
        return [index_of[bearer.row] for bearer in order_bearers(bearers)]

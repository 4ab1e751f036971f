"""What the learned detector has learned, and the file it is kept in."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any, cast

from placemap.arrays import pack, pack_names, unpack_names
from placemap.detection.learned.roles import RoleWeights
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from placemap.core import Role
    from placemap.detection.learned.clues import Looks

# Looks remembered before starting anew: some seven megabytes.
_MOST_LOOKS = 1 << 14
# Keeps memory small however long the document is.
_ROWS_AT_ONCE = 256
_ARRAYS = frozenset(
    "clues clue_weights trees constants roles role_clues role_weights".split()
)


@dataclass(frozen=True, slots=True)
class ClueWeights:
    """What each clue weighs in log-odds, and the log-odds without any clue.

    `known` remembers what the clues within stretches weigh together, by their looks.
    """

    clues: Mapping[str, float]
    bias: float
    known: dict[Looks, float] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def weigh(self, clues: Iterable[str]) -> float:
        """Return the sum of the weights of some clues; an unknown one weighs nothing.

        Examples
        --------
        >>> ClueWeights({"p1=in s": 1.5}, -3.0).weigh(["p1=in s", "nn=the"])
        1.5
        """
        return sum(map(self.clues.get, clues, repeat(0.0)))

    def keep(self, looks: Looks, weight: float) -> None:
        """Remember what the clues within a stretch that looks so weigh."""
        if len(self.known) >= _MOST_LOOKS:
            self.known.clear()
        self.known[looks] = weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of the two looks, and of the roles.

    Attributes
    ----------
    linear
        The weights of clues, for the first look.
    trees
        Log-odds of a stretch from its measures and echoes.
    least
        Log-odds, by the trees, from which a stretch is taken for a mention.
    roles
        What tells the role of a mention.
    slope, offset
        What turns these log-odds into ones that agree with how often a mention is
        right.
    """

    linear: ClueWeights
    trees: Trees
    least: float
    roles: RoleWeights
    slope: float = 1.0
    offset: float = 0.0

    def second_odds(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """Return the log-odds that the trees give to rows of measures."""
        import numpy as np

        odds: list[float] = []
        left = iter(rows)
        while some := list(islice(left, _ROWS_AT_ONCE)):
            odds.extend(self.trees.predict(np.array(some, np.float32)).tolist())
        return odds

    def dump(self) -> bytes:
        """Return the weights as the bytes of a file; same weights, same bytes."""
        import numpy as np

        clues, bias = self.linear.clues, self.linear.bias
        names = sorted(clues)
        return pack(
            clues=pack_names(names),
            clue_weights=np.array([clues[name] for name in names], np.float16),
            trees=np.frombuffer(self.trees.dump(), np.uint8),
            constants=np.array([bias, self.least, self.slope, self.offset]),
            roles=pack_names(self.roles.roles),
            role_clues=pack_names(self.roles.rows),
            role_weights=self.roles.weights.astype(np.float16),
        )

    @classmethod
    def load(cls, source: Path | bytes) -> Weights:
        """Return the weights that `dump` wrote.

        Raises
        ------
        ValueError
            If the source holds something else.
        """
        import numpy as np

        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        with np.load(stream, allow_pickle=False) as arrays:
            missing = sorted(_ARRAYS - set(arrays))
            if missing:
                raise ValueError(f"no weights of a detector: {missing} are missing")
            names = unpack_names(arrays["clues"])
            bias, least, slope, offset = arrays["constants"].tolist()
            weights = arrays["clue_weights"].tolist()
            return cls(
                linear=ClueWeights(dict(zip(names, weights, strict=True)), bias),
                trees=Trees.load(bytes(arrays["trees"])),
                least=least,
                roles=_to_roles(arrays),
                slope=slope,
                offset=offset,
            )


def _to_roles(arrays: Mapping[str, NDArray[Any]]) -> RoleWeights:
    import numpy as np

    return RoleWeights(
        roles=cast("tuple[Role, ...]", tuple(unpack_names(arrays["roles"]))),
        rows={clue: at for at, clue in enumerate(unpack_names(arrays["role_clues"]))},
        weights=arrays["role_weights"].astype(np.float32),
    )

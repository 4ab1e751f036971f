"""Evaluate boosted decision trees with numpy alone, from arrays in a small file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """A sum of binary decision trees, their nodes laid end to end.

    At node ``k`` a row goes to ``child[2 * k]`` where its feature is at most the
    threshold, to ``child[2 * k + 1]`` otherwise. Both children of a leaf are the
    leaf itself, so that every walk may take `depth` steps.

    Attributes
    ----------
    roots
        Shape ``(trees,)``: the node each tree starts at.
    feature, threshold, value
        Shape ``(nodes,)``: column looked at, where it is split, and what a leaf adds.
    child
        Shape ``(2 * nodes,)``.
    depth
        Steps from a root to the deepest leaf.
    """

    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    value: NDArray[np.float32]
    child: NDArray[np.int32]
    depth: int

    @classmethod
    def load(cls, source: Path | bytes) -> Trees:
        """Return the trees that `dump` wrote.

        Raises
        ------
        ValueError
            If the source holds something else.
        """
        import numpy as np

        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        with np.load(stream, allow_pickle=False) as arrays:
            missing = {"roots", "feature", "threshold", "value", "child"} - set(arrays)
            if missing:
                raise ValueError(f"no trees: the arrays {sorted(missing)} are missing")
            return cls(
                roots=arrays["roots"],
                feature=arrays["feature"],
                threshold=arrays["threshold"],
                value=arrays["value"],
                child=arrays["child"],
                depth=int(arrays["depth"]),
            )

    def dump(self) -> bytes:
        """Return the trees as the bytes of a file; same trees, same bytes."""
        import numpy as np

        stream = io.BytesIO()
        np.savez_compressed(
            stream,
            roots=self.roots,
            feature=self.feature,
            threshold=self.threshold,
            value=self.value,
            child=self.child,
            depth=np.int32(self.depth),
        )
        return stream.getvalue()

    def predict(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the sum of the leaves that each row reaches.

        Parameters
        ----------
        rows
            Shape ``(n, features)``, without NaN.

        Returns
        -------
        Shape ``(n,)``: log-odds where the trees were fitted to a log loss.
        """
        import numpy as np

        count, width = rows.shape
        flat = np.ascontiguousarray(rows).ravel()
        offset = (np.arange(count, dtype=np.int32) * width)[:, None]
        node = np.broadcast_to(self.roots, (count, len(self.roots)))
        for _ in range(self.depth):
            goes_right = flat[offset + self.feature[node]] > self.threshold[node]
            node = self.child[2 * node + goes_right]
        total: NDArray[np.float32] = self.value[node].sum(axis=1)
        return total

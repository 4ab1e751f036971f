"""Evaluate boosted decision trees with numpy alone, from arrays in a small file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

# Up to so many rows it is quicker to ask all nodes than to gather those on the way.
_FEW = 4


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

    roots: NDArray[np.integer[Any]]
    feature: NDArray[np.integer[Any]]
    threshold: NDArray[np.float32]
    value: NDArray[np.float32]
    child: NDArray[np.integer[Any]]
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

        # Indices as wide as numpy wants them are not converted at every step.
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        with np.load(stream, allow_pickle=False) as arrays:
            missing = {"roots", "feature", "threshold", "value", "child"} - set(arrays)
            if missing:
                raise ValueError(f"no trees: the arrays {sorted(missing)} are missing")
            return cls(
                roots=arrays["roots"].astype(np.intp),
                feature=arrays["feature"].astype(np.intp),
                threshold=arrays["threshold"],
                value=arrays["value"],
                child=arrays["child"].astype(np.intp),
                depth=int(arrays["depth"]),
            )

    def dump(self) -> bytes:
        """Return the trees as the bytes of a file; same trees, same bytes."""
        import numpy as np

        stream = io.BytesIO()
        np.savez_compressed(
            stream,
            roots=self.roots.astype(np.int32),
            feature=self.feature.astype(np.int32),
            threshold=self.threshold,
            value=self.value,
            child=self.child.astype(np.int32),
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
        if count <= _FEW:
            return self._predict_few(rows)
        flat = np.ascontiguousarray(rows).ravel()
        # All walks through one tree lie side by side: they read the same few nodes.
        offset = np.tile(np.arange(count) * width, len(self.roots))
        node = np.repeat(self.roots, count)
        for _ in range(self.depth):
            value = flat.take(offset + self.feature.take(node))
            node = self.child.take(2 * node + (value > self.threshold.take(node)))
        leaves = self.value.take(node).reshape(len(self.roots), count)
        total: NDArray[np.float32] = np.ascontiguousarray(leaves.T).sum(axis=1)
        return total

    def _predict_few(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the sums for a few rows: all nodes decide at once, then walks run."""
        import numpy as np

        count, nodes = len(rows), len(self.feature)
        is_right = rows.take(self.feature, axis=1) > self.threshold
        after = np.where(is_right, self.child[1::2], self.child[::2])
        # The nodes of each row are numbered on from those of the row before.
        offset = np.arange(count)[:, None] * nodes
        step = (after + offset).ravel()
        node = self.roots + offset
        for _ in range(self.depth):
            node = step.take(node)
        total: NDArray[np.float32] = self.value.take(node - offset).sum(axis=1)
        return total

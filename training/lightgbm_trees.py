"""From a LightGBM booster to the arrays that placemap evaluates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from placemap.trees import Trees

if TYPE_CHECKING:
    import lightgbm


def to_trees(booster: lightgbm.Booster) -> Trees:
    """Return the trees of a booster that was trained with ``use_missing=False``.

    Thresholds are rounded down to single precision, so that single-precision
    features fall on the same side as in training.

    Raises
    ------
    ValueError
        If the booster splits on categories.
    """
    flat = _Flat()
    roots, depths = [], []
    for tree in booster.dump_model()["tree_info"]:
        root, depth = flat.add(tree["tree_structure"])
        roots.append(root)
        depths.append(depth)
    threshold = np.array(flat.threshold)
    single = threshold.astype(np.float32)
    above = single > threshold
    single[above] = np.nextafter(single[above], np.float32(-np.inf))
    return Trees(
        roots=np.array(roots, np.int32),
        feature=np.array(flat.feature, np.int32),
        threshold=single,
        value=np.array(flat.value, np.float32),
        child=np.array(flat.child, np.int32).ravel(),
        depth=max(depths, default=0),
    )


class _Flat:
    """Nodes numbered in the order they are met."""

    def __init__(self) -> None:
        self.feature: list[int] = []
        self.threshold: list[float] = []
        self.value: list[float] = []
        self.child: list[list[int]] = []

    def add(self, node: dict[str, Any]) -> tuple[int, int]:
        """Add a node with all below it; return its number and the steps below."""
        index = len(self.feature)
        self.feature.append(node.get("split_feature", 0))
        self.threshold.append(node.get("threshold", 0.0))
        self.value.append(node.get("leaf_value", 0.0))
        self.child.append([index, index])
        if "split_feature" not in node:
            return index, 0
        if node["decision_type"] != "<=":
            raise ValueError(f"expected <=, found a {node['decision_type']} split")
        left, left_depth = self.add(node["left_child"])
        right, right_depth = self.add(node["right_child"])
        self.child[index] = [left, right]
        return index, 1 + max(left_depth, right_depth)

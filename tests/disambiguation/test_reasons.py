"""What is said to have decided for a place."""

import numpy as np
import pytest

from placemap.disambiguation.reasons import explain

FEATURES = ("settlement_size", "cover_near", "home_near", "peer_kind", "holds_stated")


@pytest.mark.parametrize(
    ("chosen", "rival", "reason"),
    [
        ([3, 1, 0, 0, 0], [1, 1, 0, 0, 0], "best-known place of that name"),
        ([1, 2, 0, 0, 0], [3, 0, 0, 0, 0], "fits the other places of the text"),
        ([1, 0, 2, 0, 0], [1, 0, 0, 0, 0], "home of the source"),
        ([1, 0, 0, 2, 0], [2, 0, 0, 0, 0], "listed with places like it"),
        ([9, 0, 0, 0, 3], [0, 0, 0, 0, 3], "the text says where it lies"),
    ],
)
def test_group_that_gives_most_over_the_rival_decides(chosen, rival, reason):
    chosen, rival = np.array(chosen, dtype=float), np.array(rival, dtype=float)
    assert explain(FEATURES, chosen, rival) == reason

"""The file that learned weights are kept in."""

import io
from dataclasses import replace

import numpy as np
import pytest

from placemap.detection.learned.detector import WEIGHTS
from placemap.detection.learned.roles import RoleWeights
from placemap.detection.learned.weights import ClueWeights, Weights
from placemap.trees import Trees


@pytest.fixture
def weights():
    stump = Trees(
        roots=np.array([0], np.int32),
        feature=np.array([1, 0, 0], np.int32),
        threshold=np.array([0.5, 0, 0], np.float32),
        value=np.array([0.0, -1.5, 2.0], np.float32),
        child=np.array([1, 2, 1, 1, 2, 2], np.int32),
        depth=1,
    )
    return Weights(
        linear=ClueWeights({"p1=in s": 1.5, "k=ünïcode": -0.25}, -3.0),
        trees=stump,
        least=-0.5,
        roles=RoleWeights(
            ("embedded", "literal"),
            {"hd=police": 0, "hd=ünïcode": 1},
            np.array([[2.0, -2.0], [0.5, 0.0], [0.0, 1.0]], np.float32),
        ),
    )


def test_weights_survive_their_file(weights, tmp_path):
    path = tmp_path / "weights.npz"
    path.write_bytes(weights.dump())
    for source in (path, weights.dump()):
        loaded = Weights.load(source)
        assert loaded.linear == weights.linear
        assert loaded.least == weights.least
        assert loaded.roles.roles == weights.roles.roles
        assert loaded.roles.decide(["hd=police"]) == "embedded"
        assert loaded.roles.decide(["hd=ünïcode"]) == "literal"
        assert loaded.second_odds([[9, 0], [9, 1]]) == [-1.5, 2.0]


def test_same_weights_give_the_same_bytes(weights):
    assert weights.dump() == weights.dump() == Weights.load(weights.dump()).dump()


def test_weights_without_roles_survive_their_file(weights):
    none = RoleWeights((), {}, np.zeros((1, 0), np.float32))
    assert Weights.load(replace(weights, roles=none).dump()).roles.roles == ()


def test_known_clues_are_summed(weights):
    assert weights.linear.weigh(["p1=in s", "k=ünïcode", "k=other"]) == 1.25


def test_another_file_is_refused():
    stream = io.BytesIO()
    np.savez(stream, other=np.zeros(3))
    with pytest.raises(ValueError, match="no weights of a detector"):
        Weights.load(stream.getvalue())


def test_shipped_weights_are_small():
    assert WEIGHTS.stat().st_size < 4_000_000

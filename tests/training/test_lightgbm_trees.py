import lightgbm
import numpy as np
from lightgbm_trees import to_trees

from placemap.trees import Trees


def booster(seed: int) -> tuple[lightgbm.Booster, np.ndarray]:
    random = np.random.default_rng(seed)
    rows = random.normal(size=(400, 6)).astype(np.float32)
    truth = (rows[:, 0] * rows[:, 1] + rows[:, 2] > 0).astype(int)
    options = {
        "objective": "binary",
        "num_leaves": 7,
        "use_missing": False,
        "deterministic": True,
        "num_threads": 1,
        "verbose": -1,
        "seed": seed,
    }
    return lightgbm.train(options, lightgbm.Dataset(rows, truth), 20), rows


def test_scores_are_those_of_the_booster():
    fitted, rows = booster(3)
    trees = Trees.load(to_trees(fitted).dump())
    expected = fitted.predict(rows, raw_score=True)
    assert np.allclose(trees.predict(rows), expected, atol=1e-5)


def test_the_same_training_gives_the_same_bytes():
    assert to_trees(booster(5)[0]).dump() == to_trees(booster(5)[0]).dump()

import numpy as np
import pytest

from placemap.trees import Trees


def two_trees() -> Trees:
    """One stump on feature 0 at 0.5, and one leaf that adds 10 to every row."""
    return Trees(
        roots=np.array([0, 3], np.int32),
        feature=np.array([0, 0, 0, 0], np.int32),
        threshold=np.array([0.5, 0, 0, 0], np.float32),
        value=np.array([0, 1, 2, 10], np.float32),
        child=np.array([1, 2, 1, 1, 2, 2, 3, 3], np.int32),
        depth=1,
    )


def test_a_row_at_the_threshold_goes_left_and_trees_are_summed():
    rows = np.array([[0.4, 9], [0.5, 9], [0.6, 9]], np.float32)
    assert two_trees().predict(rows).tolist() == [11, 11, 12]


def test_no_rows_give_no_scores():
    assert two_trees().predict(np.empty((0, 2), np.float32)).shape == (0,)


def test_trees_survive_a_file_and_give_the_same_bytes(tmp_path):
    path = tmp_path / "trees.npz"
    path.write_bytes(two_trees().dump())
    rows = np.array([[0.4], [0.7]], np.float32)
    for source in (path, path.read_bytes()):
        loaded = Trees.load(source)
        assert loaded.predict(rows).tolist() == [11, 12]
        assert loaded.dump() == path.read_bytes()


def test_a_file_without_trees_says_what_is_missing(tmp_path):
    path = tmp_path / "other.npz"
    np.savez(path, depth=np.int32(1))
    with pytest.raises(ValueError, match="roots"):
        Trees.load(path)

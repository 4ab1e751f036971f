"""Which files a path, a folder or a pattern stands for."""

import os
from pathlib import Path

import pytest

from placemap.corpus.paths import STDIN, find_files


@pytest.fixture
def errors():
    return []


def find(*paths, errors, suffixes=frozenset({"txt"})):
    return list(find_files(paths, suffixes=suffixes, report=errors.append))


def test_paths_keep_their_order_and_folders_are_sorted(tmp_path, errors):
    for name in ("z.txt", "in/b.txt", "in/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = find(tmp_path / "z.txt", "-", tmp_path / "in", errors=errors)
    assert found == [
        tmp_path / "z.txt",
        STDIN,
        tmp_path / "in/a.txt",
        tmp_path / "in/b.txt",
    ]
    assert not errors


def test_standard_input_comes_once(errors):
    assert find("-", Path("-"), errors=errors) == [STDIN]


def test_same_file_through_a_link_comes_once(tmp_path, errors):
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert find(tmp_path, errors=errors) == [tmp_path / "a.txt"]


def test_folder_reached_by_a_link_is_searched_when_named(tmp_path, errors):
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").touch()
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    assert find(tmp_path / "link", errors=errors) == [tmp_path / "link/a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_in_folders_are_passed_over(tmp_path, errors):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").touch()
    assert find(tmp_path, errors=errors) == [tmp_path / "b.txt"]


def test_missing_paths_are_reported_in_turn(tmp_path, errors):
    assert find(tmp_path / "x", tmp_path / "*.y", tmp_path, errors=errors) == []
    assert [str(error).rpartition("; ")[2] for error in errors] == [
        "check the spelling",
        "check it, and that the folder is the right one",
        "name the files themselves to read them as plain text",
    ]

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


def test_what_tells_of_a_folder_is_read_only_when_named(tmp_path, errors):
    for name in ("README.txt", "in/Licence.txt", "readme-first-strike.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert find(tmp_path, errors=errors) == [tmp_path / "readme-first-strike.txt"]
    named = tmp_path / "README.txt"
    assert find(named, errors=errors) == [named]
    assert not errors


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


def names(*paths, errors, suffixes=frozenset({"txt"})):
    return list(find_files(paths, suffixes=suffixes, report=errors.append).values())


@pytest.fixture
def disc(tmp_path):
    for name in ("a/x.txt", "b/x.txt", "b/in/x.txt", "b/y.txt", "x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "wanted"),
    [
        (["a/x.txt"], ["x.txt"]),
        (["b"], ["in/x.txt", "x.txt", "y.txt"]),
        (["b/in"], ["x.txt"]),
        (["a/x.txt", "b/x.txt"], ["a/x.txt", "b/x.txt"]),
        (["b/x.txt", "b/in/x.txt"], ["b/x.txt", "in/x.txt"]),
        (["a", "b"], ["a/x.txt", "in/x.txt", "b/x.txt", "y.txt"]),
        (["b/*.txt"], ["x.txt", "y.txt"]),
        (["b/../a/x.txt"], ["x.txt"]),
        (["b/in/x.txt", "b"], ["in/x.txt", "b/x.txt", "y.txt"]),
    ],
)
def test_a_file_is_called_by_as_little_of_its_path_as_tells_it_apart(
    disc, errors, paths, wanted
):
    assert names(*(disc / path for path in paths), errors=errors) == wanted
    assert not errors


def test_names_depend_on_neither_working_directory_nor_order(disc, errors, monkeypatch):
    given = [disc / name for name in ("a/x.txt", "b", "x.txt")]
    far = find_files(given, suffixes={"txt"}, report=errors.append)
    monkeypatch.chdir(disc / "b")
    relative = [Path("../x.txt"), Path(), Path("../a/x.txt")]
    near = find_files(relative, suffixes={"txt"}, report=errors.append)
    assert {path.resolve(): name for path, name in near.items()} == far
    assert len(set(far.values())) == len(far) == 5


def test_files_at_the_root_of_the_disc_and_below_are_told_apart():
    from placemap.corpus.paths import _named

    files = [Path(name) for name in ("/x.txt", "/a/x.txt", "/b/a/x.txt")]
    assert list(_named(dict.fromkeys(files, 1)).values()) == [
        "x.txt",
        "a/x.txt",
        "b/a/x.txt",
    ]


def test_standard_input_has_a_name(errors):
    assert names("-", errors=errors) == ["-"]

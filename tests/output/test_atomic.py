import errno
import os

import pytest

from placemap.errors import DocumentError, OutputError
from placemap.output.atomic import replacing


def test_parent_folders_are_made_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "new" / "deep" / "a.txt"
    with replacing(target) as temporary:
        temporary.write_text("whole")
    assert target.read_text() == "whole"
    assert list(target.parent.iterdir()) == [target]


def test_what_was_there_stays_until_the_new_file_is_whole(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("before")
    with replacing(target) as temporary:
        temporary.write_text("after")
        assert target.read_text() == "before"
    assert target.read_text() == "after"


def write_half(target, failure):
    with replacing(target) as temporary:
        temporary.write_text("half")
        raise failure


@pytest.mark.parametrize(
    "failure", [DocumentError("bad input"), KeyboardInterrupt(), ZeroDivisionError()]
)
def test_a_failure_within_keeps_the_old_file_and_passes_on(tmp_path, failure):
    target = tmp_path / "a.txt"
    target.write_text("before")
    with pytest.raises(type(failure)):
        write_half(target, failure)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_are_those_of_any_new_file(tmp_path):
    plain = tmp_path / "plain.txt"
    plain.touch()
    with replacing(tmp_path / "a.txt") as temporary:
        temporary.touch()
    assert (tmp_path / "a.txt").stat().st_mode == plain.stat().st_mode


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("before")
    link.symlink_to(real)
    with replacing(link) as temporary:
        temporary.write_text("after")
    assert link.is_symlink()
    assert real.read_text() == "after"


def test_a_folder_is_refused_with_a_file_name_to_use(tmp_path):
    with (
        pytest.raises(OutputError, match=r"is a folder; .*events\.geojson"),
        replacing(tmp_path),
    ):
        pass


def test_a_device_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with (
        pytest.raises(OutputError, match="is a device"),
        replacing(tmp_path / "pipe.txt"),
    ):
        pass


def test_a_file_where_a_folder_is_needed_is_named(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(OutputError, match="file is a file where a folder is needed"),
        replacing(tmp_path / "file" / "a.txt"),
    ):
        pass


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        (errno.EACCES, "choose a folder you may write to"),
        (errno.ENOSPC, "free the disk or choose another folder"),
    ],
)
def test_trouble_with_the_disk_names_the_file_and_the_cure(tmp_path, code, cure):
    target = tmp_path / "a.txt"
    with (
        pytest.raises(OutputError, match=rf"cannot write .*a\.txt: .*{cure}"),
        replacing(target),
    ):
        raise OSError(code, os.strerror(code))


def test_trouble_with_another_file_is_not_ours(tmp_path):
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.txt"):
        (tmp_path / "input.txt").read_text()


def test_a_block_that_writes_nothing_is_an_error(tmp_path):
    with pytest.raises(OutputError, match="cannot write"), replacing(tmp_path / "a"):
        pass

import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer.sources.workfolder import WorkFolder, describe_inputs


def test_finished_steps_are_remembered_by_the_next_run(tmp_path):
    WorkFolder(tmp_path / "w", {"a": 1}).finish("first", {"count": 3})
    again = WorkFolder(tmp_path / "w", {"a": 1})
    assert again.is_done("first")
    assert again.result("first") == {"count": 3}
    assert not again.is_done("second")
    assert again.result("second") is None


def test_other_inputs_start_anew(tmp_path):
    WorkFolder(tmp_path / "w", {"a": 1}).finish("first")
    (tmp_path / "w" / "leftover").touch()
    again = WorkFolder(tmp_path / "w", {"a": 2})
    assert not again.is_done("first")
    assert not (tmp_path / "w" / "leftover").exists()


def test_a_damaged_note_starts_anew(tmp_path):
    WorkFolder(tmp_path / "w", {"a": 1}).finish("first")
    (tmp_path / "w" / "inputs.note").write_text("{", encoding="utf-8")
    assert not WorkFolder(tmp_path / "w", {"a": 1}).is_done("first")


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "w").write_text("mine", encoding="utf-8")
    with pytest.raises(GazetteerError, match="in the way"):
        WorkFolder(tmp_path / "w", {})
    assert (tmp_path / "w").read_text(encoding="utf-8") == "mine"


def test_a_change_at_either_end_of_a_file_is_seen(tmp_path):
    path = tmp_path / "big"
    body = bytearray(3 << 20)
    seen = []
    for at in (0, len(body) - 1):
        body[at] = 1
        path.write_bytes(body)
        (state,) = describe_inputs([path]).values()
        assert state[0] == len(body)
        seen.append(state[2])
    assert len(set(seen)) == 2

"""Answers that are kept, by several processes in one file."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from placemap import OnlineService
from placemap.errors import GazetteerError
from placemap.gazetteer.online.cache import Answer, AnswerCache

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HERE = OnlineService(kind="photon", url="http://127.0.0.1:9", agent="tests@example.org")
THERE = OnlineService(
    kind="photon", url="http://127.0.0.1:10", agent="tests@example.org"
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "down" / "online.sqlite"


def test_what_was_never_asked_is_unknown(path):
    assert AnswerCache(path, HERE).get("Arda") is None


@pytest.mark.parametrize("found", [[], [{"name": "Ağdərə", "lat": 40.2}]])
def test_an_answer_is_kept_with_its_date_also_when_it_is_none(path, found):
    AnswerCache(path, HERE).put("Arda", Answer(found, NOON))
    assert AnswerCache(path, HERE).get("Arda") == Answer(found, NOON)


def test_another_server_has_answers_of_its_own(path):
    AnswerCache(path, HERE).put("Arda", Answer([], NOON))
    assert AnswerCache(path, THERE).get("Arda") is None


def test_a_newer_answer_takes_the_place_of_the_older(path):
    cache = AnswerCache(path, HERE)
    cache.put("Arda", Answer([], NOON))
    cache.put("Arda", Answer([{"id": 1}], NOON + timedelta(days=1)))
    assert cache.get("Arda") == Answer([{"id": 1}], NOON + timedelta(days=1))


def test_names_asked_since_a_moment_are_counted(path):
    cache = AnswerCache(path, HERE)
    cache.put("Arda", Answer([], NOON))
    cache.put("Berda", Answer([], NOON + timedelta(hours=1)))
    AnswerCache(path, THERE).put("Cerda", Answer([], NOON))
    assert cache.count_since(NOON) == 2
    assert cache.count_since(NOON + timedelta(minutes=1)) == 1


@pytest.mark.parametrize("content", [b"no database" * 200, b"x"])
def test_another_file_is_not_overwritten(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="choose another file"):
        AnswerCache(path, HERE)
    assert path.read_bytes() == content


def test_a_file_of_a_later_version_is_left_alone(path):
    AnswerCache(path, HERE)
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(GazetteerError, match="another database, or a newer"):
        AnswerCache(path, HERE)


def test_a_database_of_another_program_is_left_alone(path):
    path.parent.mkdir(parents=True)
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE theirs (x)")
    database.close()
    content = path.read_bytes()
    with pytest.raises(GazetteerError, match="another database"):
        AnswerCache(path, HERE)
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="cannot keep online answers"):
        AnswerCache(tmp_path / "file" / "online.sqlite", HERE)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from placemap import OnlineService
from placemap.gazetteer.online.cache import Answer, AnswerCache
service = OnlineService(
    kind="photon", url="http://127.0.0.1:9", agent="tests@example.org"
)
cache = AnswerCache(Path(sys.argv[1]), service)
for number in range(10):
    cache.put(f"{sys.argv[2]}{number}", Answer([], datetime.now(UTC)))
    cache.put("both", Answer([{"by": sys.argv[2]}], datetime.now(UTC)))
"""


def test_two_processes_write_one_file_and_lose_nothing(path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, name]) for name in "ab"
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    cache = AnswerCache(path, HERE)
    assert cache.count_since(NOON - timedelta(days=9999)) == 21

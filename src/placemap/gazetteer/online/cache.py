"""Keep the answers of online geocoders in a file, so that no name is asked twice."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from placemap.gazetteer.online.service import OnlineService

# How long to wait while another process writes.
_PATIENCE_S = 30.0
# Kept in the file, so that a later layout can tell what it finds.
_LAYOUT = 1
_MAGIC = b"SQLite format 3\0"
_SCHEMA = """
CREATE TABLE answers (
    service TEXT NOT NULL,
    url TEXT NOT NULL,
    name TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (service, url, name)
) WITHOUT ROWID
"""


class Answer(NamedTuple):
    """What a service said of a name, and when (UTC); nothing where it knew none."""

    found: Sequence[Any]
    asked_at: datetime


class AnswerCache:
    """Answers in an SQLite file, which several processes and threads may share.

    Every call opens the file anew: what another process has learnt is seen at once,
    and nothing stays open. Answers stay until the file is deleted.

    Parameters
    ----------
    path
        The file; it and its folder are made when missing.
    service
        Whose answers these are: one file holds those of several servers.

    Raises
    ------
    GazetteerError
        If the file cannot be made, or is something else; so does every method when
        the file cannot be read or written any more.
    """

    def __init__(self, path: Path, service: OnlineService) -> None:
        self._path = path
        self._key = (service.kind, service.url.rstrip("/"))
        with self._opened() as database:
            self._prepare(database)

    def _prepare(self, database: sqlite3.Connection) -> None:
        """Lay out a new file; leave alone what somebody else has made."""
        with self._path.open("rb") as file:  # SQLite would overwrite a short one
            if file.read(len(_MAGIC)) not in {b"", _MAGIC}:
                raise sqlite3.DatabaseError("it is no database")
        if _layout(database) == _LAYOUT:
            return
        database.execute("BEGIN IMMEDIATE")  # others may be about to do the same
        tables = database.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        if _layout(database) == 0 and tables == (0,):
            database.execute(_SCHEMA)
            database.execute(f"PRAGMA user_version = {_LAYOUT}")
        elif _layout(database) != _LAYOUT:
            raise sqlite3.DatabaseError("it is another database, or a newer one")

    def get(self, name: str) -> Answer | None:
        """Return the answer kept for a name, None where it was never asked for."""
        with self._opened() as database:
            row = database.execute(
                "SELECT answers, asked_at FROM answers"
                " WHERE service = ? AND url = ? AND name = ?",
                (*self._key, name),
            ).fetchone()
            if row is None:
                return None
            return Answer(json.loads(row[0]), datetime.fromisoformat(row[1]))

    def put(self, name: str, answer: Answer) -> None:
        """Keep an answer; one without places too, for that is an answer."""
        text = json.dumps(answer.found, ensure_ascii=False, separators=(",", ":"))
        asked_at = answer.asked_at.isoformat(timespec="seconds")
        with self._opened() as database:
            database.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)",
                (*self._key, name, asked_at, text),
            )

    def count_since(self, moment: datetime) -> int:
        """Return how many names the service has been asked for since a moment (UTC)."""
        with self._opened() as database:
            (count,) = database.execute(
                "SELECT COUNT(*) FROM answers"
                " WHERE service = ? AND url = ? AND asked_at >= ?",
                (*self._key, moment.isoformat(timespec="seconds")),
            ).fetchone()
        return int(count)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=_PATIENCE_S)
            with closing(database), database:
                yield database
        except (OSError, sqlite3.Error, ValueError) as error:
            raise GazetteerError(
                f"cannot keep online answers in {self._path}: {error}; choose another"
                " file with --online-cache, or delete it"
            ) from error


def _layout(database: sqlite3.Connection) -> int:
    (layout,) = database.execute("PRAGMA user_version").fetchone()
    return int(layout)

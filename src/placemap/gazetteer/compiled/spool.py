"""Place records laid out on the disk, in the order they come.

The first half of a compilation with bounded memory: `bulk.py` makes
the gazetteer file from a spool. Names and keys go to one file a shard, everything
else to one file a column. A checkpoint is the length of every file, so that an
interrupted build goes on after the last one.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.compiler import check_rows, detail_blob, shape_blob
from placemap.gazetteer.compiled.postings import pack_claim
from placemap.gazetteer.compiled.ranking import keys_of, prominence
from placemap.gazetteer.compiled.reader import DEGREE, NAME_KINDS
from placemap.gazetteer.compiled.tries import shard_of

if TYPE_CHECKING:
    from pathlib import Path

    from placemap.core import Name
    from placemap.gazetteer.compiled.compiler import PlaceRecord

SHARDS = {"keys": 32, "names": 32, "ids": 16}
# `array` codes of the columns; `tie` orders places of the same prominence.
COLUMNS = {
    "lon": "i", "lat": "i", "population": "I", "radius": "I", "kind": "H",
    "country": "H", "admin1": "I", "admin2": "I", "name_count": "H",
    "prominence": "d", "tie": "Q",
}  # fmt: skip
# Records held before they are written: some 50 MB.
_HELD = 20_000
_INTERNED = ("kind", "country", "admin", "lang")
_KIND_NUMBER = {kind: number for number, kind in enumerate(NAME_KINDS)}
_DIGITS = re.compile(r"(\d{1,18})$")
_MOST_U16, _MOST_U32 = 2**16 - 1, 2**32 - 1
_BREAK = re.compile(r"[\x00\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]")


class Spelling(NamedTuple):
    """One name on its way to the columns: text, number of its kind, language."""

    text: str
    kind: int
    lang: str


class Spool:
    """Takes records one by one and keeps few of them in memory.

    Parameters
    ----------
    folder
        Where the files go; made when it is not there.
    names_source
        The source of names of which no other is known: only names with another
        source, a user or dates are told in full.
    """

    def __init__(self, folder: Path, *, names_source: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.count = 0
        self.tally: dict[str, int] = {"names": 0, "shapes": 0, "disputed": 0}
        self.tables: dict[str, dict[str, int]] = {what: {} for what in _INTERNED}
        self._names_source = names_source
        self._numbers: dict[str, array[Any]] = {}
        self._lines: defaultdict[str, list[str]] = defaultdict(list)
        self._blobs: defaultdict[str, list[bytes]] = defaultdict(list)
        self._intern("admin", "")

    def add(self, record: PlaceRecord) -> None:
        """Take a record.

        Raises
        ------
        GazetteerError
            If it has no name, too many names, or is one more than a file can hold.
        """
        spellings, told = spell(record, self._names_source)
        if not spellings:
            raise GazetteerError(
                f"place {record.id} has no name; give it one or leave it out"
            )
        if len(spellings) > _MOST_U16:
            raise GazetteerError(
                f"expected at most {_MOST_U16:,} names of a place, found"
                f" {len(spellings):,} for {record.id}; leave some out"
            )
        check_rows(self.count + 1)
        self._add_columns(record, len(spellings))
        self._add_names(record, spellings)
        self._add_id(record.id, self.count << 1)
        for reference in record.references:
            self._add_id(reference, self.count << 1 | 1)
        self._add_blob("detail", detail_blob(record, told))
        self._add_blob("shape", shape_blob(record))
        self.tally["names"] += len(spellings)
        self.tally["shapes"] += record.shape is not None
        self.tally["disputed"] += record.disputed
        self.count += 1
        if self.count % _HELD == 0:
            self._flush()

    def checkpoint(self) -> dict[str, Any]:
        """Write what is held and return what `restore` needs to go on from here."""
        self._flush()
        return {
            "count": self.count,
            "tally": dict(self.tally),
            "tables": {what: list(table) for what, table in self.tables.items()},
            "sizes": {p.name: p.stat().st_size for p in sorted(self.folder.iterdir())},
        }

    def _flush(self) -> None:
        for name, numbers in self._numbers.items():
            with (self.folder / name).open("ab") as file:
                numbers.tofile(file)
        for name, lines in self._lines.items():
            with (self.folder / name).open("ab") as file:
                file.writelines(f"{line}\n".encode() for line in lines)
        for name, blobs in self._blobs.items():
            with (self.folder / name).open("ab") as file:
                file.writelines(blobs)
        self._forget()

    def restore(self, state: dict[str, Any] | None) -> None:
        """Go back to a checkpoint, or to the beginning when there is none."""
        sizes = state["sizes"] if state else {}
        for path in self.folder.iterdir():
            with path.open("rb+") as file:
                file.truncate(sizes.get(path.name, 0))
        self._forget()
        if state:
            self.count = state["count"]
            self.tally = dict(state["tally"])
            self.tables = {
                what: {text: number for number, text in enumerate(texts)}
                for what, texts in state["tables"].items()
            }

    def _forget(self) -> None:
        self._numbers.clear()
        self._lines.clear()
        self._blobs.clear()

    def _add_columns(self, record: PlaceRecord, name_count: int) -> None:
        digits = _DIGITS.search(record.id)
        values = (
            round(record.lon_deg * DEGREE),
            round(record.lat_deg * DEGREE),
            min(record.population, _MOST_U32),
            round(record.radius_m),
            self._intern("kind", record.kind),
            self._intern("country", record.country),
            self._intern("admin", record.admin1),
            self._intern("admin", record.admin2),
            name_count,
            prominence(record),
            int(digits[1]) if digits else 0,
        )
        for (name, code), value in zip(COLUMNS.items(), values, strict=True):
            self._append(name, code, value)

    def _add_names(self, record: PlaceRecord, spellings: list[Spelling]) -> None:
        """Note each name, and the place under each key it is found by."""
        for position, (text, kind, lang) in enumerate(spellings):
            shard = shard_of("names", text, SHARDS["names"])
            packed = self.count << 40 | position << 24 | kind << 16
            self._lines[f"names.{shard}"].append(text)
            self._append(f"name_of.{shard}", "Q", packed | self._intern("lang", lang))
        for key, claim in keys_of(record).items():
            shard = shard_of("keys", key, SHARDS["keys"])
            self._lines[f"keys.{shard}"].append(key)
            packed = self.count << 8 | pack_claim(claim)
            self._append(f"key_of.{shard}", "I", packed)
            self._append(f"key_share.{shard}", "d", claim.share)

    def _add_id(self, text: str, packed: int) -> None:
        """Note an id and whose it is; the lowest bit is set for a reference."""
        text = _clean(text)
        shard = shard_of("ids", text, SHARDS["ids"])
        self._lines[f"ids.{shard}"].append(text)
        self._append(f"id_of.{shard}", "I", packed)

    def _add_blob(self, what: str, blob: bytes | None) -> None:
        if blob is not None:
            self._append(f"{what}_rows", "I", self.count)
            self._append(f"{what}_sizes", "I", len(blob))
            self._blobs[f"{what}_blobs"].append(blob)

    def _append(self, name: str, code: str, value: float) -> None:
        numbers = self._numbers.get(name)
        if numbers is None:
            numbers = self._numbers[name] = array(code)
        numbers.append(value)

    def _intern(self, what: str, text: str) -> int:
        table = self.tables[what]
        return table.setdefault(text, len(table))


def spell(record: PlaceRecord, source: str) -> tuple[list[Spelling], list[Name]]:
    """Return the names of a record for the columns, and those to tell in full.

    The main name comes first. Of a name that is told in full, or whose language is
    known, no bare spelling is kept beside it; the main name always is.
    """
    told: list[Name] = []
    tagged: dict[tuple[str, str], int] = {}
    bare = {_clean(text): _KIND_NUMBER[kind] for text, kind in record.spellings.items()}
    main = next(iter(bare), None)
    for name in record.names:
        text, kind = _clean(name.text), _KIND_NUMBER[name.kind]
        if name.used_by or name.start or name.end or name.source not in {"", source}:
            told.append(name)
            bare.setdefault(text, kind)
        else:
            tagged.setdefault((text, name.lang), kind)
    texts = {text for text, _ in tagged}
    spellings = [
        Spelling(text, kind, "")
        for text, kind in bare.items()
        if text and (text == main or text not in texts)
    ]
    spellings += [
        Spelling(text, kind, lang) for (text, lang), kind in tagged.items() if text
    ]
    return spellings, told


def _clean(text: str) -> str:
    """Return a text on one line and without half characters, as files hold it.

    A trie takes a null for the end of a text.
    """
    if text.isprintable():
        return text.strip()
    return _BREAK.sub(" ", text).encode("utf-8", "replace").decode().strip()

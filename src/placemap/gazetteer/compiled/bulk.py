"""Make a gazetteer file from a spool with bounded memory.

Memory holds four bytes for each place, and one shard of the names or keys; all else
is in files. Every step writes files of its own and can be done again, so that an
interrupted build repeats one step at most. The result has the layout that
`compile_gazetteer` writes, with tries in shards and a column of languages.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import marisa_trie

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.compiler import kind_code
from placemap.gazetteer.compiled.layout import pack_blobs, write_sections
from placemap.gazetteer.compiled.postings import Postings
from placemap.gazetteer.compiled.spool import COLUMNS, SHARDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from placemap.gazetteer.compiled.spool import Spool
    from placemap.gazetteer.sources.workfolder import WorkFolder

    Numbers = NDArray[np.generic]

_MOST_U32 = 2**32 - 1
# How many times `tick` is called.
STEPS = sum(SHARDS.values()) + 3


def compile_spool(
    spool: Spool,
    work: WorkFolder,
    target: Path,
    *,
    meta: Mapping[str, Any],
    tick: Callable[[], None],
) -> None:
    """Write the gazetteer file for the records in `spool` to `target`.

    Parameters
    ----------
    work
        Remembers the steps that are done and holds what they make.
    meta
        What the header says besides counts and tables: version, attribution,
        names_source, dropped.
    tick
        Called after each of the `STEPS` steps, done now or before.

    Raises
    ------
    GazetteerError
        If the spool holds more than the layout can number.
    """
    spool.checkpoint()
    folder = work.path / "sections"
    folder.mkdir(exist_ok=True)
    compiler = _Compiler(spool, folder)
    plan: list[tuple[str, Callable[[], None]]] = [("columns", compiler.write_columns)]
    for what, write in (
        ("ids", compiler.write_ids),
        ("names", compiler.write_names),
        ("keys", compiler.write_keys),
    ):
        plan += [
            (f"{what} {shard}", lambda write=write, shard=shard: write(shard))  # type: ignore[misc]  # bound now
            for shard in range(SHARDS[what])
        ]
    plan.append(("join", compiler.join))
    for step, carry_out in plan:
        if not work.is_done(step):
            carry_out()
            work.finish(step)
        tick()
    temporary = work.path / target.name
    write_sections(temporary, compiler.sections(), {**meta, **compiler.meta()})
    temporary.replace(target)
    tick()


class _Compiler:
    """The steps, in the order they are to be taken."""

    def __init__(self, spool: Spool, folder: Path) -> None:
        self._spool = spool
        self._folder = folder
        self._row_of_record: NDArray[np.uint32] | None = None

    # -- steps ---------------------------------------------------------------------

    def write_columns(self) -> None:
        """Order the places and write what each has exactly one of."""
        import numpy as np

        # The last key counts first: best known, then lowest id.
        order = np.lexsort((self._column("tie"), -self._column("prominence")))
        order = order.astype(np.uint32)
        rows = np.empty(len(order), np.uint32)
        rows[order] = np.arange(len(order), dtype=np.uint32)
        self._save("row_of_record", rows, "u4")
        kind = self._column("kind")[order]
        self._save("kind", kind, self._kind_type())
        self._save("class_counts", np.bincount(kind), "u8")
        for name in ("lon", "lat"):
            self._save(name, self._column(name)[order], "i4")
        for name in ("population", "radius", "admin1", "admin2"):
            self._save(name, self._column(name)[order], "u4")
        self._save("country", self._column("country")[order], "u2")
        counts = self._column("name_count")[order].astype(np.uint64)
        self._save("name_index", self._ends(counts, "names"), "u4")
        offsets, blobs = pack_blobs(t.encode() for t in self._spool.tables["admin"])
        self._path("string_offsets").write_bytes(offsets)
        self._path("string_blobs").write_bytes(blobs)
        for what in ("detail", "shape"):
            self._write_sparse(what)

    def write_ids(self, shard: int) -> None:
        """Write a shard of the ids, and whose they are."""
        import numpy as np

        trie = self._write_trie("ids", shard)
        packed = self._read(f"id_of.{shard}", np.uint32)
        numbers = self._look_up(trie, "ids", shard, np.uint32)
        rows = self._rows()[packed >> 1]
        is_reference = (packed & 1).astype(bool)
        row_of_id = np.zeros(len(trie), np.uint32)
        # Where a place is called by another's reference, its own id prevails.
        for chosen in (is_reference, ~is_reference):
            row_of_id[numbers[chosen]] = rows[chosen]
        self._save(f"row_of_id.{shard}", row_of_id, "u4")
        own = np.stack((rows[~is_reference], numbers[~is_reference]))
        self._save(f"own_ids.{shard}", own, "u4")

    def write_names(self, shard: int) -> None:
        """Write a shard of the names, and which places bear them."""
        import numpy as np

        trie = self._write_trie("names", shard)
        packed = self._read(f"name_of.{shard}", np.uint64)
        numbers = self._look_up(trie, "names", shard, np.uint32)
        index = self._load("name_index", np.uint32)
        at = index[self._rows()[packed >> np.uint64(40)]]
        at += ((packed >> np.uint64(24)) & np.uint64(0xFFFF)).astype(np.uint32)
        self._save(f"name_at.{shard}", at, "u4")
        self._save(f"name_number.{shard}", numbers, "u4")
        self._save(
            f"name_kind.{shard}", (packed >> np.uint64(16)) & np.uint64(255), "u1"
        )
        self._save(f"name_lang.{shard}", packed & np.uint64(0xFFFF), "u2")

    def write_keys(self, shard: int) -> None:
        """Write a shard of the keys, and the places under each, best known first."""
        import numpy as np

        trie = self._write_trie("keys", shard)
        packed = self._read(f"key_of.{shard}", np.uint32)
        share = self._read(f"key_share.{shard}", np.float64)
        numbers = self._look_up(trie, "keys", shard, np.uint32)
        records = packed >> 8
        postings = Postings(
            keys=numbers,
            rows=self._rows()[records],
            claims=(packed & 255).astype(np.uint8),
            shares=share,
            fame=self._column("prominence")[records],
            kinds=self._column("kind")[records],
            countries=self._column("country")[records],
        )
        tables = self._spool.tables
        order = postings.order(list(tables["kind"]), list(tables["country"]))
        self._save(f"postings.{shard}", postings.packed()[order], "u4")
        counts = np.bincount(numbers, minlength=len(trie))
        self._save(f"key_counts.{shard}", counts[: len(trie)], "u4")

    def join(self) -> None:
        """Write the columns that need all shards."""
        import numpy as np

        counts = [
            self._load(f"key_counts.{shard}", np.uint32)
            for shard in range(SHARDS["keys"])
        ]
        ends = self._ends(np.concatenate(counts).astype(np.uint64), "names of places")
        self._save("key_index", ends, "u4")
        self._join_names()
        id_of_row = np.zeros(self._spool.count, np.uint32)
        for shard, start in enumerate(self._starts("ids")):
            rows, numbers = self._load(f"own_ids.{shard}", np.uint32).reshape(2, -1)
            id_of_row[rows] = numbers + np.uint32(start)
        self._save("id_of_row", id_of_row, "u4")

    def _join_names(self) -> None:
        import numpy as np

        total = self._spool.tally["names"]
        for column, part, code in (
            ("name_ids", "name_number", np.uint32),
            ("name_kinds", "name_kind", np.uint8),
            ("name_langs", "name_lang", np.uint16),
        ):
            whole = np.zeros(total, code)
            for shard, start in enumerate(self._starts("names")):
                values = self._load(f"{part}.{shard}", code)
                shift = start if column == "name_ids" else 0
                whole[self._load(f"name_at.{shard}", np.uint32)] = values + code(shift)
            self._save(column, whole, np.dtype(code).str[1:])

    # -- the result ----------------------------------------------------------------

    def sections(self) -> dict[str, Sequence[Path]]:
        """Return the files that make up each section."""
        whole = (
            "key_index", "name_index", "name_ids", "name_kinds", "name_langs",
            "id_of_row", "lon", "lat", "population", "radius", "kind", "country",
            "admin1", "admin2", "string_offsets", "string_blobs",
            "detail_rows", "detail_offsets", "detail_blobs",
            "shape_rows", "shape_offsets", "shape_blobs",
        )  # fmt: skip
        found: dict[str, Sequence[Path]] = {
            f"{what}.{shard}": [self._path(f"{what}.{shard}")]
            for what, shards in SHARDS.items()
            for shard in range(shards)
        }
        found |= {name: [self._path(name)] for name in whole}
        for name, what in (("postings", "keys"), ("row_of_id", "ids")):
            shards = range(SHARDS[what])
            found[name] = [self._path(f"{name}.{shard}") for shard in shards]
        return found

    def meta(self) -> dict[str, Any]:
        """Return what the header says of the places."""
        import numpy as np

        tables = {what: list(table) for what, table in self._spool.tables.items()}
        by_class: Counter[str] = Counter()
        per_kind = self._load("class_counts", np.uint64)
        for kind, count in zip(tables["kind"], per_kind, strict=False):
            by_class[kind.partition(".")[0]] += int(count)
        return {
            "kinds": tables["kind"],
            "countries": tables["country"],
            "langs": tables["lang"],
            "shards": SHARDS,
            "counts": {
                "places": self._spool.count,
                **self._spool.tally,
                "by_class": dict(sorted(by_class.items())),
            },
        }

    # -- helpers -------------------------------------------------------------------

    def _write_sparse(self, what: str) -> None:
        """Write details or shapes in the order of the rows they belong to."""
        import numpy as np

        records = self._read(f"{what}_rows", np.uint32)
        sizes = self._read(f"{what}_sizes", np.uint32).astype(np.uint64)
        starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.uint64)
        rows = self._rows()[records]
        order = np.argsort(rows)
        self._save(f"{what}_rows", rows[order], "u4")
        offsets = self._ends(sizes[order], f"bytes of {what}")
        self._save(f"{what}_offsets", offsets, "u4")
        source = self._spool.folder / f"{what}_blobs"
        source.touch()
        with source.open("rb") as old, self._path(f"{what}_blobs").open("wb") as new:
            for at in order:
                old.seek(int(starts[at]))
                new.write(old.read(int(sizes[at])))

    def _write_trie(self, what: str, shard: int) -> marisa_trie.Trie:
        marisa_trie.Trie(self._texts(what, shard)).save(
            str(self._path(f"{what}.{shard}"))
        )
        return self._trie(what, shard)

    def _trie(self, what: str, shard: int) -> marisa_trie.Trie:
        return marisa_trie.Trie().mmap(str(self._path(f"{what}.{shard}")))

    def _texts(self, what: str, shard: int) -> Iterator[str]:
        path = self._spool.folder / f"{what}.{shard}"
        if path.exists():
            with path.open(encoding="utf-8", newline="\n") as lines:
                for line in lines:
                    yield line[:-1]

    def _look_up(
        self, trie: marisa_trie.Trie, what: str, shard: int, code: type[Any]
    ) -> NDArray[Any]:
        import numpy as np

        numbers = (trie[text] for text in self._texts(what, shard))
        return np.fromiter(numbers, code)

    def _starts(self, what: str) -> list[int]:
        """Return the number of the first text of each shard."""
        sizes = [len(self._trie(what, shard)) for shard in range(SHARDS[what])]
        return [0, *accumulate(sizes[:-1])]

    def _ends(self, counts: NDArray[Any], what: str) -> NDArray[Any]:
        """Return where each group begins, and where the last one ends."""
        import numpy as np

        ends = np.concatenate(([0], np.cumsum(counts)))
        if ends[-1] > _MOST_U32:
            raise GazetteerError(
                f"expected at most {_MOST_U32:,} {what}, found {int(ends[-1]):,};"
                " leave out kinds or countries you do not need"
            )
        return ends

    def _rows(self) -> NDArray[np.uint32]:
        """Return the row of each record in the order they were taken."""
        import numpy as np

        if self._row_of_record is None:
            self._row_of_record = self._load("row_of_record", np.uint32)
        return self._row_of_record

    def _kind_type(self) -> str:
        return {"B": "u1", "H": "u2"}[kind_code(len(self._spool.tables["kind"]))]

    def _column(self, name: str) -> NDArray[Any]:
        return self._read(name, COLUMNS[name])

    def _read(self, name: str, code: str | type[Any]) -> NDArray[Any]:
        import numpy as np

        path = self._spool.folder / name
        return np.fromfile(path, code) if path.exists() else np.empty(0, code)

    def _load(self, name: str, code: type[Any]) -> NDArray[Any]:
        import numpy as np

        return np.fromfile(self._path(name), np.dtype(code).newbyteorder("<"))

    def _save(self, name: str, values: NDArray[Any], code: str) -> None:
        values.astype(f"<{code}", copy=False).tofile(self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / name

"""Compile place records into a gazetteer file."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import marisa_trie

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.layout import pack, pack_blobs, pack_numbers
from placemap.gazetteer.compiled.ranking import (
    Bearer,
    keys_of,
    order_bearers,
    prominence,
)
from placemap.gazetteer.compiled.reader import DEGREE, NAME_KINDS, ROW_BITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from placemap.core import Name, NameKind, StatusView
    from placemap.gazetteer.compiled.layout import Code
    from placemap.gazetteer.compiled.reader import Merger

_MOST_U8, _MOST_U32 = 2**8 - 1, 2**32 - 1
# Names of these kinds are told apart from bare spellings: kept with their details.
_KIND_RANK = {kind: rank for rank, kind in enumerate(NAME_KINDS)}


@dataclass(slots=True, kw_only=True)
class PlaceRecord:
    """A place on its way into the file; later sources amend it.

    `spellings` maps a bare name to its kind, the main name first; `names` holds
    those of which more is known; `vetted` are the spellings that an editor gave.
    `references` are further ids of the place.
    """

    id: str
    lon_deg: float
    lat_deg: float
    kind: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_m: float = 0.0
    bbox: tuple[float, float, float, float] | None = None
    disputed: bool = False
    spellings: dict[str, NameKind] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    statuses: list[StatusView] = field(default_factory=list)
    shape: Mapping[str, Any] | None = None
    references: list[str] = field(default_factory=list)
    vetted: set[str] = field(default_factory=set)

    def rename(self, text: str) -> None:
        """Make `text` the main name."""
        rest = {t: kind for t, kind in self.spellings.items() if t != text}
        self.spellings = {text: "official", **rest}

    def add_name(self, name: Name) -> None:
        """Add a name of which more is known, unless it is told already."""
        if all((n.text, n.kind) != (name.text, name.kind) for n in self.names):
            self.names.append(name)

    def all_spellings(self) -> dict[str, NameKind]:
        """Return every spelling with its kind, the main name first."""
        told = {name.text: name.kind for name in self.names}
        return {**self.spellings, **told}


def compile_gazetteer(
    records: Iterable[PlaceRecord],
    *,
    version: str,
    attribution: Sequence[str],
    names_source: str,
    dropped: Sequence[str] = (),
    mergers: Sequence[Merger] = (),
) -> bytes:
    """Return the gazetteer file for `records`, the same bytes for the same records.

    `names_source` is the source given for names of which only the spelling is
    known; `dropped` lists ids that this gazetteer hides in one below it; `mergers`
    tells which records were recognised as one place before.
    """
    rows = sorted(records, key=lambda record: (-prominence(record), record.id))
    check_rows(len(rows))
    sections: dict[str, bytes] = {}
    sections |= _pack_names(rows)
    sections |= _pack_ids(rows)
    countries, kinds, columns = _pack_columns(rows)
    sections |= columns
    sections |= _pack_sparse("detail", [detail_blob(r, r.names) for r in rows])
    sections |= _pack_sparse("shape", [shape_blob(record) for record in rows])
    if mergers:
        sections["mergers"] = json.dumps(mergers, ensure_ascii=False).encode()
    counts = Counter(record.kind.partition(".")[0] for record in rows)
    spellings = [len(record.all_spellings()) for record in rows]
    meta = {
        "version": version,
        "attribution": list(attribution),
        "names_source": names_source,
        "dropped": sorted(dropped),
        "kinds": kinds,
        "countries": countries,
        "counts": {
            "places": len(rows),
            "names": sum(spellings),
            "shapes": sum(record.shape is not None for record in rows),
            "disputed": sum(record.disputed for record in rows),
            **({"merged": len(mergers)} if mergers else {}),
            "by_class": dict(sorted(counts.items())),
        },
    }
    return pack(sections, meta)


def _pack_names(rows: Sequence[PlaceRecord]) -> dict[str, bytes]:
    spelled = [record.all_spellings() for record in rows]
    names = marisa_trie.Trie(sorted({text for one in spelled for text in one}))
    by_key: dict[str, list[Bearer]] = {}
    for row, record in enumerate(rows):
        fame = prominence(record)
        for key, claim in keys_of(record).items():
            bearer = Bearer(row, record.kind, record.country, fame, claim)
            by_key.setdefault(key, []).append(bearer)
    keys = marisa_trie.Trie(sorted(by_key))
    postings = [
        [
            _KIND_RANK[bearer.claim.kind] << ROW_BITS | bearer.row
            for bearer in order_bearers(by_key[keys.restore_key(i)])
        ]
        for i in range(len(keys))
    ]
    return {
        "keys": keys.tobytes(),
        "key_index": _index(postings),
        "postings": pack_numbers("I", (p for one in postings for p in one)),
        "names": names.tobytes(),
        "name_index": _index(spelled),
        "name_ids": pack_numbers("I", (names[t] for one in spelled for t in one)),
        "name_kinds": pack_numbers(
            "B", (_KIND_RANK[k] for one in spelled for k in one.values())
        ),
    }


def _index(groups: Iterable[Sequence[int] | dict[str, Any]]) -> bytes:
    ends = [0]
    for group in groups:
        ends.append(ends[-1] + len(group))
    return pack_numbers("I", ends)


def _pack_ids(rows: Sequence[PlaceRecord]) -> dict[str, bytes]:
    row_of = {ref: row for row, one in enumerate(rows) for ref in one.references}
    row_of |= {record.id: row for row, record in enumerate(rows)}
    ids = marisa_trie.Trie(sorted(row_of))
    return {
        "ids": ids.tobytes(),
        "row_of_id": pack_numbers(
            "I", (row_of[ids.restore_key(i)] for i in range(len(ids)))
        ),
        "id_of_row": pack_numbers("I", (ids[record.id] for record in rows)),
    }


def _pack_columns(
    rows: Sequence[PlaceRecord],
) -> tuple[list[str], list[str], dict[str, bytes]]:
    countries = sorted({record.country for record in rows})
    kinds = sorted({record.kind for record in rows})
    strings = sorted(
        {text for record in rows for text in (record.admin1, record.admin2)}
    )
    place_of = {text: i for i, text in enumerate(strings)}
    offsets, blobs = pack_blobs(text.encode() for text in strings)
    columns = {
        "lon": pack_numbers("i", (round(r.lon_deg * DEGREE) for r in rows)),
        "lat": pack_numbers("i", (round(r.lat_deg * DEGREE) for r in rows)),
        "population": pack_numbers("I", (min(r.population, _MOST_U32) for r in rows)),
        "radius": pack_numbers("I", (round(r.radius_m) for r in rows)),
        "kind": pack_numbers(
            kind_code(len(kinds)), (kinds.index(r.kind) for r in rows)
        ),
        "country": pack_numbers("H", (countries.index(r.country) for r in rows)),
        "admin1": pack_numbers("I", (place_of[r.admin1] for r in rows)),
        "admin2": pack_numbers("I", (place_of[r.admin2] for r in rows)),
        "string_offsets": offsets,
        "string_blobs": blobs,
    }
    return countries, kinds, columns


def kind_code(count: int) -> Code:
    """Return the `array` type of the column of kinds when there are `count`."""
    return "B" if count <= _MOST_U8 + 1 else "H"


def check_rows(count: int) -> None:
    """Refuse more places than a posting has bits for.

    Raises
    ------
    GazetteerError
        If `count` rows cannot be told apart.
    """
    if count > 1 << ROW_BITS:
        raise GazetteerError(
            f"expected at most {1 << ROW_BITS:,} places in one gazetteer, found"
            f" {count:,}; leave out kinds or countries you do not need"
        )


def detail_blob(record: PlaceRecord, names: Sequence[Name]) -> bytes | None:
    """Return what no column holds, the `names` told in full with it; or None."""
    detail: dict[str, Any] = {}
    if record.bbox:
        detail["bbox"] = [round(x, 5) for x in record.bbox]
    if record.disputed:
        detail["disputed"] = True
    if names:
        detail["names"] = [_filled(name) for name in names]
    if record.statuses:
        detail["statuses"] = [_filled(status) for status in record.statuses]
    return json.dumps(detail, ensure_ascii=False).encode() if detail else None


def _filled(row: Name | StatusView) -> dict[str, str]:
    return {key: value for key, value in asdict(row).items() if value}


def shape_blob(record: PlaceRecord) -> bytes | None:
    """Return the packed shape of a record, or None."""
    if record.shape is None:
        return None
    return zlib.compress(json.dumps(record.shape).encode(), 9)


def _pack_sparse(what: str, blobs: Sequence[bytes | None]) -> dict[str, bytes]:
    kept = [(row, blob) for row, blob in enumerate(blobs) if blob is not None]
    offsets, body = pack_blobs(blob for _, blob in kept)
    return {
        f"{what}_rows": pack_numbers("I", (row for row, _ in kept)),
        f"{what}_offsets": offsets,
        f"{what}_blobs": body,
    }

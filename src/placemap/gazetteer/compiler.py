"""Compile place records into a gazetteer file."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import marisa_trie

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled import DEGREE, NAME_KINDS, ROW_BITS
from placemap.gazetteer.layout import pack, pack_blobs, pack_numbers
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from placemap.core import Name, NameKind, StatusView
    from placemap.gazetteer.layout import Code

# Puts a region of 100 km radius beside a city of two million.
_PEOPLE_PER_KM = 20_000
_MOST_U8, _MOST_U32 = 2**8 - 1, 2**32 - 1
_WEIGHT = {
    "A.PCLI": 50.0, "P.PPLC": 3.0, "A.ADM1": 0.05, "A.ADM2": 0.1, "A.ADM3": 0.1,
    "A.ADM4": 0.1, "A.ADM5": 0.1, "A.ADMD": 0.1,
}  # fmt: skip
# A name that is not the main one carries less of a place's fame: "Salisbury" is the
# city in England before it is what Harare was, "Columbia" before Colombia in Latin.
_NAME_SHARE: dict[NameKind, float] = {"former": 0.003, "alternate": 0.5}
# Names of these kinds are told apart from bare spellings: kept with their details.
_KIND_RANK = {kind: rank for rank, kind in enumerate(NAME_KINDS)}


@dataclass(slots=True, kw_only=True)
class PlaceRecord:
    """A place on its way into the file; later sources amend it.

    `spellings` maps a bare name to its kind, the main name first; `names` holds
    those of which more is known. `references` are further ids of the place.
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


def prominence(record: PlaceRecord) -> float:
    """Return how well known a place is, to order the places of one name.

    Countries come before towns of the same population: a newspaper's bare
    "Georgia" is the country, unless its context says otherwise. A division named
    like its chief town comes behind it: a bare "Kherson" is the city. Regions and
    seas, which have no population, count by their size.
    """
    boost = _WEIGHT.get(record.kind, 1.0)
    people = record.population or record.radius_m / 1000 * _PEOPLE_PER_KM
    return boost * (people + 1000)


def compile_gazetteer(
    records: Iterable[PlaceRecord],
    *,
    version: str,
    attribution: Sequence[str],
    names_source: str,
    dropped: Sequence[str] = (),
) -> bytes:
    """Return the gazetteer file for `records`, the same bytes for the same records.

    `names_source` is the source given for names of which only the spelling is
    known; `dropped` lists ids that this gazetteer hides in one below it.
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
            "by_class": dict(sorted(counts.items())),
        },
    }
    return pack(sections, meta)


def _pack_names(rows: Sequence[PlaceRecord]) -> dict[str, bytes]:
    spelled = [record.all_spellings() for record in rows]
    names = marisa_trie.Trie(sorted({text for one in spelled for text in one}))
    by_key: dict[str, list[tuple[float, int]]] = {}
    for row, record in enumerate(rows):
        for key, (kind, share) in keys_of(record).items():
            posting = _KIND_RANK[kind] << ROW_BITS | row
            weight = share * prominence(record)
            by_key.setdefault(key, []).append((-weight, posting))
    keys = marisa_trie.Trie(sorted(by_key))
    postings = [
        [posting for _, posting in sorted(by_key[keys.restore_key(i)])]
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


def keys_of(record: PlaceRecord) -> dict[str, tuple[NameKind, float]]:
    """Return the keys a place is found under.

    With each comes the kind of the name and how much of the place's prominence
    that name carries.
    """
    main = fold(next(iter(record.all_spellings()), ""))
    foreign = {n.text for n in record.names if _is_foreign(n, record)}
    # "Munich" is French, but English too.
    foreign -= {n.text for n in record.names if not _is_foreign(n, record)}
    found: dict[str, tuple[NameKind, float]] = {}
    for text, kind in record.all_spellings().items():
        key = fold(text)
        if not key or kind == "code":
            continue
        share = 1.0 if key == main else _NAME_SHARE.get(kind, 1.0)
        if key != main and text in foreign:
            share = _NAME_SHARE["former"]
        known = found.get(key)
        if known is None or (-share, _KIND_RANK[kind]) < (
            -known[1],
            _KIND_RANK[known[0]],
        ):
            found[key] = kind, share
    return found


def _is_foreign(name: Name, record: PlaceRecord) -> bool:
    """Tell whether a name is one that only texts in other languages use.

    GeoNames' names are sorted by the languages of the country they lie in; other
    sources call every name local that is one in some language.
    """
    if name.used_by or name.lang.startswith("en"):
        return False
    is_sorted = name.source == "GeoNames" and bool(record.country)
    return name.kind == ("exonym" if is_sorted else "local")


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

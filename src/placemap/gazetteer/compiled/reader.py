"""A gazetteer in one memory-mapped file: the shipped one, or a user's own."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from placemap.core import Candidate, Name, NameKind, Place, StatusView
from placemap.gazetteer.compiled.layout import Sections
from placemap.gazetteer.compiled.nearby import rows_by_distance
from placemap.gazetteer.compiled.scanning import Scanner
from placemap.gazetteer.compiled.tries import open_index
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from placemap.core import Span
    from placemap.gazetteer.compiled.tries import Index

NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)
# A posting is the row of a place with the kind of the name in its top byte.
ROW_BITS = 24
ROW_MASK = (1 << ROW_BITS) - 1
# Degrees are stored as whole hundred-thousandths: about one metre.
DEGREE = 100_000
_EXACT, _FOLDED = 1.0, 0.9
# Abandoned, historical and destroyed settlements.
_FORSAKEN = frozenset({"P.PPLH", "P.PPLQ", "P.PPLW"})
# Places with all their names are large: some three kilobytes each.
_WHOLE_PLACES = 1 << 10


class Merger(NamedTuple):
    """Two records that are one place: which was taken into which, and why."""

    kept: str
    dropped: str
    reason: str


class CompiledGazetteer:
    """Names and places in a file made by `placemap.gazetteer.compiled.compiler`.

    Opening takes milliseconds whatever the size: nothing is read before it is
    asked for.

    Examples
    --------
    >>> from placemap.gazetteer import open_gazetteer
    >>> world = open_gazetteer()
    >>> world.candidates("Stepanakert")[0].place.id
    'geonames:146970'
    """

    def __init__(self, source: Path | Sections) -> None:
        data = source if isinstance(source, Sections) else Sections.open(source)
        self._data = data
        self.meta: Mapping[str, Any] = data.meta
        self._keys = open_index(data, "keys")
        self._scanner = Scanner(self._keys)
        self._key_index = data.numbers("key_index", "I")
        self._postings = data.numbers("postings", "I")
        self._lon = data.numbers("lon", "i")
        self._lat = data.numbers("lat", "i")
        self._population = data.numbers("population", "I")
        self._radius = data.numbers("radius", "I")
        # GeoNames has more than 256 kinds, the shipped towns and regions far fewer.
        wide = len(data.raw("kind")) > len(self._lon)
        self._kind = data.numbers("kind", "H" if wide else "B")
        self._country = data.numbers("country", "H")
        self._admin1 = data.numbers("admin1", "I")
        self._admin2 = data.numbers("admin2", "I")
        self._id_of_row = data.numbers("id_of_row", "I")
        self._name_index = data.numbers("name_index", "I")
        self._name_ids = data.numbers("name_ids", "I")
        self._candidate = lru_cache(maxsize=1 << 14)(self._make_place)
        # A few places stand in document after document, some with 200 names.
        self._whole = lru_cache(_WHOLE_PLACES)(partial(self._make_place, whole=True))
        # Few countries and divisions hold most of the places that are asked for.
        self._string = lru_cache(maxsize=1 << 12)(self._read_string)
        # Detection, resolution and the judging of aliases ask for the same names.
        self._look_up = lru_cache(maxsize=1 << 14)(self._find_candidates)

    # -- identity ---------------------------------------------------------------

    @property
    def version(self) -> str:
        """Name and version, as it should be cited."""
        return str(self.meta["version"])

    @property
    def sha256(self) -> str:
        """Hexadecimal hash of the content."""
        return str(self.meta["sha256"])

    @property
    def attribution(self) -> Sequence[str]:
        """The sources of the data with their licences, one a line."""
        return tuple(self.meta["attribution"])

    def info(self) -> dict[str, Any]:
        """Return version, hash, counts by kind and sources, ready to print."""
        return dict(self.meta)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._lon)

    def mergers(self) -> tuple[Merger, ...]:
        """Return which records were recognised as one place, sorted by id."""
        if "mergers" not in self._data:
            return ()
        return tuple(
            Merger(*row) for row in json.loads(bytes(self._data.raw("mergers")))
        )

    # -- names to places --------------------------------------------------------

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean, best-known first; () when unknown."""
        return self._look_up(name, limit)

    def _find_candidates(self, name: str, limit: int) -> tuple[Candidate, ...]:
        key = self._keys.get(fold(name))
        if key is None:
            return ()
        exact = self._names.get(name)
        start, end = self._key_index[key], self._key_index[key + 1]
        return tuple(
            self._make_candidate(posting & ROW_MASK, posting >> ROW_BITS, exact)
            for posting in self._postings[start : min(end, start + limit)]
        )

    def _make_candidate(self, row: int, kind: int, exact: int | None) -> Candidate:
        first, last = self._name_index[row], self._name_index[row + 1]
        is_exact = exact is not None and exact in self._name_ids[first:last]
        return Candidate(
            place=self._candidate(row),
            score=_EXACT if is_exact else _FOLDED,
            name_kind=NAME_KINDS[kind],
            name_count=last - first,
        )

    def keys(self) -> Iterator[str]:
        """Yield every name there is, once and folded, in the order of the file."""
        return self._keys.iterkeys()

    def scan(self, text: str) -> Sequence[Span]:
        """Return every stretch of `text` that spells a known name, in text order."""
        return self._scanner.scan(text)

    # -- places -----------------------------------------------------------------

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry with its names and statuses, or None."""
        row = self._row(place_id)
        return None if row is None else self._whole(row)

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the place's shape as a GeoJSON geometry, or None."""
        row = self._row(place_id)
        packed = None if row is None else self._sparse("shape", row)
        return None if packed is None else json.loads(zlib.decompress(packed))

    def places(self) -> Iterator[Place]:
        """Yield every place, without names, in the order of the file."""
        return (self._make_place(row) for row in range(len(self)))

    def settlements_near(self, point: tuple[float, float]) -> Iterator[Place]:
        """Yield the settlements that are still there, the nearest to a point first.

        `point` is longitude and latitude in degrees; the places are without names.
        """
        kinds = {
            number
            for number, kind in enumerate(self.meta["kinds"])
            if kind.startswith("P.") and kind not in _FORSAKEN
        }
        rows = rows_by_distance(
            self._lon,
            self._lat,
            point,
            unit=DEGREE,
            is_wanted=lambda row: self._kind[row] in kinds,
        )
        return (self._make_place(row) for _, row in rows)

    def outlined_places(self) -> Iterator[Place]:
        """Yield the places that have a shape, without names."""
        return (self._make_place(row) for row in self._sparse_rows["shape"])

    def _row(self, place_id: str) -> int | None:
        key = self._ids.get(place_id)
        return None if key is None else self._row_of_id[key]

    def _make_place(self, row: int, *, whole: bool = False) -> Place:
        detail = self._detail(row)
        names = self._names_of(row, detail) if whole else ()
        bbox = detail.get("bbox")
        return Place(
            id=self._ids.restore_key(self._id_of_row[row]),
            name=self._names.restore_key(self._name_ids[self._name_index[row]]),
            lon_deg=self._lon[row] / DEGREE,
            lat_deg=self._lat[row] / DEGREE,
            kind=self.meta["kinds"][self._kind[row]],
            country=self.meta["countries"][self._country[row]],
            admin1=self._string(self._admin1[row]),
            admin2=self._string(self._admin2[row]),
            population=self._population[row],
            radius_m=float(self._radius[row]),
            bbox=tuple(bbox) if bbox else None,
            disputed=bool(detail.get("disputed")),
            names=names,
            statuses=tuple(StatusView(**s) for s in detail.get("statuses", ()))
            if whole
            else (),
        )

    def _names_of(self, row: int, detail: Mapping[str, Any]) -> tuple[Name, ...]:
        """Names with an owner or a language first, then the bare spellings."""
        told = [Name(**one) for one in detail.get("names", ())]
        seen = {name.text for name in told}
        start, end = self._name_index[row], self._name_index[row + 1]
        source = self.meta["names_source"]
        plain = (
            Name(
                text=self._names.restore_key(self._name_ids[i]),
                lang=self._lang_of_name(i),
                kind=NAME_KINDS[self._name_kinds[i]],
                source=source,
            )
            for i in range(start, end)
        )
        return (*told, *(n for n in plain if n.lang or n.text not in seen))

    def _lang_of_name(self, index: int) -> str:
        langs = self._name_langs
        return str(self.meta["langs"][langs[index]]) if langs else ""

    def _detail(self, row: int) -> dict[str, Any]:
        packed = self._sparse("detail", row)
        return {} if packed is None else json.loads(packed)

    def _sparse(self, what: str, row: int) -> bytes | None:
        """Return the blob that section `what` holds for a row, if any."""
        rows = self._sparse_rows[what]
        at = bisect_left(rows, row)
        if at == len(rows) or rows[at] != row:
            return None
        offsets = self._sparse_offsets[what]
        blob = self._data.raw(f"{what}_blobs")[offsets[at] : offsets[at + 1]]
        return bytes(blob)

    def _read_string(self, index: int) -> str:
        start, end = self._string_offsets[index], self._string_offsets[index + 1]
        return str(self._data.raw("string_blobs")[start:end], "utf-8")

    # -- sections opened when first needed ------------------------------------------

    @cached_property
    def _names(self) -> Index:
        return open_index(self._data, "names")

    @cached_property
    def _ids(self) -> Index:
        return open_index(self._data, "ids")

    @cached_property
    def _row_of_id(self) -> memoryview[int]:
        return self._data.numbers("row_of_id", "I")

    @cached_property
    def _name_kinds(self) -> memoryview[int]:
        return self._data.numbers("name_kinds", "B")

    @cached_property
    def _name_langs(self) -> memoryview[int] | None:
        """Languages of the names, where most are known: the full GeoNames."""
        has_langs = "name_langs" in self._data
        return self._data.numbers("name_langs", "H") if has_langs else None

    @cached_property
    def _string_offsets(self) -> memoryview[int]:
        return self._data.numbers("string_offsets", "I")

    @cached_property
    def _sparse_rows(self) -> dict[str, memoryview[int]]:
        return {w: self._data.numbers(f"{w}_rows", "I") for w in ("detail", "shape")}

    @cached_property
    def _sparse_offsets(self) -> dict[str, memoryview[int]]:
        return {w: self._data.numbers(f"{w}_offsets", "I") for w in ("detail", "shape")}

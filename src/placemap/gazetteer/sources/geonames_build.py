"""Build a gazetteer from the files of the GeoNames dump, however large.

Lines are first dealt out to parts by the id of their place, so that a place meets
its alternate names in a part that fits into memory. What the curated layer speaks
of goes to a part of its own, which is amended before it is taken in.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from placemap import __version__
from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.bulk import STEPS, compile_spool
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.compiled.spool import Spool
from placemap.gazetteer.curated.amendments import amend, touched_places
from placemap.gazetteer.curated.tables import Curated, read_curated
from placemap.gazetteer.sources.datapackages import town_radius_m
from placemap.gazetteer.sources.extents import Extents
from placemap.gazetteer.sources.geonames import (
    NAME_COLUMNS,
    PLACE_COLUMNS,
    AlternateName,
    Divisions,
    GeoName,
    find_table,
    place_files,
    read_lines,
    table_files,
)
from placemap.gazetteer.sources.geonames_names import sort_names
from placemap.gazetteer.sources.workfolder import WorkFolder, describe_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from io import BufferedWriter

    from placemap.gazetteer.curated.tables import PlaceRow

    Progress = Callable[[int, int], None]

ATTRIBUTION = "Places: GeoNames (geonames.org), CC BY 4.0"
_CURATED_ATTRIBUTION = (
    "Contested names, regions and shapes: placemap curated layer, CC BY 4.0"
)
# 13 million places: some 200,000 a part, with their names 250 MB.
PARTS = 64
_TOUCHED = PARTS
# Progress counts in steps; dealing out a file takes about as long as ten parts.
_DEAL_STEPS = 10
_SMALLEST_RADIUS_M = {"ADM1": 20_000.0, "ADM2": 8_000.0}
_LINK = "link"


def build_from_geonames(
    folder: str | Path,
    target: str | Path,
    *,
    curated: str | Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Build a gazetteer file from the GeoNames dump.

    An interrupted build goes on where it was when it is started again with the same
    files: what it has finished lies in a folder beside `target` until the end.
    `target` is replaced whole or not at all.

    Parameters
    ----------
    folder
        Holds ``allCountries.txt`` or files of countries such as ``NL.txt``, and as
        far as they are there ``alternateNamesV2.txt``, ``countryInfo.txt``,
        ``admin1CodesASCII.txt``, ``admin2Codes.txt`` and ``hierarchy.txt``; each
        unpacked or zipped.
    target
        The gazetteer file to write.
    curated
        A folder of curated tables to lay over the places, None for none. Rows about
        places that the dump does not have are left out.
    progress
        Called with the steps done and the steps in all.

    Raises
    ------
    GazetteerError
        If a file is missing, damaged, or not what its name says.
    """
    folder, target = Path(folder), Path(target)
    tables = None if curated is None else Path(curated)
    inputs = table_files(folder)
    amended = [] if tables is None else [p for p in tables.rglob("*") if p.is_file()]
    work = WorkFolder(
        target.with_name(f"{target.name}.building"),
        {"version": __version__, "files": describe_inputs([*inputs, *amended])},
    )
    try:
        _Build(folder, tables, work, progress).run(target)
    except OSError as error:
        raise GazetteerError(
            f"cannot build {target}: {error}; free the disk or choose another target,"
            " then start again: what is finished is kept"
        ) from error
    work.remove()


class _Dealt(NamedTuple):
    """What dealing out the main table has told besides."""

    newest: str
    sums: dict[str, list[float]]


class _Build:
    """One build: the tables that all parts need, and where it stands."""

    def __init__(
        self,
        folder: Path,
        curated: Path | None,
        work: WorkFolder,
        progress: Progress | None,
    ) -> None:
        self._folder = folder
        self._work = work
        self._progress = progress
        self._divisions = Divisions(folder)
        self._curated = Curated() if curated is None else read_curated(curated)
        self._is_curated = curated is not None
        self._touched = self._touched_ids()
        self._extents = Extents()
        self._done = 0
        self._total = 2 * _DEAL_STEPS + PARTS + 1 + STEPS

    def run(self, target: Path) -> None:
        """Take all steps that are not done yet."""
        parts = self._work.path / "parts"
        parts.mkdir(exist_ok=True)
        dealt = self._deal_places(parts)
        self._extents = Extents(dealt.sums)
        self._deal_names(parts)
        spool = self._fill_spool(parts)
        version = f"GeoNames dump of {dealt.newest or 'unknown date'}"
        attribution = [ATTRIBUTION]
        if self._is_curated:
            version += f", placemap curated layer {__version__}"
            attribution.append(_CURATED_ATTRIBUTION)
        meta = {
            "version": version,
            "attribution": attribution,
            "names_source": "GeoNames",
            "dropped": [],
        }
        compile_spool(spool, self._work, target, meta=meta, tick=self._tick)

    def _tick(self, steps: int = 1) -> None:
        self._done += steps
        if self._progress is not None:
            self._progress(self._done, self._total)

    # -- dealing out -----------------------------------------------------------------

    def _deal_places(self, parts: Path) -> _Dealt:
        if not self._work.is_done("places"):
            newest, extents = "", Extents()
            with _Dealer(parts, "places") as dealer:
                for path in place_files(self._folder):
                    for number, cells, line in read_lines(path, PLACE_COLUMNS):
                        row = GeoName._make(cells)
                        _check_place(path, number, row)
                        newest = max(newest, row.modified)
                        _count_in(extents, row)
                        dealer.deal(self._part_of(row.geonameid), line)
            found = {"newest": newest, "sums": extents.sums}
            self._work.finish("places", found)
        self._tick(_DEAL_STEPS)
        return _Dealt(**self._work.result("places"))

    def _deal_names(self, parts: Path) -> None:
        stems = ("alternateNamesV2", "alternateNames")
        found = [find_table(self._folder, stem) for stem in stems]
        path = next((path for path in found if path is not None), None)
        if not self._work.is_done("names"):
            with _Dealer(parts, "names") as dealer:
                for number, cells, line in _lines_of(path):
                    if not cells[1].isdecimal():
                        raise GazetteerError(
                            f"{path}, line {number}: expected a GeoNames id in column"
                            f" 2, found {cells[1]!r}; fetch the file again"
                        )
                    if cells[2] != _LINK:
                        dealer.deal(self._part_of(cells[1]), line)
            self._work.finish("names")
        self._tick(_DEAL_STEPS)

    def _part_of(self, geonameid: str) -> int:
        return _TOUCHED if geonameid in self._touched else int(geonameid) % PARTS

    # -- records ---------------------------------------------------------------------

    def _fill_spool(self, parts: Path) -> Spool:
        spool = Spool(self._work.path / "spool", names_source="GeoNames")
        state = self._work.result("spool") or {}
        spool.restore(state.get("spool"))
        first = state.get("part", -1) + 1
        if first:
            self._tick(first)
        for part in range(first, PARTS + 1):
            records = self._read_part(parts, part)
            if part == _TOUCHED:
                records = self._amend(list(records))
            for record in records:
                spool.add(record)
            self._work.finish("spool", {"part": part, "spool": spool.checkpoint()})
            self._tick()
        return spool

    def _read_part(self, parts: Path, part: int) -> Iterator[PlaceRecord]:
        told: defaultdict[str, list[AlternateName]] = defaultdict(list)
        for _, cells, _ in read_lines(parts / f"names.{part}", NAME_COLUMNS):
            told[cells[1]].append(AlternateName._make([*cells, "", ""][:10]))
        seen = set()
        for _, cells, _ in read_lines(parts / f"places.{part}", PLACE_COLUMNS):
            row = GeoName._make(cells)
            if row.geonameid not in seen:
                seen.add(row.geonameid)
                yield self._record(row, told.get(row.geonameid, ()))

    def _record(self, row: GeoName, told: Collection[AlternateName]) -> PlaceRecord:
        country = self._divisions.countries.get(row.country)
        plain = row.alternatenames.split(",") if row.alternatenames else []
        names = sort_names(
            row.name or row.asciiname or row.geonameid,
            plain,
            told,
            languages=country.languages if country else (),
        )
        admin1, admin2 = self._divisions.names(row)
        lon_deg, lat_deg = float(row.longitude), float(row.latitude)
        reference = self._divisions.references.get(row.geonameid)
        return PlaceRecord(
            id=f"geonames:{row.geonameid}",
            lon_deg=lon_deg,
            lat_deg=lat_deg,
            kind=".".join(filter(None, (row.feature_class, row.feature_code))),
            country=row.country,
            admin1=admin1,
            admin2=admin2,
            population=int(row.population or 0),
            radius_m=self._radius_m(row, lon_deg, lat_deg),
            spellings=names.spellings,
            names=names.names,
            references=[*([reference] if reference else []), *names.references],
        )

    def _radius_m(self, row: GeoName, lon_deg: float, lat_deg: float) -> float:
        """Return how far a place reaches, 0 when nothing tells."""
        if row.feature_class == "P":
            return town_radius_m(int(row.population or 0))
        country = self._divisions.countries.get(row.country)
        if country and country.geonameid == row.geonameid:
            return math.sqrt(max(country.area_km2, 1.0) * 1e6 / math.pi)
        smallest = _SMALLEST_RADIUS_M.get(row.feature_code)
        if row.feature_class != "A" or smallest is None:
            return 0.0
        group = f"{row.country}.{row.admin1}"
        if row.feature_code == "ADM2":
            group += f".{row.admin2}"
        return max(smallest, self._extents.radius_m(group, lon_deg, lat_deg))

    # -- the curated layer -----------------------------------------------------------

    def _touched_ids(self) -> frozenset[str]:
        """Return the GeoNames ids of the places that the curated tables speak of."""
        home = {ref: number for number, ref in self._divisions.references.items()}
        spoken_of = touched_places(self._curated)
        return frozenset(
            home.get(place, place.removeprefix("geonames:")) for place in spoken_of
        )

    def _amend(self, records: list[PlaceRecord]) -> Iterator[PlaceRecord]:
        known = {record.id for record in records}
        known |= {reference for record in records for reference in record.references}
        return iter(amend(records, only_about(self._curated, known)))


class _Dealer:
    """Files of lines, one a part."""

    def __init__(self, folder: Path, what: str) -> None:
        self._paths = [folder / f"{what}.{part}" for part in range(PARTS + 1)]
        self._files: list[BufferedWriter] = []

    def __enter__(self) -> _Dealer:
        self._files = [path.open("wb") for path in self._paths]
        return self

    def __exit__(self, *exception: object) -> None:
        for file in self._files:
            file.close()

    def deal(self, part: int, line: bytes) -> None:
        """Put a line to its part, with a line end even if it was the last one."""
        self._files[part].write(line if line.endswith(b"\n") else line + b"\n")


def _lines_of(path: Path | None) -> Iterator[tuple[int, list[str], bytes]]:
    return iter(()) if path is None else read_lines(path, NAME_COLUMNS)


def _count_in(extents: Extents, row: GeoName) -> None:
    """Let a town tell how far the divisions it lies in reach."""
    if row.feature_class == "P" and row.admin1:
        lon_deg, lat_deg = float(row.longitude), float(row.latitude)
        extents.add(f"{row.country}.{row.admin1}", lon_deg, lat_deg)
        if row.admin2:
            group = f"{row.country}.{row.admin1}.{row.admin2}"
            extents.add(group, lon_deg, lat_deg)


def _check_place(path: Path, number: int, row: GeoName) -> None:
    """Refuse a line whose numbers are none, while file and line are known."""
    try:
        lon_deg, lat_deg = float(row.longitude), float(row.latitude)
        inside = -180 <= lon_deg <= 180 and -90 <= lat_deg <= 90
        plain = row.geonameid.isdecimal() and int(row.population or 0) >= 0
    except ValueError:
        inside = plain = False
    if not (inside and plain):
        raise GazetteerError(
            f"{path}, line {number}: expected an id, latitude, longitude and"
            f" population, found {row.geonameid!r}, {row.latitude!r},"
            f" {row.longitude!r} and {row.population!r}; fetch the file again"
        )


def only_about(curated: Curated, known: Collection[str]) -> Curated:
    """Return the rows about places that are known, or that the rows define."""
    places = tuple(r for r in curated.places if r.id in known or _is_of_its_own(r))
    known = {*known, *(row.id for row in places)}
    return replace(
        curated,
        places=places,
        names=tuple(row for row in curated.names if row.place in known),
        statuses=tuple(row for row in curated.statuses if row.place in known),
        demonyms=tuple(row for row in curated.demonyms if row.place in known),
        abbreviations=tuple(r for r in curated.abbreviations if r.place in known),
        corrections=tuple(row for row in curated.corrections if row.place in known),
        features={p: f for p, f in curated.features.items() if p in known},
    )


def _is_of_its_own(row: PlaceRow) -> bool:
    """Tell whether a row defines a place that no dump would have."""
    return not row.id.startswith(("geonames:", "iso:", "adm1:", "adm2:"))

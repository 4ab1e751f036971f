"""Read the files of the GeoNames dump: tab-separated text, or the zip around it.

The columns are those of the dump's readme. A line that does not fit is an error
that names file and line, for a damaged dump is better fetched again.
"""

from __future__ import annotations

import re
import zipfile
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, NamedTuple

from placemap.errors import GazetteerError
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_COUNTRY_FILE = re.compile(r"[A-Z]{2}\.(?:txt|zip)")
_PLACE_FILES = (
    "allCountries", "cities500", "cities1000", "cities5000", "cities15000"
)  # fmt: skip
_SUFFIXES = (".txt", ".zip")
# A line is far shorter; what is longer is no table.
_LONGEST_LINE = 1 << 20


class GeoName(NamedTuple):
    """A line of the main table, as text."""

    geonameid: str
    name: str
    asciiname: str
    alternatenames: str
    latitude: str
    longitude: str
    feature_class: str
    feature_code: str
    country: str
    cc2: str
    admin1: str
    admin2: str
    admin3: str
    admin4: str
    population: str
    elevation: str
    dem: str
    timezone: str
    modified: str


class AlternateName(NamedTuple):
    """A line of alternateNamesV2, as text; older files lack the last two."""

    alternate_id: str
    geonameid: str
    lang: str
    text: str
    preferred: str = ""
    short: str = ""
    colloquial: str = ""
    historic: str = ""
    start: str = ""
    end: str = ""


PLACE_COLUMNS = frozenset({len(GeoName._fields)})
NAME_COLUMNS = frozenset({8, len(AlternateName._fields)})


class Country(NamedTuple):
    """What countryInfo says of a country."""

    geonameid: str
    area_km2: float
    population: int
    languages: frozenset[str]


class Divisions:
    """Names and ids of countries and divisions, by the codes of the dump.

    `references` maps a GeoNames id to the ids that the shipped gazetteer and the
    curated tables use for the same place: ``iso:AZ``, ``adm1:AZ.65``.
    """

    def __init__(self, folder: Path) -> None:
        self.countries = _read_countries(folder)
        self.first: dict[str, str] = {}
        self.second: dict[str, str] = {}
        self.references: dict[str, str] = {}
        self._names: dict[str, tuple[str, str]] = {}
        for iso, country in self.countries.items():
            self.references[country.geonameid] = f"iso:{iso}"
        for code, name, _, geonameid in _read_optional(folder, "admin1CodesASCII", 4):
            self.first[code] = name
            self.references[geonameid] = f"adm1:{code}"
            self._names[geonameid] = (name, "")
        for code, name, _, geonameid in _read_optional(folder, "admin2Codes", 4):
            self.second[code] = name
            above = code.rpartition(".")[0]
            slug = fold(name).replace(" ", "-")
            self.references[geonameid] = f"adm2:{above}.{slug}"
            self._names[geonameid] = (self.first.get(above, ""), name)
        self._parents = self._read_parents(folder)

    def _read_parents(self, folder: Path) -> dict[str, str]:
        """Return the parent of each place in the hierarchy that is no division."""
        return {
            row[1]: row[0]
            for row in _read_optional(folder, "hierarchy", {2, 3})
            if row[1] not in self._names
        }

    def names(self, row: GeoName) -> tuple[str, str]:
        """Return the names of the divisions that a place lies in, or ''.

        The codes say so; where a place has none, its parents in the hierarchy do.
        A division does not lie in itself.
        """
        if row.feature_class == "A":
            if row.feature_code == "ADM1" or row.feature_code.startswith("PCL"):
                return "", ""
            if row.feature_code == "ADM2":
                return self.first.get(f"{row.country}.{row.admin1}", ""), ""
        first = self.first.get(f"{row.country}.{row.admin1}", "")
        if not first:
            return self._names_above(row.geonameid)
        return first, self.second.get(f"{row.country}.{row.admin1}.{row.admin2}", "")

    def _names_above(self, geonameid: str) -> tuple[str, str]:
        seen = set()
        while geonameid in self._parents and geonameid not in seen:
            seen.add(geonameid)
            geonameid = self._parents[geonameid]
            if geonameid in self._names:
                return self._names[geonameid]
        return "", ""


def place_files(folder: Path) -> list[Path]:
    """Return the files of the main table: the world's, or those of countries.

    Raises
    ------
    GazetteerError
        If there is none.
    """
    if not folder.is_dir():
        raise GazetteerError(
            f"expected a folder with GeoNames dump files, found none at {folder}"
        )
    for stem in _PLACE_FILES:
        if path := find_table(folder, stem):
            return [path]
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if _COUNTRY_FILE.fullmatch(path.name):
            found.setdefault(path.stem, path)
    if not found:
        raise GazetteerError(
            f"expected allCountries.txt, or a country's file such as NL.txt, in"
            f" {folder}; found neither. Fetch the dump or name its folder"
        )
    return list(found.values())


def find_table(folder: Path, stem: str) -> Path | None:
    """Return the file of that name, unpacked or zipped, or None."""
    paths = (folder / f"{stem}{suffix}" for suffix in _SUFFIXES)
    return next((path for path in paths if path.is_file()), None)


def table_files(folder: Path) -> list[Path]:
    """Return all files of the dump that a build reads, the main table first."""
    stems = (
        "alternateNamesV2", "alternateNames", "countryInfo",
        "admin1CodesASCII", "admin2Codes", "hierarchy",
    )  # fmt: skip
    found = [find_table(folder, stem) for stem in stems]
    return [*place_files(folder), *(path for path in found if path is not None)]


def read_lines(
    path: Path, columns: Collection[int]
) -> Iterator[tuple[int, list[str], bytes]]:
    """Yield number, cells and bytes of each line of a table.

    Empty lines and those that begin with # are left out.

    Raises
    ------
    GazetteerError
        If the file cannot be read, a line is not UTF-8 or its number of cells is
        not one of `columns`.
    """
    with _open(path) as file:
        for number, line in enumerate(_lines(path, file), start=1):
            if not line.strip() or line.startswith(b"#"):
                continue
            try:
                cells = line.decode().rstrip("\r\n").split("\t")
            except UnicodeDecodeError as error:
                raise GazetteerError(
                    f"{path}, line {number}: expected UTF-8, found the byte"
                    f" 0x{line[error.start]:02x}; fetch the file again"
                ) from error
            if len(cells) not in columns:
                wanted = " or ".join(map(str, sorted(columns)))
                raise GazetteerError(
                    f"{path}, line {number}: expected {wanted} tab-separated columns,"
                    f" found {len(cells)}; fetch the file again, and do not save it"
                    " from a spreadsheet"
                )
            yield number, cells, line


def _lines(path: Path, file: IO[bytes]) -> Iterator[bytes]:
    try:
        while line := file.readline(_LONGEST_LINE):
            yield line
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise GazetteerError(
            f"cannot read {path}: {error}; fetch the file again"
        ) from error


@contextmanager
def _open(path: Path) -> Iterator[IO[bytes]]:
    """Open a text file, or the text of the same name in a zip file."""
    with ExitStack() as stack:
        try:
            if path.suffix == ".zip":
                packed = stack.enter_context(zipfile.ZipFile(path))
                file = stack.enter_context(packed.open(f"{path.stem}.txt"))
            else:
                file = stack.enter_context(path.open("rb"))
        except KeyError as error:
            raise GazetteerError(
                f"expected {path.stem}.txt in {path}, found no such file;"
                " fetch it again"
            ) from error
        except (OSError, zipfile.BadZipFile) as error:
            raise GazetteerError(
                f"cannot read {path}: {error}; fetch the file again"
            ) from error
        yield file


def _read_optional(
    folder: Path, stem: str, columns: int | Collection[int]
) -> Iterator[list[str]]:
    path = find_table(folder, stem)
    if path is None:
        return
    allowed = {columns} if isinstance(columns, int) else columns
    for _, cells, _ in read_lines(path, allowed):
        yield cells


def _read_countries(folder: Path) -> dict[str, Country]:
    path = find_table(folder, "countryInfo")
    if path is None:
        return {}
    countries = {}
    for number, cells, _ in read_lines(path, {19}):
        try:
            countries[cells[0]] = Country(
                geonameid=cells[16],
                area_km2=float(cells[6] or 0),
                population=int(cells[7] or 0),
                languages=frozenset(
                    tag.partition("-")[0] for tag in cells[15].split(",") if tag
                ),
            )
        except ValueError as error:
            raise GazetteerError(
                f"{path}, line {number}: expected numbers for area and population,"
                f" found {cells[6]!r} and {cells[7]!r}; fetch the file again"
            ) from error
    return countries

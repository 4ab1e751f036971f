"""The curated layer: tables and shapes that people edit, read as plain rows.

A folder holds comma-separated tables with a header row in UTF-8 and, in
``shapes/``, GeoJSON files with one Feature each. The shipped layer and a user's
overlay have the same format; a table that is not there has no rows. Only the
standard library is needed to read, because the build reads the folder too.
"""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from placemap.errors import GazetteerError
from placemap.gazetteer.curated.country_rules import country_problems
from placemap.gazetteer.curated.rules import find_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from placemap.core import NameKind, Place

_PLACES = (
    "id", "name", "kind", "lon_deg", "lat_deg", "country", "admin1", "admin2",
    "population", "radius_m", "disputed", "source",
)  # fmt: skip
_NAMES = ("place", "text", "lang", "kind", "used_by", "from", "to", "source")
_STATUS = ("place", "view", "country", "from", "to", "source")
_DEMONYMS = ("text", "form", "place", "source")
_ABBREVIATIONS = ("text", "place", "source")
_CORRECTIONS = ("action", "place", "text", "reason", "source")
_SOURCES = ("key", "title", "licence", "note")
_FLAGS = {"": False, "0": False, "1": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place of its own, or what overrides the entry with that id.

    None, False and the empty string leave what the other entry says.
    """

    id: str
    name: str = ""
    kind: str = ""
    lon_deg: float | None = None
    lat_deg: float | None = None
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int | None = None
    radius_m: float | None = None
    disputed: bool = False
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One name of a place; the fields are those of `placemap.core.Name`."""

    place: str
    text: str
    lang: str = ""
    kind: NameKind = "alternate"
    used_by: str = ""
    start: str = ""
    end: str = ""
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """Whose a place is in one view; see `placemap.core.StatusView`."""

    place: str
    view: str
    country: str
    start: str = ""
    end: str = ""
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonymRow:
    """A word for the people of a place (demonym) or for what is of it (adjective)."""

    text: str
    form: Literal["demonym", "adjective"]
    place: str
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationRow:
    """A short form of a place's name, written as in running text."""

    text: str
    place: str
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """An error in a source, by action.

    drop_name takes a name away, drop_place the place; drop_population makes the number
    of its people unknown.
    """

    action: str
    place: str
    text: str = ""
    reason: str = ""
    source: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source that rows of the other tables name by its key."""

    key: str
    title: str = ""
    licence: str = ""
    note: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curated:
    """Everything in one folder, in the order of its files.

    `features` maps a place id to its GeoJSON Feature.
    """

    places: tuple[PlaceRow, ...] = ()
    names: tuple[NameRow, ...] = ()
    statuses: tuple[StatusRow, ...] = ()
    demonyms: tuple[DemonymRow, ...] = ()
    abbreviations: tuple[AbbreviationRow, ...] = ()
    corrections: tuple[CorrectionRow, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    features: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)

    @property
    def shapes(self) -> Mapping[str, Mapping[str, Any]]:
        """The GeoJSON geometry of each place that has one, by place id."""
        return {place: feature["geometry"] for place, feature in self.features.items()}


def read_curated(folder: str | Path) -> Curated:
    """Return the rows and shapes in `folder`.

    What the rows say is not judged here; `check_curated` does that.

    Raises
    ------
    GazetteerError
        If `folder` is not there, or a file in it cannot be read as the table or
        Feature it should be; the message names the file and the line.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise GazetteerError(
            f"expected a folder with gazetteer tables, found none at {folder}"
        )
    return Curated(
        places=tuple(_place_row(c) for c in _read(folder / "places.csv", _PLACES)),
        names=tuple(
            NameRow(**_dated(c), **c.pick("text", "lang", "kind", "used_by"))
            for c in _read(folder / "names.csv", _NAMES)
        ),
        statuses=tuple(
            StatusRow(**_dated(c), **c.pick("view", "country"))
            for c in _read(folder / "status.csv", _STATUS)
        ),
        demonyms=tuple(
            DemonymRow(line=c.line, **c.pick(*_DEMONYMS))
            for c in _read(folder / "demonyms.csv", _DEMONYMS)
        ),
        abbreviations=tuple(
            AbbreviationRow(line=c.line, **c.pick(*_ABBREVIATIONS))
            for c in _read(folder / "abbreviations.csv", _ABBREVIATIONS)
        ),
        corrections=tuple(
            CorrectionRow(line=c.line, **c.pick(*_CORRECTIONS))
            for c in _read(folder / "corrections.csv", _CORRECTIONS)
        ),
        sources=tuple(
            SourceRow(line=c.line, **c.pick(*_SOURCES))
            for c in _read(folder / "sources.csv", _SOURCES)
        ),
        features=_read_features(folder / "shapes"),
    )


def check_curated(
    curated: Curated,
    *,
    known: Callable[[str], Place | None] | None = None,
    outlines: Mapping[str, Mapping[str, Any]] | None = None,
) -> list[str]:
    """Return what is wrong with `curated`, in words, in file order.

    Parameters
    ----------
    known
        Looks up a place of the gazetteer the rows are laid over. Without it only
        references to ``curated:`` places are followed.
    outlines
        The GeoJSON geometry of each country by two-letter code, such as
        `country_rules.read_outlines` gives. Without it nobody asks whether places
        lie in their country.

    Examples
    --------
    >>> row = NameRow(place="curated:nowhere", text="Nowhere", source="own")
    >>> check_curated(Curated(names=(row,)))
    ["names.csv line 0: place 'curated:nowhere' is not in places.csv"]
    """
    found = find_problems(curated, known)
    if outlines is not None:
        found.extend(country_problems(curated, outlines, known))
    return found


class _Cells(NamedTuple):
    """One row of a table, by column name, and where it stands."""

    path: Path
    line: int
    values: Mapping[str, str]

    def pick(self, *columns: str) -> dict[str, Any]:
        return {column: self.values[column] for column in columns}

    def number(self, column: str) -> float | None:
        text = self.values[column]
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise GazetteerError(
                f"{self.path}, line {self.line}: {column} should be a plain number"
                f" such as 46.75, or empty, but it is {text!r}"
            )
        return number

    def flag(self, column: str) -> bool:
        text = self.values[column]
        if text not in _FLAGS:
            raise GazetteerError(
                f"{self.path}, line {self.line}: {column} should be 1, 0 or empty,"
                f" but it is {text!r}"
            )
        return _FLAGS[text]


def _place_row(cells: _Cells) -> PlaceRow:
    population = cells.number("population")
    return PlaceRow(
        lon_deg=cells.number("lon_deg"),
        lat_deg=cells.number("lat_deg"),
        population=None if population is None else int(population),
        radius_m=cells.number("radius_m"),
        disputed=cells.flag("disputed"),
        line=cells.line,
        **cells.pick("id", "name", "kind", "country", "admin1", "admin2", "source"),
    )


def _dated(cells: _Cells) -> dict[str, Any]:
    start, end = cells.values["from"], cells.values["to"]
    return {
        "start": start,
        "end": end,
        "line": cells.line,
        **cells.pick("place", "source"),
    }


def _read(path: Path, columns: tuple[str, ...]) -> Iterator[_Cells]:
    if not path.exists():
        return
    reader = csv.reader(io.StringIO(_text_of(path), newline=""))
    header = next(reader, [])
    if missing := [column for column in columns if column not in header]:
        raise GazetteerError(
            f"{path}, line 1: expected the columns {', '.join(columns)}; found"
            f" {', '.join(header) or 'nothing'}; {', '.join(missing)} missing."
            " Save the table comma-separated, with its header row"
        )
    for row in reader:
        if not any(row):
            continue
        if len(row) != len(header):
            raise GazetteerError(
                f"{path}, line {reader.line_num}: expected {len(header)} cells, found"
                f" {len(row)}; put quotes around a text that holds a comma"
            )
        values = dict(zip(header, (cell.strip() for cell in row), strict=True))
        yield _Cells(path, reader.line_num, values)


def _text_of(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")  # spreadsheets write a byte order mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GazetteerError(
            f"{path}, line {line}: expected UTF-8, found the byte"
            f" 0x{data[error.start]:02x}; save the file as UTF-8"
        ) from error


def _read_features(folder: Path) -> dict[str, Mapping[str, Any]]:
    features: dict[str, Mapping[str, Any]] = {}
    for path in sorted(folder.glob("*.geojson")):
        feature = _read_feature(path)
        place = feature["properties"]["place"]
        if place in features:
            raise GazetteerError(
                f"{path}: expected one shape a place, found a second one for"
                f" {place}; keep one of the files"
            )
        features[place] = feature
    return features


def _read_feature(path: Path) -> Mapping[str, Any]:
    try:
        feature = json.loads(_text_of(path))
    except json.JSONDecodeError as error:
        raise GazetteerError(
            f"{path}, line {error.lineno}: expected GeoJSON, found {error.msg}"
        ) from error
    found = feature if isinstance(feature, dict) else {}
    properties = found.get("properties")
    if (
        found.get("type") != "Feature"
        or not isinstance(properties, dict)
        or not isinstance(properties.get("place"), str)
        or not isinstance(found.get("geometry"), dict)
    ):
        raise GazetteerError(
            f"{path}, line 1: expected one GeoJSON Feature with a geometry and the"
            f" property place, found {found.get('type', type(feature).__name__)}"
        )
    return found

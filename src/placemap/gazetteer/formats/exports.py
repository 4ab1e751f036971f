"""Write a gazetteer for others: Linked Places Format, or the tables people edit.

Places are written as they are read, so that memory holds one of them at a time. A
file or folder comes into being whole or not at all.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from placemap.core import content_id
from placemap.errors import GazetteerError
from placemap.gazetteer.curated.mending import mend
from placemap.gazetteer.formats.lpf import CONTEXT, to_feature

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from placemap.core import Place

_PLACES = (
    "id", "name", "kind", "lon_deg", "lat_deg", "country", "admin1", "admin2",
    "population", "radius_m", "disputed", "source",
)  # fmt: skip
_NAMES = ("place", "text", "lang", "kind", "used_by", "from", "to", "source")
_STATUS = ("place", "view", "country", "from", "to", "source")
_DEMONYMS = ("text", "form", "place", "source")
_SOURCES = ("key", "title", "licence", "note")
_WORDS = frozenset({"demonym", "adjective"})
_SHAPE_NOTE = "simplified; as in the gazetteer it was exported from"


class Listing(Protocol):
    """A gazetteer whose places can be gone through."""

    def places(self) -> Iterator[Place]:
        """Yield every place, without names."""

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry, or None."""

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the place's shape, or None."""

    @property
    def version(self) -> str:
        """Name and version."""

    @property
    def attribution(self) -> Sequence[str]:
        """The sources of the data with their licences."""


def whole_places(
    gazetteer: Listing, *, countries: Collection[str] = (), kinds: Collection[str] = ()
) -> Iterator[Place]:
    """Yield places with their names and views, in the gazetteer's order.

    Parameters
    ----------
    countries
        ISO 3166-1 codes to keep; all when empty.
    kinds
        Feature classes (``P``) or kinds (``P.PPLC``) to keep; all when empty.
    """
    for bare in gazetteer.places():
        if countries and bare.country not in countries:
            continue
        if kinds and not {bare.kind, bare.feature_class} & set(kinds):
            continue
        place = gazetteer.place(bare.id)
        if place is not None:
            yield place


def write_lpf(
    gazetteer: Listing,
    path: str | Path,
    *,
    attested: str = "",
    countries: Collection[str] = (),
    kinds: Collection[str] = (),
) -> int:
    """Write places to a file in the Linked Places Format; return how many.

    Parameters
    ----------
    attested
        A date at which the places are known to be there, such as that of the data.
        The format wants one for each place whose names have none.
    countries, kinds
        What to write; see `whole_places`.

    Raises
    ------
    GazetteerError
        If the file cannot be written.
    """
    head = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "version": gazetteer.version,
        "attribution": list(gazetteer.attribution),
    }
    count = 0
    with (
        _replacing(Path(path)) as temporary,
        temporary.open("w", encoding="utf-8") as f,
    ):
        f.write(_json(head)[:-1] + ', "features": [')
        for place in whole_places(gazetteer, countries=countries, kinds=kinds):
            feature = to_feature(place, gazetteer.shape(place.id), attested=attested)
            f.write((",\n" if count else "\n") + _json(feature))
            count += 1
        f.write("\n]}\n")
    return count


def write_tables(
    gazetteer: Listing,
    folder: str | Path,
    *,
    countries: Collection[str] = (),
    kinds: Collection[str] = (),
) -> int:
    """Write places as a folder of tables and shapes; return how many places.

    The format is that of the curated layer: the folder can be edited, checked,
    compiled, or laid over another gazetteer.

    Raises
    ------
    GazetteerError
        If `folder` is already there, or cannot be written.
    """
    folder = Path(folder)
    if folder.exists():
        raise GazetteerError(
            f"expected a new folder, found {folder} already there; name another one"
        )
    with _replacing(folder) as temporary:
        temporary.mkdir()
        (temporary / "shapes").mkdir()
        with ExitStack() as stack:
            tables = _Tables(temporary, stack, gazetteer.version)
            for place in whole_places(gazetteer, countries=countries, kinds=kinds):
                tables.add(place, gazetteer.shape(place.id))
            tables.finish(gazetteer.attribution)
    return tables.count


class _Tables:
    """The tables of one folder, open for writing."""

    def __init__(self, folder: Path, stack: ExitStack, source: str) -> None:
        self.count = 0
        self._folder = folder
        self._source = source
        self._sources = {source}
        self._writers = {}
        for name, columns in (
            ("places", _PLACES),
            ("names", _NAMES),
            ("status", _STATUS),
            ("demonyms", _DEMONYMS),
            ("sources", _SOURCES),
        ):
            file = (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            writer = csv.writer(stack.enter_context(file), lineterminator="\n")
            writer.writerow(columns)
            self._writers[name] = writer

    def add(self, place: Place, shape: Mapping[str, Any] | None) -> None:
        """Write one place."""
        self.count += 1
        self._writers["places"].writerow(_place_row(place, self._source))
        self._write_names(place)
        for status in place.statuses:
            source = status.source or self._source
            self._sources.add(source)
            view = (place.id, status.view, status.country, status.start, status.end)
            self._writers["status"].writerow([*view, source])
        if shape is not None:
            self._write_shape(place, shape)

    def finish(self, attribution: Sequence[str]) -> None:
        """Write the sources that rows have named."""
        licences = "; ".join(attribution)
        for source in sorted(self._sources):
            self._writers["sources"].writerow([source, source, licences, ""])

    def _write_names(self, place: Place) -> None:
        """Write each name once; demonyms and adjectives have a table of their own."""
        words = {
            (name.text, name.kind): name.source or self._source
            for name in place.names
            if name.kind in _WORDS and name.text != place.name
        }
        for (text, form), source in words.items():
            self._writers["demonyms"].writerow((text, form, place.id, source))
        seen = {(place.name, "", "")}  # it stands in places.csv
        hidden = {text for text, _ in words}
        for name in place.names:
            key = (name.text, name.lang, name.used_by)
            if name.kind in _WORDS or name.text in hidden or key in seen:
                continue
            seen.add(key)
            source = name.source or self._source
            row = (place.id, *key[:2], name.kind, name.used_by)
            self._writers["names"].writerow((*row, name.start, name.end, source))
            self._sources.add(source)
        self._sources.update(words.values())

    def _write_shape(self, place: Place, shape: Mapping[str, Any]) -> None:
        slug = re.sub(r"[^a-z0-9]+", "-", place.id.casefold()).strip("-")
        path = self._folder / "shapes" / f"{slug}.geojson"
        if path.exists():  # ids that differ in signs only
            path = path.with_name(f"{content_id(slug, place.id)}.geojson")
        feature = {
            "type": "Feature",
            "properties": {
                "place": place.id,
                "source": self._source,
                "note": _SHAPE_NOTE,
            },
            "geometry": _valid(shape),
        }
        path.write_text(_json(feature) + "\n", encoding="utf-8")


def _valid(geometry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a geometry that programs accept, the same where it is one."""
    from shapely.geometry import mapping, shape

    if shape(dict(geometry)).is_valid:
        return geometry
    mended: Mapping[str, Any] = mapping(mend(geometry))
    return mended


def _place_row(place: Place, source: str) -> list[object]:
    return [
        place.id,
        place.name,
        place.kind,
        place.lon_deg,
        place.lat_deg,
        place.country,
        place.admin1,
        place.admin2,
        place.population or "",
        round(place.radius_m) or "",
        1 if place.disputed else "",
        source,
    ]


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Give a path beside `target` that takes its place at the end."""
    temporary = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear(temporary)
        yield temporary
        temporary.replace(target)
    except OSError as error:
        raise GazetteerError(
            f"cannot write {target}: {error.strerror}; free the disk or choose"
            " another target"
        ) from error
    finally:
        with suppress(OSError):
            _clear(temporary)


def _clear(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

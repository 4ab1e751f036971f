"""The rules a curated layer must keep, each a small function over its rows.

Every rule yields sentences that name the table, the line and what is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeAlias, get_args

from placemap.core import NameKind
from placemap.gazetteer.curated.shape_rules import shape_problems
from placemap.gazetteer.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from placemap.core import Place
    from placemap.gazetteer.curated.tables import (
        AbbreviationRow,
        CorrectionRow,
        Curated,
        DemonymRow,
        NameRow,
        PlaceRow,
        StatusRow,
    )

    _Referring: TypeAlias = (
        NameRow | StatusRow | DemonymRow | AbbreviationRow | CorrectionRow
    )
    _Row: TypeAlias = PlaceRow | _Referring

_ID = re.compile(
    r"geonames:\d+|iso:[A-Z]{2}|curated:[a-z0-9]+(-[a-z0-9]+)*"
    r"|adm1:[A-Z]{2}\.\w+|adm2:[A-Z]{2}\.\w+\.[\w-]+"
)
_LANG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NAME_KINDS = frozenset(get_args(NameKind))
_FORMS = frozenset({"demonym", "adjective"})
_ACTIONS = ("drop_name", "drop_place", "drop_population")
_OPEN_END = "9999"


def find_problems(
    curated: Curated, known: Callable[[str], Place | None] | None
) -> list[str]:
    """Return all problems of `curated`, table by table; see `check_curated`."""
    refers = _Refers({row.id for row in curated.places}, known)
    return [
        *chain.from_iterable(_place_problems(row, known) for row in curated.places),
        *_duplicates("places.csv", ((r.line, (r.id,)) for r in curated.places)),
        *chain.from_iterable(_name_problems(row) for row in curated.names),
        *_duplicates(
            "names.csv",
            ((r.line, (r.place, r.text, r.lang, r.used_by)) for r in curated.names),
        ),
        *chain.from_iterable(_status_problems(row) for row in curated.statuses),
        *_overlaps(curated.statuses),
        *_word_problems(curated),
        *_shadow_problems(curated),
        *chain.from_iterable(_correction_problems(r) for r in curated.corrections),
        *_reference_problems(curated, refers),
        *_source_problems(curated),
        *shape_problems(curated.features, {row.id: row for row in curated.places}),
    ]


class _Refers:
    """Answers whether a place id leads anywhere."""

    def __init__(
        self, own: Collection[str], known: Callable[[str], Place | None] | None
    ) -> None:
        self._own = own
        self._known = known

    def problem(self, place_id: str) -> str:
        """Return what is wrong with a reference, or the empty string."""
        if not _ID.fullmatch(place_id):
            return f"{place_id!r} is not the id of a place, such as geonames:146970"
        if place_id in self._own:
            return ""
        if self._known is not None:
            found = self._known(place_id) is not None
            return "" if found else f"place {place_id!r} is in no gazetteer"
        if place_id.startswith("curated:"):
            return f"place {place_id!r} is not in places.csv"
        return ""


def _place_problems(
    row: PlaceRow, known: Callable[[str], Place | None] | None
) -> Iterator[str]:
    where = f"places.csv line {row.line}: {row.id}"
    if not _ID.fullmatch(row.id):
        yield f"{where} is not the id of a place, such as curated:some-place"
    if row.kind and row.kind not in KINDS:
        yield f"{where} has the unknown kind {row.kind!r}, expected one such as P.PPL"
    if (row.lon_deg is None) != (row.lat_deg is None):
        yield f"{where} has one coordinate without the other"
    if not -180 <= (row.lon_deg or 0) <= 180 or not -90 <= (row.lat_deg or 0) <= 90:
        yield f"{where} lies at {row.lon_deg}, {row.lat_deg}, outside the world"
    if row.country and not re.fullmatch("[A-Z]{2}", row.country):
        yield f"{where} has the country {row.country!r}, expected two capital letters"
    if (row.population or 0) < 0 or (row.radius_m or 0) < 0:
        yield f"{where} has a negative population or radius"
    is_new = row.id.startswith("curated:")
    if not is_new and known is not None:
        is_new = known(row.id) is None
    if is_new and not (row.name and row.kind and row.lon_deg is not None):
        yield f"{where} is a new place and needs a name, a kind and a point"


def _name_problems(row: NameRow) -> Iterator[str]:
    where = f"names.csv line {row.line}: {row.place}"
    if not row.text:
        used = f", only who uses it ({row.used_by})" if row.used_by else ""
        yield f"{where} has no text{used}"
    if row.lang and not _LANG.fullmatch(row.lang):
        yield f"{where} has the language {row.lang!r}, expected a tag such as az-Latn"
    if row.kind not in _NAME_KINDS:
        kinds = ", ".join(sorted(_NAME_KINDS))
        yield f"{where} has the unknown kind {row.kind!r}, expected one of {kinds}"
    yield from _date_problems(where, row.start, row.end)


def _status_problems(row: StatusRow) -> Iterator[str]:
    where = f"status.csv line {row.line}: {row.place}"
    if not row.view or not row.country:
        yield f"{where} needs both a view and a country"
    yield from _date_problems(where, row.start, row.end)


def _date_problems(where: str, start: str, end: str) -> Iterator[str]:
    wrong = [date for date in (start, end) if date and not _DATE.fullmatch(date)]
    for date in wrong:
        yield f"{where} has the date {date!r}, expected one such as 1991-11-26 or 1991"
    if not wrong and start and end and start > end:
        yield f"{where} ends ({end}) before it starts ({start})"


def _overlaps(rows: Iterable[StatusRow]) -> Iterator[str]:
    """Find views that hold two opinions at one time."""
    by_view: dict[tuple[str, str], list[StatusRow]] = {}
    for row in rows:
        by_view.setdefault((row.place, row.view), []).append(row)
    for (place, view), same in by_view.items():
        same.sort(key=lambda row: row.start)
        for earlier, later in pairwise(same):
            if later.start < (earlier.end or _OPEN_END):
                yield (
                    f"status.csv line {later.line}: {place} in the view {view!r}"
                    f" overlaps line {earlier.line} in time"
                )


def _word_problems(curated: Curated) -> Iterator[str]:
    for demonym in curated.demonyms:
        if not demonym.text:
            yield f"demonyms.csv line {demonym.line}: {demonym.place} has no text"
        if demonym.form not in _FORMS:
            yield (
                f"demonyms.csv line {demonym.line}: {demonym.text!r} has the form"
                f" {demonym.form!r}, expected demonym or adjective"
            )
    for short in curated.abbreviations:
        if not short.text:
            yield f"abbreviations.csv line {short.line}: {short.place} has no text"
    yield from _duplicates(
        "demonyms.csv",
        ((r.line, (r.text, r.form, r.place)) for r in curated.demonyms),
    )
    yield from _duplicates(
        "abbreviations.csv",
        ((r.line, (r.text, r.place)) for r in curated.abbreviations),
    )


def _shadow_problems(curated: Curated) -> Iterator[str]:
    """Find words that would hide a plain name of the same place."""
    names = {(row.place, row.text) for row in curated.names}
    names |= {(row.id, row.name) for row in curated.places}
    tables: dict[str, Sequence[DemonymRow | AbbreviationRow]] = {
        "demonyms.csv": curated.demonyms,
        "abbreviations.csv": curated.abbreviations,
    }
    for table, rows in tables.items():
        for row in rows:
            if row.text and (row.place, row.text) in names:
                yield (
                    f"{table} line {row.line}: {row.text!r} is also a name of"
                    f" {row.place}; keep one of them"
                )


def _correction_problems(row: CorrectionRow) -> Iterator[str]:
    where = f"corrections.csv line {row.line}: {row.place}"
    if row.action not in _ACTIONS:
        expected = ", ".join(_ACTIONS[:-1]) + f" or {_ACTIONS[-1]}"
        yield f"{where} has the action {row.action!r}, expected {expected}"
    if row.action == "drop_name" and not row.text:
        yield f"{where} does not say which name to drop"
    if not row.reason:
        yield f"{where} gives no reason"


def _duplicates(
    table: str, keys: Iterable[tuple[int, tuple[str, ...]]]
) -> Iterator[str]:
    keys = list(keys)
    counts = Counter(key for _, key in keys)
    for line, key in keys:
        if counts[key] > 1:
            yield f"{table} line {line}: {', '.join(filter(None, key))} is there twice"


def _reference_problems(curated: Curated, refers: _Refers) -> Iterator[str]:
    for table, rows in _referring(curated).items():
        for row in rows:
            if problem := refers.problem(row.place):
                yield f"{table} line {row.line}: {problem}"


def _source_problems(curated: Curated) -> Iterator[str]:
    keys = {row.key for row in curated.sources}
    tables: dict[str, Sequence[_Row]] = {
        "places.csv": curated.places,
        **_referring(curated),
    }
    for table, rows in tables.items():
        for row in rows:
            if not row.source:
                yield f"{table} line {row.line}: no source"
            elif keys and row.source not in keys:
                yield (
                    f"{table} line {row.line}: the source {row.source!r} is not in"
                    " sources.csv"
                )
    for place, feature in curated.features.items():
        source = feature["properties"].get("source")
        if keys and source and source not in keys:
            yield f"shape of {place}: the source {source!r} is not in sources.csv"


def _referring(curated: Curated) -> dict[str, Sequence[_Referring]]:
    """Return the tables whose rows belong to a place, by file name."""
    return {
        "names.csv": curated.names,
        "status.csv": curated.statuses,
        "demonyms.csv": curated.demonyms,
        "abbreviations.csv": curated.abbreviations,
        "corrections.csv": curated.corrections,
    }

"""How much a curated layer holds, category by category."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from placemap.gazetteer.curated.tables import Curated

_RIVAL = frozenset({"former", "local"})
_DIVISIONS = (
    ("first-level divisions", "A.ADM1", "adm1:"),
    ("second-level divisions", "A.ADM2", "adm2:"),
)


def count_curated(curated: Curated) -> dict[str, int]:
    """Return the number of rows or places of each category, by its name in words.

    Divisions are counted by the places that any table speaks of; a first-level one
    may also go by its GeoNames id and then counts by its kind.

    Examples
    --------
    >>> from placemap.gazetteer.curated.tables import Curated, StatusRow
    >>> view = StatusRow(place="curated:isle", view="UN", country="DE", start="1990")
    >>> count_curated(Curated(statuses=(view,)))["disputed areas with dated views"]
    1
    """
    dated = {row.place for row in curated.statuses if row.start or row.end}
    spoken_of = {row.id for row in curated.places}
    spoken_of |= {row.place for row in curated.names}
    return {
        "places": len(curated.places),
        "names": len(curated.names),
        "places with contested, parallel or former names": sum(
            1 for _ in rival_places(curated)
        ),
        "disputed areas with dated views": len(dated),
        "views": len(curated.statuses),
        "shapes": len(curated.features),
        **{
            label: len(_of_kind(curated, kind) | _with_prefix(spoken_of, prefix))
            for label, kind, prefix in _DIVISIONS
        },
        "demonyms and adjectives": len(curated.demonyms),
        "abbreviations": len(curated.abbreviations),
        "corrections": len(curated.corrections),
        "sources": len(curated.sources),
    }


def rival_places(curated: Curated) -> Iterator[str]:
    """Yield the places with two names or more of which one is former, local or owned.

    "Owned" means that the table says who uses the name.
    """
    counts = Counter(row.place for row in curated.names)
    rival = {row.place for row in curated.names if row.used_by or row.kind in _RIVAL}
    yield from (place for place in sorted(rival) if counts[place] > 1)


def _of_kind(curated: Curated, kind: str) -> set[str]:
    return {row.id for row in curated.places if row.kind == kind}


def _with_prefix(places: Collection[str], prefix: str) -> set[str]:
    return {place for place in places if place.startswith(prefix)}

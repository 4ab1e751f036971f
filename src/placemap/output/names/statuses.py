"""Whose a place is, by whose view, on the day that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.names.listing import told

if TYPE_CHECKING:
    from placemap.core import Place, StatusView
    from placemap.output.encoding import Record


def statuses_on(place: Place, day: str) -> list[Record]:
    """Return the views of whose `place` is that were valid on `day`.

    `day` is an ISO date; where it is empty all views are returned.

    Examples
    --------
    >>> from placemap.core import Place, StatusView
    >>> views = (
    ...     StatusView(view="de facto", country="AM", start="1994", end="2023-09-20"),
    ...     StatusView(view="UN", country="AZ"),
    ... )
    >>> place = Place(id="x:1", name="X", lon_deg=0, lat_deg=0, statuses=views)
    >>> [view["country"] for view in statuses_on(place, "2023-09-19")]
    ['AM', 'AZ']
    >>> [view["country"] for view in statuses_on(place, "2024-01-01")]
    ['AZ']
    """
    return [
        told(
            view=status.view,
            country=status.country,
            start=status.start,
            end=status.end,
            source=status.source,
        )
        for status in place.statuses
        if not day or _is_valid(status, day)
    ]


def _is_valid(status: StatusView, day: str) -> bool:
    # ISO dates sort as text, and so do years and months cut to their length.
    start, end = status.start.strip("."), status.end.strip(".")
    return day[: len(start)] >= start and day[: len(end)] <= end

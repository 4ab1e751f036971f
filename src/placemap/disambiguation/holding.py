"""Which candidates lie in which, for many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from placemap.disambiguation import cues

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from placemap.disambiguation.table import Floats, Numbers, Table

    Matrix = NDArray[np.bool_]

# A part of town lies this close to the point of its town.
_TOWN_KM = 40.0
# Points further apart than this are not looked at for larger regions.
_REGION_KM = 1500.0


class Shared(NamedTuple):
    """Whether two candidates share a country, a division, a county."""

    country: Matrix
    division: Matrix
    county: Matrix


class Holding(NamedTuple):
    """Whether the candidate of a row lies in that of a column, by the latter's kind."""

    country: Matrix
    division: Matrix
    county: Matrix
    town: Matrix
    region: Matrix

    def any(self) -> Matrix:
        """Return whether it lies in it at all."""
        return self.country | self.division | self.county | self.town | self.region


def find_shared(table: Table, ones: Numbers, others: Numbers) -> Shared:
    """Return what the candidates in two lists have in common, as matrices."""
    return Shared(
        *(
            (codes[ones][:, None] == codes[others][None, :])
            & (codes[ones] > 0)[:, None]
            for codes in (table.country, table.division, table.county)
        )
    )


def find_holding(
    table: Table, inner: Numbers, outer: Numbers, shared: Shared, distance_km: Floats
) -> Holding:
    """Return which candidates in `inner` lie in which in `outer`, as matrices."""
    small, large = table.group[inner][:, None], table.group[outer][None, :]
    is_country, is_division = small == cues.COUNTRY, small == cues.DIVISION
    is_local = (small == cues.SETTLEMENT) | (small == cues.SITE)
    is_smaller = table.size[inner][:, None] < table.size[outer][None, :]
    reach = table.radius_km[outer].clip(max=_REGION_KM)[None, :]
    return Holding(
        country=(large == cues.COUNTRY) & shared.country & ~is_country,
        division=(large == cues.DIVISION)
        & shared.division
        & ~is_division
        & ~is_country,
        county=(large == cues.COUNTY) & shared.county & is_local,
        town=(large == cues.SETTLEMENT)
        & (distance_km < _TOWN_KM)
        & is_smaller
        & is_local,
        region=(large >= cues.WATER) & (distance_km < reach) & (small < cues.COUNTRY),
    )


def lies_in(table: Table, inner: Numbers, outer: Numbers) -> Matrix:
    """Return which candidates in `inner` lie in which in `outer`."""
    shared = find_shared(table, inner, outer)
    distance_km = table.distance_km(inner, outer)
    return find_holding(table, inner, outer, shared, distance_km).any()

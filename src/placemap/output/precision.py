"""Other projects' codes for how exactly a place is known, from the UCDP code.

placemap keeps UCDP's ``where_prec``, the finest of them: 1 exact place, 2 near a
place, 3 second-level division, 4 first-level division, 5 larger, vague or between
places, 6 country, 7 sea or air. Mind the direction: ACLED's 1 is the most exact,
PLOVER's 1 the least.
"""

from __future__ import annotations

# ACLED codebook: 1 a named town or exact spot, 2 near a town or a small part of a
# region, 3 a larger region or natural location.
_ACLED = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}
# PLOVER manual: 5 sub-city, 4 city, 3 district, 2 province, 1 country. "Near" is
# no longer that city, and what is vague is at best somewhere in a province.
_PLOVER = {1: 4, 2: 3, 3: 3, 4: 2, 5: 2, 6: 1}
# GeoNames features that lie within a town: spots, roads and sections of it.
_WITHIN_TOWN = ("S.", "R.", "P.PPLX")


def acled_geo_precision(where_prec: int) -> int | None:
    """Return the ACLED ``geo_precision``, 1 to 3, or None for a code unknown.

    Examples
    --------
    >>> [acled_geo_precision(code) for code in (1, 2, 6)]
    [1, 2, 3]
    """
    return _ACLED.get(where_prec)


def plover_resolution(where_prec: int, kind: str) -> int | None:
    """Return the PLOVER resolution, 5 to 1, or None where no division fits.

    Parameters
    ----------
    where_prec
        The UCDP code.
    kind
        The GeoNames feature class and code of the place, such as ``P.PPLC``.

    Examples
    --------
    >>> plover_resolution(1, "P.PPL"), plover_resolution(1, "S.AIRP")
    (4, 5)
    >>> plover_resolution(7, "H.SEA") is None
    True
    """
    if where_prec == 1 and kind.startswith(_WITHIN_TOWN):
        return 5
    return _PLOVER.get(where_prec)

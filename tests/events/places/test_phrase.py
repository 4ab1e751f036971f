from __future__ import annotations

import pytest

from placemap.events.places.phrase import rank


@pytest.mark.parametrize(
    ("kind", "radius_m", "expected"),
    [
        ("P.PPLX", 0, 0),
        ("P.PPL", 0, 1),
        ("A.ADM2", 0, 3),
        ("A.ADM1", 0, 4),
        ("L.RGN", 90_000, 4),
        ("A.PCLI", 0, 5),
        ("L.RGN", 900_000, 6),
    ],
)
def test_ranks_run_from_spot_to_macro_region(place_of, kind, radius_m, expected):
    assert rank(place_of("X", kind, radius_m=radius_m)) == expected


def test_an_unresolved_place_ranks_as_a_settlement():
    assert rank(None) == 1

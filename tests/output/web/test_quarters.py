import pytest

from placemap.core import Name, Place
from placemap.output.web.quarters import without_quarters


def town(key, name, *, population, lon_deg=35.2, names=1):
    others = tuple(Name(text=f"{name} {n}") for n in range(names - 1))
    return Place(
        id=key,
        name=name,
        kind="P.PPL",
        lon_deg=lon_deg,
        lat_deg=31.8,
        population=population,
        names=(Name(text=name), *others),
    )


CITY = town("x:city", "Orn", population=800_000, names=12)


@pytest.mark.parametrize(
    "quarter",
    [
        town("x:1", "Right Bank", population=900_000),
        town("x:1", "West Orn", population=400_000, names=8),
    ],
    ids=["with the people of the city", "named after it"],
)
def test_a_quarter_is_left_out(quarter):
    assert without_quarters([quarter, CITY]) == [CITY]


@pytest.mark.parametrize(
    "other",
    [
        town("x:1", "Right Bank", population=900_000, lon_deg=35.4),
        town("x:1", "West Orn", population=400_000, lon_deg=35.4),
        town("x:1", "New Orn", population=400_000),
        town("x:1", "West Ham", population=400_000),
        town("x:1", "Right Bank", population=900_000, names=8),
    ],
    ids=["far", "far and named after it", "new", "of another", "with many names"],
)
def test_a_town_is_not(other):
    assert without_quarters([other, CITY]) == [other, CITY]

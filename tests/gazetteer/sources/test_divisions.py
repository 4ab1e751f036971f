import pytest

from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.sources.datapackages import name_first_level
from placemap.gazetteer.sources.divisions import derive_first_level, derive_second_level


def town(name, lon, lat, *, admin1="", admin2="", population=1000):
    return PlaceRecord(
        id=f"t:{name}",
        lon_deg=lon,
        lat_deg=lat,
        kind="P.PPL",
        country="AA",
        admin1=admin1,
        admin2=admin2,
        population=population,
        spellings={name: "official"},
    )


TOWNS = [
    (town("A", 10.0, 50.0, admin1="Norland Province", admin2="Hill"), "01"),
    (town("B", 10.0, 51.0, admin1="Norland Province", admin2="Hill"), "01"),
    (town("C", 10.0, 52.0, admin1="Typo"), "01"),
    (town("D", 20.0, 52.0), ""),
]


def test_a_division_is_called_what_most_of_its_towns_say():
    assert name_first_level(TOWNS) == {("AA", "01"): "Norland Province"}


def test_a_first_level_division_lies_amid_its_towns():
    (division,) = derive_first_level(TOWNS, name_first_level(TOWNS))
    assert division.id == "adm1:AA.01"
    assert (division.lon_deg, division.lat_deg) == (10.0, 51.0)
    assert 111_000 < division.radius_m < 112_000
    assert division.population == 3000
    assert division.bbox == pytest.approx((10.0, 50.0, 10.0, 52.0))


def test_newspapers_leave_the_generic_word_off():
    (division,) = derive_first_level(TOWNS, name_first_level(TOWNS))
    assert list(division.spellings) == ["Norland Province", "Norland"]


def test_a_second_level_division_knows_its_first():
    (division,) = derive_second_level(TOWNS)
    assert division.id == "adm2:AA.01.hill"
    assert division.admin1 == "Norland Province"
    assert list(division.spellings) == ["Hill"]


def test_towns_across_the_antimeridian_have_their_centre_between_them():
    towns = [
        (town("W", 179.0, -17.0, admin1="Isles"), "01"),
        (town("E", -179.0, -17.0, admin1="Isles"), "01"),
    ]
    (division,) = derive_first_level(towns, name_first_level(towns))
    assert abs(division.lon_deg) == pytest.approx(180.0)
    assert division.bbox == pytest.approx((179.0, -17.0, -179.0, -17.0))

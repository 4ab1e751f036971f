"""Names that a source may have given to the wrong place."""

import csv
from pathlib import Path

import pytest

from placemap.core import Name
from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.curated.source_errors import (
    find_suspects,
    judge_name,
    write_suspects,
)
from placemap.gazetteer.curated.tables import CorrectionRow, read_curated
from placemap.text import fold

FOLDER = Path(__file__).parents[3] / "gazetteer"
CITY = {"lon_deg": 10.0, "lat_deg": 50.0, "kind": "P.PPL", "country": "AA"}


def town(key, name, *others, **changes):
    fields = {**CITY, "population": 800, "lon_deg": 12.0, **changes}
    names = {name: "official", **dict.fromkeys(others, "alternate")}
    return PlaceRecord(id=f"t:{key}", spellings=names, **fields)


def city(**changes):
    fields = {**CITY, "population": 300_000, **changes}
    return PlaceRecord(id="t:city", spellings={"Fuyang": "official"}, **fields)


@pytest.fixture
def suspects_of(build):
    def found(*records, **options):
        data = build(records, **options)
        data.meta["names_source"] = "GeoNames"
        return find_suspects(data)

    return found


def test_the_main_name_of_a_larger_place_is_suspicious(suspects_of):
    (suspect,) = suspects_of(city(), town("a", "Puyang", "Fuyang"))
    assert (suspect.place, suspect.text, suspect.larger) == ("t:a", "Fuyang", "t:city")
    assert suspect.distance_km == 143
    assert (suspect.likeness, suspect.verdict) == ("alike", "kept")


@pytest.mark.parametrize(
    ("name", "likeness"),
    [("New Fuyang", "part"), ("Fuyan", "alike"), ("Whitby", "different")],
)
def test_the_name_is_compared_with_the_place_s_own(suspects_of, name, likeness):
    (suspect,) = suspects_of(city(), town("a", name, "Fuyang"))
    assert suspect.likeness == likeness


@pytest.mark.parametrize(
    "change",
    [
        {"population": 200_000},  # not much smaller
        {"lon_deg": 10.1},  # a part of the city
        {"country": "BB", "lon_deg": 30.0},  # far abroad, and no world city
        {"kind": "L.RGN"},
    ],
)
def test_what_is_not_suspicious(suspects_of, change):
    assert suspects_of(city(), town("a", "Puyang", "Fuyang", **change)) == []


def test_a_namesake_is_not_suspicious(suspects_of):
    assert suspects_of(city(), town("a", "Fuyang")) == []


def test_a_world_city_is_mixed_up_across_the_world(suspects_of):
    abroad = town("a", "Puyang", "Fuyang", country="BB", lon_deg=90.0)
    assert len(suspects_of(city(population=2_000_000), abroad)) == 1


def test_the_official_name_of_the_larger_place_counts_too(suspects_of):
    larger = city()
    larger.names.append(Name(text="Gəncə", lang="az", kind="official", source="own"))
    (suspect,) = suspects_of(larger, town("a", "Yevlakh", "Gəncə"))
    assert suspect.text == "Gəncə"


def test_names_that_are_told_by_others_are_not_the_source_s(suspects_of):
    smaller = town("a", "Puyang")
    smaller.names.append(Name(text="Fuyang", kind="former", source="own"))
    assert suspects_of(city(), smaller) == []


def test_codes_are_not_names(suspects_of):
    smaller = town("a", "Puyang")
    smaller.spellings["FUY"] = "code"
    assert suspects_of(city(), smaller) == []


def test_a_dropped_name_is_judged_as_if_it_were_there(build):
    gazetteer = build([city(), town("a", "Puyang")])
    row = CorrectionRow(action="drop_name", place="t:a", text="Fuyang")
    (suspect,) = find_suspects(gazetteer, [row])
    assert suspect.verdict == "error"
    assert judge_name(gazetteer, "t:a", "Whitby") is None
    assert judge_name(gazetteer, "t:nowhere", "Fuyang") is None


def test_a_table_of_them_has_a_column_for_each_field(suspects_of, tmp_path):
    write_suspects(
        tmp_path / "a.csv", suspects_of(city(), town("a", "Puyang", "Fuyang"))
    )
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["larger_name"] == "Fuyang"
    assert row["larger_population"] == "300000"


# -- the shipped data ---------------------------------------------------------------


@pytest.fixture(scope="module")
def curated():
    return read_curated(FOLDER)


@pytest.fixture(scope="module")
def corrections(curated):
    return curated.corrections


def test_every_correction_is_what_a_check_finds(curated, corrections):
    world = open_gazetteer()
    told = {(row.place, fold(row.text)) for row in curated.names}
    told |= {(row.id, fold(row.name)) for row in curated.places}
    missed = [
        row
        for row in corrections
        if judge_name(world, row.place, row.text) is None
        # Nor does looking up the curated names: it is none of another place.
        and not any(t == fold(row.text) and p != row.place for p, t in told)
    ]
    assert missed == []


def test_no_corrected_name_leads_to_its_place_any_more(corrections):
    world = open_gazetteer()
    left = [
        row
        for row in corrections
        for candidate in world.candidates(row.text, limit=1000)
        if candidate.place.id == row.place
        and row.text in {name.text for name in world.place(row.place).names}
    ]
    assert left == []


def test_the_list_beside_the_tables_is_that_of_the_shipped_data(corrections, tmp_path):
    path = tmp_path / "source_errors.csv"
    write_suspects(path, find_suspects(open_gazetteer(), corrections))
    assert path.read_bytes() == (FOLDER / "source_errors.csv").read_bytes()

"""The curated layer as it is shipped: how much it holds, and facts that must stay."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.curated.country_rules import read_outlines
from placemap.gazetteer.curated.counts import count_curated
from placemap.gazetteer.curated.tables import (
    Curated,
    NameRow,
    check_curated,
    read_curated,
)
from placemap.output.web.assets import WEB

FOLDER = Path(__file__).parents[2] / "gazetteer"


@pytest.fixture(scope="module")
def curated() -> Curated:
    return read_curated(FOLDER)


@pytest.fixture(scope="module")
def names(curated: Curated) -> dict[str, list[NameRow]]:
    by_place: dict[str, list[NameRow]] = defaultdict(list)
    for row in curated.names:
        by_place[row.place].append(row)
    return by_place


def test_no_rule_is_broken(curated: Curated) -> None:
    outlines = read_outlines(WEB / "vendor/world-atlas/countries-10m.json")
    known = open_gazetteer().place
    assert check_curated(curated, known=known, outlines=outlines) == []


@pytest.mark.parametrize(
    ("category", "least"),
    [
        ("places with contested, parallel or former names", 600),
        ("disputed areas with dated views", 60),
        ("shapes", 400),
        ("first-level divisions", 1900),
        ("second-level divisions", 800),
        ("demonyms and adjectives", 2100),
        ("abbreviations", 300),
        ("corrections", 40),
    ],
)
def test_holds_enough_of_each_category(
    curated: Curated, category: str, least: int
) -> None:
    assert count_curated(curated)[category] >= least


def test_some_views_have_come_to_an_end(curated: Curated) -> None:
    assert any(row.start and row.end for row in curated.statuses)


def test_has_lines_as_well_as_areas(curated: Curated) -> None:
    kinds = Counter(shape["type"] for shape in curated.shapes.values())
    assert kinds["LineString"] >= 100


def test_every_shape_says_that_it_is_simplified(curated: Curated) -> None:
    silent = [
        place
        for place, feature in curated.features.items()
        if "simplified" not in feature["properties"].get("note", "")
    ]
    assert silent == []


def test_river_courses_have_enough_vertices(curated: Curated) -> None:
    rivers = {row.id for row in curated.places if row.kind == "H.STM"}
    coarse = [
        place
        for place, shape in curated.shapes.items()
        if place in rivers
        and shape["type"] == "LineString"
        and len(shape["coordinates"]) < 8
    ]
    assert coarse == []


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("places.csv", lambda cells: (cells[0], cells[1])),
        ("names.csv", lambda cells: (cells[0], cells[1], cells)),
        ("demonyms.csv", lambda cells: (cells[2], cells[0], cells)),
        ("abbreviations.csv", lambda cells: (cells[1], cells[0], cells)),
    ],
)
def test_tables_are_sorted_so_that_a_change_is_one_line(file, key) -> None:
    with (FOLDER / file).open(encoding="utf-8", newline="") as table:
        rows = [tuple(row) for row in csv.reader(table)][1:]
    assert rows == sorted(rows, key=key)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Stepanakert", "Khankendi"),
        ("Shushi", "Shusha"),
        ("Bakhmut", "Artemivsk"),
        ("Makiivka", "Makeevka"),
        ("Staryi Krym", "Eski Qırım"),
        ("Kortrijk", "Courtrai"),
        ("Helsinki", "Helsingfors"),
        ("Merano", "Meran"),
        ("Cardiff", "Caerdydd"),
        ("Galway", "Gaillimh"),
        ("Oradea", "Nagyvárad"),
        ("Novi Sad", "Újvidék"),
        ("Szczecin", "Stettin"),
        ("Vushtrri", "Vučitrn"),
        ("Limassol", "Limasol"),
        ("Mutare", "Umtali"),
        ("Mbombela", "Nelspruit"),
        ("Vadodara", "Baroda"),
        ("Pathein", "Bassein"),
        ("Auckland", "Tāmaki Makaurau"),
        ("Ilulissat", "Jakobshavn"),
        ("Harare", "Fort Salisbury"),
        ("Whakaari", "White Island"),
        ("K'gari", "Fraser Island"),
        ("Huangyan Dao", "Bajo de Masinloc"),
        ("Senkaku", "Diaoyu"),
        ("East Sea", "Sea of Japan"),
        ("Bannau Brycheiniog", "Brecon Beacons"),
        ("Yany Kapu", "Krasnoperekopsk"),
        ("Armiansk", "Ermeni Bazar"),
        ("Sugovushan", "Mataghis"),
        ("Orumiyeh", "Wirmê"),
        ("Rebkong", "Repkong"),
        ("Mount Taranaki", "Egmont"),
        ("Whitsun Reef", "Julian Felipe Reef"),
        ("Swaraj Dweep", "Havelock Island"),
        ("La Pérouse Strait", "Soya Strait"),
    ],
)
def test_both_names_are_of_one_place(
    curated: Curated, names: dict[str, list[NameRow]], text: str, other: str
) -> None:
    places = {row.id: {row.name} for row in curated.places}
    for place, rows in names.items():
        places.setdefault(place, set()).update(row.text for row in rows)
    assert any({text, other} <= known for known in places.values())


@pytest.mark.parametrize(
    ("place", "lon_deg", "lat_deg"),
    [
        ("curated:heathrow-airport", -0.454, 51.470),
        ("curated:aden-adde-international-airport", 45.305, 2.014),
        ("curated:camp-murray", -122.563, 47.122),
        ("curated:university-of-alberta", -113.469, 53.550),
        ("curated:gotthard-pass", 8.567, 46.556),
        ("curated:sobibor", 23.594, 51.447),
        ("curated:john-f-kennedy-international-airport", -73.779, 40.640),
        ("curated:kremlin", 37.617, 55.752),
        ("curated:tahrir-square", 31.236, 30.044),
        ("curated:lake-tahoe", -120.04, 39.09),
        ("curated:neches-river", -94.8, 31.0),
        ("adm1:FM.02", 158.21, 6.88),
        ("curated:amerli", 44.588, 34.725),
        ("curated:inn-din", 92.58, 20.513),
        ("curated:solhan", 0.457, 13.376),
        ("curated:hroza", 37.208, 49.673),
        ("curated:tongo-tongo", 1.836, 15.053),
    ],
)
def test_landmarks_lie_where_they_are(
    curated: Curated, place: str, lon_deg: float, lat_deg: float
) -> None:
    row = next(row for row in curated.places if row.id == place)
    assert row.lon_deg == pytest.approx(lon_deg, abs=0.02)
    assert row.lat_deg == pytest.approx(lat_deg, abs=0.02)

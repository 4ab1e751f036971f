"""The curated tables: reading them, and every rule that is checked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Place
from placemap.errors import GazetteerError
from placemap.gazetteer.curated.tables import (
    AbbreviationRow,
    CorrectionRow,
    Curated,
    DemonymRow,
    NameRow,
    PlaceRow,
    SourceRow,
    StatusRow,
    check_curated,
    read_curated,
)

CURATED = Path(__file__).parents[3] / "gazetteer"
NAMES = "place,text,lang,kind,used_by,from,to,source"
PLACES = (
    "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
    "disputed,source"
)
ISLE = PlaceRow(
    id="curated:isle",
    name="Isle",
    kind="T.ISL",
    lon_deg=10.0,
    lat_deg=50.0,
    radius_m=20_000.0,
    source="own",
)
SQUARE = [[9.0, 49.0], [11.0, 49.0], [11.0, 51.0], [9.0, 51.0], [9.0, 49.0]]


def problems_of(**rows):
    curated = replace(Curated(places=(ISLE,)), **rows)
    return check_curated(curated)


def feature(geometry, *, place="curated:isle", source="own", note="simplified"):
    properties = {"place": place, "source": source, "note": note}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def problems_of_shape(kind, coordinates, **properties):
    shape = feature({"type": kind, "coordinates": coordinates}, **properties)
    return problems_of(features={shape["properties"]["place"]: shape})


@pytest.fixture(scope="module")
def shipped():
    return read_curated(CURATED)


class TestShipped:
    def test_is_clean(self, shipped):
        assert check_curated(shipped) == []

    def test_tables_are_sorted_so_that_changes_stay_small(self, shipped):
        keys = [(row.place, row.text) for row in shipped.names]
        assert keys == sorted(keys)
        assert [row.id for row in shipped.places] == sorted(
            row.id for row in shipped.places
        )

    def test_line_ends_are_plain(self):
        assert not [p.name for p in CURATED.glob("*.csv") if b"\r" in p.read_bytes()]

    def test_khankendi_has_both_names_and_whose_they_are(self, shipped):
        used_by = {
            row.text: (row.used_by, row.lang)
            for row in shipped.names
            if row.place == "geonames:146970"
        }
        assert used_by["Khankendi"] == ("Azerbaijan", "en")
        assert used_by["Xankəndi"] == ("Azerbaijan", "az")
        assert used_by["Stepanakert"] == ("Armenians", "en")
        assert used_by["Ստեփանակերտ"] == ("Armenians", "hy")

    def test_nagorno_karabakh_changes_hands_in_the_de_facto_view_only(self, shipped):
        rows = [r for r in shipped.statuses if r.place == "curated:nagorno-karabakh"]
        assert [r.country for r in rows if r.view == "UN"] == ["AZ"]
        de_facto = [(r.start, r.country) for r in rows if r.view == "de facto"]
        assert de_facto[0] == ("1994-05-12", "Republic of Artsakh")
        assert de_facto[-1] == ("2023-09-20", "AZ")

    @pytest.mark.parametrize(
        ("lon_deg", "lat_deg", "inside"),
        [
            (46.7528, 39.8177, True),  # Khankendi
            (46.7499, 39.7601, True),  # Shusha
            (46.8133, 40.2142, True),  # Aghdara, Martakert
            (47.1117, 39.7950, True),  # Khojavend, Martuni
            (47.0306, 39.5200, True),  # Hadrut
            (46.5498, 39.6374, False),  # Lachin
            (46.3417, 39.5111, False),  # Goris
            (47.1453, 39.6009, False),  # Fuzuli
            (47.1501, 40.6183, False),  # Yevlakh
        ],
    )
    def test_the_outline_of_nagorno_karabakh_parts_the_towns(
        self, shipped, lon_deg, lat_deg, inside
    ):
        import shapely

        outline = shapely.geometry.shape(shipped.shapes["curated:nagorno-karabakh"])
        assert outline.contains(shapely.Point(lon_deg, lat_deg)) is inside

    def test_the_lachin_corridor_is_a_line_that_ends_in_khankendi(self, shipped):
        line = shipped.shapes["curated:lachin-corridor"]
        assert line["type"] == "LineString"
        assert line["coordinates"][-1] == pytest.approx([46.7528, 39.8177], abs=1e-3)

    def test_congolese_and_dominican_mean_two_countries_each(self, shipped):
        places = {}
        for row in shipped.demonyms:
            places.setdefault((row.text, row.form), set()).add(row.place)
        assert places["Congolese", "adjective"] == {"iso:CD", "iso:CG"}
        assert places["Dominican", "demonym"] == {"iso:DM", "iso:DO"}
        assert places["Nigerien", "adjective"] == {"iso:NE"}
        assert places["Nigerian", "adjective"] == {"iso:NG"}

    def test_every_shape_says_that_it_is_simplified(self, shipped):
        notes = {f["properties"]["note"] for f in shipped.features.values()}
        assert all("simplified" in note or "scale" in note for note in notes)


class TestReading:
    def test_a_folder_without_tables_has_no_rows(self, tmp_path):
        assert read_curated(tmp_path) == Curated()

    def test_cells_become_rows(self, tmp_path):
        (tmp_path / "places.csv").write_text(
            f"{PLACES}\ncurated:isle,Isle,T.ISL,10,50,,,,,20000,1,own\n"
        )
        (tmp_path / "names.csv").write_text(
            f"{NAMES}\ncurated:isle,Insel,de,local,Germans,1900,1950-02,own\n"
        )
        curated = read_curated(tmp_path)
        assert curated.places == (replace(ISLE, disputed=True),)
        assert curated.names == (
            NameRow(
                place="curated:isle",
                text="Insel",
                lang="de",
                kind="local",
                used_by="Germans",
                start="1900",
                end="1950-02",
                source="own",
            ),
        )
        assert curated.names[0].line == 2

    def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(self, tmp_path):
        data = f"\ufeff{NAMES}\r\ncurated:a,Ä,de,local,,,,own\r\n\r\n".encode()
        (tmp_path / "names.csv").write_bytes(data)
        assert [row.text for row in read_curated(tmp_path).names] == ["Ä"]

    def test_further_columns_are_left_alone(self, tmp_path):
        (tmp_path / "abbreviations.csv").write_text(
            "remark,text,place,source\nmine,NKR,curated:nk,own\n"
        )
        row = AbbreviationRow(text="NKR", place="curated:nk", source="own")
        assert read_curated(tmp_path).abbreviations == (row,)

    @given(
        text=st.text(
            st.characters(codec="utf-8", exclude_characters="\x00\r\n\x1a"), max_size=9
        )
    )
    def test_any_name_survives_the_table(self, tmp_path_factory, text):
        folder = tmp_path_factory.mktemp("names")
        cell = '"' + text.replace('"', '""') + '"'
        (folder / "names.csv").write_text(
            f"{NAMES}\ncurated:a,{cell},,local,,,,own\n", encoding="utf-8", newline=""
        )
        (row,) = read_curated(folder).names
        assert row.text == text.strip()

    @pytest.mark.parametrize(
        ("table", "content", "expected"),
        [
            ("names.csv", "place;text\n", "text, lang, kind, used_by, from"),
            ("names.csv", "", "found nothing"),
            ("names.csv", f"{NAMES}\na,b\n", "names.csv, line 2: expected 8 cells"),
            (
                "places.csv",
                f"{PLACES}\ncurated:a,A,P.PPL,46;5,40,,,,,,,own\n",
                "line 2: lon_deg should be a plain number such as 46.75",
            ),
            (
                "places.csv",
                f"{PLACES}\ncurated:a,A,P.PPL,nan,40,,,,,,,own\n",
                "lon_deg should be a plain number",
            ),
            (
                "places.csv",
                f"{PLACES}\ncurated:a,A,P.PPL,4,40,,,,,,yes,own\n",
                "disputed should be 1, 0 or empty, but it is 'yes'",
            ),
        ],
    )
    def test_an_unreadable_table_names_file_line_and_cure(
        self, tmp_path, table, content, expected
    ):
        (tmp_path / table).write_text(content)
        with pytest.raises(GazetteerError) as caught:
            read_curated(tmp_path)
        assert expected in str(caught.value)
        assert table in str(caught.value)

    def test_other_encodings_are_refused_with_the_line(self, tmp_path):
        data = f"{NAMES}\ncurated:a,Zürich,,local,,,,own\n".encode("latin-1")
        (tmp_path / "names.csv").write_bytes(data)
        with pytest.raises(GazetteerError, match="line 2: expected UTF-8"):
            read_curated(tmp_path)

    def test_a_missing_folder_is_named(self, tmp_path):
        with pytest.raises(GazetteerError, match="nowhere"):
            read_curated(tmp_path / "nowhere")

    def test_shapes_are_found_by_their_place(self, tmp_path):
        geometry = {"type": "Polygon", "coordinates": [SQUARE]}
        (tmp_path / "shapes").mkdir()
        (tmp_path / "shapes" / "isle.geojson").write_text(json.dumps(feature(geometry)))
        assert read_curated(tmp_path).shapes == {"curated:isle": geometry}

    @pytest.mark.parametrize(
        "content", ["{", "[]", '{"type": "FeatureCollection", "features": []}', "{}"]
    )
    def test_other_files_among_the_shapes_are_refused(self, tmp_path, content):
        (tmp_path / "shapes").mkdir()
        (tmp_path / "shapes" / "isle.geojson").write_text(content)
        with pytest.raises(GazetteerError, match=r"isle\.geojson, line 1"):
            read_curated(tmp_path)

    def test_two_shapes_for_one_place_are_refused(self, tmp_path):
        (tmp_path / "shapes").mkdir()
        geometry = {"type": "Polygon", "coordinates": [SQUARE]}
        for name in ("a", "b"):
            path = tmp_path / "shapes" / f"{name}.geojson"
            path.write_text(json.dumps(feature(geometry)))
        with pytest.raises(GazetteerError, match="one shape a place"):
            read_curated(tmp_path)


class TestPlaceRules:
    def test_a_full_row_is_clean(self):
        assert problems_of() == []

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"id": "Isle of Man"}, "is not the id of a place"),
            ({"kind": "T.ISLE"}, "unknown kind 'T.ISLE'"),
            ({"lon_deg": 181.0}, "outside the world"),
            ({"lat_deg": -91.0}, "outside the world"),
            ({"lat_deg": None}, "one coordinate without the other"),
            ({"lon_deg": None, "lat_deg": None}, "needs a name, a kind and a point"),
            ({"name": ""}, "needs a name, a kind and a point"),
            ({"country": "Germany"}, "expected two capital letters"),
            ({"radius_m": -1.0}, "negative population or radius"),
            ({"population": -1}, "negative population or radius"),
            ({"source": ""}, "no source"),
        ],
    )
    def test_each_fault_is_found(self, change, expected):
        (problem,) = problems_of(places=(replace(ISLE, line=7, **change),))
        assert expected in problem
        assert problem.startswith("places.csv line 7")

    def test_a_place_defined_twice_is_found_on_both_lines(self):
        rows = (replace(ISLE, line=2), replace(ISLE, line=3, name="Other"))
        assert problems_of(places=rows) == [
            "places.csv line 2: curated:isle is there twice",
            "places.csv line 3: curated:isle is there twice",
        ]

    def test_an_override_may_leave_cells_empty(self):
        row = PlaceRow(id="geonames:1", radius_m=5.0, source="own")
        assert problems_of(places=(ISLE, row)) == []

    def test_an_override_of_nothing_is_found(self):
        row = PlaceRow(id="geonames:1", radius_m=5.0, source="own")
        (problem,) = check_curated(Curated(places=(row,)), known=lambda _: None)
        assert "is a new place and needs" in problem


class TestNameRules:
    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"text": ""}, "has no text"),
            ({"text": "", "used_by": "Romans"}, "only who uses it (Romans)"),
            ({"lang": "German"}, "the language 'German'"),
            ({"kind": "nickname"}, "unknown kind 'nickname'"),
            ({"start": "May 1900"}, "the date 'May 1900'"),
            ({"end": "1900-13"}, "the date '1900-13'"),
            ({"start": "1950", "end": "1900"}, "ends (1900) before it starts (1950)"),
            ({"place": "curated:nowhere"}, "'curated:nowhere' is not in places.csv"),
            ({"place": "Isle"}, "'Isle' is not the id of a place"),
            ({"source": ""}, "no source"),
        ],
    )
    def test_each_fault_is_found(self, change, expected):
        row = NameRow(place="curated:isle", text="Insel", source="own", line=4)
        (problem,) = problems_of(names=(replace(row, **change),))
        assert expected in problem
        assert problem.startswith("names.csv line 4")

    @pytest.mark.parametrize("lang", ["", "az", "az-Latn", "zh-Hant", "pt-BR", "ckb"])
    def test_language_tags_may_have_script_and_region(self, lang):
        row = NameRow(place="curated:isle", text="Insel", lang=lang, source="own")
        assert problems_of(names=(row,)) == []

    def test_one_spelling_may_belong_to_two_peoples_but_not_twice_to_one(self):
        row = NameRow(place="curated:isle", text="Hadrut", source="own")
        assert problems_of(names=(row, replace(row, used_by="Armenians"))) == []
        assert len(problems_of(names=(row, row))) == 2


class TestStatusRules:
    ROW = StatusRow(place="curated:isle", view="UN", country="DE", source="own", line=5)

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"view": ""}, "needs both a view and a country"),
            ({"country": ""}, "needs both a view and a country"),
            ({"start": "soon"}, "the date 'soon'"),
            ({"place": "curated:nowhere"}, "is not in places.csv"),
        ],
    )
    def test_each_fault_is_found(self, change, expected):
        (problem,) = problems_of(statuses=(replace(self.ROW, **change),))
        assert expected in problem

    @pytest.mark.parametrize(
        ("start", "overlaps"), [("1950", False), ("1949-12", True), ("", True)]
    )
    def test_one_view_holds_one_opinion_at_a_time(self, start, overlaps):
        first = replace(self.ROW, start="1900", end="1950")
        second = replace(self.ROW, start=start, end="", line=6)
        found = problems_of(statuses=(first, second))
        assert bool(found) is overlaps
        assert all("overlaps line" in problem for problem in found)

    def test_two_views_may_differ(self):
        rows = (self.ROW, replace(self.ROW, view="de facto", country="FR"))
        assert problems_of(statuses=rows) == []


class TestWordRules:
    def test_forms_of_demonyms_are_checked(self):
        row = DemonymRow(text="Islers", form="noun", place="curated:isle", source="own")
        (problem,) = problems_of(demonyms=(row,))
        assert "the form 'noun', expected demonym or adjective" in problem

    def test_a_demonym_that_is_the_place_s_name_would_hide_it(self):
        row = DemonymRow(
            text="Isle", form="adjective", place="curated:isle", source="own"
        )
        (problem,) = problems_of(demonyms=(row,))
        assert "is also a name of curated:isle" in problem

    def test_an_abbreviation_listed_among_the_names_is_there_twice(self):
        name = NameRow(
            place="curated:isle", text="IL", kind="abbreviation", source="own"
        )
        short = AbbreviationRow(text="IL", place="curated:isle", source="own")
        (problem,) = problems_of(names=(name,), abbreviations=(short,))
        assert "is also a name of curated:isle" in problem

    def test_empty_and_repeated_words_are_found(self):
        short = AbbreviationRow(text="", place="curated:isle", source="own", line=2)
        found = problems_of(abbreviations=(short, short))
        assert "abbreviations.csv line 2: curated:isle has no text" in found
        assert "abbreviations.csv line 2: curated:isle is there twice" in found


class TestCorrectionRules:
    ROW = CorrectionRow(
        action="drop_name", place="curated:isle", text="X", reason="code", source="own"
    )

    def test_a_full_row_is_clean(self):
        assert problems_of(corrections=(self.ROW,)) == []

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"action": "rename"}, "expected drop_name, drop_place or drop_population"),
            ({"text": ""}, "does not say which name to drop"),
            ({"reason": ""}, "gives no reason"),
        ],
    )
    def test_each_fault_is_found(self, change, expected):
        (problem,) = problems_of(corrections=(replace(self.ROW, **change),))
        assert expected in problem


class TestReferencesAndSources:
    NAME = NameRow(place="geonames:1", text="Roma", source="own")

    def test_other_gazetteers_are_asked_when_given(self):
        rome = Place(id="geonames:1", name="Rome", lon_deg=12.5, lat_deg=41.9)
        curated = Curated(names=(self.NAME,))
        assert check_curated(curated) == []
        assert check_curated(curated, known={"geonames:1": rome}.get) == []
        (problem,) = check_curated(curated, known=lambda _: None)
        assert "'geonames:1' is in no gazetteer" in problem

    def test_sources_are_followed_when_there_is_a_table_of_them(self):
        sources = (SourceRow(key="own", title="Our own", licence="CC BY 4.0"),)
        assert problems_of(sources=sources) == []
        name = replace(self.NAME, source="hearsay")
        (problem,) = problems_of(sources=sources, names=(name,))
        assert "the source 'hearsay' is not in sources.csv" in problem


class TestShapeRules:
    def test_a_polygon_around_its_point_is_clean(self):
        assert problems_of_shape("Polygon", [SQUARE]) == []

    @pytest.mark.parametrize(
        ("kind", "coordinates", "expected"),
        [
            ("Polygon", [SQUARE[:4]], "a ring is open"),
            ("Polygon", [[[9, 49], [11, 49], [9, 49]]], "a ring has 3 points"),
            (
                "Polygon",
                [[[9, 49], [11, 51], [11, 49], [9, 51], [9, 49]]],
                "not valid: Self-intersection",
            ),
            (
                "Polygon",
                [[[0, 0], [1, 0], [1, 1], [0, 0]]],
                "the point of the place lies outside",
            ),
            ("Polygon", [[[9, 49], [200, 49], [9, 51], [9, 49]]], "outside the world"),
            ("LineString", [[10, 50]], "one point only"),
            ("LineString", [[0, 50], [5, 50]], "km from the line"),
            ("LineString", [["a", 50], [5, 50]], "not pairs of longitude"),
            ("LineString", None, "not pairs of longitude"),
            ("Point", [10, 50], "the geometry is a Point"),
        ],
    )
    def test_each_fault_is_found(self, kind, coordinates, expected):
        (problem,) = problems_of_shape(kind, coordinates)
        assert expected in problem
        assert problem.startswith("shape of curated:isle")

    @pytest.mark.parametrize(
        ("kind", "fine"), [("A.PCLI", True), ("A.TERR", True), ("T.ISLS", False)]
    )
    def test_a_country_s_point_may_lie_between_its_islands(self, kind, fine):
        east = [[12, 49], [13, 49], [13, 51], [12, 51], [12, 49]]
        west = [[8, 49], [9, 49], [9, 51], [8, 51], [8, 49]]
        outline = feature({"type": "MultiPolygon", "coordinates": [[east], [west]]})
        country = replace(ISLE, kind=kind, radius_m=300_000.0)
        found = problems_of(places=(country,), features={ISLE.id: outline})
        assert bool(found) is not fine

    def test_a_shape_needs_source_and_note(self):
        found = problems_of_shape("Polygon", [SQUARE], source="", note="")
        assert [problem.split(": ")[1] for problem in found] == [
            "the property source is missing",
            "the property note is missing",
        ]

    def test_a_shape_needs_a_place(self):
        (problem,) = problems_of_shape("Polygon", [SQUARE], place="curated:nowhere")
        assert "'curated:nowhere' is not in places.csv" in problem

    def test_a_shape_s_source_is_followed_too(self):
        sources = (SourceRow(key="own"),)
        shape = feature({"type": "Polygon", "coordinates": [SQUARE]}, source="hearsay")
        (problem,) = problems_of(sources=sources, features={"curated:isle": shape})
        assert "the source 'hearsay' is not in sources.csv" in problem

"""Building from the dump; the few lines here are facts of GeoNames (CC BY 4.0)."""

import zipfile
from pathlib import Path

import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.sources import geonames_build as building
from placemap.gazetteer.sources.geonames import (
    AlternateName,
    GeoName,
    place_files,
    read_lines,
)
from placemap.gazetteer.sources.geonames_build import build_from_geonames
from placemap.gazetteer.sources.geonames_names import sort_names

SAMPLE = Path(__file__).parents[4] / "shared" / "geonames-sample"


def place(
    geonameid, name, point, kind, *, codes=("", ""), people=0, names="", iso="NL"
):
    lat, lon = point
    feature_class, _, code = kind.partition(".")
    cells = [
        geonameid, name, name, names, lat, lon, feature_class, code, iso, "",
        *codes, "", "", people, "", 0, "Europe/Amsterdam", "2024-05-01",
    ]  # fmt: skip
    return "\t".join(map(str, cells))


def alternate(number, geonameid, lang, text, flags="", start="", end=""):
    marks = ["1" if letter in flags else "" for letter in "psch"]
    return "\t".join([str(number), str(geonameid), lang, text, *marks, start, end])


PLACES = [
    place(2750405, "Kingdom of the Netherlands", (52.25, 5.75), "A.PCLI",
          codes=("00", ""), people=17231017, names="Holland,NL,NLD,Pays-Bas"),
    place(2749879, "Provincie Noord-Holland", (52.58333, 4.91667), "A.ADM1",
          codes=("07", ""), people=2952622),
    place(2759793, "Gemeente Amsterdam", (52.37, 4.9), "A.ADM2",
          codes=("07", "0363"), people=921402, names="Amsterdam"),
    place(2759794, "Amsterdam", (52.37403, 4.88969), "P.PPLC",
          codes=("07", "0363"), people=741636, names="AMS,Amstelodamum,amusuterudamu"),
    place(2755003, "Haarlem", (52.38084, 4.63683), "P.PPLA",
          codes=("07", "0392"), people=147590),
    place(2747373, "The Hague", (52.07667, 4.29861), "P.PPLG",
          codes=("11", "0518"), people=474292),
    place(2743477, "Zwolle", (52.5125, 6.09444), "P.PPLA", people=111805),
    place(2758622, "Biesbosch", (51.75, 4.8), "H.SWMP", people=""),
    place(5128581, "New York City", (40.71427, -74.00597), "P.PPL",
          codes=("NY", ""), people=8804190, iso="US"),
]  # fmt: skip
NAMES = [
    alternate(1, 2759794, "nl", "Amsterdam", "p"),
    alternate(2, 2759794, "nl", "Mokum", "c"),
    alternate(3, 2759794, "ru", "Амстердам"),
    alternate(4, 2759794, "iata", "AMS"),
    alternate(5, 2759794, "link", "https://en.wikipedia.org/wiki/Amsterdam"),
    alternate(6, 2759794, "wkdt", "Q727"),
    alternate(7, 2759794, "post", "1012"),
    alternate(8, 2759794, "la", "Amstelodamum", "h", "1275", "18061231"),
    alternate(9, 2747373, "nl", "Den Haag", "p"),
    alternate(10, 2747373, "nl", "'s-Gravenhage"),
    alternate(11, 2747373, "abbr", "DH"),
    alternate(12, 999999999, "nl", "Nergens"),
    "13\t2755003\tfr\tHarlem\t\t\t\t",  # a line of the older table: eight cells
]
COUNTRY_CELLS = [
    "NL", "NLD", "528", "NL", "Netherlands", "Amsterdam", "41526", "17231017", "EU",
    ".nl", "EUR", "Euro", "31", "", "", "nl-NL,fy-NL", "2750405", "DE,BE", "",
]  # fmt: skip
TABLES = {
    "NL.txt": "\n".join(PLACES),
    "alternateNamesV2.txt": "\n".join(NAMES) + "\n",
    "countryInfo.txt": "# a comment\n#ISO\n" + "\t".join(COUNTRY_CELLS) + "\n",
    "admin1CodesASCII.txt": "NL.07\tNorth Holland\tNorth Holland\t2749879\n"
    "NL.11\tSouth Holland\tSouth Holland\t2743698\n"
    "NL.15\tOverijssel\tOverijssel\t2748838\n",
    "admin2Codes.txt": "NL.07.0363\tGemeente Amsterdam\tGemeente Amsterdam\t2759793\n",
    "hierarchy.txt": "2748838\t2743477\tADM\n2750405\t2748838\tADM\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_tables(tmp_path_factory.mktemp("dump"))


def write_tables(folder, **changes):
    for name, text in {**TABLES, **changes}.items():
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def world(folder, tmp_path_factory):
    target = tmp_path_factory.mktemp("built") / "nl.gazetteer"
    build_from_geonames(folder, target)
    assert list(target.parent.iterdir()) == [target]
    return open_gazetteer(target)


def names_of(world, place_id):
    return {(n.text, n.lang): n for n in world.place(place_id).names}


def test_a_place_has_its_kind_point_people_and_divisions(world):
    city = world.place("geonames:2759794")
    assert (city.name, city.kind, city.country) == ("Amsterdam", "P.PPLC", "NL")
    assert (city.lon_deg, city.lat_deg) == (4.88969, 52.37403)
    assert (city.admin1, city.admin2) == ("North Holland", "Gemeente Amsterdam")
    assert city.population == 741636
    assert 5_000 < city.radius_m < 10_000


@pytest.mark.parametrize(
    ("place_id", "admin1", "admin2"),
    [
        ("geonames:2747373", "South Holland", ""),  # its municipality has no name here
        ("geonames:2743477", "Overijssel", ""),  # no codes: the hierarchy tells
        ("geonames:2758622", "", ""),
        ("geonames:2750405", "", ""),
        ("geonames:2749879", "", ""),
        ("geonames:2759793", "North Holland", ""),
    ],
)
def test_divisions_come_from_codes_or_from_the_hierarchy(
    world, place_id, admin1, admin2
):
    found = world.place(place_id)
    assert (found.admin1, found.admin2) == (admin1, admin2)


@pytest.mark.parametrize(
    ("reference", "place_id"),
    [
        ("iso:NL", "geonames:2750405"),
        ("adm1:NL.07", "geonames:2749879"),
        ("adm2:NL.07.gemeente-amsterdam", "geonames:2759793"),
        ("wikidata:Q727", "geonames:2759794"),
    ],
)
def test_places_are_known_by_their_references_too(world, reference, place_id):
    assert world.place(reference).id == place_id


def test_extents_come_from_area_towns_or_people(world):
    assert world.place("iso:NL").radius_m == pytest.approx(114_970, abs=1)
    # Amsterdam and Haarlem lie 17 km apart, the province's point north of them.
    assert 30_000 < world.place("adm1:NL.07").radius_m < 45_000
    assert world.place("geonames:2758622").radius_m == 0.0


def test_names_have_languages_kinds_and_dates(world):
    names = names_of(world, "geonames:2759794")
    assert names["Amsterdam", "nl"].kind == "official"
    assert names["Амстердам", "ru"].kind == "exonym"
    assert names["Mokum", "nl"].used_by == "people in everyday speech"
    old = names["Amstelodamum", "la"]
    assert (old.kind, old.start, old.end) == ("former", "1275", "1806-12-31")
    hague = names_of(world, "geonames:2747373")
    assert hague["'s-Gravenhage", "nl"].kind == "local"
    assert hague["DH", ""].kind == "abbreviation"
    assert names_of(world, "geonames:2755003")["Harlem", "fr"].kind == "exonym"


def test_codes_stay_codes_and_links_are_dropped(world):
    texts = {text for text, _ in names_of(world, "geonames:2759794")}
    assert {"AMS", "1012"} <= texts
    assert not any("wikipedia" in text or text == "Q727" for text in texts)
    assert "amusuterudamu" not in texts
    assert world.candidates("AMS") == world.candidates("1012") == ()


def test_the_city_comes_before_its_municipality(world):
    found = [c.place.id for c in world.candidates("Amsterdam")]
    assert found == ["geonames:2759794", "geonames:2759793"]


def test_names_are_found_in_text(world):
    text = "From Den Haag to Noord-Holland, New York City and Mokum"
    assert [s.of(text) for s in world.scan(text)] == [
        "Den Haag", "Holland", "New York City", "Mokum",
    ]  # fmt: skip


def test_the_version_tells_the_age_of_the_data(world):
    assert world.version == "GeoNames dump of 2024-05-01"
    assert world.attribution == ("Places: GeoNames (geonames.org), CC BY 4.0",)
    assert world.info()["counts"]["places"] == len(PLACES)


def test_optional_tables_may_be_absent(tmp_path):
    (tmp_path / "NL.txt").write_text(TABLES["NL.txt"], encoding="utf-8")
    build_from_geonames(tmp_path, tmp_path / "out.gazetteer")
    city = open_gazetteer(tmp_path / "out.gazetteer").place("geonames:2759794")
    assert (city.name, city.admin1) == ("Amsterdam", "")


def test_zipped_tables_give_the_same_file(folder, tmp_path):
    zipped = tmp_path / "zipped"
    zipped.mkdir()
    for name, text in TABLES.items():
        packed = zipped / name.replace(".txt", ".zip")
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr(name, text)
    targets = [tmp_path / "a.gazetteer", tmp_path / "b.gazetteer"]
    for source, target in zip((folder, zipped), targets, strict=True):
        build_from_geonames(source, target)
    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_the_world_table_is_preferred_to_those_of_countries(tmp_path):
    for name in ("NL.txt", "AD.txt", "allCountries.txt", "notes.txt"):
        (tmp_path / name).touch()
    assert place_files(tmp_path) == [tmp_path / "allCountries.txt"]
    (tmp_path / "allCountries.txt").unlink()
    assert [p.name for p in place_files(tmp_path)] == ["AD.txt", "NL.txt"]


# -- the curated layer ---------------------------------------------------------------


def test_curated_rows_are_laid_over_what_the_dump_has(folder, tmp_path):
    curated = tmp_path / "curated"
    curated.mkdir()
    (curated / "places.csv").write_text(
        "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
        "disputed,source\n"
        "adm1:NL.07,North Holland,,4.8,52.6,,,,,,,own\n"
        "iso:FR,France,,2.0,46.0,,,,,,,own\n"
        "curated:randstad,Randstad,L.RGN,4.6,52.1,NL,,,,40000,,own\n",
        encoding="utf-8",
    )
    (curated / "names.csv").write_text(
        "place,text,lang,kind,used_by,from,to,source\n"
        "geonames:2759794,Damsko,nl,alternate,rappers,,,own\n"
        "geonames:1,Nowhere,en,alternate,,,,own\n",
        encoding="utf-8",
    )
    (curated / "corrections.csv").write_text(
        "action,place,text,reason,source\n"
        "drop_place,geonames:2755003,,not of interest,own\n",
        encoding="utf-8",
    )
    build_from_geonames(folder, tmp_path / "out.gazetteer", curated=curated)
    world = open_gazetteer(tmp_path / "out.gazetteer")
    assert names_of(world, "geonames:2759794")["Damsko", "nl"].used_by == "rappers"
    assert world.place("geonames:2749879").name == "North Holland"
    assert world.candidates("Randstad")[0].place.kind == "L.RGN"
    assert world.place("geonames:2755003") is None
    assert world.place("iso:FR") is None
    assert world.candidates("Nowhere") == ()
    assert len(world.attribution) == 2


# -- interrupted builds --------------------------------------------------------------


class InterruptionError(Exception):
    """What a person or a power cut does."""


@pytest.mark.parametrize("at", [1, 2, 3, 30, 68, 69, 100, 149])
def test_an_interrupted_build_goes_on_where_it_was(folder, world, tmp_path, at):
    target = tmp_path / "out.gazetteer"
    calls = []

    def stop(done, total):
        calls.append(done)
        if len(calls) == at:
            raise InterruptionError

    with pytest.raises(InterruptionError):
        build_from_geonames(folder, target, progress=stop)
    assert not target.exists()
    resumed = []
    build_from_geonames(folder, target, progress=lambda *s: resumed.append(s))
    assert open_gazetteer(target).sha256 == world.sha256
    assert resumed[-1][0] == resumed[-1][1]
    assert [done for done, _ in resumed] == sorted({done for done, _ in resumed})
    assert list(tmp_path.iterdir()) == [target]


def test_a_finished_step_is_not_taken_again(folder, tmp_path, monkeypatch):
    target = tmp_path / "out.gazetteer"

    def stop(done, total):
        if done > 2 * 10:
            raise InterruptionError

    with pytest.raises(InterruptionError):
        build_from_geonames(folder, target, progress=stop)
    monkeypatch.setattr(building, "_check_place", None)  # dealing out would fail
    build_from_geonames(folder, target)
    assert target.exists()


def test_changed_files_start_the_build_anew(tmp_path):
    dump = tmp_path / "dump"
    dump.mkdir()
    write_tables(dump)
    target = tmp_path / "out.gazetteer"

    def stop(done, total):
        if done > 40:
            raise InterruptionError

    with pytest.raises(InterruptionError):
        build_from_geonames(dump, target, progress=stop)
    write_tables(dump, **{"NL.txt": "\n".join(PLACES[:4])})
    build_from_geonames(dump, target)
    assert len(open_gazetteer(target)) == 4


def test_a_failed_build_leaves_the_old_file(tmp_path):
    target = tmp_path / "out.gazetteer"
    target.write_bytes(b"old")
    write_tables(tmp_path, **{"NL.txt": "1\tshort line\n"})
    with pytest.raises(GazetteerError):
        build_from_geonames(tmp_path, target)
    assert target.read_bytes() == b"old"


# -- damaged files ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("NL.txt", "1\tA\n", r"NL\.txt, line 1: expected 19 .*found 2"),
        ("NL.txt", TABLES["NL.txt"].replace("5.75", "east"), r"NL\.txt, line 1.*east"),
        ("NL.txt", TABLES["NL.txt"].replace("4.63683", "463.6"), r"line 5.*463\.6"),
        ("NL.txt", TABLES["NL.txt"].replace("2758622", "x"), r"line 8.*'x'"),
        ("NL.txt", TABLES["NL.txt"].replace("111805", "many"), r"line 7.*many"),
        ("alternateNamesV2.txt", "1\t2\tnl\n", r"V2\.txt, line 1: expected 8 or 10"),
        ("alternateNamesV2.txt", "\t".join("abcdefgh"), r"GeoNames id.*'b'"),
        ("admin1CodesASCII.txt", "NL.07\n", r"admin1CodesASCII\.txt, line 1"),
        ("hierarchy.txt", "1\n", r"hierarchy\.txt, line 1: expected 2 or 3"),
        (
            "countryInfo.txt",
            TABLES["countryInfo.txt"].replace("41526", "large"),
            r"countryInfo\.txt, line 3.*large",
        ),
    ],
)
def test_a_damaged_table_is_named_with_its_line(tmp_path, name, text, message):
    write_tables(tmp_path, **{name: text})
    with pytest.raises(GazetteerError, match=message):
        build_from_geonames(tmp_path, tmp_path / "out.gazetteer")


def test_another_encoding_is_told(tmp_path):
    write_tables(tmp_path)
    line = place(1, "Orléans", (47.9, 1.9), "P.PPL", iso="FR")
    (tmp_path / "NL.txt").write_bytes(("\n" + line).encode("latin-1"))
    with pytest.raises(GazetteerError, match=r"NL\.txt, line 2: expected UTF-8.*0xe9"):
        build_from_geonames(tmp_path, tmp_path / "out.gazetteer")


def test_a_missing_table_is_told(tmp_path):
    with pytest.raises(GazetteerError, match=r"allCountries\.txt"):
        build_from_geonames(tmp_path, tmp_path / "out.gazetteer")
    with pytest.raises(GazetteerError, match="found none at"):
        build_from_geonames(tmp_path / "nowhere", tmp_path / "out.gazetteer")


@pytest.mark.parametrize("content", [b"no zip", b"PK\x03\x04 cut"])
def test_a_damaged_zip_is_told(tmp_path, content):
    (tmp_path / "NL.zip").write_bytes(content)
    with pytest.raises(GazetteerError, match=r"cannot read .*NL\.zip.*fetch"):
        build_from_geonames(tmp_path, tmp_path / "out.gazetteer")


def test_a_zip_without_its_table_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "NL.zip", "w") as file:
        file.writestr("readme.txt", "")
    with pytest.raises(GazetteerError, match=r"expected NL\.txt in"):
        list(read_lines(tmp_path / "NL.zip", {19}))


def test_a_place_listed_twice_is_one(tmp_path):
    write_tables(tmp_path, **{"NL.txt": "\r\n".join([*PLACES, PLACES[3]])})
    build_from_geonames(tmp_path, tmp_path / "out.gazetteer")
    assert len(open_gazetteer(tmp_path / "out.gazetteer")) == len(PLACES)


# -- names -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text", "flags", "kind"),
    [
        ("nl", "Den Haag", {"preferred": "1"}, "official"),
        ("nl", "Den Haag", {"short": "1"}, "local"),
        ("de", "Haag", {}, "exonym"),
        ("de", "The Hague", {}, "alternate"),
        ("de", "Haag", {"historic": "1"}, "former"),
        ("de", "Haag", {"end": "1900"}, "former"),
        ("de", "Haag", {"colloquial": "1"}, "alternate"),
        ("fr_1793", "Haye", {}, "former"),
        ("abbr", "DH", {}, "abbreviation"),
    ],
)
def test_flags_and_languages_tell_the_kind_of_a_name(lang, text, flags, kind):
    row = AlternateName("1", "2", lang, text, **flags)
    (name,) = sort_names("The Hague", (), [row], languages={"nl"}).names
    assert name.kind == kind


@pytest.mark.parametrize("text", ["Y", "123", "https://example.org/a"])
@pytest.mark.parametrize("lang", ["", "fr"])
def test_what_is_no_name_is_left_out(lang, text):
    row = AlternateName("1", "2", lang, text)
    found = sort_names("Town", (), [row], languages=())
    assert (list(found.spellings), found.names) == (["Town"], [])


def test_a_line_has_the_columns_of_the_readme():
    row = GeoName._make(PLACES[3].split("\t"))
    assert (row.geonameid, row.country, row.admin2) == ("2759794", "NL", "0363")
    assert (row.population, row.modified) == ("741636", "2024-05-01")


# -- the real thing --------------------------------------------------------------------


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="no ../shared/geonames-sample here")
def test_two_whole_countries_are_built(tmp_path):
    build_from_geonames(SAMPLE, tmp_path / "out.gazetteer")
    world = open_gazetteer(tmp_path / "out.gazetteer")
    assert len(world) == 26_120
    assert world.candidates("Groningen")[0].place.kind == "P.PPLA"
    assert world.place("iso:AD").name == "Principality of Andorra"
    vella = world.candidates("Andorra la Vella")[0].place
    assert (vella.kind, vella.admin1) == ("P.PPLC", "Andorra la Vella")

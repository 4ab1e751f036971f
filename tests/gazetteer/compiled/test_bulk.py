"""The compiler with bounded memory gives what the one in memory gives."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.core import Name
from placemap.errors import GazetteerError
from placemap.gazetteer.compiled import spool as spooling
from placemap.gazetteer.compiled.bulk import STEPS, compile_spool
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.compiled.layout import pack, write_sections
from placemap.gazetteer.compiled.reader import CompiledGazetteer
from placemap.gazetteer.compiled.spool import Spool, spell
from placemap.gazetteer.sources.workfolder import WorkFolder

META = {
    "version": "test 1",
    "attribution": ["test data"],
    "names_source": "test",
    "dropped": [],
}


def build_bulk(rows, folder):
    work = WorkFolder(folder / "work", {})
    spool = Spool(work.path / "spool", names_source="test")
    for row in rows:
        spool.add(row)
    ticks = []
    target = folder / "bulk.gazetteer"
    compile_spool(spool, work, target, meta=META, tick=lambda: ticks.append(1))
    assert len(ticks) == STEPS
    return CompiledGazetteer(target)


def told(place):
    """Everything of a place; the order of equal names does not matter."""
    names = sorted((n.text, n.lang, n.kind, n.used_by, n.end) for n in place.names)
    return replace(place, names=()), names


def test_both_compilers_agree_on_a_small_world(rows, small_world, tmp_path):
    bulk = build_bulk(rows, tmp_path)
    for place in small_world.places():
        assert told(bulk.place(place.id)) == told(small_world.place(place.id))
        assert bulk.shape(place.id) == small_world.shape(place.id)
    for name in ("Saint Örn", "saint orn", "Oldorn", "東京", "ORN", "nove mesto", ""):
        assert bulk.candidates(name) == small_world.candidates(name)
    text = "From Saint Orn to 東京 and Nové-Město"
    assert bulk.scan(text) == small_world.scan(text)
    assert bulk.place("alt:big") == bulk.place("t:big")
    assert bulk.place("t:none") is None
    counts = bulk.info()["counts"]
    assert counts == small_world.info()["counts"]
    assert bulk.attribution == small_world.attribution


name_texts = (
    st.text(
        st.characters(categories=("Lu", "Ll", "Lo", "Nd"), include_characters=" -'."),
        min_size=1,
        max_size=12,
    )
    .map(str.strip)
    .filter(bool)
)
kinds = st.sampled_from(["official", "former", "alternate", "code", "exonym"])


@st.composite
def worlds(draw):
    return [
        PlaceRecord(
            id=f"p:{number}",
            lon_deg=draw(st.floats(-180, 180)),
            lat_deg=draw(st.floats(-90, 90)),
            kind=draw(st.sampled_from(["P.PPL", "A.ADM1", "H.SEA", ""])),
            country=draw(st.sampled_from(["AA", "BB", ""])),
            admin1=draw(st.sampled_from(["North", ""])),
            population=number * 1000,
            spellings={
                draw(name_texts): "official",
                **draw(st.dictionaries(name_texts, kinds, max_size=4)),
            },
            references=draw(st.sampled_from([[], [f"ref:{number}"]])),
        )
        for number in range(draw(st.integers(1, 8)))
    ]


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # a plain function
)
@given(worlds())
def test_both_compilers_agree_on_any_world(tmp_path_factory, build, rows):
    bulk = build_bulk(rows, tmp_path_factory.mktemp("bulk"))
    plain = build(rows)
    for row in rows:
        assert told(bulk.place(row.id)) == told(plain.place(row.id))
        for text in row.spellings:
            ids = {c.place.id for c in plain.candidates(text, limit=100)}
            assert {c.place.id for c in bulk.candidates(text, limit=100)} == ids


def test_both_compilers_lift_the_same_places(tmp_path, build):
    def row(number, kind, population, name, **fields):
        return PlaceRecord(
            id=f"p:{number}",
            lon_deg=0.0,
            lat_deg=0.0,
            kind=kind,
            country="AA",
            population=population,
            spellings={name: "official", "Name": "former"},
            **fields,
        )

    rows = [
        row(1, "P.PPL", 400_000, "City", vetted={"Name"}),
        row(2, "P.PPL", 4_000, "Name"),
        row(3, "P.PPL", 300_000, "Town"),
        row(4, "A.ADM1", 50_000, "Name"),
        row(5, "A.ADM2", 60_000, "Name"),
    ]
    expected = ["p:1", "p:4", "p:5", "p:2", "p:3"]
    for world in (build(rows), build_bulk(rows, tmp_path)):
        assert [c.place.id for c in world.candidates("Name")] == expected


def test_languages_of_names_are_kept(tmp_path):
    names = [
        Name(text="Den Haag", lang="nl", kind="local", source="test"),
        Name(text="Den Haag", lang="de", kind="exonym", source="test"),
        Name(text="Haga", lang="la", kind="former", end="1795", source="test"),
    ]
    row = PlaceRecord(
        id="p:1",
        lon_deg=4.3,
        lat_deg=52.1,
        kind="P.PPL",
        spellings={"The Hague": "official", "Den Haag": "alternate"},
        names=names,
    )
    place = build_bulk([row], tmp_path).place("p:1")
    assert place.name == "The Hague"
    assert set(names) < set(place.names)
    assert [n.lang for n in place.names if n.text == "Den Haag"] == ["nl", "de"]


def test_more_kinds_than_a_byte_can_tell_apart(build, tmp_path):
    rows = [
        PlaceRecord(
            id=f"p:{number}",
            lon_deg=0.0,
            lat_deg=0.0,
            kind=f"S.K{number}",
            population=number,
            spellings={f"Name {number}": "official"},
        )
        for number in range(300)
    ]
    for gazetteer in (build(rows), build_bulk(rows, tmp_path)):
        kinds = [gazetteer.place(row.id).kind for row in rows]
        assert kinds == [row.kind for row in rows]


def test_the_same_records_give_the_same_bytes(rows, tmp_path):
    paths = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        build_bulk(rows, tmp_path / name)
        paths.append(tmp_path / name / "bulk.gazetteer")
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_hash_changes_with_the_content(rows, tmp_path):
    (tmp_path / "one").mkdir()
    first = build_bulk(rows, tmp_path / "one")
    rows[0].population += 1
    (tmp_path / "two").mkdir()
    assert first.sha256 != build_bulk(rows, tmp_path / "two").sha256


def test_a_spool_goes_back_to_its_last_checkpoint(rows, tmp_path, monkeypatch):
    monkeypatch.setattr(spooling, "_HELD", 1)  # every record goes to the disk
    spool = Spool(tmp_path / "s", names_source="test")
    spool.add(rows[0])
    state = json.loads(json.dumps(spool.checkpoint()))
    files = {p.name: p.read_bytes() for p in (tmp_path / "s").iterdir()}
    spool.add(rows[1])
    again = Spool(tmp_path / "s", names_source="test")
    again.restore(state)
    assert again.count == 1
    assert {
        p.name: p.read_bytes() for p in (tmp_path / "s").iterdir() if p.stat().st_size
    } == files
    again.restore(None)
    assert not any(p.stat().st_size for p in (tmp_path / "s").iterdir())


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_place_without_a_name_is_refused(tmp_path, text):
    row = PlaceRecord(
        id="p:1", lon_deg=0.0, lat_deg=0.0, kind="", spellings={text: "official"}
    )
    with pytest.raises(GazetteerError, match="p:1 has no name"):
        Spool(tmp_path / "s", names_source="test").add(row)


def test_more_places_than_rows_can_tell_apart_are_refused(rows, tmp_path):
    spool = Spool(tmp_path / "s", names_source="test")
    spool.count = 1 << 24
    with pytest.raises(GazetteerError, match="at most 16,777,216 places"):
        spool.add(rows[0])


def test_names_keep_to_one_line_and_to_whole_characters():
    row = PlaceRecord(
        id="p:1",
        lon_deg=0.0,
        lat_deg=0.0,
        kind="",
        spellings={"New\nTown": "official", "Half \ud800": "alternate"},
    )
    spellings, _ = spell(row, "test")
    assert [one.text for one in spellings] == ["New Town", "Half ?"]


@given(st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=200), min_size=1))
def test_sections_from_files_are_packed_like_those_in_memory(
    tmp_path_factory, sections
):
    folder = tmp_path_factory.mktemp("sections")
    files = {}
    for name, data in sections.items():
        halves = [folder / f"{name}.{half}" for half in (0, 1)]
        halves[0].write_bytes(data[:7])
        halves[1].write_bytes(data[7:])
        files[name] = halves
    write_sections(folder / "whole", files, {"version": "1"})
    assert (folder / "whole").read_bytes() == pack(sections, {"version": "1"})


def test_a_foreign_name_carries_less_fame_unless_it_is_english_too(tmp_path):
    def city(number, name, people, names=()):
        return PlaceRecord(
            id=f"p:{number}",
            lon_deg=0.0,
            lat_deg=0.0,
            kind="P.PPL",
            country="DE",
            population=people,
            spellings={name: "official"},
            names=[
                Name(text=text, lang=lang, kind=kind, source="GeoNames")
                for text, lang, kind in names
            ],
        )

    rows = [
        city(1, "München", 1_500_000, [("Munich", "fr", "exonym"),
                                       ("Munich", "en", "exonym"),
                                       ("Monaco", "it", "exonym"),
                                       ("Minga", "bar", "local")]),
        city(2, "Munich", 200), city(3, "Monaco", 38_000), city(4, "Minga", 200),
    ]  # fmt: skip
    bulk = build_bulk(rows, tmp_path)
    first = {n: bulk.candidates(n)[0].place.id for n in ("Munich", "Monaco", "Minga")}
    assert first == {"Munich": "p:1", "Monaco": "p:3", "Minga": "p:1"}

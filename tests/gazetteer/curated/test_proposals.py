import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import AliasStatement, Document, ParsedDocument, Place, Run, Span
from placemap.errors import GazetteerError
from placemap.gazetteer.curated.proposals import Proposal, accept, propose
from placemap.gazetteer.curated.tables import check_curated, read_curated

PLACE = Place(id="geonames:1", name="Orn", lon_deg=1.0, lat_deg=1.0, kind="P.PPL")
NAMES = "place,text,lang,kind,used_by,from,to,source\n"
SOURCES = "key,title,licence,note\nown,Own observation,CC BY 4.0,\n"


def parsed(left, right, **statement):
    text = f"{left} is {right}."
    spans = Span(0, len(left)), Span(len(text) - 1 - len(right), len(text) - 1)
    statement = {
        "relation": "known_as",
        "verdict": "new",
        "place": "t:big",
        "sentence": Span(0, len(text)),
        **statement,
    }
    return ParsedDocument(
        document=Document(
            id="doc-1", text=text, url="https://x.example", published=date(2024, 5, 6)
        ),
        toponyms=(),
        aliases=(AliasStatement(left=spans[0], right=spans[1], **statement),),
        events=(),
        locations={},
        run=Run(version="1", gazetteer="test", gazetteer_sha256=""),
    )


def proposal(text="Newname", **changes):
    return Proposal(
        **{"place": PLACE, "text": text, "known": "Orn", "source": "d"} | changes
    )


def table(folder):
    with (folder / "names.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# -- propose ------------------------------------------------------------------------


def test_the_side_that_the_gazetteer_lacks_is_proposed(small_world):
    (right,) = propose([parsed("Saint Örn", "Ornburg")], small_world)
    (left,) = propose([parsed("Ornburg", "Saint Örn")], small_world)
    assert (
        (right.text, right.known) == (left.text, left.known) == ("Ornburg", "Saint Örn")
    )
    assert right.place.id == "t:big"
    assert right.source == "doc-1, https://x.example, 2024-05-06"
    assert right.sentence == "Saint Örn is Ornburg."


@pytest.mark.parametrize(("side", "used_by"), [("left", ""), ("right", "the elders")])
def test_who_uses_a_name_goes_with_that_name_only(small_world, side, used_by):
    told = parsed("Saint Örn", "Ornburg", used_by="the elders", used_by_side=side)
    assert propose([told], small_world)[0].used_by == used_by


@pytest.mark.parametrize(
    ("relation", "if_left", "if_right"),
    [
        ("former", "alternate", "former"),
        ("renamed", "former", "alternate"),
        ("abbreviation", "alternate", "abbreviation"),
        ("official", "alternate", "official"),
        ("slash", "alternate", "alternate"),
    ],
)
def test_the_relation_tells_the_kind(small_world, relation, if_left, if_right):
    told = [
        parsed("Ornburg", "Saint Örn", relation=relation),
        parsed("Saint Örn", "Ornville", relation=relation),
    ]
    assert [one.kind for one in propose(told, small_world)] == [if_left, if_right]


@pytest.mark.parametrize(
    "told",
    [
        parsed("Saint Örn", "Ornburg", verdict="unknown"),
        parsed("Saint Örn", "Ornburg", verdict="contradicted", place=None),
        parsed("Saint Örn", "Ornburg", verdict=None),
        parsed("Saint Örn", "Ornburg", place="t:elsewhere"),
        parsed("Saint Örn", "oldorn"),
        parsed("Twolands", "Ornburg"),
        parsed("Saint Örn", "=1+1"),
    ],
    ids=[
        "unknown", "contradicted", "unjudged", "no such place", "both known",
        "neither a name of the place", "formula",
    ],
)  # fmt: skip
def test_what_is_no_new_name_is_not_proposed(small_world, told):
    assert propose([told], small_world) == []


def test_a_name_of_another_place_is_new_for_this_one(small_world):
    (found,) = propose([parsed("Saint Örn", "Twolands")], small_world)
    assert (found.text, found.place.id) == ("Twolands", "t:big")


def test_a_name_told_twice_is_proposed_once(small_world):
    told = [parsed("Saint Örn", "Ornburg"), parsed("Saint Örn", "ORNBURG")]
    assert [one.text for one in propose(told, small_world)] == ["Ornburg"]


def test_names_are_proposed_on_one_line_without_controls(small_world):
    (found,) = propose([parsed("Saint Örn", "New\n Orn\u202eburg")], small_world)
    assert found.text == "New Ornburg"


# -- accept -------------------------------------------------------------------------


def test_a_new_folder_gets_a_table_that_passes_the_check(tmp_path):
    folder = tmp_path / "new" / "own"
    assert accept([proposal(used_by="elders", kind="former")], folder) == 1
    (row,) = read_curated(folder).names
    assert (row.place, row.text, row.kind) == ("geonames:1", "Newname", "former")
    assert (row.used_by, row.source) == ("elders", "d")
    assert check_curated(read_curated(folder)) == []
    assert [path.name for path in folder.iterdir()] == ["names.csv"]


def test_existing_rows_stay_byte_for_byte(tmp_path):
    old = "\ufeff" + NAMES.replace("\n", "\r\n") + '"geonames:2","A, b",,local,,,,own'
    (tmp_path / "names.csv").write_bytes(old.encode())
    accept([proposal()], tmp_path)
    new = (tmp_path / "names.csv").read_bytes()
    assert new.startswith(old.encode() + b"\r\n")
    assert new.endswith(b"\r\n")
    assert [row["text"] for row in table(tmp_path)] == ["A, b", "Newname"]


def test_rows_follow_the_order_of_columns_in_the_table(tmp_path):
    header = "note,text,place,source,to,from,used_by,kind,lang\n"
    (tmp_path / "names.csv").write_text(header, encoding="utf-8")
    accept([proposal()], tmp_path)
    (row,) = read_curated(tmp_path).names
    assert (row.place, row.text, row.source) == ("geonames:1", "Newname", "d")


def test_nothing_is_written_twice(tmp_path):
    same = [proposal(), proposal(source="other document")]
    assert accept(same, tmp_path) == 1
    before = (tmp_path / "names.csv").read_bytes()
    assert accept(same, tmp_path) == 0
    assert (tmp_path / "names.csv").read_bytes() == before


def test_a_name_that_the_folder_drops_stays_dropped(tmp_path):
    (tmp_path / "corrections.csv").write_text(
        "action,place,text,reason,source\ndrop_name,geonames:1,Newname,wrong,own\n",
        encoding="utf-8",
    )
    assert accept([proposal()], tmp_path) == 0
    assert not (tmp_path / "names.csv").exists()


def test_a_table_of_sources_is_completed(tmp_path):
    (tmp_path / "sources.csv").write_text(SOURCES, encoding="utf-8")
    accept(
        [proposal("One"), proposal("Two"), proposal("Three", source="own")], tmp_path
    )
    curated = read_curated(tmp_path)
    assert [row.key for row in curated.sources] == ["own", "d"]
    assert check_curated(curated) == []


def test_an_unreadable_table_is_told_and_left_alone(tmp_path):
    (tmp_path / "names.csv").write_bytes(b"place,\xff\n")
    with pytest.raises(GazetteerError, match="line 1"):
        accept([proposal()], tmp_path)
    assert (tmp_path / "names.csv").read_bytes() == b"place,\xff\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GazetteerError, match="cannot write to"):
        accept([proposal()], tmp_path / "file" / "own")


texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1
)


@given(st.lists(texts.map(str.strip).filter(bool), min_size=1, unique=True))
def test_whatever_the_names_are_they_are_read_back(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("own")
    accept([proposal(name, used_by=name) for name in names], folder)
    curated = read_curated(folder)
    assert [row.text for row in curated.names] == names
    assert check_curated(curated) == []

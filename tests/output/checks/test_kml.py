"""What is wrong with a KML file, and XML that is made to do harm."""

import pytest

from placemap.output.checks.files import validate
from placemap.output.checks.markup import read_elements

BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n'
POINT = "<Point><coordinates>46.75293,39.81764</coordinates></Point>"
OPEN = '<kml xmlns="http://www.opengis.net/kml/2.2">'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<name>Assault: ", "<name></name><n>Assault</n><name>", "it has no name"),
        ("#type-ASSAULT", "#type-RAIN", "there is no style '#type-RAIN'"),
        ("<Folder>\n", "", "mismatched tag"),
        ("<name>Assault</name>", "<name>Aid</name>", "in the folder of another type"),
        ("<begin>2023-09-19", "<begin>19.9.2023", "begin: expected date, found"),
        ("<begin>2023-09-19", "<begin>2023-09-20", "it ends on 2023-09-19, before"),
        ("<begin>2023-09-19", "<begin>2023-09-18", "time span is not that of its da"),
        ("<TimeSpan><begin>2023", "<a><begin>2023", "mismatched tag"),
        ("<coordinates>46", "<coordinates>246", "no longitude and latitude"),
        ("<coordinates>46", "<coordinates>x46", "the geometry cannot be read"),
        (
            "<coordinates>46.75293",
            "<coordinates>1,2 46",
            "a Point has not one position",
        ),
        ("<coordinates>46.75293,", "<coordinates>", "the geometry cannot be read"),
        ("<LinearRing>", "<Ring>", "mismatched tag"),
        ("&lt;p&gt;", "&lt;script&gt;", "the balloon holds <script>"),
        ("&lt;br&gt;Claim", "&lt;br onload=f()&gt;Claim", "the balloon holds <br>"),
        ("&lt;p&gt;", "&lt;p&gt;$[name]", "the balloon holds $["),
        ("&lt;p&gt;", "&lt;p&gt;&lt;!--x--&gt;", "the balloon holds a comment"),
        (
            '<Data name="where_prec"><value>1',
            '<Data name="where_prec"><value>9',
            "where_prec: 9 is no code of it",
        ),
        ('<Data name="lat"><value>39', '<Data name="lat"><value>939', "out of range"),
        ("opengis.net/kml/2.2", "opengis.net/kml/9.9", "expected the root"),
    ],
)
def test_a_fault_is_named(spoilt, old, new, fault):
    found = spoilt("kml", old, new)
    assert any(fault in one for one in found), found


def test_the_place_of_a_fault_is_id_and_line(spoilt):
    (found,) = spoilt("kml", "&lt;p&gt;", "&lt;b&gt;")
    assert found.startswith("Placemark '")
    assert ", line " in found


def test_an_id_that_is_there_twice_is_named(spoilt, content_of):
    text = content_of("kml").decode()
    start, end = text.index("<Placemark"), text.index("</Placemark>") + 12
    mark = text[start:end]
    assert any("is there twice" in one for one in spoilt("kml", mark, mark + mark))


def test_heights_that_earth_adds_are_no_fault(spoilt):
    assert spoilt("kml", "46.75293,39.81764", "46.75293,39.81764,0") == []


def test_a_ring_that_turns_the_wrong_way_is_named(spoilt, content_of):
    text = content_of("kml").decode()
    start = text.index("<LinearRing><coordinates>") + len("<LinearRing><coordinates>")
    ring = text[start : text.index("</coordinates>", start)]
    found = spoilt("kml", ring, " ".join(reversed(ring.split())))
    assert any("a ring turns the wrong way" in one for one in found)


@pytest.mark.parametrize(
    ("geometry", "fault"),
    [
        ("<Polygon></Polygon>", "a Polygon has no outerBoundaryIs"),
        ("<Polygon><outerBoundaryIs/></Polygon>", "a boundary has no LinearRing"),
        (
            f"<MultiGeometry>{POINT.replace('39.8', '95')}</MultiGeometry>",
            "no longitude and latitude",
        ),
        ("<LineString><coordinates>1,2</coordinates></LineString>", "too few"),
        ("<Point/>", "a Point has not one position"),
        ("<Point><coordinates>1,2,3,4</coordinates></Point>", "is no position"),
    ],
)
def test_a_geometry_that_is_none_is_named(spoilt, geometry, fault):
    found = spoilt("kml", POINT, geometry)
    assert any(fault in one for one in found), found


def test_several_geometries_in_one_are_no_fault(spoilt):
    assert spoilt("kml", POINT, f"<MultiGeometry>{POINT * 2}</MultiGeometry>") == []


def test_an_event_outside_all_folders_is_named(content_of, tmp_path):
    path = tmp_path / "e.kml"
    path.write_bytes(content_of("kml").replace(b"Folder>", b"Document>"))
    assert {problem.what for problem in validate(path)} == {"it lies in no folder"}


LAUGHS = "".join(
    f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12)
)


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE kml [<!ENTITY e0 "ha">{LAUGHS}]>{OPEN}&e11;</kml>',
        f'<!DOCTYPE kml [<!ENTITY f SYSTEM "file:///etc/passwd">]>{OPEN}&f;</kml>',
        f'<!DOCTYPE kml SYSTEM "http://127.0.0.1:9/x.dtd">{OPEN}</kml>',
        f"<!DOCTYPE kml>{OPEN}</kml>",
        f'<!DOCTYPE kml [<!ATTLIST kml x CDATA "{"x" * 99}">]>{OPEN}</kml>',
    ],
)
def test_a_document_type_is_refused_before_it_is_read(tmp_path, content):
    path = tmp_path / "e.kml"
    path.write_text(BEGIN + content, encoding="utf-8")
    (problem,) = validate(path)
    assert "it declares a document type" in problem.what


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (OPEN + "<Folder>" * 100, "nested too deeply"),
        (OPEN + "&nbsp;</kml>", "undefined entity"),
        (OPEN + "\x01</kml>", "not well-formed"),
        ("", "no element found"),
        ("<kml></kml>", "expected the root"),
    ],
)
def test_what_is_no_kml_is_told(tmp_path, content, fault):
    path = tmp_path / "e.kml"
    path.write_text(content, encoding="utf-8")
    (problem,) = validate(path)
    assert fault in problem.what


def test_elements_are_given_one_by_one_with_what_they_lie_in(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("<a xmlns='u'><b i='1'><c>x</c>\n</b><b xmlns='v'/></a>")
    (found,) = read_elements(path, ["b"], root="a", namespace="u")
    assert (found.name, found.attributes, found.line) == ("b", {"i": "1"}, 1)
    assert found.text_of("c") == "x"
    assert (found.parent.name, found.parent.children[0].name) == ("a", "v b")

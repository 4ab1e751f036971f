import subprocess
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.output.kml import write_kml

KML = "{http://www.opengis.net/kml/2.2}"
POINT = {"type": "Point", "coordinates": [10, 20]}


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed):
        write_kml(parsed, tmp_path / "events.kml", run=run)
        return ET.parse(tmp_path / "events.kml").getroot()[0]

    return write


def texts(element, *names):
    path = "/".join(f"{KML}{name}" for name in names)
    return [found.text for found in element.iterfind(path)]


def test_a_folder_for_each_type_in_the_order_of_the_map(written, report):
    document = written(report)
    folders = texts(document, "Folder", "name")
    assert folders == ["Meeting", "Accusation", "Protest", "Coercion", "Assault"]
    marks = texts(document, "Folder", "Placemark", "name")
    assert len(marks) == len(report.events)
    assert "Assault: Khankendi" in marks


def test_days_are_a_span_of_time_open_where_they_are(written, report, one_event):
    document = written(report)
    spans = [
        [(part.tag.removeprefix(KML), part.text) for part in span]
        for span in document.iter(f"{KML}TimeSpan")
    ]
    assert spans == [
        [("begin", "2022-12-01")],
        [("begin", "2023-09-19"), ("end", "2023-09-19")],
    ]
    early = written(one_event(POINT, start=date(1, 2, 3), end=date(1950, 1, 1)))
    assert [e.text for e in early.iter(f"{KML}begin")] == ["0001-02-03"]


def test_every_type_has_a_style_that_its_events_point_to(written, report):
    document = written(report)
    styles = {f"#{style.get('id')}" for style in document.iterfind(f"{KML}Style")}
    used = {element.text for element in document.iter(f"{KML}styleUrl")}
    assert used == styles


def test_geometries_are_kept(written, report, one_event):
    document = written(report)
    kinds = [
        e.tag.removeprefix(KML)
        for e in document.iter()
        if e.tag.endswith(("Point", "LineString", "Polygon"))
    ]
    assert sorted(kinds) == ["LineString", "Point", "Point", "Polygon"]
    many = written(one_event({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}))
    assert [e.text for e in many.iter(f"{KML}coordinates")] == ["1.0,2.0", "3.0,4.0"]


def test_what_documents_say_is_text_in_the_balloon(written, one_event):
    title = "<script>alert(1)</script>$[geDirections]]]>"
    document = written(one_event(POINT, title=title))
    (balloon,) = texts(document, "Folder", "Placemark", "description")
    assert "<script>" not in balloon
    assert "$[" not in balloon
    assert "&lt;script&gt;" in balloon


def test_what_xml_cannot_hold_is_replaced(written, one_event):
    document = written(one_event(POINT, title="a\x01b\ufffe"))
    data = {one.get("name"): one[0].text for one in document.iter(f"{KML}Data")}
    assert data["document_title"] == "a\ufffdb\ufffd"


def test_it_says_what_made_it(written, report, run):
    (about,) = texts(written(report), "description")
    assert run.attribution[0] in about
    assert run.gazetteer_sha256 in about


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_results_make_sound_xml(parsed_documents, tmp_path_factory, data):
    parsed = data.draw(parsed_documents)
    path = tmp_path_factory.mktemp("kml") / "events.kml"
    write_kml([parsed], path, run=parsed.run)
    marks = ET.parse(path).getroot().iter(f"{KML}Placemark")
    assert len(list(marks)) == sum(max(1, len(e.places)) for e in parsed.events)


def test_gdal_reads_a_layer_for_each_type(written, report, tmp_path, ogrinfo):
    written(report)
    command = [ogrinfo, "-ro", tmp_path / "events.kml"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert "Assault" in result.stdout

import json
import subprocess

import pytest

from placemap.output import export
from placemap.output.sequence import write_lines, write_sequence


def test_every_line_is_a_feature(report, run, tmp_path):
    path = tmp_path / "events.geojsonl"
    write_lines([report], path, run=run)
    features = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [f["properties"]["event_id"] for f in features] == [
        event.id for event in report.events
    ]
    assert {f["type"] for f in features} == {"Feature"}
    assert features[-1]["geometry"] is None


def test_a_sequence_is_parted_as_rfc_8142_says(report, run, tmp_path):
    path = tmp_path / "events.geojsons"
    write_sequence([report], path, run=run)
    lines = path.read_bytes().split(b"\x1e")
    assert lines[0] == b""
    assert len(lines) == 1 + len(report.events)
    assert all(json.loads(line)["type"] == "Feature" for line in lines[1:])
    assert all(line.endswith(b"\n") for line in lines[1:])


def test_documents_are_written_as_they_come(report, run, tmp_path):
    """The first is let go before the next is asked for."""
    taken = []

    def documents():
        for number in range(3):
            taken.append(number)
            yield report

    write_lines(documents(), tmp_path / "events.geojsonl", run=run, layer="mentions")
    assert taken == [0, 1, 2]
    lines = (tmp_path / "events.geojsonl").read_text("utf-8").splitlines()
    assert len(lines) == 3 * len(report.toponyms)


@pytest.mark.parametrize("suffix", ["geojsonl", "geojsons"])
def test_gdal_reads_it_without_a_warning(report, tmp_path, ogrinfo, suffix):
    path = export([report], tmp_path / f"events.{suffix}")
    command = [ogrinfo, "-al", "-so", "-ro", path]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert f"Feature Count: {len(report.events)}" in result.stdout

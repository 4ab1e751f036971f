"""QGIS itself opens the GeoPackage; skipped where it is not installed."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import placemap
from placemap.output import export
from placemap.output.columns import EVENTS
from placemap.output.geopackage import LAYERS

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs/open_in_qgis.py"
PYTHON = "/usr/bin/python3"  # the one QGIS was built for
PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
HAS_PYQGIS = any(Path("/usr/lib/python3/dist-packages").glob("qgis/core"))

pytestmark = pytest.mark.skipif(
    not (PROCESS and HAS_PYQGIS), reason="QGIS with its Python is not installed"
)


@pytest.fixture
def clean(tmp_path):
    """An environment without a screen, or anything of the user's."""
    tmp_path.chmod(0o700)
    return {
        "HOME": str(tmp_path),
        "PATH": os.defpath,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }


@pytest.fixture
def package(report, tmp_path):
    return export([report], tmp_path / "events.gpkg")


@pytest.fixture
def open_in_qgis(tmp_path, clean):
    """Open a GeoPackage, draw it to map.png, and return what QGIS sees."""

    def open_it(package):
        command = [PYTHON, SCRIPT, package, tmp_path / "map.png"]
        result = subprocess.run(
            command, capture_output=True, text=True, check=True, env=clean
        )
        return json.loads(result.stdout)

    return open_it


@pytest.fixture
def opened(open_in_qgis, package):
    return open_in_qgis(package)


@pytest.fixture
def seen(opened):
    return opened["layers"]


def test_every_layer_opens_with_its_features(seen, report):
    counts = {name: layer["features"] for name, layer in seen.items()}
    assert all(layer["valid"] for layer in seen.values())
    assert counts == {
        "events_point": 2, "events_line": 1, "events_area": 1, "events_unlocated": 2,
        "mentions": 7, "places": 5, "aliases": 1, "sources": 1, "run": 1, "report": 1,
    }  # fmt: skip


def test_styles_clock_headings_and_licences_are_there(seen, run):
    for name in ("events_point", "events_line", "events_area"):
        layer = seen[name]
        assert layer["renderer"] == "categorizedSymbol"
        assert layer["temporal"]
        assert layer["dates"] == ["start_date", "end_date"]
        assert layer["index"] == 2  # there is one
        assert layer["rights"] == list(run.attribution)
        aliases = layer["aliases"]
        assert aliases["where_prec"] == "Place precision (UCDP)"
    assert seen["mentions"]["renderer"] == "singleSymbol"


def test_types_are_what_the_schema_says(seen):
    kinds = {
        "text": "String", "json": "JSON", "int": "Integer64", "float": "Real",
        "bool": "Boolean", "date": "Date", "datetime": "DateTime",
    }  # fmt: skip
    types = seen["events_point"]["types"]
    assert types.pop("fid") == "Integer64"
    assert types == {column.name: kinds[column.kind] for column in EVENTS}
    assert seen["sources"]["types"]["published_utc"] == "DateTime"


def test_the_project_within_opens_every_layer(opened):
    assert opened["project"] == sorted(layer.title for layer in LAYERS)


def test_the_events_are_drawn(seen, tmp_path):
    picture = (tmp_path / "map.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 3_000  # a white page of this size is smaller


def test_the_shipped_examples_open_as_well(open_in_qgis, tmp_path):
    names = ("karabakh-offensive", "derna-flood", "noto-earthquake")
    pipeline = placemap.load()
    parsed = [
        item
        for name in names
        for item in pipeline.run(placemap.read(ROOT / f"examples/{name}.txt"))
    ]
    seen = open_in_qgis(export(parsed, tmp_path / "examples.gpkg"))["layers"]
    assert seen["sources"]["features"] == len(names)
    for name, layer in seen.items():
        assert layer["valid"]
        if name not in ("run", "report"):
            frame = placemap.to_geodataframe(parsed, layer=name)
            assert layer["features"] == len(frame)
    drawn = (tmp_path / "map.png").read_bytes()
    assert len(drawn) > 3_000


def test_an_algorithm_runs_on_it(package, tmp_path, clean):
    made = tmp_path / "middle.gpkg"
    command = [
        PROCESS, "run", "native:meancoordinates", "--",
        f"INPUT={package}|layername=events_point", f"OUTPUT={made}",
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, env=clean)
    assert made.is_file()

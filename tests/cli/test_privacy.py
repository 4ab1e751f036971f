"""What an output tells of the disc it was made on: nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import placemap
from placemap import registry
from placemap.cli import main

TEXT = (
    "Title: Shelling near Stepanakert\n"
    "Date: 2023-09-20\n"
    "\n"
    "Shelling hit Khankendi, known as Stepanakert by Armenians, on Tuesday.\n"
)
PLUGIN = """\
class Extractor:
    def __init__(self, gazetteer, model):
        pass
    def extract(self, document, toponyms):
        return ()
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder whose name is nobody else's business, with two reports of one name."""
    folder = tmp_path_factory.mktemp("private") / "jane.doe"
    for name in ("desk/report.txt", "desk/west/report.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def outputs(home):
    """Every format, made of a folder given by its whole path."""
    paths = {
        suffix: home / f"out/events.{suffix}" for suffix in registry.names("exporters")
    }
    wanted = [part for path in paths.values() for part in ("-o", str(path))]
    result = CliRunner().invoke(main, ["export", str(home / "desk"), *wanted, "-q"])
    assert (result.exit_code, result.output) == (0, "")
    return paths


@pytest.mark.parametrize("suffix", sorted(registry.names("exporters")))
def test_no_output_tells_where_its_input_was(outputs, home, suffix):
    written = outputs[suffix].read_bytes()
    if suffix == "parquet":
        written = repr(list(placemap.read_report(outputs[suffix]))).encode()
    assert written
    for part in ("jane.doe", str(home.parent.name), "/desk"):
        assert part.encode() not in written


def test_the_report_is_called_by_its_path_below_the_folder(outputs):
    found = placemap.read_report(outputs["jsonl"])
    assert [p.document.id for p in found] == ["report.txt", "west/report.txt"]


def test_the_run_does_not_tell_where_a_model_is(home, monkeypatch):
    site = home / "site"
    info = site / "modelled-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Name: modelled\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[placemap.extractors]\nmodelled = modelled:Extractor\n", encoding="utf-8"
    )
    (site / "modelled.py").write_text(PLUGIN, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    far = placemap.load(extractor=f"modelled:{Path(home, 'models/mine')}")
    assert far.run_info.options["extractor"] == "modelled:mine"
    near = placemap.load(extractor="modelled:org/mine")
    assert near.run_info.options["extractor"] == "modelled:org/mine"

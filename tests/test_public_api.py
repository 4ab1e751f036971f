import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import placemap

HEAVY = {
    "folium",
    "geopandas",
    "numpy",
    "pandas",
    "pyarrow",
    "pyogrio",
    "shapely",
    "simplemma",
    "spacy",
    "trafilatura",
}


def loaded_by(code):
    code += "\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def names_for_type_checkers():
    tree = ast.parse(Path(placemap.__file__).read_text(encoding="utf-8"))
    blocks = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    return {
        alias.asname
        for block in blocks
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_all_is_sorted_and_without_repetition():
    assert placemap.__all__ == sorted(set(placemap.__all__))


def test_type_checkers_see_the_names_that_exist_at_run_time():
    assert names_for_type_checkers() == set(placemap.__all__)


@pytest.mark.parametrize("name", placemap.__all__)
def test_every_public_name_is_there_and_documented(name):
    assert getattr(placemap, name).__doc__


def test_dir_lists_what_can_be_used():
    assert dir(placemap) == sorted([*placemap.__all__, "__version__"])


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        placemap.nope  # noqa: B018 - reading it is the test


@pytest.mark.parametrize(
    "code",
    [
        "import placemap",
        "import placemap.cli",
        "import placemap; placemap.Document, placemap.Event, placemap.PlacemapError",
        "import placemap.registry; placemap.registry.names('exporters')",
    ],
)
def test_importing_loads_no_heavy_library(code):
    assert loaded_by(code) & HEAVY == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_loads_no_heavy_library(argument):
    code = (
        "import sys\n"
        "from placemap.cli import main\n"
        f"main([{argument!r}], standalone_mode=False)"
    )
    assert loaded_by(code) & HEAVY == set()

"""A report without fault, and how to see what is wrong with a file made of it."""

from dataclasses import replace

import pytest

from placemap.output import export
from placemap.output.checks.files import validate


@pytest.fixture(scope="session")
def sound(report):
    """A report in which every place is one the gazetteer knows."""
    return replace(report, events=report.events[:-1])


@pytest.fixture(scope="session")
def content_of(sound, tmp_path_factory):
    """Return what a file of a format holds; each is written once."""
    made = {}

    def content(suffix):
        if suffix == "parquet":
            pytest.importorskip("pyarrow")
        if suffix not in made:
            path = tmp_path_factory.mktemp("whole") / f"e.{suffix}"
            made[suffix] = export([sound], path).read_bytes()
        return made[suffix]

    return content


@pytest.fixture
def spoilt(content_of, tmp_path):
    """Put other words in a file, and say what is wrong with it then."""

    def check(suffix, old, new):
        text = content_of(suffix).decode("utf-8")
        assert old in text
        path = tmp_path / f"e.{suffix}"
        path.write_bytes(text.replace(old, new, 1).encode("utf-8"))
        return [f"{problem.where}: {problem.what}" for problem in validate(path)]

    return check

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from placemap.cli import main

TEXT = (
    "Title: Shelling near Zorbagrad\n"
    "Date: 2023-09-20\n"
    "URL: https://news.example/a,b\n"
    "\n"
    "Shelling hit Khankendi, known as Zorbagrad by Armenians, on Tuesday. "
    "Lyon, formerly Lugdunopolis, was calm. "
    "The city of Aghdam, called Akna by Armenians, was shelled.\n"
)


def call(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


def add(*arguments, exit_code=0):
    result = call("gazetteer", "add", "report.txt", "--to", "own", *arguments)
    assert result.exit_code == exit_code, result.output
    return result


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    """A folder to work in, with one report."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_new_names_are_shown_and_nothing_is_written():
    result = add()
    heading, first, second = result.stdout.splitlines()
    assert heading.split()[:2] == ["NEW", "NAME"]
    assert first.split()[:4] == ["1", "Zorbagrad", "alternate", "Armenians"]
    assert second.split()[:3] == ["2", "Lugdunopolis", "former"]
    assert "2 new names; --accept all, or numbers, adds them" in result.stderr
    assert not Path("own").exists()


def test_json_has_the_evidence():
    first, _ = json.loads(add("--json").stdout)
    assert first["place"] == "geonames:146970"
    assert first["known"] == "Khankendi"
    assert first["sentence"].startswith("Shelling hit Khankendi, known as Zorbagrad")
    assert first["source"] == "report.txt, https://news.example/a,b, 2023-09-20"


def test_what_is_accepted_is_known_from_then_on():
    assert "2 names added to own/names.csv" in add("--accept", "all").stderr
    assert call("gazetteer", "check", "own").exit_code == 0
    result = call("lookup", "Zorbagrad", "--gazetteer", "own")
    assert "geonames:146970" in result.stdout
    aliases = call("aliases", "report.txt", "--gazetteer", "own", "--json").stdout
    assert {one["verdict"] for one in json.loads(aliases)} == {"confirmed"}
    before = Path("own/names.csv").read_bytes()
    again = add("--accept", "all")
    assert "no new names" in again.stderr
    assert Path("own/names.csv").read_bytes() == before


def test_numbers_choose_and_the_rest_stays_proposed():
    add("--accept", "2")
    assert "Zorbagrad" not in Path("own/names.csv").read_text(encoding="utf-8")
    assert [one["text"] for one in json.loads(add("--json").stdout)] == ["Zorbagrad"]


def test_a_parsed_report_proposes_the_same():
    direct = add("--json").stdout
    assert call("parse", "report.txt", "-o", "parsed.jsonl").exit_code == 0
    result = call("gazetteer", "add", "parsed.jsonl", "--to", "own", "--json")
    assert result.stdout == direct


def test_a_number_without_a_proposal_writes_nothing():
    result = add("--accept", "1,7", exit_code=1)
    assert "expected numbers of the 2 proposals, found 7" in result.stderr
    assert not Path("own").exists()


@pytest.mark.parametrize("which", ["everything", "1;2", "-1", ""])
def test_what_is_no_choice_is_a_usage_error(which):
    add("--accept", which, exit_code=2)


def test_a_damaged_overlay_is_told_and_left_alone():
    Path("own").mkdir()
    Path("own/names.csv").write_text("not,the,columns\n", encoding="utf-8")
    result = add("--accept", "all", exit_code=1)
    assert "names.csv, line 1" in result.stderr
    assert Path("own/names.csv").read_text(encoding="utf-8") == "not,the,columns\n"

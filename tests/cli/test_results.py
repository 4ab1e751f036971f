import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import placemap
from placemap.cli import main

TEXT = (
    "Title: Shelling near Stepanakert\n"
    "Date: 2023-09-20\n"
    "\n"
    "Shelling hit Khankendi, known as Stepanakert by Armenians, on Tuesday. "
    "At least six people were killed.\n"
)


def call(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder to work in, with one good report."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def plugin(workplace, monkeypatch):
    """Install a package with an extractor that cannot cope with the word BOOM."""
    site = workplace / "site"
    info = site / "fragile-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[placemap.extractors]\nfragile = fragile:Extractor\n"
    )
    (site / "fragile.py").write_text(
        "class Extractor:\n"
        "    def __init__(self, gazetteer):\n"
        "        pass\n"
        "    def extract(self, document, toponyms):\n"
        "        if 'BOOM' in document.text:\n"
        "            raise ZeroDivisionError('by \\x1b[31mzero')\n"
        "        return ()\n"
    )
    monkeypatch.syspath_prepend(site)
    return "fragile"


def features(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))["features"]


# -- map and export -----------------------------------------------------------------


def test_map_goes_to_output_by_default(workplace):
    result = call("map", "report.txt")
    assert result.exit_code == 0, result.stderr
    page = Path("output/map.html").read_text(encoding="utf-8")
    assert "Shelling near Stepanakert" in page
    assert result.stdout == ""
    assert "1 document" in result.stderr
    assert "wrote output/map.html" in result.stderr


def test_one_parse_writes_several_formats(workplace):
    result = call("map", "report.txt", "-o", "out/a.html", "-o", "out/a.geojson")
    assert result.exit_code == 0, result.stderr
    assert Path("out/a.html").is_file()
    assert features("out/a.geojson")


@pytest.mark.parametrize("suffix", ["geojson", "csv", "jsonl", "html"])
def test_an_output_is_the_same_alone_as_beside_others(workplace, suffix):
    alone, beside = Path(f"alone.{suffix}"), Path(f"beside.{suffix}")
    assert call("export", "report.txt", "-o", alone).exit_code == 0
    assert call("export", "report.txt", "-o", beside, "-o", "x.jsonl").exit_code == 0
    assert alone.read_bytes() == beside.read_bytes()


def test_export_from_parsed_is_export_from_the_text(workplace):
    assert call("parse", "report.txt", "-o", "parsed.jsonl").exit_code == 0
    assert call("export", "report.txt", "-o", "direct.geojson").exit_code == 0
    result = call("export", "parsed.jsonl", "-o", "later.geojson")
    assert result.exit_code == 0, result.stderr
    assert Path("later.geojson").read_bytes() == Path("direct.geojson").read_bytes()


def test_texts_and_parsed_reports_can_be_mixed(workplace):
    Path("other.txt").write_text("A flood hit Lyon on Monday.", encoding="utf-8")
    assert call("parse", "other.txt", "-o", "parsed.jsonl").exit_code == 0
    result = call("export", "parsed.jsonl", "report.txt", "-o", "both.jsonl")
    assert result.exit_code == 0, result.stderr
    both = list(placemap.read_report("both.jsonl"))
    assert [parsed.document.id for parsed in both] == ["other.txt", "report.txt"]


def test_the_title_heads_the_map(workplace):
    result = call("map", "report.txt", "--title", "Week <38>", "-o", "m.html")
    assert result.exit_code == 0, result.stderr
    assert "Week &lt;38&gt;" in Path("m.html").read_text(encoding="utf-8")


def test_the_label_policy_is_written_into_the_output(workplace):
    call("parse", "report.txt", "--labels", "Armenians", "-o", "parsed.jsonl")
    assert next(placemap.read_report("parsed.jsonl")).run.labels == "Armenians"
    call("export", "parsed.jsonl", "--labels", "official", "-o", "again.jsonl")
    assert next(placemap.read_report("again.jsonl")).run.labels == "official"


@pytest.mark.parametrize("source", ["report.txt", "parsed.jsonl"])
@pytest.mark.parametrize(
    ("policy", "name"),
    [
        ("text", "Khankendi"),
        ("official", "Khankendi"),
        ("local", "Stepanakert"),
        ("AM", "Stepanakert"),
        ("armenians", "Stepanakert"),
        ("hy", "Ստեփանակերտ"),
    ],
)
def test_the_label_policy_decides_which_name_leads(workplace, source, policy, name):
    call("parse", "report.txt", "-o", "parsed.jsonl")
    result = call("export", source, "--labels", policy, "-o", "events.geojson")
    assert result.exit_code == 0, result.stderr
    assert "Warning" not in result.stderr
    assert features("events.geojson")[0]["properties"]["place_name"] == name


def test_a_view_nobody_has_is_told_once_with_those_there_are(workplace):
    outputs = ("-o", "m.html", "-o", "m.geojson")
    result = call("map", "report.txt", "--labels", "Armenans", *outputs, "-q")
    assert result.exit_code == 0
    assert result.stderr.count("Warning: no place has a name used by 'Armenans'") == 1
    assert "did you mean 'Armenians'?" in result.stderr
    assert "Azerbaijan" in result.stderr


def test_names_in_a_language_are_kept_by_parsing_with_it(workplace):
    Path("report.txt").write_text("A flood hit Germany.", encoding="utf-8")
    result = call("map", "report.txt", "--labels", "fr", "-o", "a.geojson")
    assert result.exit_code == 0
    assert "Warning" not in result.stderr
    assert features("a.geojson")[0]["properties"]["place_name"] == "Allemagne"
    call("parse", "report.txt", "-o", "parsed.jsonl")
    result = call("map", "parsed.jsonl", "--labels", "fr", "-o", "b.geojson")
    assert "Warning: no place has a name in the language 'fr'" in result.stderr


def test_an_unknown_format_is_told_before_the_work(workplace):
    result = call("export", "missing.txt", "-o", "events.shp")
    assert result.exit_code == 1
    assert "shp" in result.stderr
    assert "geojson" in result.stderr
    assert "missing.txt" not in result.stderr


def test_an_unknown_plugin_answers_with_those_installed(workplace):
    result = call("map", "report.txt", "--detector", "nope")
    assert result.exit_code == 1
    assert "'nope'" in result.stderr
    assert "lexicon" in result.stderr
    assert not Path("output").exists()


# -- dates, encodings, stdin --------------------------------------------------------


def test_published_fills_in_where_the_document_says_nothing(workplace):
    Path("undated.txt").write_text("A flood hit Lyon.", encoding="utf-8")
    call(
        "parse",
        "undated.txt",
        "report.txt",
        "--published",
        "2024-03-01",
        "-o",
        "p.jsonl",
    )
    published = [
        p.document.published.isoformat() for p in placemap.read_report("p.jsonl")
    ]
    assert published == ["2024-03-01", "2023-09-20"]


def test_a_text_is_read_from_stdin(workplace):
    result = call("parse", "-", stdin="A flood hit Lyon on Monday.")
    assert result.exit_code == 0, result.stderr
    assert "Lyon" in json.loads(result.stdout)["document"]["text"]


def test_an_encoding_is_taken_at_its_word(workplace):
    Path("old.txt").write_bytes("Überflutung in Köln, a flood.".encode("cp1252"))
    result = call("parse", "old.txt", "--encoding", "cp1252")
    assert "Überflutung in Köln" in json.loads(result.stdout)["document"]["text"]


def test_parse_and_map_can_be_piped(workplace):
    command = [sys.executable, "-m", "placemap"]
    parsed = subprocess.run(
        [*command, "parse", "report.txt"], capture_output=True, check=True
    )
    subprocess.run(
        [*command, "map", "-", "-o", "piped.html"], input=parsed.stdout, check=True
    )
    assert call("map", "report.txt", "-o", "direct.html").exit_code == 0
    assert Path("piped.html").read_bytes() == Path("direct.html").read_bytes()


def test_parse_writes_the_same_to_stdout_as_to_a_file(workplace):
    assert call("parse", "report.txt", "-o", "parsed.jsonl").exit_code == 0
    result = call("parse", "report.txt")
    on_file = Path("parsed.jsonl").read_text(encoding="utf-8")
    assert json.loads(result.stdout) == json.loads(on_file)


def test_what_parse_prints_cannot_take_over_a_terminal(workplace):
    Path("evil.txt").write_text("\x1b[31mLyon\u202e flooded.", encoding="utf-8")
    result = call("parse", "evil.txt")
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
    assert "\u202e" in json.loads(result.stdout)["document"]["text"]


def test_a_folder_may_hold_its_own_results(workplace):
    names = ("map.html", "e.csv", "e.acled.csv", "e.ucdp.csv", "e.jsonl", "e.geojson")
    outputs = [part for name in names for part in ("-o", name)]
    assert call("export", ".", *outputs).exit_code == 0
    before = {name: Path(name).read_bytes() for name in names}
    result = call("export", ".", *outputs)
    assert result.exit_code == 0, result.stderr
    assert {name: Path(name).read_bytes() for name in names} == before


# -- failures -----------------------------------------------------------------------


def test_a_missing_file_does_not_stop_the_others(workplace):
    result = call("export", "missing.txt", "report.txt", "-o", "e.jsonl")
    assert result.exit_code == 1
    assert "Error: missing.txt" in result.stderr
    assert "Traceback" not in result.output
    assert result.stderr.splitlines()[-1].startswith("1 problem")
    assert [p.document.id for p in placemap.read_report("e.jsonl")] == ["report.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
        ("broken.jsonl", b'{"text": "no end\n'),
        ("columns.csv", b"a,b\n1,2\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(workplace, name, content):
    Path(name).write_bytes(content)
    result = call("export", name, "report.txt", "-o", "e.jsonl")
    assert result.exit_code == 1
    assert f"Error: {name}" in result.stderr
    assert len(list(placemap.read_report("e.jsonl"))) == 1


@pytest.mark.parametrize("name", ["map.html", "e.csv"])
def test_a_result_is_not_taken_for_a_report(workplace, name):
    assert call("export", "report.txt", "-o", name).exit_code == 0
    result = call("export", name, "report.txt", "-o", "e.jsonl")
    assert result.exit_code == 1
    assert f"Error: {name}: placemap wrote this; name the reports" in result.stderr
    assert len(list(placemap.read_report("e.jsonl"))) == 1


def test_without_a_single_document_nothing_is_overwritten(workplace):
    Path("e.geojson").write_text("as it was", encoding="utf-8")
    result = call("export", "missing.txt", "-o", "e.geojson")
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert Path("e.geojson").read_text(encoding="utf-8") == "as it was"


def test_a_bug_in_a_stage_is_told_and_the_others_go_on(plugin):
    Path("b.txt").write_text("BOOM in Lyon.", encoding="utf-8")
    result = call(
        "parse", "b.txt", "report.txt", "--extractor", plugin, "-o", "p.jsonl"
    )
    assert result.exit_code == 1
    assert "b.txt: unexpected ZeroDivisionError: by \\x1b[31mzero" in result.stderr
    assert "report it" in result.stderr
    assert [p.document.id for p in placemap.read_report("p.jsonl")] == ["report.txt"]


def test_a_broken_line_in_a_parsed_report_is_named(workplace):
    call("parse", "report.txt", "-o", "parsed.jsonl")
    with Path("parsed.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"format": "placemap-report/1", "document"\n')
    result = call("export", "parsed.jsonl", "-o", "e.geojson")
    assert result.exit_code == 1
    assert "parsed.jsonl:2" in result.stderr
    assert not Path("e.geojson").exists()


def test_a_folder_as_output_is_refused(workplace):
    Path("out.html").mkdir()
    assert call("map", "report.txt", "-o", "out.html").exit_code == 2


def test_messages_from_file_names_are_harmless(workplace):
    result = call("map", "miss\x1b[31ming.txt")
    assert "\x1b" not in result.stderr
    assert "miss\\x1b[31ming.txt" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["map"],
        ["export", "report.txt"],
        ["map", "report.txt", "--published", "yesterday"],
        ["map", "report.txt", "--no-such-option"],
        ["map", "report.txt", "--gazetteer", "missing"],
        ["nonsense"],
    ],
)
def test_nonsense_is_a_usage_error(workplace, arguments):
    result = call(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_quiet_says_nothing_when_all_is_well(workplace):
    result = call("map", "report.txt", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


# -- aliases ------------------------------------------------------------------------


def test_aliases_says_who_uses_which_name(workplace):
    result = call("aliases", "report.txt")
    assert result.exit_code == 0, result.stderr
    row = result.stdout.splitlines()[1]
    assert "Khankendi" in row
    assert "Armenians: Stepanakert" in row
    assert "confirmed" in row


def test_aliases_as_json_gives_the_sentences(workplace):
    found = json.loads(call("aliases", "report.txt", "--json").stdout)
    assert [(a["left"], a["right"], a["verdict"]) for a in found] == [
        ("Khankendi", "Stepanakert", "confirmed")
    ]
    assert found[0]["sentence"].startswith("Shelling hit Khankendi")


def test_no_aliases_is_an_empty_answer(workplace):
    Path("none.txt").write_text("A flood hit Lyon.", encoding="utf-8")
    assert call("aliases", "none.txt").stdout == ""
    assert json.loads(call("aliases", "none.txt", "--json").stdout) == []

"""The documentation says what there is, and what it shows works."""

import importlib.util
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import placemap
from placemap.cli import main
from placemap.output.geopackage import LAYERS

ROOT = Path(__file__).parents[1]
FOLDERS = "docs examples output gazetteer bench evaluation training".split()
PAGES = sorted(
    path for folder in ("", *FOLDERS) for path in (ROOT / folder).glob("*.md")
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(group=main, path=()):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands())


# -- the command line ---------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    page = read("docs/cli.md")
    assert f"placemap {name}" in page
    assert re.search(rf"^## {name.split()[0]}$", page, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name):
    page = read("docs/cli.md")
    for option in COMMANDS[name].params:
        if isinstance(option, click.Option):
            for spelling in option.opts:
                assert re.search(rf"`{spelling}[` ]", page), spelling


def test_the_documented_commands_and_options_exist():
    page = read("docs/cli.md")
    known = {o for command in COMMANDS.values() for p in command.params for o in p.opts}
    for option in re.findall(r"`(--?[a-z]+)[` ]", page):
        assert option in known | {"--help", "--version"}
    for line in "".join(blocks(page, "bash")).splitlines():
        for call in line.split("|"):
            assert any(call.strip().startswith(f"placemap {name}") for name in COMMANDS)


# -- Python -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/python.md",
        "docs/architecture.md",
        "docs/accuracy.md",
        "docs/geocoding.md",
        "docs/plugins.md",
    ],
)
def test_the_python_snippets_run(name, tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    snippets = blocks(read(name), "python")
    assert snippets
    namespace = {}
    for snippet in snippets:
        exec(compile(snippet, name, "exec"), namespace)


# -- what the pages say -------------------------------------------------------------


def load_update():
    spec = importlib.util.spec_from_file_location("update", ROOT / "docs/update.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["outputs.md", "model-card.md"])
def test_what_the_pages_say_of_columns_and_models_is_so(name):
    page = read(f"docs/{name}")
    assert load_update().updated(page) == page, "run: python docs/update.py"


def test_every_layer_of_the_geopackage_is_documented():
    page = read("docs/outputs.md")
    assert all(f"`{layer.name}`" in page for layer in LAYERS)


@pytest.mark.parametrize(
    "suffix", PROJECT["project"]["entry-points"]["placemap.exporters"]
)
def test_every_format_is_documented(suffix):
    assert f"`.{suffix}`" in read("docs/outputs.md")
    assert f"`.{suffix}`" in read("docs/cli.md")


@pytest.mark.parametrize(
    "suffix", PROJECT["project"]["entry-points"]["placemap.readers"]
)
def test_every_reader_is_documented(suffix):
    assert f".{suffix}" in read("docs/cli.md")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_within_the_project_lead_somewhere(path):
    for target in re.findall(
        r"\]\((?!https?:)([^)#\s]*)[^)]*\)", path.read_text("utf-8")
    ):
        assert (path.parent / target).exists(), target


def test_the_architecture_page_knows_every_part_of_the_package():
    page = read("docs/architecture.md")
    for part in (ROOT / "src/placemap").iterdir():
        if part.name.startswith("_") or part.name == "py.typed":
            continue
        name = f"{part.name}/" if part.is_dir() else part.name
        assert f"`{name}`" in page, name


def test_the_architecture_page_draws_the_layers_that_are_checked():
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = [set(re.findall(r"\w+", layer)) for layer in layers]
    found = [
        [set(re.findall(r"\w+", line)) for line in block.splitlines()]
        for block in blocks(read("docs/architecture.md"), "")
    ]
    assert drawn in found


@pytest.mark.parametrize("group", PROJECT["project"]["entry-points"])
def test_the_architecture_page_lists_every_extension_point(group):
    assert f"`{group}`" in read("docs/architecture.md")


def test_mkdocs_lists_every_page():
    listed = re.findall(r"^  - ([\w-]+\.md)$", read("mkdocs.yml"), re.MULTILINE)
    assert set(listed) == {path.name for path in (ROOT / "docs").glob("*.md")}


# -- README, changelog, examples ----------------------------------------------------


def test_the_changelog_begins_with_this_version():
    versions = re.findall(r"^## \[(\S+)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == placemap.__version__


def test_the_readme_has_one_command_to_run_and_one_to_test():
    calls = [
        line
        for block in blocks(read("README.md"), "bash")
        for line in block.splitlines()
        if line.startswith("python3 -m venv ")
    ]
    assert len(calls) == 2
    assert " map examples/*.txt " in calls[0]
    tested = calls[1].partition(" -m pytest ")[2]
    assert tested == "-n logical --dist worksteal"  # all of them, and nothing left out


def test_every_command_the_readme_shows_exists():
    shown = re.findall(
        r"^\$ placemap ([a-z]+(?: (?:info|check))?)", read("README.md"), re.M
    )
    assert shown
    assert all(name in COMMANDS for name in shown)


EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


def test_there_are_examples():
    assert len(EXAMPLES) >= 6


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_states_title_date_and_source_and_is_listed(path):
    (document,) = placemap.read(path)
    assert document.title
    assert document.published
    assert document.source
    assert 150 <= len(document.text.split()) <= 350
    assert f"`{path.name}`" in read("examples/README.md")


def test_two_examples_hold_a_name_in_another_script():
    assert sum(not path.read_text("utf-8").isascii() for path in EXAMPLES) >= 2


def test_examples_show_events_with_and_without_a_place():
    pipeline = placemap.load()
    events = [
        event
        for parsed in pipeline.run(placemap.read(*EXAMPLES))
        for event in parsed.events
    ]
    assert any(event.places for event in events)
    assert any(not event.places for event in events)


SESSION = next(
    block
    for block in blocks(read("README.md"), "console")
    if "placemap lookup" in block
)


@pytest.mark.parametrize("call", SESSION.split("$ placemap ")[1:])
def test_the_session_in_the_readme_is_what_is_printed(call, monkeypatch, tmp_path):
    """Counts may change as rules improve, the rest may not."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    command, _, shown = call.partition("\n")
    result = CliRunner().invoke(main, shlex.split(command))
    printed = re.sub(r"\d+", "9", result.output).splitlines()
    for line in re.sub(r"\d+", "9", shown).splitlines():
        if line and line != "...":
            assert line in printed

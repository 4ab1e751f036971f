import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

import placemap
from placemap.cli import main


def commands(group=main, path=()):
    """Yield every command with the words that call it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


ALL = dict(commands())


def test_the_commands_are_listed_in_the_order_of_the_work():
    result = CliRunner().invoke(main, ["--help"])
    listed = [
        line.split()[0]
        for line in result.output.split("Commands:")[1].splitlines()
        if line.startswith("  ") and line[2] != " "
    ]
    assert listed[:6] == ["map", "export", "parse", "aliases", "lookup", "gazetteer"]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_explains_itself(words):
    result = CliRunner().invoke(main, [*words, "--help"])
    assert result.exit_code == 0
    assert len(result.output.split("Options:")[0].split()) > 8


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_option_has_help(words):
    options = [p for p in ALL[words].params if isinstance(p, click.Option)]
    assert all(option.help for option in options)


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_examples_in_help_texts_can_be_parsed(words):
    epilog = ALL[words].epilog or ""
    for line in epilog.splitlines():
        if not line.strip().startswith("placemap "):
            continue
        called = line.split("|")[0].split()[1:]
        assert tuple(called[: len(words)]) == words
        named = {word for word in called if word.startswith("-") and len(word) > 1}
        known = {o for p in ALL[words].params for o in p.opts}
        assert named <= known


def test_the_version_is_the_package_s():
    result = CliRunner().invoke(main, ["--version"])
    assert result.output.strip() == f"placemap, version {placemap.__version__}"


def test_python_dash_m_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "placemap", "--version"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert placemap.__version__ in done.stdout

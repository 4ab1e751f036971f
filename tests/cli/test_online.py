"""The options that let a command ask an online geocoder."""

import pytest
from click.testing import CliRunner

from placemap.cli import main

TEXT = "A strike shut Lyon on Monday."
AGENT = ["--online-agent", "tests (tests@example.org)"]
URL = ["--online-url", "http://127.0.0.1:9"]


@pytest.fixture
def run(tmp_path):
    """Parse a text with more options; nothing in it is unknown, so nobody is asked."""
    (tmp_path / "in.txt").write_text(TEXT, encoding="utf-8")
    given = ["parse", str(tmp_path / "in.txt"), "-q"]

    def invoke(*options, env=None):
        env = {"XDG_CACHE_HOME": str(tmp_path / "cache"), **(env or {})}
        return CliRunner().invoke(main, [*given, *options], env=env)

    return invoke


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--online", "photon", *AGENT], "--online photon needs --online-url"),
        (["--online", "photon", *URL], "--online photon needs --online-agent"),
        ([*URL], "--online-url goes with --online"),
        (["--online-cache", "x"], "--online-cache goes with --online"),
        (["--online-key", "env:X"], "--online-key goes with --online"),
        (["--online", "google", *URL, *AGENT], "'google' is not one of"),
        (["--online-delay", "-1"], "-1"),
        (["--online-timeout", "0"], "0"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused(run, options, message):
    result = run(*options)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--online-url", "localhost", *AGENT], "expected the address"),
        ([*URL, "--online-agent", "me"], "who asks and how to reach"),
        ([*URL, *AGENT, "--online-cache", "in.txt/x"], "cannot keep online answers"),
        ([*URL, *AGENT, "--online-key", "env:NO_KEY_HERE"], "there is no key in env:"),
        ([*URL, *AGENT, "--online-key", "0123secret"], "has no place on the command"),
        (["--online-url", "https://us1.locationiq.com/v1", *AGENT], "without a key"),
    ],
)
def test_what_cannot_be_used_is_told(run, options, message, tmp_path):
    options = [one.replace("in.txt", str(tmp_path / "in.txt")) for one in options]
    result = run("--online", "nominatim", *options)
    assert result.exit_code == 1
    assert message in result.stderr
    assert "secret" not in result.output


def test_nothing_is_sent_where_every_name_is_known(run, tmp_path):
    result = run("--online", "pelias", *URL, *AGENT)
    assert (result.exit_code, result.stderr) == (0, "")
    assert '"online":"pelias at 127.0.0.1:9"' in result.stdout
    assert (tmp_path / "cache/placemap/online.sqlite").is_file()


def test_who_asks_may_stand_in_the_environment(run):
    env = {"PLACEMAP_ONLINE_AGENT": AGENT[1]}
    assert run("--online", "pelias", *URL, env=env).exit_code == 0
    assert run(env=env).exit_code == 0


def test_the_default_asks_nobody(run, tmp_path):
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "online" not in result.stdout
    assert not (tmp_path / "cache").exists()


def test_the_key_is_in_nothing_that_is_written(run, tmp_path):
    env = {"GEO_KEY": "0123secret4567"}
    result = run(
        "--online", "pelias", *URL, *AGENT, "--online-key", "env:GEO_KEY", env=env
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert "secret" not in result.stdout
    assert b"secret" not in (tmp_path / "cache/placemap/online.sqlite").read_bytes()

import pytest
from click.testing import CliRunner

from placemap.cli import main

ADDRESS = "https://tiles.example/{z}/{x}/{y}.png?key={key}"
ABOUT = ["--tiles", ADDRESS, "--tiles-attribution", "© Us"]


@pytest.fixture
def make_map(tmp_path):
    """Run ``placemap map`` on a short text; return the result and the page."""
    text = tmp_path / "a.txt"
    text.write_text("A flood destroyed twelve houses in Tabriz on Monday.\n")
    page = tmp_path / "map.html"

    def made(*options, env=None):
        arguments = ["map", str(text), "-q", "-o", str(page), *options]
        result = CliRunner(env=env).invoke(main, arguments)
        return result, page.read_text(encoding="utf-8") if page.exists() else ""

    return made


def test_a_map_without_the_option_names_no_server(make_map):
    result, page = make_map()
    assert result.exit_code == 0
    assert "img-src data: blob:;" in page


def test_tiles_of_a_name_are_in_the_map_with_their_servers(make_map):
    result, page = make_map("--tiles", "OpenTopoMap")
    assert result.exit_code == 0
    assert "img-src data: blob: https://a.tile.opentopomap.org" in page


def test_a_key_is_in_the_map_and_in_no_message(make_map):
    env = {"TILES": "s3cret-key-of-mine"}
    result, page = make_map(*ABOUT, "--tiles-key", "env:TILES", env=env)
    assert result.exit_code == 0
    assert "?key=s3cret-key-of-mine" in page
    assert "s3cret" not in result.output


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--tiles", "Nobody"], 1, "expected tiles that xyzservices knows"),
        (["--tiles", "Jawg.Streets"], 1, "--tiles-key env:NAME"),
        (ABOUT, 1, "--tiles-key env:NAME"),
        (ABOUT[:2], 1, "--tiles-attribution"),
        ([*ABOUT, "--tiles-key", "env:NO_SUCH_VARIABLE"], 1, "no key in"),
        ([*ABOUT, "--tiles-key", "s3cret-key-of-mine"], 1, "env:NAME"),
        (["--tiles-key", "env:TILES"], 2, "--tiles-key goes with --tiles"),
        (ABOUT[2:], 2, "--tiles-attribution goes with --tiles"),
    ],
)
def test_what_is_wrong_with_tiles_is_told_before_the_work(
    make_map, options, code, message
):
    result, page = make_map(*options)
    assert result.exit_code == code
    assert message in result.output
    assert "s3cret" not in result.output
    assert page == ""

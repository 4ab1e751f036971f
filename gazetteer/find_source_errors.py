"""List the names that the sources may have given to the wrong place.

Run it after a change of the data packages or of ``corrections.csv``; it writes
``source_errors.csv`` beside itself and prints a summary.
"""  # noqa: INP001 - a script

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from placemap.gazetteer import open_gazetteer
from placemap.gazetteer.curated.source_errors import find_suspects, write_suspects
from placemap.gazetteer.curated.tables import read_curated

FOLDER = Path(__file__).parent


def main() -> None:
    """Write the table and print how many names of each likeness were judged how."""
    corrections = read_curated(FOLDER).corrections
    suspects = find_suspects(open_gazetteer(), corrections)
    write_suspects(FOLDER / "source_errors.csv", suspects)
    counts = Counter((one.likeness, one.verdict) for one in suspects)
    lines = [f"{name}, {verdict}: {n}" for (name, verdict), n in sorted(counts.items())]
    sys.stdout.write("\n".join([f"suspicious names: {len(suspects)}", *lines, ""]))


if __name__ == "__main__":
    main()

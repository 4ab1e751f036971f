"""Write the tables of docs/outputs.md anew from the columns that the code declares.

Run ``python docs/update.py`` after a change to them; a test fails until then.
"""
# ruff: noqa: INP001 - a script beside the pages it writes, not a package

from __future__ import annotations

import re
from pathlib import Path

from placemap.output import columns

PAGE = Path(__file__).parent / "outputs.md"
_BLOCK = re.compile(r"(<!-- columns: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def updated(page: str) -> str:
    """Return the text of the page with its tables of columns as the code has them."""
    return _BLOCK.sub(lambda m: f"{m[1]}{_table(m[2])}{m[3]}", page)


def _table(name: str) -> str:
    rows = [f"| `{c.name}` | {c.kind} | {c.meaning} |" for c in getattr(columns, name)]
    return "\n".join(["", "| Column | Type | |", "|---|---|---|", *rows, "", ""])


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

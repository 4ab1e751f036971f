"""Write what the pages say of columns and models anew, from code and records.

Run ``python docs/update.py`` after a change to the columns that the code declares, to
training/models.json or to training/MODEL_CARD_*.md; a test fails until then.
"""
# ruff: noqa: INP001 - a script beside the pages it writes, not a package

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from placemap.output import columns
from placemap.output.codes import CODES

DOCS = Path(__file__).parent
TRAINING = DOCS.parent / "training"
PAGES = ("outputs.md", "schema.md", "model-card.md")
_BLOCK = re.compile(r"(<!-- (\w+): (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_CORPORA = {
    "lgl": "LGL",
    "trnews": "TR-News",
    "gwn": "GeoWebNews",
    "pooled": "the three news corpora",
    "wiktor": "WikToR",
}
_FIGURES = {
    "exact_f1": "recognition, exact F1",
    "e2e161_f1": "end to end, F1 within 161 km",
    "plain_acc161": "exact span and within 161 km, without demonyms and adjectives",
    "upper_exact_f1": "recognition in capitals, exact F1",
    "given_acc161": "resolution on gold spans, within 161 km",
    "given_calibration_error": "expected calibration error on gold spans",
    "given_precision_at_80": "precision of the surest 80 % on gold spans",
}


def updated(page: str) -> str:
    """Return the text of a page with its blocks as code and records have them."""
    return _BLOCK.sub(lambda m: f"{m[1]}\n{_MAKERS[m[2]](m[3])}\n\n{m[4]}", page)


def _columns(name: str) -> str:
    rows = [_column_row(column) for column in getattr(columns, name)]
    return "\n".join(["| Column | Type | Unit | |", "|---|---|---|---|", *rows])


def _column_row(column: columns.Column) -> str:
    meaning = column.meaning
    for code, codes in CODES.items():
        if codes is column.codes:
            meaning += f"; [codes](#{code.replace('_', '-')})"
    if column.refers_to:
        meaning += f"; key of `{column.refers_to}`"
    return f"| `{column.name}` | {column.kind} | {column.unit} | {meaning} |"


def _codes(name: str) -> str:
    """Return a list of codes; what plug-ins may add to is said to be open."""
    codes = CODES[name]
    rows = [f"| `{code}` | {meaning} |" for code, meaning in codes.meanings.items()]
    heading = "Code" if codes.is_closed else "Code (plug-ins may add others)"
    return "\n".join([f"| {heading} | |", "|---|---|", *rows])


def _record() -> dict[str, Any]:
    path = TRAINING / "models.json"
    if not path.is_file():
        return {"models": {}, "figures": {}, "data": {}}
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def _models(what: str) -> str:
    """Return a table out of the record of the training: weights, data or figures."""
    record = _record()
    if what == "figures":
        return _figure_table(record["figures"])
    if what == "data":
        rows = [f"| `{name}` | `{sha}` |" for name, sha in record["data"].items()]
        return "\n".join(["| File | SHA-256 |", "|---|---|", *rows])
    rows = [
        f"| {stage} | `{one['plugin']}` | {one['bytes']:,} | `{one['sha256']}` |"
        for stage, one in record["models"].items()
    ]
    return "\n".join(
        ["| Stage | Plug-in | Bytes | SHA-256 |", "|---|---|---|---|", *rows]
    )


def _figure_table(figures: dict[str, dict[str, float]]) -> str:
    corpora = [corpus for corpus in _CORPORA if corpus in figures]
    heading = " | ".join(["", *(_CORPORA[corpus] for corpus in corpora)])
    rows = [
        " | ".join([label, *(_shown(figures[c].get(key)) for c in corpora)])
        for key, label in _FIGURES.items()
    ]
    lines = [heading, "|".join(["---"] * (len(corpora) + 1)), *rows]
    return "\n".join(f"| {line.strip()} |" for line in lines)


def _shown(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def _part(name: str) -> str:
    """Return what those who made a model wrote of it, its headings two levels down."""
    path = TRAINING / f"MODEL_CARD_{name.upper()}.md"
    if not path.is_file():
        return ""
    text = re.sub(r"\A# .*\n", "", path.read_text(encoding="utf-8"))
    return re.sub(r"^#", "###", text, flags=re.MULTILINE).strip()


_MAKERS = {"codes": _codes, "columns": _columns, "models": _models, "part": _part}

if __name__ == "__main__":
    for name in PAGES:
        path = DOCS / name
        path.write_text(updated(path.read_text(encoding="utf-8")), encoding="utf-8")

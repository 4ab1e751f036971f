#!/usr/bin/env python3
"""Hold accuracy above its floors.

    python evaluation/gate.py ../shared [--raise [--allow-lower]]

measures the shipped package on the gold data in the folder, prints each figure with
its floor from gate.json, and ends with exit code 1 when one is below. Where the folder
is not there it says so and ends with 0.

Figures measured on the development corpora with the shipped weights flatter: they were
trained on them. They are here to notice that something broke. The honest ones are
those marked "unseen", cross-validated when the models were trained and kept in
training/models.json; they count only while the shipped weights are the ones it names.

--raise        moves floors up to what was measured, and adds those that are missing.
--allow-lower  with --raise: also moves floors down, and accepts changed data. Such a
               change is a commit of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
GATE = ROOT / "evaluation" / "gate.json"
RECORD = ROOT / "training" / "models.json"
# Floors are kept to three digits, rounded down, this far below the figure: sums of
# floats differ by machine, and with them a prediction or two of a corpus.
_DIGITS = 3
_SLACK = 0.002
_NOISE = 1e-6
# Which of the cross-validated figures count: of those where more is better.
_COUNTED = (
    "_f1", "acc161", "precision", "precision_trigger", "recall", "type", "status",
    "date_same_day",
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure against its floor; either may be missing."""

    name: str
    figure: float | None
    floor: float | None

    @property
    def verdict(self) -> str:
        """One of ok, below, new (no floor yet), and not measured."""
        if self.figure is None:
            return "not measured"
        if self.floor is None:
            return "new"
        return "ok" if self.figure >= self.floor - _NOISE else "below"


def compare(figures: Figures, floors: Figures) -> list[Row]:
    """Return a row for each figure and floor, by name."""
    return [
        Row(name=name, figure=figures.get(name), floor=floors.get(name))
        for name in sorted(figures.keys() | floors.keys())
    ]


def raised(rows: Iterable[Row], *, may_lower: bool) -> dict[str, float]:
    """Return new floors: never below the old ones unless that is allowed."""
    floors = {}
    for row in rows:
        if row.figure is None:
            if row.floor is not None and not may_lower:
                floors[row.name] = row.floor
            continue
        floor = math.floor((row.figure - _SLACK + _NOISE) * 10**_DIGITS) / 10**_DIGITS
        is_kept = row.floor is not None and not may_lower
        floors[row.name] = max(floor, row.floor or 0.0) if is_kept else floor
    return floors


def table(rows: Sequence[Row]) -> str:
    """Return figures, floors and verdicts as lines with aligned columns."""
    width = max((len(row.name) for row in rows), default=0)
    lines = [f"{'FIGURE':{width}}  {'IS':>6}  {'FLOOR':>6}  VERDICT"]
    for row in rows:
        figure, floor = (
            "" if one is None else f"{one:.3f}" for one in (row.figure, row.floor)
        )
        lines.append(f"{row.name:{width}}  {figure:>6}  {floor:>6}  {row.verdict}")
    return "\n".join(lines)


def digest(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def differences(now: Mapping[str, str], then: Mapping[str, str]) -> list[str]:
    """Return the names under which digests differ from earlier ones.

    Nothing differs where there are no earlier ones, and what is new has none.
    """
    return sorted(name for name, known in then.items() if now.get(name) != known)


def unseen_figures(
    record: Path, root: Path = ROOT
) -> tuple[dict[str, float], list[str]]:
    """Return the cross-validated figures, and what keeps them from counting.

    They describe weights by digest: a shipped file with another one was not made by
    the training that gave the figures.
    """
    if not record.is_file():
        return {}, []
    kept = json.loads(record.read_text(encoding="utf-8"))
    strays = [
        model["file"]
        for model in kept["models"].values()
        if not (root / model["file"]).is_file()
        or digest(root / model["file"]) != model["sha256"]
    ]
    figures = {
        f"unseen {gold} {key}": value
        for gold, figures in {**kept["figures"], **kept.get("pins", {})}.items()
        for key, value in figures.items()
        if key.endswith(_COUNTED)
    }
    return figures, strays


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, and raise floors on request."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, metavar="FOLDER")
    parser.add_argument("--raise", action="store_true", dest="is_raising")
    parser.add_argument("--allow-lower", action="store_true", dest="may_lower")
    parser.add_argument("--gate", type=Path, default=GATE, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.may_lower and not chosen.is_raising:
        parser.error("--allow-lower goes with --raise")
    if not chosen.shared.is_dir():
        print(f"{chosen.shared}: not there, so accuracy is not measured")
        return 0
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from measures import measure

    figures, inputs, made_with = measure(chosen.shared)
    unseen, strays = unseen_figures(RECORD)
    return judge({**figures, **unseen}, inputs, made_with, strays, chosen)


def judge(
    figures: Figures,
    inputs: Mapping[str, str],
    made_with: Mapping[str, str],
    strays: Sequence[str],
    chosen: argparse.Namespace,
) -> int:
    """Print the table, write raised floors, and return the exit code.

    Parameters
    ----------
    figures
        What was measured.
    inputs, made_with
        Digests of the gold data, and of gazetteer and weights.
    strays
        Weights that are not those the unseen figures were measured with.
    chosen
        The options of the command line.
    """
    gate = _read(chosen.gate)
    rows = compare(figures, gate["floors"])
    print(table(rows))
    for name in differences(made_with, gate["made_with"]):
        print(f"note: the floors were set with another {name}")
    problems = [
        f"{file} is not what training/models.json tells of: run training/train.py"
        for file in strays
    ]
    if not chosen.may_lower:
        problems += _broken(rows, differences(inputs, gate["inputs"]))
    for problem in problems:
        print(f"Error: {problem}")
    if problems:
        return 1
    if chosen.is_raising:
        floors = raised(rows, may_lower=chosen.may_lower)
        kept = {"floors": floors, "inputs": inputs, "made_with": made_with}
        text = json.dumps(kept, indent=1, sort_keys=True)
        chosen.gate.write_text(f"{text}\n", encoding="utf-8")
        print(f"wrote {chosen.gate.name}")
    return 0


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {"floors": {}, "inputs": {}, "made_with": {}}
    gate: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gate


def _broken(rows: Iterable[Row], changed: Iterable[str]) -> list[str]:
    """Return what has to be put right before the gate opens."""
    return [
        *(
            f"{name} is not the gold data the floors were set with: put it back, or "
            "set new floors with --raise --allow-lower"
            for name in changed
        ),
        *(
            f"{row.name} is below its floor: find out why, or lower the floor with "
            "--raise --allow-lower"
            for row in rows
            if row.verdict == "below"
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())

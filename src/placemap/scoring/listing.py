"""Figures and errors as rows of a table: for a terminal, a file or a page."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from placemap.output.csv import harmless_text
from placemap.scoring.causes import CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from placemap.scoring.causes import Fault
    from placemap.scoring.layout import Answer, GoldToponym

    Figures = Mapping[str, float]
    Intervals = Mapping[str, tuple[float, float]]

HEADING = (
    "cause", "document", "start", "before", "words", "after", "found", "gold_lat",
    "gold_lon", "our_lat", "our_lon", "our_place", "distance_km", "reason",
)  # fmt: skip
SHORT_HEADING = ("CAUSE", "DOCUMENT", "AT", "FOUND", "KM", "TEXT")
_SHORT_CONTEXT = 30
_NUMBERS = frozenset(
    ("start", "gold_lat", "gold_lon", "our_lat", "our_lon", "distance_km")
)
# Label, figure, and whether false alarms count, which partial gold cannot tell.
_LINES = (
    ("recognition, exact span", "exact", True),
    ("recognition, overlapping span", "overlap", True),
    ("end to end within 161 km", "e2e161", True),
    ("resolution of what was found and placed, acc@161", "acc161", False),
    ("resolution of all that was found, acc@161", "acc161_all", False),
    ("exact span and within 161 km, of all located gold", "given_acc161", False),
)
_GIVEN = frozenset({"given_acc161"})


def figure_rows(
    figures: Figures,
    bands: Intervals,
    *,
    is_partial: bool = False,
    is_given: bool = False,
) -> list[tuple[str, ...]]:
    """Return the main figures as label, P, R, F1 or share, and interval, in percent.

    With partial gold precision and F1 are left out, and with given spans all but
    the resolution.
    """
    rows: list[tuple[str, ...]] = []
    for label, key, has_precision in _LINES:
        if is_given and key not in _GIVEN:
            continue
        if not has_precision:
            rows.append((label, "", "", _percent(figures[key]), _band(bands, key)))
            continue
        precision, recall, f1 = (
            _percent(figures[f"{key}_{x}"]) for x in ("p", "r", "f1")
        )
        if is_partial:
            rows.append((label, "", recall, "", _band(bands, f"{key}_r")))
        else:
            rows.append((label, precision, recall, f1, _band(bands, f"{key}_f1")))
    return rows


def distance_line(figures: Figures, *, is_given: bool = False) -> str:
    """Return what is to be said of the errors in kilometres."""
    auc = figures["given_auc" if is_given else "auc"]
    return (
        f"mean error {figures['mean_km']:,.0f} km, median {figures['median_km']:,.1f}"
        f" km, AUC {auc:.3f}"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _band(bands: Intervals, key: str) -> str:
    if key not in bands:
        return ""
    low, high = bands[key]
    return f"{_percent(low)} to {_percent(high)}"


def cause_rows(faults: Iterable[Fault]) -> list[tuple[str, int]]:
    """Return how many errors there are of each cause, in the order of `CAUSES`."""
    counts = Counter(one.cause for one in faults)
    return [(cause, counts[cause]) for cause in CAUSES if counts[cause]]


def fault_row(fault: Fault) -> tuple[str, ...]:
    """Return an error as the cells of `HEADING`."""
    gold, answer = fault.gold, fault.answer
    distance = fault.distance_km
    return (
        fault.cause,
        fault.document,
        str(fault.span.start),
        _one_line(fault.before),
        _one_line(fault.words),
        _one_line(fault.after),
        _one_line(fault.found),
        *_coordinates(gold),
        *_coordinates(answer),
        answer.place if answer else "",
        "" if distance is None else f"{distance:.0f}",
        answer.reason if answer else "",
    )


def short_row(fault: Fault) -> tuple[object, ...]:
    """Return an error as the cells of `SHORT_HEADING`, the name in brackets."""
    before, after = fault.before[-_SHORT_CONTEXT:], fault.after[:_SHORT_CONTEXT]
    distance = fault.distance_km
    return (
        fault.cause,
        fault.document,
        fault.span.start,
        fault.found,
        "" if distance is None else f"{distance:,.0f}",
        _one_line(f"{before}[{fault.words}]{after}").strip(),
    )


def _coordinates(toponym: GoldToponym | Answer | None) -> tuple[str, str]:
    if toponym is None or toponym.point is None:
        return "", ""
    return f"{toponym.point.lat_deg:.4f}", f"{toponym.point.lon_deg:.4f}"


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def to_csv(faults: Sequence[Fault]) -> str:
    """Return the errors as a table for spreadsheets, lines ended as RFC 4180 says.

    A text that a spreadsheet would run as a formula gets a leading apostrophe.

    Examples
    --------
    >>> to_csv([]).split(",")[:3]
    ['cause', 'document', 'start']
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(HEADING)
    for fault in faults:
        cells = zip(HEADING, fault_row(fault), strict=True)
        writer.writerow(
            [cell if name in _NUMBERS else harmless_text(cell) for name, cell in cells]
        )
    return table.getvalue()

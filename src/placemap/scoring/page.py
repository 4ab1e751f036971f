"""Figures and errors as one HTML file that asks the network for nothing.

All text from documents passes the template's escaping; the one script and the one
style stand in the page's policy by their hashes, so nothing else would run.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.output.web.page import content_security_policy
from placemap.scoring.listing import (
    HEADING,
    cause_rows,
    distance_line,
    fault_row,
    figure_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.scoring.causes import Fault
    from placemap.scoring.listing import Figures, Intervals

_WEB = Path(__file__).with_name("web")
_LONE_SURROGATES = re.compile("[\ud800-\udfff\0]")


def render_page(
    figures: Figures,
    bands: Intervals,
    faults: Sequence[Fault],
    *,
    title: str,
    is_partial: bool = False,
    is_given: bool = False,
) -> str:
    """Return the page: the figures, the causes as a filter, a row for each error.

    It can be read without scripts; these sort the rows and filter them.
    """
    from jinja2 import Environment, StrictUndefined

    script, style = (
        (_WEB / name).read_text(encoding="utf-8").strip()
        for name in ("score.js", "score.css")
    )
    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string((_WEB / "score.html").read_text(encoding="utf-8"))
    page = template.render(
        title=" ".join(title.split()),
        policy=content_security_policy([script], [style]),
        script=script,
        style=style,
        figures=figures,
        has_bands=bool(bands),
        figure_rows=figure_rows(
            figures, bands, is_partial=is_partial, is_given=is_given
        ),
        distances=distance_line(figures, is_given=is_given),
        causes=cause_rows(faults),
        faults=[dict(zip(HEADING, fault_row(one), strict=True)) for one in faults],
    )
    return _LONE_SURROGATES.sub("\ufffd", page) + "\n"

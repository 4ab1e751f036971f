"""Where a text has its headline, and where it begins at once."""

import pytest

from placemap.output.web.text import headline

WRAPPED = """\
The delegations met in the town hall of Yevlakh and then they
Talked about roads in the whole of the country until late in
the night.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods in the north\n\nIt rained.", "Floods in the north"),
        ("\n  Floods in the north \r\n\r\nIt rained.", "Floods in the north"),
        ("Is Goris cut off?\n\nIt rained.", "Is Goris cut off?"),
        ("Floods\nThe river rose over its banks in the night.", "Floods"),
        ("東京で地震\n\n五人が死亡した。", "東京で地震"),
        ("It rained in Goris.\n\nThe road was closed.", None),
        ("GORIS, 12 March -\n\nIt rained.", None),
        ("12 March 2024\n\nIt rained.", None),
        ("Floods in the north", None),
        ("Floods in the\nnorth, and then the whole of the south as well.", None),
        (f"{'word ' * 40}\n\nIt rained.", None),
        (WRAPPED, None),
        (" \n ", None),
        ("", None),
    ],
)
def test_a_headline_is_a_short_line_of_its_own(text, expected):
    found = headline(text)
    assert (found and text[found.start : found.end]) == expected

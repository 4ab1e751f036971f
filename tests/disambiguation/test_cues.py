"""What the words beside a name say of its kind."""

import pytest

from placemap.core import Mention, Span
from placemap.disambiguation import cues


def mention_of(text, name):
    start = text.index(name)
    return Mention(span=Span(start, start + len(name)), text=name)


@pytest.mark.parametrize(
    ("text", "name", "group"),
    [
        ("the town of Arda", "Arda", cues.SETTLEMENT),
        ("Arda residents", "Arda", cues.SETTLEMENT),
        ("in Arda county", "Arda", cues.COUNTY),
        ("in Arda County", "Arda County", cues.COUNTY),
        ("the province of Arda", "Arda", cues.DIVISION),
        ("the city of the Arda", "Arda", cues.SETTLEMENT),
        ("the city, of Arda", "Arda", None),
        ("town-Arda", "Arda", None),
        ("the Arda", "Arda", None),
        ("Arda's governor", "Arda", None),
        ("the Arda river", "Arda", cues.WATER),
        ("Lake Arda", "Arda", cues.WATER),
        ("Arda airport", "Arda", cues.SITE),
        ("the Republic of Arda", "Arda", cues.COUNTRY),
        ("over Arda.", "Arda", None),
        ("Unrest in the provinces\n\nArda is quiet", "Arda", None),
        ("Unrest in the province\nof Arda", "Arda", cues.DIVISION),
    ],
)
def test_word_beside_a_name_speaks_of_a_kind(text, name, group):
    found = cues.kind_cues(text, mention_of(text, name))
    assert found == (set() if group is None else {group})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arda, Boria and Cyra counties were flooded.", True),
        ("Arda County was flooded.", True),
        ("Arda was flooded. The county is dry.", False),
    ],
)
def test_counties_may_be_named_some_words_further_on(text, expected):
    assert cues.is_among_counties(text, mention_of(text, "Arda")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ARDA (AP) -- Rain fell.", True),
        ("ARDA, Boria, Sept 4 — Rain fell.", True),
        ("It rained.\nARDA - Rain fell.", True),
        ("Arda (AP) -- Rain fell.", False),
        ("In ARDA -- it rained.", False),
        ("ARDA IS DRY.", False),
    ],
)
def test_dateline_opens_a_line_in_capitals(text, expected):
    name = "ARDA" if "ARDA" in text else "Arda"
    assert cues.is_dateline(text, mention_of(text, name)) is expected


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        ("A.PCLI", cues.COUNTRY),
        ("A.TERR", cues.COUNTRY),
        ("A.ADM1H", cues.DIVISION),
        ("A.ADM2", cues.COUNTY),
        ("T.MTS", cues.LAND),
        ("L.CONT", cues.LAND),
        ("S.AIRP", cues.SITE),
        ("R.ST", cues.SITE),
        ("", cues.SITE),
    ],
)
def test_kinds_fall_into_groups(kind, group):
    assert cues.kind_group(kind) == group

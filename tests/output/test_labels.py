from dataclasses import replace

import pytest

from placemap.core import Mention, Name, Place, Span, StatusView
from placemap.output.labels import leading_name, other_names, statuses_on, users_of

PLACE = Place(
    id="x:1",
    name="Main",
    lon_deg=0,
    lat_deg=0,
    names=(
        Name(text="Old", lang="az", kind="official", end="1991"),
        Name(text="New", lang="az", kind="official"),
        Name(text="Theirs", lang="hy", used_by="Armenians"),
    ),
)


def mention(text, form="name"):
    return Mention(span=Span(0, len(text)), text=text, form=form)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("text", "Here"),
        ("gazetteer", "Main"),
        ("official", "New"),
        ("AZ", "New"),
        ("armenians", "Theirs"),
        ("Klingons", "Main"),
    ],
)
def test_the_policy_decides_which_name_leads(labels, expected):
    assert leading_name(PLACE, mention("Here"), labels) == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (mention("NKR", "abbreviation"), "NKR"),
        (mention("Mainish", "adjective"), "Main"),
        (mention("Mainers", "demonym"), "Main"),
        (None, "Main"),
    ],
)
def test_a_word_made_from_a_name_does_not_lead(named, expected):
    assert leading_name(PLACE, named, "text") == expected


def test_other_names_come_from_the_text_and_the_gazetteer_with_their_users(report):
    place = report.toponyms[0].place
    assert other_names(place, report, "Xankəndi") == [
        {"text": "Khankendi", "source": "text"},
        {"text": "Stepanakert", "used_by": "Armenians", "source": "text"},
        {
            "text": "Khankendi",
            "lang": "en",
            "kind": "official",
            "used_by": "Azerbaijan",
        },
    ]


def test_the_leading_name_is_not_among_the_others_but_keeps_its_users(report):
    place = report.toponyms[0].place
    others = other_names(place, report, "Khankendi")
    assert [name["text"] for name in others] == ["Stepanakert"]
    assert users_of(place, report, "Khankendi") == ["Azerbaijan"]
    assert users_of(place, report, "Stepanakert") == ["Armenians"]


def test_a_contradicted_statement_gives_no_name(report):
    (alias,) = report.aliases
    doubted = replace(report, aliases=(replace(alias, verdict="contradicted"),))
    names = other_names(report.toponyms[0].place, doubted, "Xankəndi")
    assert all(name.get("source") != "text" for name in names)


@pytest.mark.parametrize(
    ("start", "end", "day", "is_valid"),
    [
        ("", "", "2023-09-19", True),
        ("1994", "", "1993-12-31", False),
        ("1994", "", "1994-01-01", True),
        ("", "1994", "1994-12-31", True),
        ("", "1994", "1995-01-01", False),
        ("2020-11", "2023-09-20", "2020-11-01", True),
        ("2020-11", "2023-09-20", "2023-09-20", True),
        ("2020-11", "2023-09-20", "2023-09-21", False),
        ("..", "..", "2023-09-21", True),
        ("1994", "1995", "", True),
    ],
)
def test_a_view_counts_between_its_dates(start, end, day, is_valid):
    view = StatusView(view="UN", country="AZ", start=start, end=end)
    place = Place(id="x", name="X", lon_deg=0, lat_deg=0, statuses=(view,))
    assert bool(statuses_on(place, day)) is is_valid


def test_a_name_without_text_is_passed_over(report):
    nameless = replace(PLACE, names=(Name(text="", used_by="nobody"),))
    assert other_names(nameless, report, "Main") == []

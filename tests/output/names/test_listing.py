from dataclasses import replace

import pytest

from placemap.core import Name, Place
from placemap.output.names.listing import local_names, names_of, other_names, users_of


@pytest.fixture
def khankendi(report):
    return report.toponyms[0].place


def test_other_names_come_from_the_text_and_the_gazetteer_with_their_users(
    report, khankendi
):
    assert other_names(khankendi, report, ["Xankəndi"]) == [
        {"text": "Khankendi", "source": "text"},
        {
            "text": "Stepanakert",
            "lang": "hy-Latn",
            "kind": "local",
            "used_by": "Armenians",
            "source": "text",
        },
        {
            "text": "Khankendi",
            "lang": "en",
            "kind": "official",
            "used_by": "Azerbaijan",
        },
    ]


def test_the_leading_names_are_not_among_the_others_but_keep_their_users(
    report, khankendi
):
    others = other_names(khankendi, report, ["Khankendi"])
    assert [name["text"] for name in others] == ["Stepanakert"]
    assert users_of(khankendi, report, ["Khankendi"]) == ["Azerbaijan"]
    both = ["Khankendi", "Stepanakert"]
    assert users_of(khankendi, report, both) == ["Armenians", "Azerbaijan"]
    assert other_names(khankendi, report, both) == []


def test_capitals_make_no_other_name(report, khankendi):
    others = other_names(khankendi, report, ["KHANKENDI"])
    assert [name["text"] for name in others] == ["Stepanakert"]
    assert users_of(khankendi, report, ["KHANKENDI"]) == ["Azerbaijan"]


def test_a_contradicted_statement_gives_no_name(report, khankendi):
    (alias,) = report.aliases
    doubted = replace(report, aliases=(replace(alias, verdict="contradicted"),))
    names = other_names(khankendi, doubted, ["Xankəndi"])
    assert all(name.get("source") != "text" for name in names)


def test_official_and_local_names_come_first(report, khankendi):
    names = (
        Name(text="B", kind="former", used_by="b"),
        Name(text="C", kind="local", used_by="c"),
        Name(text="A", kind="demonym"),
        Name(text="D", kind="official"),
    )
    place = replace(khankendi, id="x:1", names=names)
    assert [name.text for name in names_of(place, report)] == ["D", "C", "B", "A"]


def test_a_name_without_text_is_passed_over(report, khankendi):
    nameless = replace(khankendi, id="x:1", names=(Name(text="", used_by="nobody"),))
    assert names_of(nameless, report) == []


def test_of_many_translations_only_the_countrys_own_are_local():
    translated = [Name(text=f"N{i}", lang=f"x{i}", kind="local") for i in range(20)]
    own = Name(text="Україна", lang="uk", kind="local")
    minority = Name(text="Ukraina", lang="crh", kind="local", used_by="Crimean Tatars")
    names = [*translated, own, minority]
    place = Place(id="iso:UA", name="Ukraine", lon_deg=30, lat_deg=50, country="UA")
    assert local_names(place, names) == [own, minority]
    assert local_names(replace(place, country=""), names) == [minority]
    assert local_names(place, translated[:3]) == translated[:3]

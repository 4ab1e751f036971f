import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Name
from placemap.output.names.policies import kind_of, names_in_language, names_in_view


def texts(names):
    return [name.text for name in names]


@pytest.mark.parametrize(
    ("policy", "kind"),
    [
        ("text", "text"),
        ("TEXT", "text"),
        ("gazetteer", "gazetteer"),
        ("official", "official"),
        ("Local", "local"),
        ("az", "language"),
        ("az-Cyrl", "language"),
        ("AZ", "view"),
        ("Azerbaijan", "view"),
        ("de facto", "view"),
        ("", "view"),
    ],
)
def test_a_policy_is_told_by_its_spelling(policy, kind):
    assert kind_of(policy) == kind


@given(st.text(max_size=12))
def test_any_text_is_some_policy(policy):
    assert kind_of(policy) in (
        "text",
        "gazetteer",
        "official",
        "local",
        "language",
        "view",
    )


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("az", ["Laçın"]),
        ("az-Cyrl", ["Лачын"]),
        ("ru", ["Lachin"]),
        ("a", []),
        ("hy", []),
    ],
)
def test_a_language_asks_for_its_own_tag_before_its_scripts(tag, expected):
    names = [
        Name(text="Лачын", lang="az-Cyrl"),
        Name(text="Laçın", lang="az"),
        Name(text="Lachin", lang="ru-Latn"),
        Name(text="Nobody's"),
    ]
    assert texts(names_in_language(names, tag)) == expected


@pytest.mark.parametrize(
    ("used_by", "view"),
    [
        ("Armenians", "Armenians"),
        ("Armenians", "armenians"),
        ("Armenians", "Armenia"),
        ("Armenia", "AM"),
        ("Armenian", "AM"),
        ("Côte d'Ivoire", "cote d’ivoire"),
        ("Māori speakers", "Maori speakers"),
        ("Turkish Cypriots and Turkey", "TR"),
        ("Turkish Cypriots and Turkey", "Turkish Cypriots"),
        ("Turkish Cypriots and Turkey", "turkish cypriots and turkey"),
        ("unionists and the United Kingdom", "GB"),
        ("Bosnia and Herzegovina", "BA"),
        ("Basques", "basques"),
    ],
)
def test_a_view_is_found_by_who_has_it(used_by, view):
    assert names_in_view([Name(text="X", used_by=used_by)], view)


@pytest.mark.parametrize(
    ("used_by", "view"),
    [
        ("", ""),
        ("", "Armenians"),
        ("Armenians,", ""),
        ("Armenians", "Azerbaijan"),
        ("Niger", "Nigeria"),
        ("Kosovo Albanians", "Albanians"),
        ("Russian speakers", "Russia"),
        ("Koreans", "KR"),
        ("Armenians", "am"),
    ],
)
def test_a_view_is_not_taken_for_another(used_by, view):
    assert names_in_view([Name(text="X", used_by=used_by)], view) == []


def test_the_very_user_comes_before_the_rest_of_the_side():
    names = [
        Name(text="Hayastan", used_by="Armenians"),
        Name(text="Armenia", used_by="Armenia"),
    ]
    assert texts(names_in_view(names, "Armenia")) == ["Armenia"]
    assert texts(names_in_view(names, "Armenians")) == ["Hayastan"]
    assert texts(names_in_view(names, "Armenian")) == ["Hayastan", "Armenia"]

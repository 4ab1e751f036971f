from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placemap.core import Mention, Name, Place, Span
from placemap.output.names.labels import Labels, telling_names


def mention(text, form="name"):
    return Mention(span=Span(0, len(text)), text=text, form=form)


def place_with(*names, **about):
    about = {"id": "x:1", "name": "Main", "lon_deg": 0, "lat_deg": 0, **about}
    return Place(names=names, **about)


@pytest.fixture
def named(report):
    """Name a place under a policy, for the readers of an English report."""

    def name(policy, place, text=report.document.text, words=None):
        document = replace(report.document, text=text)
        return Labels(replace(report, document=document), policy).name(place, words)

    return name


PLACE = place_with(
    Name(text="Old", lang="az", kind="official", end="1991"),
    Name(text="New", lang="az", kind="official"),
    Name(text="Theirs", lang="hy", used_by="Armenians"),
    Name(text="Homely", kind="local"),
)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("text", "Here"),
        ("gazetteer", "Main"),
        ("official", "New"),
        ("local", "Homely"),
        ("az", "New"),
        ("hy", "Theirs"),
        ("fr", "Main"),
        ("AM", "Theirs"),
        ("armenians", "Theirs"),
        ("Klingons", "Main"),
    ],
)
def test_the_policy_decides_which_name_leads(named, labels, expected):
    assert named(labels, PLACE, words=mention("Here")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (mention("NKR", "abbreviation"), "NKR"),
        (mention("Mainish", "adjective"), "Main"),
        (mention("Mainers", "demonym"), "Main"),
        (None, "Main"),
    ],
)
def test_a_word_made_from_a_name_does_not_lead(named, words, expected):
    assert named("text", PLACE, words=words) == expected


def test_a_place_the_mention_does_not_name_is_named_as_elsewhere_in_the_text(report):
    labels = Labels(report, "text")
    place = report.toponyms[0].place
    assert labels.name(place) == "Khankendi"
    assert labels.name(place, mention("Artsakhtsi", "demonym")) == "Khankendi"


@pytest.mark.parametrize("labels", ["local", "Armenians", "Klingons", "fr"])
def test_an_authoritys_name_stands_in_where_the_policy_finds_none(named, labels):
    official = Name(text="Ours", kind="official", used_by="Azerbaijan")
    assert named(labels, place_with(official)) == "Ours"


def test_a_name_nobody_in_particular_calls_official_stands_in_for_nothing(named):
    greece = place_with(Name(text="Hellenic Republic", kind="official"))
    assert named("local", greece) == "Main"
    assert named("official", greece) == "Hellenic Republic"


def test_the_main_name_is_the_short_form_of_an_official_one(named):
    names = (Name(text="Republic of Armenia", lang="en", kind="official"),)
    assert named("official", place_with(*names, name="Armenia")) == "Armenia"


@pytest.mark.parametrize("kind", ["official", "local"])
def test_rival_names_lead_together_in_the_order_of_their_users(named, kind):
    place = place_with(
        Name(text="Mitrovicë", lang="sq", kind=kind, used_by="Kosovo Albanians"),
        Name(text="Косовска Митровица", lang="sr", kind=kind, used_by="Serbs"),
        Name(text="Kosovska Mitrovica", lang="sr-Latn", kind=kind, used_by="Serbs"),
        Name(text="Mitrovica", kind=kind),
        disputed=True,
    )
    assert named(kind, place) == "Mitrovicë / Kosovska Mitrovica"


def test_a_rival_is_not_left_out_for_its_script(named):
    place = place_with(
        Name(text="חברון", kind="local", used_by="Israel"),
        Name(text="Al-Khalil", kind="local", used_by="Palestinians"),
    )
    assert named("local", place) == "חברון / Al-Khalil"


def test_a_rival_is_called_by_what_readers_can_read_where_it_has_such_a_name(named):
    place = place_with(
        Name(text="Laçın dəhlizi", kind="local", used_by="Azerbaijan"),
        Name(text="Լաչինի միջանցք", kind="local", used_by="Armenians"),
        Name(text="Berdzor corridor", used_by="Armenians"),
    )
    assert named("local", place) == "Berdzor corridor / Laçın dəhlizi"


def test_more_sides_than_a_label_holds_leave_the_main_name(named):
    names = [Name(text=f"N{i}", kind="local", used_by=f"u{i}") for i in range(5)]
    assert named("local", place_with(*names)) == "Main"
    assert named("local", place_with(*names[:2])) == "N0 / N1"


def test_languages_of_one_country_lead_together_and_others_do_not(named):
    belgium = place_with(
        Name(text="Belgique", lang="fr", kind="local"),
        Name(text="België", lang="nl", kind="local"),
        Name(text="Belgio", lang="it", kind="local"),
        country="BE",
    )
    assert named("local", belgium) == "Belgique / België"


def test_of_a_sea_all_shores_name_it_or_none(named):
    names = (
        Name(text="Karadeniz", lang="tr", kind="local"),
        Name(text="Чорне море", lang="uk", kind="local"),
    )
    assert named("local", place_with(*names)) == "Main"
    assert named("local", place_with(names[0])) == "Karadeniz"


def test_a_countrys_own_names_are_one_side(named):
    india = place_with(
        Name(text="Bharat", lang="hi-Latn", kind="official", used_by="India"),
        Name(text="India", lang="en", kind="official"),
        name="India",
        country="IN",
    )
    assert named("official", india) == "India"
    assert named("official", replace(india, disputed=True)) == "Bharat"


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("Shells fell.", "official", "Kyiv"),
        ("Падали снаряди.", "official", "Київ"),
        ("Shells fell.", "Ukraine", "Kyiv"),
        ("Shells fell.", "uk", "Київ"),
        ("砲弾が落ちた。", "official", "Main"),
        ("1, 2, 3", "official", "Kyiv"),
    ],
)
def test_a_name_leads_in_the_script_of_the_text(named, text, labels, expected):
    kyiv = place_with(
        Name(text="Kyiv", lang="en", kind="official", used_by="Ukraine"),
        Name(text="Київ", lang="uk", kind="official", used_by="Ukraine"),
    )
    assert named(labels, kyiv, text=text) == expected


def test_of_a_sides_names_the_official_one_leads_and_the_former_last(named):
    place = place_with(
        Name(text="Was", kind="former", used_by="Armenians"),
        Name(text="Also", used_by="Armenians"),
        Name(text="Here", kind="local", used_by="Armenians"),
    )
    assert named("Armenians", place) == "Here"
    assert named("Armenians", replace(place, names=place.names[:2])) == "Also"
    assert named("Armenians", replace(place, names=place.names[:1])) == "Was"


def test_a_name_only_the_text_knows_counts_for_its_user(report):
    place = replace(report.toponyms[0].place, names=())
    assert Labels(report, "Armenians").name(place) == "Stepanakert"


def test_words_made_from_names_never_lead(named):
    place = place_with(Name(text="Armenians", kind="demonym", used_by="Armenians"))
    assert named("Armenians", place) == "Main"


def test_each_side_of_a_place_is_told_with_its_name(report):
    place = report.toponyms[0].place
    assert Labels(report, "text").sides(place) == [
        ("Stepanakert", "Armenians"),
        ("Khankendi", "Azerbaijan"),
    ]


def test_sides_leave_out_what_is_past_foreign_or_unreadable(report):
    place = place_with(
        Name(text="Danzig", kind="exonym", used_by="Germans"),
        Name(text="Gdańsk", kind="official", used_by="Poland"),
        Name(text="Free City", kind="official", used_by="League", end="1939"),
        Name(text="Гданьск", kind="local", used_by="Russian speakers"),
        Name(text="Stalinogród", kind="former", used_by="Communist Poland"),
    )
    labels = Labels(report, "text")
    assert labels.sides(place) == [("Gdańsk", "Poland")]
    disputed = replace(place, disputed=True)
    assert labels.sides(disputed) == [("Danzig", "Germans"), ("Gdańsk", "Poland")]


def test_names_that_tell_something_are_kept_in_their_order():
    place = place_with(
        Name(text="A", kind="former"),
        Name(text="B", kind="official"),
        Name(text="C", lang="fr", kind="exonym"),
        Name(text="D", used_by="Armenians"),
        Name(text="E", kind="local"),
        Name(text="F", kind="demonym"),
    )

    def kept(**options):
        return [name.text for name in telling_names(place, **options)]

    assert kept() == ["B", "D", "E"]
    assert kept(texts={"A", "F"}) == ["A", "B", "D", "E", "F"]
    assert kept(labels="fr") == ["B", "C", "D", "E"]


def test_a_translation_that_is_kept_is_no_local_name():
    names = [Name(text=f"N{c}", lang=f"x{c}", kind="local") for c in "abcdefghijklmn"]
    place = place_with(*names, Name(text="Wien", lang="de", kind="local"), country="AT")
    kept = telling_names(place, texts={"Nc"}, labels="xe")
    assert [(name.text, name.kind) for name in kept] == [
        ("Nc", "exonym"),
        ("Ne", "exonym"),
        ("Wien", "local"),
    ]


@settings(max_examples=50)
@given(data=st.data(), policy=st.sampled_from(["text", "local", "official", "AM"]))
def test_every_place_has_a_name_under_every_policy(data, policy, parsed_documents):
    parsed = data.draw(parsed_documents)
    labels = Labels(parsed, policy)
    for toponym in parsed.toponyms:
        if toponym.place is not None:
            leading = labels.leading(toponym.place, toponym.mention)
            assert len(set(leading)) == len(leading) >= 1
            assert labels.name(toponym.place, toponym.mention) == " / ".join(leading)

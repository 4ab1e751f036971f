"""What the gazetteer makes of alias statements, and what follows for the toponyms."""

import pytest

from placemap.core import AliasStatement, Document, Span
from placemap.disambiguation.verdicts import judge_aliases


@pytest.fixture
def judge(gazetteer, resolve):
    """Judge one statement about the first occurrence of two names."""

    def judge(text, left, right, relation="known_as", mentions=None):
        spans = [
            Span(text.index(name), text.index(name) + len(name))
            for name in (left, right)
        ]
        statement = AliasStatement(left=spans[0], right=spans[1], relation=relation)
        names = mentions or [left, right]
        toponyms = resolve(text, *names)
        document = Document(id="d", text=text)
        return judge_aliases(document, [statement], toponyms, gazetteer)

    return judge


def test_two_names_of_one_place_are_confirmed(judge):
    (statement,), toponyms = judge(
        "Khankendi, known as Stepanakert by some.", "Khankendi", "Stepanakert"
    )
    assert (statement.verdict, statement.place) == ("confirmed", "khankendi")
    assert [t.place.id for t in toponyms] == ["khankendi", "khankendi"]
    assert "same as Stepanakert" in toponyms[0].reason


def test_two_records_of_one_place_are_confirmed(judge):
    (statement,), toponyms = judge("Shusha, known as Shushi.", "Shusha", "Shushi")
    assert (statement.verdict, statement.place) == ("confirmed", "shusha")
    assert {t.place.id for t in toponyms} == {"shusha"}


def test_name_that_only_the_text_knows_is_new_and_gets_the_place(judge):
    text = "Dallas, known as Bigdee. It rained in Bigdee."
    (statement,), toponyms = judge(text, "Dallas", "Bigdee")
    assert (statement.verdict, statement.place) == ("new", "dallas")
    assert [t.place.id for t in toponyms] == ["dallas"] * 3


def test_two_places_are_contradicted_with_their_distance(judge):
    (statement,), toponyms = judge("Dallas, known as Tbilisi.", "Dallas", "Tbilisi")
    assert (statement.verdict, statement.place) == ("contradicted", None)
    assert statement.distance_km == pytest.approx(10_900, abs=300)
    assert [t.place.id for t in toponyms] == ["dallas", "tbilisi"]


@pytest.mark.parametrize("word", ["now", "then", "later", "today"])
def test_one_known_place_after_another_is_no_statement(judge, word):
    text = f"The family lived in Dallas, {word} Tbilisi."
    statements, _ = judge(text, "Dallas", "Tbilisi", "renamed")
    assert statements == []


def test_contradiction_is_dropped_if_the_name_is_confirmed_as_a_third(
    gazetteer, resolve
):
    text = "From Dallas to Khankendi, as some write Stepanakert."
    dallas, khankendi, other = (
        Span(text.index(name), text.index(name) + len(name))
        for name in ("Dallas", "Khankendi", "Stepanakert")
    )
    statements = [
        AliasStatement(left=left, right=other, relation="known_as")
        for left in (dallas, khankendi)
    ]
    toponyms = resolve(text, "Dallas", "Khankendi", "Stepanakert")
    judged, _ = judge_aliases(
        Document(id="d", text=text), statements, toponyms, gazetteer
    )
    assert [(one.left, one.verdict) for one in judged] == [(khankendi, "confirmed")]


def test_a_country_is_not_called_by_the_name_of_a_river_or_road(judge):
    text = "They fished the great river from Georgia, known as the Kura."
    statements, toponyms = judge(text, "Georgia", "Kura")
    assert statements == []
    assert [t.place.id for t in toponyms] == ["ge", "kura"]


def test_pair_only_hinted_at_is_a_statement_once_confirmed(judge):
    text = "Maps of Khankendi have Stepanakert in brackets."
    (statement,), toponyms = judge(text, "Khankendi", "Stepanakert", "hinted")
    assert (statement.verdict, statement.relation) == ("confirmed", "known_as")
    assert {t.place.id for t in toponyms} == {"khankendi"}


@pytest.mark.parametrize(
    ("left", "right"), [("Dallas", "Tbilisi"), ("Dallas", "Xa"), ("Xa", "Xb")]
)
def test_pair_only_hinted_at_is_left_out_otherwise(judge, left, right):
    statements, _ = judge(f"Maps of {left} have {right}.", left, right, "hinted")
    assert statements == []


def test_hint_at_what_the_text_has_said_adds_nothing(gazetteer, resolve):
    text = "Khankendi, or Stepanakert. Stepanakert was Khankendi."
    spans = [
        Span(at, at + len(name))
        for name in ("Khankendi", "Stepanakert")
        for at in (text.find(name), text.rfind(name))
    ]
    told = AliasStatement(left=spans[0], right=spans[2], relation="or")
    hint = AliasStatement(left=spans[3], right=spans[1], relation="hinted")
    toponyms = resolve(text, "Khankendi", "Stepanakert")
    document = Document(id="d", text=text)
    judged, _ = judge_aliases(document, [hint, told], toponyms, gazetteer)
    assert [(s.left, s.right) for s in judged] == [(spans[0], spans[2])]


@pytest.mark.parametrize(
    ("left", "verdict"), [("Stepanakert", "confirmed"), ("Shusha", "new")]
)
def test_variant_spelling_of_a_name_is_confirmed(judge, left, verdict):
    (statement,), _ = judge(f"{left}, once Khankandi.", left, "Khankandi")
    assert statement.verdict == verdict


def test_river_gets_the_name_that_a_town_elsewhere_has_too(judge):
    (statement,), _ = judge("The Kura, known as the Dallas.", "Kura", "Dallas")
    assert (statement.verdict, statement.place) == ("new", "kura")


@pytest.mark.parametrize("relation", ["known_as", "parenthetical"])
def test_two_names_nobody_knows_stay_unknown(judge, relation):
    (statement,), toponyms = judge("Xa, known as Xb.", "Xa", "Xb", relation)
    assert (statement.verdict, statement.place) == ("unknown", None)
    assert [t.place for t in toponyms] == [None, None]


@pytest.mark.parametrize(
    ("text", "left", "right", "relation"),
    [
        ("Paris (Texas) is small.", "Paris", "Texas", "parenthetical"),
        ("Atlanta/Georgia is big.", "Atlanta", "Georgia", "slash"),
        ("Dallas, or Tbilisi, may host.", "Dallas", "Tbilisi", "or"),
    ],
)
def test_weak_wordings_that_say_something_else_are_left_out(
    judge, text, left, right, relation
):
    statements, _ = judge(text, left, right, relation)
    assert statements == []


def test_weak_wording_is_kept_where_the_gazetteer_agrees(judge):
    (statement,), _ = judge(
        "Khankendi (Stepanakert) fell.", "Khankendi", "Stepanakert", "parenthetical"
    )
    assert statement.verdict == "confirmed"


@pytest.mark.parametrize(
    ("text", "left", "right", "relation"),
    [
        ("Dallas/Paris flights", "Dallas", "Paris", "slash"),
        ("Dallas (Alexandria) is small.", "Dallas", "Alexandria", "parenthetical"),
        ("Xa (Texas) won.", "Xa", "Texas", "parenthetical"),
        ("Tbilisi (Georgia) won.", "Tbilisi", "Georgia", "parenthetical"),
    ],
)
def test_weak_wording_without_support_is_left_out(judge, text, left, right, relation):
    statements, toponyms = judge(text, left, right, relation)
    assert statements == []
    assert len({t.place for t in toponyms}) == 2


def test_small_namesake_far_away_is_not_what_the_text_means(judge):
    text = "Tbilisi, known as Shushi."
    (statement,), _ = judge(text, "Tbilisi", "Shushi")
    assert statement.verdict == "contradicted"
    (statement,), toponyms = judge("Dallas, known as Shushi.", "Dallas", "Shushi")
    assert (statement.verdict, statement.place) == ("new", "dallas")
    assert {t.place.id for t in toponyms} == {"dallas"}


def test_capitals_of_a_whole_text_make_no_acronym(judge):
    (statement,), _ = judge("DALLAS, ALSO DALLAS", "DALLAS", "DALLAS", "parenthetical")
    assert statement.verdict == "confirmed"


def test_abbreviation_follows_the_long_name_whatever_else_it_means(judge):
    (statement,), toponyms = judge(
        "The Texas (PARIS) team.", "Texas", "PARIS", "abbreviation"
    )
    assert (statement.verdict, statement.place) == ("new", "us-tx")
    assert {t.place.id for t in toponyms} == {"us-tx"}


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Tbilisi, at that time Georgia, fell.", "Tbilisi", "Georgia"),
        ("Dallas, formerly Texas, grew.", "Dallas", "Texas"),
        ("Dallas, formerly France, grew.", "Dallas", "France"),
    ],
)
def test_town_is_not_called_by_the_name_of_a_country_or_its_division(
    judge, text, left, right
):
    statements, toponyms = judge(text, left, right, "former")
    assert statements == []
    assert len({t.place for t in toponyms}) == 2


def test_name_known_from_the_text_passes_its_place_on(gazetteer, resolve):
    text = "Dallas, called Xa. Xa, called Xb. Rain in Xb."
    names = [("Dallas", 0), ("Xa", 15), ("Xa", 19), ("Xb", 30)]
    spans = [Span(at, at + len(name)) for name, at in names]
    statements = [
        AliasStatement(left=spans[0], right=spans[1], relation="called_by"),
        AliasStatement(left=spans[2], right=spans[3], relation="called_by"),
    ]
    toponyms = resolve(text, "Dallas", "Xa", "Xb")
    document = Document(id="d", text=text)
    judged, moved = judge_aliases(document, statements, toponyms, gazetteer)
    assert [(s.verdict, s.place) for s in judged] == [("new", "dallas")] * 2
    assert {t.place.id for t in moved} == {"dallas"}


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("the Xa islands, known as Dallas", "Xa", "Dallas"),
        ("Dallas, known as Xa, and its islands", "Dallas", "Xa"),
    ],
)
def test_name_may_be_whole_only_with_the_word_after_it(
    gazetteer, resolve, text, left, right
):
    spans = sorted(Span(text.index(n), text.index(n) + len(n)) for n in (left, right))
    statement = AliasStatement(left=spans[0], right=spans[1], relation="known_as")
    document = Document(id="d", text=text)
    longer = WithLongerName(gazetteer, "Xa islands", "Dallas")
    (judged,), _ = judge_aliases(document, [statement], resolve(text, "Dallas"), longer)
    is_whole = "Xa islands" in text
    assert judged.verdict == ("confirmed" if is_whole else "new")


class WithLongerName:
    """A gazetteer that knows one more name of a place."""

    def __init__(self, gazetteer, name, place):
        self._gazetteer, self._name, self._place = gazetteer, name, place

    def candidates(self, name, *, limit=10):
        known = self._place if name == self._name else name
        return self._gazetteer.candidates(known, limit=limit)

    def place(self, place_id):
        return self._gazetteer.place(place_id)


def test_no_statements_change_nothing(gazetteer, resolve):
    toponyms = resolve("Rain in Paris.", "Paris")
    document = Document(id="d", text="Rain in Paris.")
    judged, same = judge_aliases(document, [], toponyms, gazetteer)
    assert (list(judged), list(same)) == ([], list(toponyms))

"""Learning the roles of mentions from toponyms with types."""

import pytest
from corpora import GoldDocument
from roles import fit_roles, marked_roles, to_role

from placemap.core import Document
from placemap.detection.learned.looks import Looks
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading
from placemap.gazetteer import open_gazetteer


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("Literal", "literal"),
        ("Mixed", "literal"),
        ("Demonym", "literal"),
        ("Metonymic", "metonym"),
        ("Embedded_Non_Lit", "embedded"),
        ("Embedded_Literal", "embedded"),
        ("Non_Literal_Modifier", "literal"),
        ("Homonym", "other"),
        ("Language", "other"),
        ("", None),
        (None, None),
    ],
)
def test_types_have_one_role_each(kind, role):
    assert to_role({"type": kind}) == role


def test_roles_are_learned_from_marked_toponyms():
    gazetteer = open_gazetteer()
    facts = facts_from(gazetteer)
    marked = []
    for number, town in enumerate(["Leeds", "Houston", "Nairobi", "Lima"] * 5):
        text, kind = (
            (f"Rain fell in {town} today.", "Literal"),
            (f"The {town} Transport Police met.", "Embedded_Non_Lit"),
        )[number % 2]
        start = text.index(town)
        row = {"start": start, "end": start + len(town), "type": kind}
        document = Document(id=str(number), text=text)
        gold = GoldDocument(corpus="gwn", document=document, toponyms=(row,))
        looks = Looks(gazetteer, Reading(text), facts)
        marked.extend(marked_roles(gold, looks))
    weights = fit_roles(marked)
    assert len(marked) == 20
    assert weights.roles == ("embedded", "literal")
    assert all(weights.decide(clues) == role for role, clues in marked)


def test_nothing_is_learned_where_no_role_is_marked():
    assert fit_roles([]).roles == ()
    assert fit_roles([("literal", ("a",))]).roles == ()

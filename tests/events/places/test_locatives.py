from __future__ import annotations

import pytest

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Lima": "P.PPLC"}


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Rebels attacked a bus and fled, and the schools in Hama were shut.",
         "ASSAULT", []),
        ("Rebels shelled a bus and shops were looted in Hama.", "ASSAULT", []),
        ("The ministry of health in Lima has arrested six people.", "COERCE", []),
        ("Ministers said in Lima that rebels killed six people.", "ASSAULT", []),
        ("Rebels killed six people after they stormed a school in Hama.", "ASSAULT",
         ["Hama"]),
        ("Thousands rallied against the war at a park in Lima.", "PROTEST", ["Lima"]),
        ("Thousands rallied against the attack in Hama.", "PROTEST", []),
        ("Thousands rallied because of the war in Hama.", "ASSAULT", []),
        ("They held talks in Lima about the war in Hama.", "CONSULT", ["Lima"]),
        ("He held talks in Lima and promised to attack.", "ASSAULT", []),
        ("They signed a deal to drill in Hama.", "AGREE", []),
    ],
)  # fmt: skip
def test_a_phrase_is_said_of_what_it_stands_with(extract, where, text, kind, place):
    events = [e for e in extract(text, KINDS) if e.type == kind]
    assert sorted({name for e in events for name in where(e)}) == place

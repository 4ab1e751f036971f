from __future__ import annotations

import pytest

from placemap.events.claims.outlook import looks_ahead
from placemap.events.claims.speech import Record
from placemap.events.claims.status import judge_status


@pytest.fixture
def status_of(trigger_of):
    def run(text, spelled=None, **more):
        trigger = trigger_of(text, spelled)
        record = Record(text)
        record.hear(trigger.sentence)
        return judge_status(trigger, record, is_past=False, **more)

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Rebels shelled the port.", "shelled", "asserted"),
        ("The army said rebels shelled the port.", "shelled", "attributed"),
        ("Rebels reportedly shelled the port.", "shelled", "attributed"),
        ("Rebels did not shell the port.", "shell", "denied"),
        ("The army was not shelling the port.", "shelling", "denied"),
        ("The army denied shelling the port.", "shelling", "denied"),
        ("The army denied that it had shelled the port.", "shelled", "denied"),
        ("Police foiled an attack on the port.", "attack", "denied"),
        ("The army denied responsibility for the attack.", "attack", "attributed"),
        ("No fewer than six men were killed.", "killed", "asserted"),
        ("Rebels could shell the port.", "shell", "hypothetical"),
        ("If rebels shell the port, we leave.", "shell", "hypothetical"),
        ("The mayor urged them to stop the attack.", "urged them to", "asserted"),
        ("She called for a ceasefire.", "ceasefire", "hypothetical"),
        ("They fear an attack on the port.", "attack", "hypothetical"),
        ("Soldiers moved in to arrest him.", "arrest", "hypothetical"),
        ("Soldiers managed to arrest him.", "arrest", "asserted"),
        ("The leaders will meet on Monday.", "meet", "future"),
        ("The leaders are to meet on Monday.", "meet", "future"),
        ("The leaders plan to meet on Monday.", "meet", "future"),
        ("The planned talks were put off.", "talks", "future"),
        ("A vigil was planned for Monday.", "vigil", "future"),
        ("They remembered the massacre.", "massacre", "historical"),
        ("Prices rose after the invasion of the north.", "invasion", "historical"),
        ("The army denied the claim and shelled the port.", "shelled", "asserted"),
        ("The army denied that it had left or shelled the port.", "shelled", "denied"),
        ("The army denied it had come and shelled the port.", "shelled", "denied"),
        ("They called off a rally at the port.", "rally", "denied"),
        ("The rally was cancelled.", "rally", "denied"),
        ("The rallies planned in the port were called off.", "rallies", "denied"),
        ("The city banned rallies at the port.", "rallies", "denied"),
        ("The rally was banned.", "rally", "denied"),
        ("Thousands spoke of a banned rally.", "rally", "asserted"),
        ("Nobody was killed in the attack.", "attack", "asserted"),
        ("Nobody was killed in the attack.", "killed", "denied"),
        ("Not a single shell hit the port.", "shell hit", "denied"),
        ("The army dismissed as a rumour that it had shelled the port.", "shelled",
         "denied"),
        ("An attack cannot be ruled out.", "attack", "hypothetical"),
        ("A second attack is unlikely.", "attack", "hypothetical"),
        ("Had rebels shelled the port, six would have died.", "shelled",
         "hypothetical"),
        ("There was no sign of an attack.", "attack", "denied"),
    ],
)  # fmt: skip
def test_the_wording_tells_the_claim_status(status_of, text, trigger, status):
    assert status_of(text, trigger).status == status


def test_dates_make_history_and_future(status_of, trigger_of):
    text = "Rebels shelled the port."
    assert status_of(text, is_ahead=True).status == "future"
    past = judge_status(trigger_of(text), Record(text), is_past=True)
    assert past.status == "historical"


@pytest.mark.parametrize(
    ("text", "trigger", "real"),
    [
        ("The army denied shelling the port.", "shelling", True),
        ("No rally was held.", "rally", False),
        ("They fear an attack on the port.", "attack", False),
        ("The leaders will meet on Monday.", "meet", True),
        ("The leaders had been due to meet on Monday.", "meet", False),
        ("Rebels vowed to attack the port.", "attack", False),
        ("The summit was postponed.", "summit", False),
    ],
)
def test_only_what_somebody_tells_is_real(status_of, text, trigger, real):
    assert status_of(text, trigger).is_told_as_real is real


def test_a_claimant_makes_it_attributed(status_of):
    text = "The raid was described by the ministry as an operation."
    claim = status_of(text, "raid")
    assert (claim.status, claim.claimant) == ("attributed", "the ministry")


def test_a_denied_event_keeps_who_denies_it(status_of):
    claim = status_of("The army denied shelling the port.", "shelling")
    assert claim.claimant == "The army"
    assert "denied" in claim.why


def test_looking_ahead_is_seen(trigger_of):
    assert looks_ahead(trigger_of("The leaders will meet on Monday.", "meet"))
    assert not looks_ahead(trigger_of("The leaders met ministers on Monday.", "met"))


@pytest.mark.parametrize("subject", ["No one", "Nobody", "None of them"])
def test_what_befell_nobody_is_denied(status_of, subject):
    claim = status_of(f"{subject} was killed.", "killed")
    assert (claim.status, claim.is_told_as_real) == ("denied", False)

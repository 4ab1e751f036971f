"""Which places the rules tie to a trigger, one sentence a rule."""

from __future__ import annotations

import pytest

from placemap.events.places.linking import ENOUGH
from placemap.events.places.pairs import Pair
from placemap.events.places.phrases import find_phrases
from placemap.events.places.placing import anchor
from placemap.events.places.rules import score_pair

KINDS = {
    "Raqqa": "P.PPL", "Hama": "P.PPL", "Lima": "P.PPLC", "Chad": "A.PCLI",
    "Syria": "A.PCLI", "Delta State": "A.ADM1",
}  # fmt: skip


@pytest.fixture
def links_of(trigger_of, toponyms_in):
    """Return a maker: {first name of a phrase: link} of the trigger spelled so."""

    def make(text, spelled):
        trigger = trigger_of(text, spelled)
        sentence = trigger.sentence
        found = {}
        for phrase in find_phrases(sentence, toponyms_in(text, KINDS)):
            pair = Pair(sentence=sentence, anchor=anchor(trigger), phrase=phrase)
            link = score_pair(pair)
            if link and link.score >= ENOUGH:
                found[link.phrase.heads[0].mention.text] = link
        return found

    return make


@pytest.mark.parametrize(
    ("text", "trigger", "place", "relation"),
    [
        ("The army bombed Raqqa.", "bombed", "Raqqa", "at"),
        ("Raqqa was bombed.", "bombed", "Raqqa", "at"),
        ("The bombing of Raqqa went on.", "bombing", "Raqqa", "at"),
        ("Flooding hit Lima.", "Flooding", "Lima", "in"),
        ("An earthquake of magnitude 6 shook Delta State.", "earthquake",
         "Delta State", "in"),
        ("Floods also damaged Lima.", "Floods", "Lima", "in"),
        ("The outbreak has spread to Lima.", "outbreak", "Lima", "in"),
        ("A cholera outbreak that began in Lima goes on.", "outbreak", "Lima", "in"),
        ("The Raqqa bombing shocked many.", "bombing", "Raqqa", "at"),
        ("Rebels fired missiles into Raqqa.", "fired missiles", "Raqqa", "toward"),
        ("A conflict over Delta State has killed many.", "conflict", "Delta State",
         "in"),
        ("Nurses work in Hama and near Chad, where an epidemic killed six.",
         "epidemic", "Chad", "near"),
    ],
)  # fmt: skip
def test_the_rules_tie(links_of, text, trigger, place, relation):
    links = links_of(text, trigger)
    assert list(links) == [place]
    assert links[place].relation == relation


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Chad offensive went on.", "offensive"),
        ("Rebels fired missiles toward Raqqa.", "fired missiles"),
        ("They sent a plane with doctors to Lima.", "sent a plane with doctors"),
        ("They sent troops to Chad.", "sent troops"),
        ("Talks over Syria were held.", "Talks"),
        ("He had learned his trade in Raqqa before the war.", "war"),
        ("The driver, who had won in Lima, crashed on the last lap.", "crashed"),
        ("Hundreds protested outside the Chad embassy.", "protested"),
        ("The health ministry in Lima has declared an emergency.",
         "declared an emergency"),
        ("Chad condemned the attack, saying the envoy had been in Lima.", "attack"),
    ],
)  # fmt: skip
def test_the_rules_tie_nothing(links_of, text, trigger):
    assert links_of(text, trigger) == {}


def test_a_clause_with_where_has_no_other_place(links_of):
    text = "Six died in Raqqa and in Hama, where rebels shelled a school."
    links = links_of(text, "shelled")
    assert [h.mention.text for h in links["Hama"].phrase.heads] == ["Hama"]
    assert len(links) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Residents of Raqqa reported shelling on Monday.", "shelling", "Raqqa"),
        ("A Raqqa court arrested six men.", "arrested", "Raqqa"),
        ("Raqqa residents attacked a bus.", "attacked", "Raqqa"),
        ("Half of Raqqa protested.", "protested", "Raqqa"),
        ("Six men were arrested by Raqqa police.", "arrested", "Raqqa"),
        ("He put Raqqa under martial law.", "martial law", "Raqqa"),
        ("Raqqa is under siege.", "siege", "Raqqa"),
        ("He was at the Raqqa school where he held talks.", "held talks", "Raqqa"),
    ],
)  # fmt: skip
def test_what_local_people_do_and_what_a_place_is_under_is_there(
    links_of, text, trigger, place
):
    assert list(links_of(text, trigger)) == [place]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A Chad court arrested six men.", "arrested"),
        ("They tell of a homicide suspect in Raqqa.", "homicide"),
        ("They plan raids from camps in Raqqa.", "raids"),
    ],
)
def test_where_a_body_a_suspect_or_a_camp_is_nothing_else_happened(
    links_of, text, trigger
):
    links = links_of(text, trigger)
    assert all(link.score < 0.5 for link in links.values())

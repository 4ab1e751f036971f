"""Small makers of sentences and toponyms for the tests of the events stage."""

from __future__ import annotations

import re
from datetime import date

import pytest

from placemap.core import Document, Mention, Place, Span, Toponym
from placemap.events.codes import code_events
from placemap.events.extractor import read_drafts
from placemap.events.places.objections import object_to, tells_of_harm
from placemap.events.sentence import make_sentence
from placemap.events.triggers.finding import find_triggers

COUNTRIES = {"Syria": "SY", "Chad": "TD", "Peru": "PE", "Norland": "NO"}


def place_named(name, kind, **more):
    if kind.startswith("A.PCL"):
        more.setdefault("country", COUNTRIES.get(name, ""))
    return Place(id=f"test:{name}", name=name, lon_deg=0, lat_deg=0, kind=kind, **more)


@pytest.fixture
def place_of():
    return place_named


@pytest.fixture
def toponyms_in():
    """Return a maker: text and {name: kind}, or ``kind|role|form|country``."""

    def make(text, kinds):
        found = []
        for name, spec in kinds.items():
            kind, role, form, country = (*spec.split("|"), "", "", "")[:4]
            more = {"country": country} if country else {}
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                span = Span(match.start(), match.end())
                mention = Mention(
                    span=span, text=name, role=role or "literal", form=form or "name"
                )
                found.append(
                    Toponym(
                        id=f"t{match.start()}",
                        mention=mention,
                        place=place_named(name, kind, **more) if kind else None,
                        score=1.0,
                        reason="given",
                    )
                )
        return sorted(found, key=lambda t: t.span)

    return make


@pytest.fixture
def sentence_of():
    return lambda text: make_sentence(text, 0, len(text))


@pytest.fixture
def trigger_of(sentence_of):
    """Return a maker: the trigger of a sentence, the one spelled so if given."""

    def make(text, spelled=None):
        triggers = find_triggers(sentence_of(text))
        return next(t for t in triggers if spelled in (None, t.span.of(text)))

    return make


@pytest.fixture
def extract(toponyms_in):
    """Return a maker: events of a text with the named places, as the rules have them.

    What the learned models would add or drop in texts of one sentence is left out, and
    so are plain happenings that anything speaks against.
    """

    def run(text, kinds=None, published=date(2024, 3, 14), title=""):
        document = Document(id="d", text=text, published=published, title=title)
        drafts, scene = read_drafts(document, toponyms_in(text, kinds or {}))
        about_harm = tells_of_harm(drafts)
        return code_events(
            [
                draft
                for draft in drafts
                if not draft.trigger.doubts
                and not object_to(draft, scene, is_about_harm=about_harm)
            ]
        )

    return run


@pytest.fixture
def where():
    """Return the names of the places of an event, from their ids."""
    return lambda event: [p.place.removeprefix("test:") for p in event.places]

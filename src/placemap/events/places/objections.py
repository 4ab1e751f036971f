"""What speaks against a pin for a plain happening.

What the table of event expressions does not know (`triggers/happenings.py`) may be what
a report is about, or something it names in passing. Each rule below is an objection,
one of the signs by which `worth.py` decides. Events of the table are not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.claims.outlook import verb_group
from placemap.events.drafts import HARMFUL, TOLD
from placemap.events.places.elsewhere import ORIGINS
from placemap.events.places.locatives import BEFORE
from placemap.events.triggers.happenings import HAPPENING, REACHING
from placemap.events.triggers.lexicon import groups
from placemap.events.words import COORDINATORS, lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import EventPlace
    from placemap.events.drafts import Draft
    from placemap.events.scene import Scene
    from placemap.events.triggers.finding import Trigger

# A report that tells of so many harmful events is about them; what else happens has to
# have a day or somebody with power in it.
_ABOUT_HARM = 2
_LEAD = 2
# What goes on since a month or a year is shorter in EDTF than since a day.
_SINCE_A_DAY = "2024-01-31/.."
# A place in a country that makes up less of what a report names is only mentioned.
_ELSEWHERE = 0.25
# Unless the place itself is named so often.
_OFTEN = 3
# From this share on it is where the report happens.
_HOME = 0.5
# From this share of its words on a report is about markets or films.
_TOPICS = (("play", 0.2), ("trade", 0.25), ("show", 0.25))
# What one word and a half weigh in a text of so many characters, as a share.
_A_WORD, _MOST = 90, 0.7
_ACTORS = (
    "militant", "army", "cops", "fighters", "crowd", "court", "labour",
)  # fmt: skip
_LEADERS = frozenset(
    "president minister premier chancellor king pope envoy delegation leader".split()
)
_PASSIVE = frozenset("was were been be".split())
_LEAVING = frozenset(("leave", "depart", "quit"))


def object_to(draft: Draft, scene: Scene, *, is_about_harm: bool) -> str:
    """Return what speaks against a pin for an event, empty for nothing.

    Parameters
    ----------
    is_about_harm
        Whether the report is about harm done; see `tells_of_harm`.
    """
    if draft.trigger.entry.role != HAPPENING:
        return ""
    return _objection(draft, scene, is_about_harm=is_about_harm)


def tells_of_harm(drafts: Sequence[Draft]) -> bool:
    """Tell whether so many events of a report are harmful that it is about them."""
    return sum(draft.event.type in HARMFUL for draft in drafts) >= _ABOUT_HARM


def _objection(draft: Draft, scene: Scene, *, is_about_harm: bool) -> str:
    event, places = draft.event, draft.event.places
    if not places or event.status in ("denied", "historical"):
        return "it has no place, is denied, or was long ago"
    if event.edtf.endswith("/..") and len(event.edtf) < len(_SINCE_A_DAY):
        return "it has gone on for long"
    return _objection_to_place(draft, places[0], scene) or _objection_of_report(
        draft, scene, is_about_harm=is_about_harm
    )


def _objection_to_place(draft: Draft, place: EventPlace, scene: Scene) -> str:
    if _is_in_passing(draft, place):
        return "its place was left, or gone to for something else"
    if _goes_on(draft.trigger):
        return "nothing new happens: it goes on"
    if _is_site(draft.trigger):
        return "it is where, not what"
    if _is_origin(draft.trigger):
        return "it tells where somebody or something is from"
    if place.relation == "near" and scene.names_unknown(draft.trigger.sentence):
        return "it was near its place, at one that nobody knows"
    if _is_past_coordinator(draft, place, scene):
        return "a word of its own stands between it and the place"
    if _is_elsewhere(draft, place, scene):
        return "its country hardly comes up"
    return ""


def _objection_of_report(draft: Draft, scene: Scene, *, is_about_harm: bool) -> str:
    one = min(_MOST, _A_WORD / max(1, scene.length))
    if any(scene.share_of(groups()[name]) > max(one, s) for name, s in _TOPICS):
        return "the report is about something else"
    if not is_about_harm or _has_actors(draft):
        return ""
    is_lead = draft.trigger.sentence.index <= _LEAD
    is_news = is_lead or draft.has_stated_time or _is_at_home(draft, scene)
    if _is_journey(draft) or not is_news:
        return "the report is about harm"
    return ""


def _is_at_home(draft: Draft, scene: Scene) -> bool:
    """Tell what was done in the country that a report is about from mere asides."""
    if draft.event.status not in TOLD or draft.trigger.kind != "verb":
        return False
    named = scene.mentions_of(draft.event.places[0].place)
    place = named[0].place if named else None
    if place is None or place.is_country:
        return False
    return scene.share_of_country(place.country) >= _HOME


def _is_journey(draft: Draft) -> bool:
    """Tell "survivors reached X" and "thousands walked to X"."""
    is_toward = draft.event.places[0].relation == "toward"
    return is_toward or not REACHING.isdisjoint(*draft.trigger.entry.tokens)


def _is_in_passing(draft: Draft, place: EventPlace) -> bool:
    """Tell "flew from X", "a train from X to Y" and "was flown to a clinic in X"."""
    is_left = not _LEAVING.isdisjoint(*draft.trigger.entry.tokens)
    if is_left or place.relation in ("from", "between"):
        return True
    group = verb_group(draft.trigger)
    is_done = bool(_PASSIVE.intersection(group)) and "being" not in group
    trigger = draft.trigger
    is_sent = "to" in trigger.sentence.lowers(trigger.last, trigger.last + 2)
    return is_done and (place.relation == "toward" or is_sent)


def _goes_on(trigger: Trigger) -> bool:
    """Tell "the war went on" and "lectures were held as usual"."""
    sentence = trigger.sentence
    after = sentence.lowers(trigger.last - 1, trigger.last + _REACH)
    is_going = lemma(after[0]) in _GOING and after[1:2] == ["on"]
    return is_going or "usual" in after


_REACH = 8
_GOING = frozenset(("go", "drag", "carry", "wear"))


def _is_site(trigger: Trigger) -> bool:
    """Tell "at the camp in X" from "the camp opened in X"."""
    before = trigger.sentence.lowers(max(0, trigger.first - 2), trigger.first)
    is_in = not _INSIDE.isdisjoint(before)
    word = trigger.sentence.words[trigger.last - 1].lower
    return trigger.kind == "noun" and is_in and lemma(word) in _SITES


_INSIDE = frozenset("in at from to near outside inside".split())
_SITES = frozenset(("camp", "market", "base", "fair"))


def _is_origin(trigger: Trigger) -> bool:
    """Tell "born in X and raised in Y" and "registered in X" from "was built in X"."""
    words = trigger.sentence.lowers(trigger.first, trigger.last)
    return not (ORIGINS.isdisjoint(words) or _PASSIVE.intersection(verb_group(trigger)))


def _is_past_coordinator(draft: Draft, place: EventPlace, scene: Scene) -> bool:
    """Tell "a boat built in X and shoes found on a beach"."""
    if not draft.event.why["place"].startswith(BEFORE):
        return False
    trigger = draft.trigger
    named = (t for t in scene.within(trigger.sentence) if t.id == place.toponym)
    end = next((t.span.end for t in named), trigger.span.start)
    return any(
        end <= word.start < trigger.span.start and word.lower in COORDINATORS
        for word in trigger.sentence.words
    )


def _is_elsewhere(draft: Draft, place: EventPlace, scene: Scene) -> bool:
    whole = next((t.place for t in scene.mentions_of(place.place)), None)
    home = scene.dateline_at(draft.event.trigger.start)
    if whole is None or not whole.country:
        return False
    if home and home.place and home.place.country == whole.country:
        return False
    if not whole.is_country and len(scene.mentions_of(whole.id)) >= _OFTEN:
        return False
    return scene.share_of_country(whole.country) < _ELSEWHERE


def _has_actors(draft: Draft) -> bool:
    sentence = draft.trigger.sentence
    words = sentence.lowers(*sentence.clause_range(draft.trigger.first))
    known = (*(groups()[name] for name in _ACTORS), _LEADERS)
    return any(not group.isdisjoint(words) for group in known)

"""Ask a service for what a local gazetteer lacks, and say so in the results."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from placemap.core import Candidate, Event, Location, ParsedDocument, Toponym
from placemap.gazetteer.online.answers import to_place
from placemap.gazetteer.online.asking import Asker
from placemap.gazetteer.online.gazetteer import OnlineGazetteer, asked_name
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Mention, NameKind, Place
    from placemap.gazetteer.online.cache import Answer
    from placemap.gazetteer.online.service import OnlineService
    from placemap.protocols import Gazetteer

    Options = list[tuple[Mention, Sequence[Candidate]]]

_EXACT, _FOLDED = 1.0, 0.9
# How widely a place is known the resolver tells by how many names GeoNames has for it,
# 5 on the average; services list fewer for the same place.
_USUAL_NAMES = 5
# What people call a place by; the words made from it are not asked for.
_FORMS = frozenset({"name", "abbreviation"})
_ROLES = frozenset({"literal", "metonym"})
# Longer than any name, shorter than what would tell of the text.
_LONGEST_ASKED = 80


class OnlineLayer:
    """What a service knows of the names that a local gazetteer lacks.

    Parameters
    ----------
    local
        The gazetteer that goes first.
    asker
        Asks the service, or its cache.
    """

    def __init__(self, local: Gazetteer, asker: Asker) -> None:
        self._local = local
        self._asker = asker
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._asked_on: dict[str, str] = {}
        self._places: dict[str, Place] = {}
        self._source_of: dict[str, str] = {}

    @property
    def attribution(self) -> str:
        """Whose data the answers are, with their licence."""
        return self._asker.service.attribution

    # -- asking ----------------------------------------------------------------------

    def ask(self, options: Options) -> tuple[Options, OnlineGazetteer]:
        """Return the service's candidates where there were none; a gazetteer of them.

        Asked for are names by which a text means a place: no demonyms, no names of
        people, nothing longer than 80 characters, and each name once. The gazetteer
        knows the names of these mentions only, so that what comes of a document does
        not depend on which others were read before it.
        """
        asked = {
            asked_name(mention.lookup): self._ask(mention.lookup)
            for mention, found in options
            if not found and _is_meant(mention)
        }
        filled = [
            (m, found or (asked.get(asked_name(m.lookup), ()) if _is_meant(m) else ()))
            for m, found in options
        ]
        places = {
            candidate.place.id: self._places[candidate.place.id]
            for found in asked.values()
            for candidate in found
        }
        return filled, OnlineGazetteer(
            self._local, asked, places, attribution=self.attribution
        )

    def _ask(self, name: str) -> tuple[Candidate, ...]:
        key = asked_name(name)
        if key not in self._found:
            answer = self._asker.ask(key)
            if answer is None:  # nor is it asked for again in this run
                self._found[key] = ()
            else:
                self._keep(key, answer)
        return self._found[key]

    def _keep(self, key: str, answer: Answer) -> None:
        service = self._asker.service
        asked_on = answer.asked_at.date().isoformat()
        source = f"{service.title}, {asked_on}"
        candidates: dict[str, Candidate] = {}
        for raw in answer.found:
            place = self._with_country(to_place(service.kind, raw, source), raw)
            candidate = _candidate(place, key)
            if candidate is not None:
                candidates.setdefault(place.id, candidate)
                self._places.setdefault(place.id, place)
                self._source_of.setdefault(place.id, source)
        self._found[key] = tuple(candidates.values())
        self._asked_on[key] = asked_on

    def _with_country(self, place: Place, raw: Any) -> Place:  # noqa: ANN401 - outside
        """Return the place with its country's code, where only its name was told."""
        told = raw.get("properties") or {}
        name = told.get("country")
        if place.country or not isinstance(name, str):
            return place
        for candidate in self._local.candidates(name):
            if candidate.place.is_country:
                return replace(place, country=candidate.place.country)
        return place

    # -- saying so -------------------------------------------------------------------

    def mark_locations(self, located: Mapping[str, Location]) -> dict[str, Location]:
        """Return locations by place, those of the service saying that, and when."""
        return {key: self._mark_location(key, found) for key, found in located.items()}

    def _mark_location(self, place_id: str, location: Location) -> Location:
        source = self._source_of.get(place_id)
        if source is None:
            return location
        what = "point" if location.geometry["type"] == "Point" else "circle of extent"
        return replace(location, method=f"{what} from {source}")

    def mark(self, parsed: ParsedDocument) -> ParsedDocument:
        """Return the results with service and date in each reason it had part in."""
        return replace(
            parsed,
            toponyms=tuple(map(self._mark_toponym, parsed.toponyms)),
            events=tuple(map(self._mark_event, parsed.events)),
        )

    def _mark_toponym(self, toponym: Toponym) -> Toponym:
        if toponym.place is not None:
            source = self._source_of.get(toponym.place.id)
            note = source and f"not in the gazetteer, but known to {source}"
        else:
            note = self._nothing_found(toponym.mention.lookup)
        return replace(toponym, reason=f"{toponym.reason}; {note}") if note else toponym

    def _nothing_found(self, name: str) -> str:
        key = asked_name(name)
        asked_on = self._asked_on.get(key)
        if asked_on is None or self._found.get(key):
            return ""
        return f"nor known to {self._asker.service.title}, {asked_on}"

    def _mark_event(self, event: Event) -> Event:
        sources = {
            source
            for place in event.places
            if (source := self._source_of.get(place.place)) is not None
        }
        if not sources:
            return event
        return replace(event, why={**event.why, "online": "; ".join(sorted(sources))})


def _is_meant(mention: Mention) -> bool:
    """Tell whether a mention is a name that may be asked for."""
    name = asked_name(mention.lookup)
    return (
        mention.form in _FORMS
        and mention.role in _ROLES
        and len(name) <= _LONGEST_ASKED
        and any(map(str.isalpha, name))
    )


def _candidate(place: Place, asked: str) -> Candidate | None:
    """Return the place as a candidate, None when it only is called something similar.

    Services also answer with what lies in or near a place of that name, or has one
    spelled like it: for a search box that is help, on a map it would be a guess.
    """
    folded = fold(asked)
    names = [(name.text, name.kind) for name in place.names]
    names += [(place.name, "official")]
    fitting: list[tuple[bool, NameKind]] = [
        (text != asked, kind) for text, kind in names if fold(text) == folded
    ]
    if not fitting:
        return None
    is_folded, kind = min(fitting, key=itemgetter(0))
    return Candidate(
        place=replace(place, names=()),
        score=_FOLDED if is_folded else _EXACT,
        name_kind=kind,
        name_count=max(len(place.names), _USUAL_NAMES),
    )


def lay_under(local: Gazetteer, service: OnlineService) -> OnlineLayer:
    """Return what a service knows besides a gazetteer; nothing is sent yet.

    Raises
    ------
    GazetteerError
        If the file for the answers cannot be opened.
    """
    return OnlineLayer(local, Asker(service))

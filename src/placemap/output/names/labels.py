"""Which name of a place leads, under the label policy.

Where the policy finds no name, one that an authority is known to use officially leads,
and failing that the main one. Where it finds the names of several sides, they lead
together, "Kosovska Mitrovica / Mitrovicë", for no rule here decides between them.

A name that the readers of the text cannot read, for it is in another script, leads only
in a language asked for by its tag, or beside its rival; else it stands with the others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.output.names.countries import languages_of, words_of_side
from placemap.output.names.listing import KINDS, local_names, names_of, primary
from placemap.output.names.policies import kind_of, names_in_language, names_in_view
from placemap.output.names.scripts import script_of
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from placemap.core import Mention, Name, ParsedDocument, Place

    Side = list[Name]

# Forms of mention that are a name of the place, not a word made from one.
NAME_FORMS = ("name", "abbreviation")
_PRESENT = KINDS[:4]
# More names than these are a list, not a label.
_MOST_SIDES = 4
_ENOUGH_TEXT = 1000


def telling_names(
    place: Place, *, texts: Collection[str] = (), labels: str = "text"
) -> tuple[Name, ...]:
    """Return the names of `place` that an output may have to show, in their order.

    They are the official and the local names, those whose users are known, those
    among `texts`, and where `labels` is a language those in it. The rest, a
    country's name in two hundred languages among them, tells nothing here.

    Examples
    --------
    >>> from placemap.core import Name, Place
    >>> names = (Name(text="Wien", kind="local"), Name(text="Vena", lang="sq"))
    >>> place = Place(id="x:1", name="Vienna", lon_deg=16.4, lat_deg=48.2, names=names)
    >>> [[n.text for n in telling_names(place, labels=p)] for p in ("text", "sq")]
    [['Wien'], ['Wien', 'Vena']]
    """
    names = place.names
    local = set(local_names(place, names))
    is_asked = kind_of(labels) == "language"
    asked = set(names_in_language(names, labels)) if is_asked else ()
    told: list[Name] = []
    for name in names:
        if name.kind == "local" and name in local:
            told.append(name)
        elif _tells(name) or name.text in texts or name in asked:
            told.append(_not_local(name))
    return tuple(told)


def _tells(name: Name) -> bool:
    return bool(name.used_by) or name.kind == "official"


def _not_local(name: Name) -> Name:
    # One of many translations is local to others: here it is an exonym.
    return replace(name, kind="exonym") if name.kind == "local" else name


class Labels:
    """The names places go by for the readers of one document.

    Examples
    --------
    >>> from placemap.core import Document, Name, ParsedDocument, Place, Run
    >>> parsed = ParsedDocument(
    ...     document=Document(id="a", text="Rain."), toponyms=(), aliases=(),
    ...     events=(), locations={},
    ...     run=Run(version="1", gazetteer="none", gazetteer_sha256=""),
    ... )
    >>> names = (Name(text="Stepanakert", used_by="Armenians"),)
    >>> place = Place(id="x:1", name="Xankəndi", lon_deg=0, lat_deg=0, names=names)
    >>> [Labels(parsed, policy).name(place) for policy in ("Armenians", "official")]
    ['Stepanakert', 'Xankəndi']
    """

    def __init__(self, parsed: ParsedDocument, policy: str) -> None:
        self._parsed = parsed
        self._policy = policy
        self._kind = kind_of(policy)
        self._language = primary(parsed.document.language)
        self._script = script_of(parsed.document.text[:_ENOUGH_TEXT])
        self._in_text: dict[str, str] = {}
        for toponym in parsed.toponyms:
            if toponym.place and toponym.mention.form in NAME_FORMS:
                self._in_text.setdefault(toponym.place.id, toponym.mention.text)
        self._found: dict[str, tuple[str, ...]] = {}

    def name(self, place: Place, mention: Mention | None = None) -> str:
        """Return what `place` is called, rival names with a slash between them."""
        return " / ".join(self.leading(place, mention))

    def leading(self, place: Place, mention: Mention | None = None) -> tuple[str, ...]:
        """Return the name that leads; several where the policy decides for none.

        `mention` is what the text calls the place here, or None.
        """
        if self._kind == "text":
            if mention is not None and mention.form in NAME_FORMS:
                return (mention.text,)
            return (self._in_text.get(place.id, place.name),)
        if place.id not in self._found:
            self._found[place.id] = self._find(place)
        return self._found[place.id]

    def sides(self, place: Place) -> list[tuple[str, str]]:
        """Return what each side calls `place` now, and which side, in its order.

        Left out are names in a script the text's readers do not read, and those that
        outsiders have for a place nobody disputes.
        """
        names = [
            name
            for name in names_of(place, self._parsed)
            if name.used_by
            and not name.end
            and name.kind in (_PRESENT if place.disputed else _PRESENT[:2])
        ]
        sides = self._readable(_grouped((name.used_by, name) for name in names))
        return [(self._best(side, place), side[0].used_by) for side in sides]

    def _find(self, place: Place) -> tuple[str, ...]:
        names = [n for n in names_of(place, self._parsed) if n.kind in KINDS]
        for sides in self._preferred(place, names):
            if 0 < len(sides) <= _MOST_SIDES:
                return tuple(dict.fromkeys(self._best(side, place) for side in sides))
        return (place.name,)

    def _preferred(self, place: Place, names: Sequence[Name]) -> Iterator[list[Side]]:
        """Yield the sides the policy asks for, then what stands in for them."""
        if self._kind == "gazetteer":
            return
        if self._kind == "local":
            yield self._sides(place, local_names(place, names), names)
        elif self._kind == "language":
            yield [found] if (found := names_in_language(names, self._policy)) else []
        elif self._kind == "view":
            yield self._readable([names_in_view(names, self._policy)])
        official = [name for name in names if name.kind == "official"]
        if self._kind != "official":  # "Hellenic Republic" stands in for nothing
            official = [name for name in official if name.used_by]
        yield self._sides(place, official, names)

    def _sides(
        self, place: Place, names: Sequence[Name], known: Sequence[Name]
    ) -> list[Side]:
        """Return the names by user where users are known, by language otherwise.

        Rivals come together or not at all: none is left out for its script, and one
        without a readable name is called by another that it uses, if it is `known`.
        Of the languages of one country some may be left out.
        """
        if rivals := _rivals(place, names):
            if not self._readable(rivals):
                return []
            return [
                side if self._readable([side]) else [*side, *_spare(side, known)]
                for side in rivals
            ]
        by_language = _grouped((primary(name.lang), name) for name in names)
        if not place.country:
            readable = self._readable(by_language)
            return readable if len(readable) == len(by_language) else []
        spoken = languages_of(place.country)
        own = [side for side in by_language if primary(side[0].lang) in spoken]
        return self._readable(own or [list(names)])

    def _readable(self, sides: Iterable[Side]) -> list[Side]:
        return [side for side in sides if any(map(self._is_readable, side))]

    def _is_readable(self, name: Name) -> bool:
        return not self._script or script_of(name.text) == self._script

    def _best(self, side: Side, place: Place) -> str:
        """Return the name of a side that its readers expect most."""

        def unexpected(name: Name) -> tuple[bool, int, bool, bool, bool]:
            return (
                not self._is_readable(name),
                KINDS.index(name.kind),
                bool(name.end),
                primary(name.lang) != self._language,
                name.text != place.name,
            )

        best = min(side, key=unexpected)
        return place.name if _is_long_form(best, place.name) else best.text


def _is_long_form(name: Name, main: str) -> bool:
    """Tell "Republic of Armenia" from "Armenia", for nobody else in particular."""
    is_plain = name.kind == "official" and not name.used_by
    return is_plain and set(fold(main).split()) < set(fold(name.text).split())


def _rivals(place: Place, names: Sequence[Name]) -> list[Side]:
    """Return the names by user; none when no user is known.

    Names of nobody in particular count for the country a place undisputedly lies in.
    """
    users = sorted({name.used_by for name in names if name.used_by})
    country = "" if place.disputed else place.country
    at_home = (
        u for u in users if country and words_of_side(country) == words_of_side(u)
    )
    home = next(at_home, "")
    whose = ((name.used_by or home, name) for name in names)
    return _grouped((user, name) for user, name in whose if user)


def _spare(side: Side, known: Iterable[Name]) -> Side:
    """Return further names of the user of a side: neither official nor local."""
    user = side[0].used_by
    return [n for n in known if n.used_by == user and n.kind in KINDS[2:4]]


def _grouped(pairs: Iterable[tuple[str, Name]]) -> list[Side]:
    groups: dict[str, Side] = {}
    for key, name in pairs:
        groups.setdefault(key, []).append(name)
    return [groups[key] for key in sorted(groups)]

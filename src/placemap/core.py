"""The nouns of placemap: immutable values handed from stage to stage.

Longitude comes before latitude, degrees are WGS 84, spans are half-open string
indices, scores run from 0 to 1, and units stand in the names.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from placemap.errors import SpanError
from placemap.markup import show_document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Form = Literal["name", "demonym", "adjective", "abbreviation"]
Role = Literal["literal", "metonym", "embedded", "other"]
NameKind = Literal[
    "official",
    "local",
    "exonym",
    "former",
    "alternate",
    "abbreviation",
    "demonym",
    "adjective",
    "code",
]
Verdict = Literal["confirmed", "new", "contradicted", "unknown"]
Status = Literal[
    "asserted", "attributed", "denied", "future", "hypothetical", "historical"
]
Relation = Literal["at", "in", "near", "between", "along", "from", "toward"]


def content_id(prefix: str, *parts: object) -> str:
    """Return a stable id made from content, never from a counter.

    Examples
    --------
    >>> content_id("t", "doc", 0, 5) == content_id("t", "doc", 0, 5)
    True
    >>> len(content_id("t", "doc"))
    17
    """
    text = "\x1f".join(map(str, parts))
    return f"{prefix}{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


# Every id of a document is made from its text's hash: a few documents in hand at a
# time are enough to compute each hash once.
@lru_cache(maxsize=4)
def _hash_text(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets into a document's text.

    Examples
    --------
    >>> Span(0, 5).of("Paris is in France.")
    'Paris'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"expected 0 <= start < end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """Return the part of `text` this span covers.

        Raises
        ------
        SpanError
            If the span reaches past the end of `text`.
        """
        if self.end > len(text):
            raise SpanError(f"span ends at {self.end}, text has {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report: its text, and where and when it was published.

    `published` is a date, or a datetime where the source gives the time; None
    when unknown, and relative dates then stay relative. `language` is a BCP 47
    tag, empty when unknown. The text is never changed.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the text in UTF-8."""
        return _hash_text(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a place, and whose it is.

    `lang` is a BCP 47 tag, empty when the source does not say. `used_by` says in
    plain words who uses the name, `start` and `end` are ISO 8601 or EDTF dates
    between which it was in use; empty means unknown or open.
    """

    text: str
    lang: str = ""
    kind: NameKind = "alternate"
    used_by: str = ""
    start: str = ""
    end: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """Whose a disputed place is, according to one view, between two dates.

    `view` is the actor whose view it is ("de facto", "UN", or an ISO code);
    `country` the ISO 3166-1 code or plain name it assigns the place to.
    """

    view: str
    country: str
    start: str = ""
    end: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One gazetteer entry.

    Attributes
    ----------
    id
        ``source:key``, for example ``geonames:146970``.
    kind
        GeoNames feature class and code, for example ``P.PPLC`` or ``A.ADM1``.
    country
        ISO 3166-1 alpha-2 code, empty for what belongs to no country.
    admin1, admin2
        Names of the divisions it lies in, empty when unknown.
    radius_m
        How far the place reaches from its point, in metres; 0 when unknown.
    bbox
        West, south, east, north in degrees, or None. West may exceed east where
        the place crosses the antimeridian.
    names, statuses
        Filled by `Gazetteer.place`, empty on the candidates of a lookup. The
        places of a parsed document keep the official and local names, those whose
        users are known and those the document uses.
    """

    id: str
    name: str
    lon_deg: float
    lat_deg: float
    kind: str = ""
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_m: float = 0.0
    bbox: tuple[float, float, float, float] | None = None
    disputed: bool = False
    names: tuple[Name, ...] = ()
    statuses: tuple[StatusView, ...] = ()

    @property
    def feature_class(self) -> str:
        """The GeoNames feature class: A, H, L, P, R, S, T, U or V."""
        return self.kind.partition(".")[0]

    @property
    def feature_code(self) -> str:
        """The GeoNames feature code, such as PPLC."""
        return self.kind.partition(".")[2]

    @property
    def is_country(self) -> bool:
        """Whether the place is a country or a dependent territory."""
        return self.kind.startswith("A.PCL") or self.kind == "A.TERR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place a mention might mean.

    `score` says how well it fits, 0 to 1: how well the names agree when a
    gazetteer made it, how likely the place is meant when a resolver did.
    `name_kind` is the kind of the name that matched; `name_count` is how many names
    the gazetteer lists for the place, which tells how widely it is known, 0 when it
    does not say.
    """

    place: Place
    score: float
    name_kind: NameKind = "alternate"
    name_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names a place, and in what manner.

    `name` is the dictionary form where the text inflects it ("Москва" for
    "Москве"), and empty where that is `text`.
    """

    span: Span
    text: str
    form: Form = "name"
    role: Role = "literal"
    score: float = 1.0
    name: str = ""

    @property
    def lookup(self) -> str:
        """The spelling to look up: the dictionary form, or the text itself."""
        return self.name or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A mention and the decision about it.

    `place` is None when none was chosen; `reason` then says why, and otherwise
    what decided. The losing candidates are kept, best first.
    """

    id: str
    mention: Mention
    place: Place | None
    score: float
    reason: str
    candidates: tuple[Candidate, ...] = ()

    @property
    def span(self) -> Span:
        """Where the mention stands in the text."""
        return self.mention.span


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasStatement:
    """A sentence that says two names are one place.

    `left` stands first in the text. `relation` is one of known_as, called_by,
    former, renamed, abbreviation, in_language, parenthetical, slash, or,
    official, transliteration; until the gazetteer has been asked also hinted, for
    two names that stand near a naming word. `used_by` names who uses the `right` or,
    where `used_by_side` says so, the `left` name. The verdict is None until the
    gazetteer has been asked.
    """

    left: Span
    right: Span
    relation: str
    used_by: str = ""
    used_by_side: Literal["left", "right"] = "right"
    sentence: Span | None = None
    verdict: Verdict | None = None
    place: str | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a place is on the map, and how far off that may be.

    `geometry` is a GeoJSON geometry: the place's shape where one is known, its
    extent as an area for divisions without one, a point otherwise.
    `uncertainty_m` is the radius around `lon_deg`, `lat_deg` within which the
    true position lies; `method` says where the geometry comes from.
    """

    lon_deg: float
    lat_deg: float
    uncertainty_m: float
    method: str
    geometry: Mapping[str, Any] = field(hash=False)

    @property
    def __geo_interface__(self) -> Mapping[str, Any]:
        """The geometry as GeoJSON, for shapely, geopandas and folium."""
        return self.geometry


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event happened, by one of its places.

    `toponym` is a `Toponym.id`, `place` a `Place.id`. `where_prec` is the UCDP
    code: 1 exact place, 2 near a place, 3 second-level division, 4 first-level
    division, 5 larger, vague or between places, 6 country, 7 sea or air.
    `location` is filled by the geocoder. `inferred` marks a place taken from the
    document as a whole and not from the sentence.
    """

    toponym: str
    place: str
    where_prec: int
    relation: Relation = "at"
    inferred: bool = False
    location: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people: best, low and high estimate, and who gives it."""

    best: int | None
    low: int | None = None
    high: int | None = None
    claimant: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who did it or to whom it was done: the name as in the text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something reported to have happened.

    Attributes
    ----------
    type, mode
        PLOVER category and mode, or one of the extra types DISASTER, ACCIDENT,
        DISEASE, CRIME, OTHER with a sub-type as mode.
    acled, cameo, quad
        The ACLED ``event type / sub-event type``, CAMEO root code and PLOVER
        quad class that follow from type and mode; empty where there is none.
    sentence
        The sentence the trigger stands in.
    status, claimant
        Claim status and, where someone else says so, who.
    edtf, start, end, date_prec
        When: EDTF level 1 text, first and last day, UCDP precision (1 day, 2 two
        to six days, 3 week, 4 month, 5 year). None where the text gives nothing.
    places
        Where it happened; empty when the text ties no place to it.
    deaths, injured, displaced, detained
        How many people, None where the text does not say. Whoever was arrested,
        abducted or taken captive counts as detained.
    mentions
        All spans that tell of the event, the trigger among them.
    why
        Decisions in plain words: part of the event -> rule.
    """

    id: str
    trigger: Span
    type: str
    mode: str = ""
    acled: str = ""
    cameo: str = ""
    quad: str = ""
    sentence: Span | None = None
    status: Status = "asserted"
    claimant: str = ""
    edtf: str = ""
    start: date | None = None
    end: date | None = None
    date_prec: int | None = None
    places: tuple[EventPlace, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    deaths: Count | None = None
    injured: Count | None = None
    displaced: Count | None = None
    detained: Count | None = None
    mentions: tuple[Span, ...] = ()
    score: float = 1.0
    why: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made a result: enough to make it again.

    `gazetteer` is name and version, `gazetteer_sha256` its content hash, `models` the
    hash of the weights of each stage that learned, `attribution` the data sources with
    their licences.
    """

    version: str
    gazetteer: str
    gazetteer_sha256: str
    labels: str = "text"
    options: Mapping[str, str] = field(default_factory=dict, hash=False)
    models: Mapping[str, str] = field(default_factory=dict, hash=False)
    attribution: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDocument:
    """A document and everything placemap found in it.

    `locations` maps the id of every place of a toponym to where it is.
    """

    document: Document
    toponyms: tuple[Toponym, ...]
    aliases: tuple[AliasStatement, ...]
    events: tuple[Event, ...]
    locations: Mapping[str, Location]
    run: Run

    def _repr_html_(self) -> str:
        """Return text and events as HTML, which is what a notebook shows."""
        return show_document(self)

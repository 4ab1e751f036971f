"""The fields of the tables: what each holds, and in what unit or code.

One list serves all formats, the documentation and `placemap validate`. A line
gives name, kind and meaning; after the meaning may stand ``[unit]``, ``{list of
codes}`` and ``-> table.field`` for what the field refers to.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from placemap.output.codes import CODES, Codes

Kind = Literal["text", "json", "int", "float", "bool", "date", "datetime"]

_LINE = re.compile(
    r"(?P<name>\w+)\s+(?P<kind>\w+)\s+(?P<meaning>.+?)"
    r"(?: \[(?P<unit>.+)\])?(?: \{(?P<codes>\w+)\})?(?: -> (?P<refers_to>[\w.]+))?"
)
_TITLES = {
    "id": "Id",
    "acled": "ACLED type",
    "cameo": "CAMEO code",
    "edtf": "Date (EDTF)",
    "sha256": "SHA-256 of the text",
    "gazetteer_sha256": "SHA-256 of the gazetteer",
    "published_utc": "Published (UTC)",
    "lon": "Longitude",
    "lat": "Latitude",
    "uncertainty_m": "Uncertainty (m)",
    "distance_km": "Distance (km)",
    "date_prec": "Date precision (UCDP)",
    "where_prec": "Place precision (UCDP)",
    "geo_precision": "Place precision (ACLED)",
    "resolution": "Place precision (PLOVER)",
}
_LIMITS = {
    "lon": (-180.0, 180.0),
    "lat": (-90.0, 90.0),
    "0-1": (0.0, 1.0),
    "m": (0.0, None),
    "km": (0.0, None),
    "people": (0.0, None),
}


class Column(NamedTuple):
    """A field: its name, what kind of value it holds, and what that means.

    `unit` is m, km, deg, people or 0-1 for a share, and empty for what has none.
    `refers_to` is the ``table.field`` whose values it holds.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    codes: Codes | None = None
    refers_to: str = ""

    @property
    def title(self) -> str:
        """The heading for people.

        Examples
        --------
        >>> Column("start_date", "date", "First day").title
        'Start date'
        """
        plain = self.name.removesuffix("_id").replace("_", " ").capitalize()
        return _TITLES.get(self.name, plain)

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """The least and the greatest value that make sense; None for no limit."""
        return _LIMITS.get(self.name) or _LIMITS.get(self.unit) or (None, None)


def _columns(text: str) -> tuple[Column, ...]:
    made = []
    for line in text.strip().splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"not a field: {line!r}")
        made.append(
            Column(
                found["name"],
                cast("Kind", found["kind"]),
                found["meaning"],
                unit=found["unit"] or "",
                codes=CODES[found["codes"]] if found["codes"] else None,
                refers_to=found["refers_to"] or "",
            )
        )
    return tuple(made)


EVENTS = _columns("""
id                text      Stable id of the row: one event at one place
event_id          text      Stable id of the event
document_id       text      Document it is reported in -> sources.id
document_title    text      Title of the document
document_source   text      Who published the document
document_url      text      Address of the document
published         date      Day the document was published
type              text      PLOVER category or one of placemap's own {type}
type_label        text      The type in plain words
mode              text      PLOVER mode or sub-type
acled             text      ACLED event type and sub-event type
cameo             text      CAMEO root code
quad              text      PLOVER quad class {quad}
status            text      Claim status: whether it is said to have happened {status}
claimant          text      Who says so
trigger           text      The words that tell of the event
sentence          text      The sentence they stand in
start_date        date      First day
end_date          date      Last day
edtf              text      When, as EDTF level 1
date_prec         int       How exactly the day is known, by UCDP {date_prec}
place_id          text      Gazetteer entry -> places.id
place_name        text      Name under the run's label policy; rival names with ' / '
name_used_by      json      Who uses that name, where it is known
name_in_text      text      Name as the text has it
gazetteer_name    text      Main name in the gazetteer
other_names       json      Its other names that tell something, with who uses them
country           text      ISO 3166-1 alpha-2 code
admin1            text      First-level division
admin2            text      Second-level division
place_kind        text      GeoNames feature class and code
disputed          bool      Whether the place is disputed
status_views      json      Whose the place was on the day, by whose view
relation          text      How it lies to the place {relation}
inferred          bool      Place taken from the document as a whole, not the sentence
where_prec        int       How exactly the place is known, by UCDP {where_prec}
geo_precision     int       The same by ACLED {geo_precision}
resolution        int       The same by PLOVER, which counts up {resolution}
uncertainty_m     float     Radius around lon, lat that holds the place [m]
lon               float     Longitude, WGS 84 [deg]
lat               float     Latitude, WGS 84 [deg]
geometry_method   text      Where the geometry comes from
actors            json      Who did it, as in the text
recipients        json      To whom, as in the text
deaths_best       int       Killed, best estimate [people]
deaths_low        int       Killed, low estimate [people]
deaths_high       int       Killed, high estimate [people]
deaths_claimant   text      Who gives the number of killed
injured           int       Injured, best estimate [people]
displaced         int       Displaced, best estimate [people]
detained          int       Arrested, abducted or captured, best estimate [people]
score             float     How sure the event is [0-1]
place_score       float     How sure the place is [0-1]
why               json      Decisions in plain words: part of the event to rule
mention_id        text      Mention that gives the place -> mentions.id
trigger_start     int       First character of the trigger in the document's text
trigger_end       int       Character after the trigger
mention_start     int       First character of the place's mention
mention_end       int       Character after the place's mention
""")

MENTIONS = _columns("""
id                text      Stable id of the mention
document_id       text      Document it stands in -> sources.id
document_title    text      Title of the document
text              text      The words that name the place
form              text      By what kind of word {form}
role              text      What the word stands for {role}
sentence          text      The sentence it stands in
score             float     How sure the decision is [0-1]
reason            text      What decided, or why no place was chosen
place_id          text      Gazetteer entry where one was chosen -> places.id
place_name        text      Name under the run's label policy; rival names with ' / '
gazetteer_name    text      Main name in the gazetteer
country           text      ISO 3166-1 alpha-2 code
admin1            text      First-level division
admin2            text      Second-level division
place_kind        text      GeoNames feature class and code
disputed          bool      Whether the place is disputed
uncertainty_m     float     Radius around lon, lat that holds the place [m]
lon               float     Longitude, WGS 84 [deg]
lat               float     Latitude, WGS 84 [deg]
event_ids         json      Events that happened there -> events.event_id
candidates        json      Places considered, best first, with their scores
mention_start     int       First character in the document's text
mention_end       int       Character after it
""")

PLACES = _columns("""
id                text      Gazetteer entry
name              text      Main name
kind              text      GeoNames feature class and code
country           text      ISO 3166-1 alpha-2 code
admin1            text      First-level division
admin2            text      Second-level division
population        int       Inhabitants, where known [people]
disputed          bool      Whether the place is disputed
lon               float     Longitude, WGS 84 [deg]
lat               float     Latitude, WGS 84 [deg]
uncertainty_m     float     Radius around lon, lat that holds the place [m]
geometry_method   text      Where the geometry comes from
names             json      Its names, with language, kind, users and dates
statuses          json      Whose the place is, by whose view and when
""")

ALIASES = _columns("""
id                text      Stable id of the statement
document_id       text      Document it stands in -> sources.id
left_name         text      The name that stands first
right_name        text      The name that stands second
relation          text      How the text relates them, such as known_as or former
used_by           text      Who uses the name in the next column
used_name         text      The name they use
verdict           text      What the gazetteer says {verdict}
place_id          text      Gazetteer entry of both -> places.id
place_name        text      Main name in the gazetteer
distance_km       float     How far apart the two names' places are [km]
sentence          text      The sentence that says so
left_start        int       First character of the first name in the document's text
left_end          int       Character after it
right_start       int       First character of the second name
right_end         int       Character after it
""")

SOURCES = _columns("""
id                text      Document id
title             text      Title
source            text      Who published it
url               text      Address
published         date      Day of publication
published_utc     datetime  Time of publication in UTC, where it is known with its zone
language          text      BCP 47 tag
sha256            text      Hash of the text in UTF-8
characters        int       Length of the text
mentions          int       Places named in it
resolved          int       Of these, those a place was found for
events            int       Events reported in it
located           int       Of these, those with a place
version           text      placemap version that read it
gazetteer         text      Name and version of the gazetteer used
gazetteer_sha256  text      Hash of its content
""")

RUN = _columns("""
version           text      placemap version
gazetteer         text      Name and version of the gazetteer
gazetteer_sha256  text      Hash of its content
labels            text      Label policy: which name of a place leads
options           json      What was chosen
models            json      Hash of the weights of each stage that learned
attribution       json      Sources of the data, with their licences
""")

REPORT = _columns("""
document_id       text      Document it tells of -> sources.id
record            json      Its line of parsed.jsonl: all that was found, with the text
""")

"""The columns of the flat tables: one list for all the formats that hold tables."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

Kind = Literal["text", "json", "int", "float", "bool", "date", "datetime"]


class Column(NamedTuple):
    """A column: its name, what kind of value it holds, and what that means."""

    name: str
    kind: Kind
    meaning: str


def _columns(text: str) -> tuple[Column, ...]:
    made = []
    for line in text.strip().splitlines():
        name, kind, meaning = line.split(maxsplit=2)
        made.append(Column(name, cast("Kind", kind), meaning))
    return tuple(made)


EVENTS = _columns("""
id                text      Stable id of the row: one event at one place
event_id          text      Stable id of the event
document_id       text      Document it is reported in (sources.id)
document_title    text      Title of the document
document_source   text      Who published the document
document_url      text      Address of the document
published         date      Day the document was published
type              text      PLOVER category or one of placemap's own
type_label        text      The type in plain words
mode              text      PLOVER mode or sub-type
acled             text      ACLED event type and sub-event type
cameo             text      CAMEO root code
quad              text      PLOVER quad class
status            text      Claim status, such as asserted, attributed or denied
claimant          text      Who says so
trigger           text      The words that tell of the event
sentence          text      The sentence they stand in
start_date        date      First day
end_date          date      Last day
edtf              text      When, as EDTF level 1
date_prec         int       UCDP: 1 day, 2 two to six days, 3 week, 4 month, 5 year
place_id          text      Gazetteer entry (places.id)
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
relation          text      How it lies to the place, such as at, near or along
inferred          bool      Place taken from the document as a whole, not the sentence
where_prec        int       UCDP 1 spot, 2 near, 3 ADM2, 4 ADM1, 5 vague, 6 state, 7 sea
geo_precision     int       ACLED: 1 town, 2 part of a region, 3 region or larger
resolution        int       PLOVER: 5 spot, 4 city, 3 district, 2 province, 1 country
uncertainty_m     float     Radius in metres around lon, lat that holds the place
lon               float     Longitude in degrees, WGS 84
lat               float     Latitude in degrees, WGS 84
geometry_method   text      Where the geometry comes from
actors            json      Who did it, as in the text
recipients        json      To whom, as in the text
deaths_best       int       Killed, best estimate
deaths_low        int       Killed, low estimate
deaths_high       int       Killed, high estimate
deaths_claimant   text      Who gives the number of killed
injured           int       Injured, best estimate
displaced         int       Displaced, best estimate
detained          int       Arrested, abducted or captured, best estimate
score             float     How sure the event is, 0 to 1
place_score       float     How sure the place is, 0 to 1
why               json      Decisions in plain words: part of the event to rule
mention_id        text      Mention that gives the place (mentions.id)
trigger_start     int       First character of the trigger in the document's text
trigger_end       int       Character after the trigger
mention_start     int       First character of the place's mention
mention_end       int       Character after the place's mention
""")

MENTIONS = _columns("""
id                text      Stable id of the mention
document_id       text      Document it stands in (sources.id)
document_title    text      Title of the document
text              text      The words that name the place
form              text      How: by name, demonym, adjective or abbreviation
role              text      What for: literal, metonym, embedded or other
sentence          text      The sentence it stands in
score             float     How sure the decision is, 0 to 1
reason            text      What decided, or why no place was chosen
place_id          text      Gazetteer entry (places.id); empty where none was chosen
place_name        text      Name under the run's label policy; rival names with ' / '
gazetteer_name    text      Main name in the gazetteer
country           text      ISO 3166-1 alpha-2 code
admin1            text      First-level division
admin2            text      Second-level division
place_kind        text      GeoNames feature class and code
disputed          bool      Whether the place is disputed
uncertainty_m     float     Radius in metres around lon, lat that holds the place
lon               float     Longitude in degrees, WGS 84
lat               float     Latitude in degrees, WGS 84
event_ids         json      Events that happened there (events.event_id)
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
population        int       Inhabitants; empty when unknown
disputed          bool      Whether the place is disputed
lon               float     Longitude in degrees, WGS 84
lat               float     Latitude in degrees, WGS 84
uncertainty_m     float     Radius in metres around lon, lat that holds the place
geometry_method   text      Where the geometry comes from
names             json      Its names, with language, kind, users and dates
statuses          json      Whose the place is, by whose view and when
""")

ALIASES = _columns("""
id                text      Stable id of the statement
document_id       text      Document it stands in (sources.id)
left_name         text      The name that stands first
right_name        text      The name that stands second
relation          text      How the text relates them, such as known_as or former
used_by           text      Who uses the name in the next column
used_name         text      The name they use
verdict           text      What the gazetteer says, such as confirmed or new
place_id          text      Gazetteer entry of both (places.id)
place_name        text      Main name in the gazetteer
distance_km       float     How far apart the two names' places are
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

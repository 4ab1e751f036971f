"""Read the date of publication in the forms that files give it."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})([-/.]?)(\d{2})\2(\d{2})"
    r"(?:(?:T|\s+)(\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)\s*"
    r"(Z|[+-]\d{2}(?::?\d{2})?|UTC|GMT)?)?",
    re.IGNORECASE,
)
_PARTS = {
    "iso": r"\d{4}-\d{2}-\d{2}",
    "year": r"\d{4}",
    "day": r"\d{1,2}(?:st|[nr]d|th)?",
    "month": r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?",
    "weekday": r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?",
    "time": r"\d{1,2}:\d{2}(?::\d{1,2})?",
    "half": r"[ap]\.?m\.?",
    "offset": r"[+-]\d{2}:?\d{2}",
    "zone": r"[a-z]{1,2}t|[a-z]{2,4}t|utc?|z",
    "filler": r"at|on|-|–",
}
_PART = re.compile("|".join(f"(?P<{k}>{v})" for k, v in _PARTS.items()), re.IGNORECASE)
# 4:58pm, 2:54AM EST, (UTC): what is written together or apart.
_GAP = re.compile(r"[\s,|()]+|(?<=\d)(?=[ap]\.?m\b)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# Outside stand 0001-01-01 and 9999-12-31, which databases write for "unknown".
_YEARS = range(1600, 3000)
_LONGEST = 80  # characters; no date is longer


def parse_published(text: str) -> date | None:
    """Return the date in `text`, a datetime if it gives the time, or None.

    Understood are ISO 8601, RFC 2822 (mail and feeds), and English dates that
    write the month as a word. A time without a numeric zone, or with one whose
    meaning is not fixed (ET), stays without zone. Day and month in figures
    (3/4/2023), years of two digits and years outside 1600-2999 are not
    understood: they can mean more than one day, or none.

    Examples
    --------
    >>> parse_published("2023-09-19")
    datetime.date(2023, 9, 19)
    >>> parse_published("2009-03-20 12:24:52.002364-05").isoformat()
    '2009-03-20T12:24:52.002364-05:00'
    >>> parse_published("Dec. 14, 2016, 2:54 PM").isoformat()
    '2016-12-14T14:54:00'
    >>> parse_published("3/4/2023") is None
    True
    """
    text = text.strip()
    if len(text) > _LONGEST or not text.isprintable():
        return None
    try:
        found = _parse_iso(text) or _parse_written(text)
    except (ValueError, OverflowError):  # the 30th of February, 25 o'clock
        return None
    return found if found is not None and found.year in _YEARS else None


def _parse_iso(text: str) -> date | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, _, month, day, time, zone = match.groups()
    if time is None:
        return date(int(year), int(month), int(day))
    zone = "Z" if zone and zone.upper() in {"UTC", "GMT", "Z"} else zone or ""
    extended = re.sub(r"^(\d{2}):?(\d{2}):?", r"\1:\2:", time).rstrip(":")
    return datetime.fromisoformat(f"{year}-{month}-{day}T{extended}{_colon(zone)}")


def _colon(zone: str) -> str:
    return re.sub(r"^([+-]\d{2})(\d{2})$", r"\1:\2", zone)


def _parse_written(text: str) -> date | None:
    parts = _split(text)
    if parts is None:
        return None
    if "iso" in parts and not parts.keys() & {"year", "month", "day"}:
        year, month, day = map(int, parts["iso"].split("-"))
    elif "iso" not in parts and parts.keys() >= {"year", "month", "day"}:
        year = int(parts["year"])
        month = 1 + _MONTHS.index(parts["month"][:3].lower())
        day = int(re.sub(r"\D", "", parts["day"]))
    else:
        return None
    found = date(year, month, day)
    return found if "time" not in parts else _at_time(found, parts)


def _split(text: str) -> dict[str, str] | None:
    """Return the parts of a date by kind, or None for what is no date."""
    parts: dict[str, str] = {}
    for piece in filter(None, _GAP.split(text)):
        match = _PART.fullmatch(piece)
        kind = match.lastgroup if match else None
        if kind is None or (kind in parts and kind != "filler"):
            return None
        parts[kind] = piece
    return parts


def _at_time(day: date, parts: dict[str, str]) -> datetime:
    hour, *rest = map(int, parts["time"].split(":"))
    minute, second = [*rest, 0][:2]
    if "half" in parts and hour <= 12:  # else on a clock of 24 hours
        hour = hour % 12 + 12 * (parts["half"][0] in "pP")
    zone = parts.get("offset", "").replace(":", "") or parts.get("zone", "")
    # The mail parser knows the zone names that RFC 2822 fixes, and no others.
    month = _MONTHS[day.month - 1]
    clock = f"{hour:02}:{minute:02}:{second:02}"
    return parsedate_to_datetime(f"{day.day} {month} {day.year} {clock} {zone}")

"""Words of which whatever a phrase of `words.py` matches contains one.

They say quickly that a sentence holds no such phrase; see `Wording.needs`. Of each set,
parted by bars, one word is enough. A test holds them against the patterns.
"""

from __future__ import annotations

# NAMED, CALL, MEDIA, ERA and SEPARATED in turn; `NAME_WORDS` stand with the patterns.
NAMED_WORDS = (
    "known|called|named|dubbed|christened|styled|referred to|spel|written|rendered|"
    "transliterated|romani|abbreviated|shortened|rebranded|marked|shown|listed|"
    "signposted|label|designated|mentioned|attested|documented|entered|recorded|"
    "registered|gazetted|remembered|spoken of"
)
CALL_WORDS = (
    "call|nam|dub|know|knew|refer|rechristened|write|wrote|spell|spelt|style|term|mark|"
    "list|record|remember|claim|designate|speak|spoke|pronounce|give|think|identif|"
    "accept|recogni"
)
MEDIA_WORDS = (
    "map|chart|sign|books|atlas|documents|texts|source|chronicle|passports|timetables|"
    "letters|records|registers|archives|statements|reports|papers|treaties|indictment|"
    "judgment|pilots"
)
ERA_WORDS = (
    "until |till |before |from |generation|decade|centur|years|time|day|era|period|"
    "past|antiquity|of old|of yore|under "
)
APART = " (| — |, "

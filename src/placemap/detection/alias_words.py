"""The words and phrases that wordings of alias statements are made of.

Patterns for the form of a text that `Skeleton` makes: N is a name, D a people or
language, all else is lower case. Groups called ``u`` and a number are who uses a
name, ``l`` and a number the language it is in, ``a`` and ``b`` the two names.
"""

from __future__ import annotations

KIND = (
    "(?:(?:city|town|village|hamlet|settlement|port|resort|metropolis|municipality|"
    "borough|suburb|quarter|neighbou?rhood|district|county|region|area|province|state|"
    "republic|kingdom|country|nation|territory|enclave|exclave|colony|capital|land|"
    "island|isle|islet|archipelago|atoll|reef|shoal|peninsula|sea|bay|gulf|strait|"
    "channel|lake|river|mountain|mount|peak|volcano|range|hill|valley|pass|desert|"
    "plateau|forest|park|site|place|compound|shrine|spot|outpost|community|dam|"
    "crossing|corridor)s?|countries|cities|territories|colonies|valleys)"
)
SEPARATED = r"(?:,? \(|, | — )"
OPENED = r"(?:,? \(|, | — | )"
KIND_AFTER = rf"(?: {KIND})?"
# "the city of", "the", before a name.
THE = (
    rf"(?:the (?:[\w-]+ ){{0,2}}?(?!capital|suburb|quarter|area|neighbo|land )"
    rf"{KIND}(?: of|,)? |the )?"
)
# "the South African city", in apposition.
APPOSED = rf"(?:(?:the|this) (?:[\w'-]+ ){{0,4}}?{KIND} (?:that |which )?)"
# "a city", where people are said to call it so; else it may be another, within.
APPOSED_ANY = rf"(?:(?:the|this|an?) (?:[\w'-]+ ){{0,4}}?{KIND} (?:that |which )?)"
IT = (
    r"(?:it|(?:the|this|that) (?:city|town|village|hamlet|settlement|port|"
    r"country|nation|territory|enclave|province|region|district|islands?|archipelago|"
    r"sea|gulf|strait|river|lake|mountains?|peak|reef|shoal|peninsula|valley))"
)
WAS = (
    r"(?:is|was|are|were|has been|had been|have been|came to be|is to be|will be|"
    r"would be|used to be)"
)
BE = rf"(?:(?:which |that )?{WAS} )?"
# From one name to what is said of it. After a comma "was" would say it of something
# before, and "Arda called Berda" is a telephone call.
PASSIVE = (
    rf"(?:{SEPARATED}(?:or )?{APPOSED}?(?:(?:which|that) {WAS} )?|"
    r" (?=(?:which|that|is|was|are|were|has|have|had|came|used|will|would|known|"
    r"formerly|previously|once|also|now|then|originally|locally|officially|since)\b)"
    rf"{BE})"
)
DATES = (
    r"(?:(?:until|till|before|after|since|in|from|by|around|about|during|between)"
    r"(?: (?:about|around|the|early|late|mid))* \d{4}s?(?: (?:to|until|till|and) "
    r"\d{4}s?)?|until recently|until then|until independence|at (?:one|the|that) time|"
    r"in (?:the )?(?:[\w-]+ ){0,2}(?:times?|days|era|period|past|century)|"
    r"under (?:the )?(?:[\w-]+ )?(?:rule|communism|occupation|[ND]|dictator\w*))"
)
ADVERBS = (
    r"(?:(?:also|now|today|nowadays|still|better|best|more|commonly|widely|generally|"
    r"sometimes|internationally|often|otherwise|popularly|traditionally|usually|"
    r"mostly|simply|only|merely|then|alternatively|variously|colloquially|informally|"
    r"formerly|previously|once|originally|historically|earlier|initially|officially|"
    r"formally|briefly|long|later|since|recently|subsequently|first|again|"
    r"affectionately|himself|themselves|locally|correctly|in turn|"
    rf"{DATES}),? )*"
)
NAMED = (
    r"(?:known|called|named|renamed|re-named|dubbed|nicknamed|christened|rechristened|"
    r"styled|referred to|spel(?:led|t)|written|rendered|transliterated|romani[sz]ed|"
    r"abbreviated|shortened|rebranded)"
)
CALL = (
    r"(?:calls?|called|names?|named|dub(?:s|bed)|refers? to|referred to|knows?|knew|"
    r"(?:has|have|had) (?:re)?named|renam(?:es?|ed)|rechristened|prefers? to call|"
    r"insists? on calling|writes?|spells?|styles?|terms?|has called|have called)"
)
# Plural nouns for people by what they do: settlers, nationalists, nomads.
GROUP = (
    r"(?:people|government|authorities|officials|side|population|speakers|residents|"
    r"forces|media|locals|administration|military|states|countries|nations|leaders|"
    r"nationalists|separatists|rebels|militants|communities|minority|majority|maps|"
    r"neighbou?rs|allies|exiles|tribes|critics|friends|clergy|army|press|they|"
    r"(?!others)[a-z]{2,}(?:ers|ors|ists|ans|ants|ents|mads|folk|men)|islanders)"
)
SOME = r"(?:(?:the|its|their|many|most|some|all|older|younger|several|other|certain) )*"
ONE_PEOPLE = (
    rf"(?:(?:ethnic )?[ND](?: [ND])?(?: {GROUP})?|"
    rf"(?:(?:local|first|early|old|many) )?(?:[a-z]+ )?{GROUP})"
)
ADJECTIVES = (
    r"(?:(?:own|old|older|former|official|local|original|ancient|traditional|historic|"
    r"historical|colonial|indigenous|native|modern|new|preferred|other|alternative|"
    r"earlier|previous|common|usual|full|short|current|present|present-day|[\w]+-era|"
    r"[\w]+-language) )*"
)
NAME_WORD = (
    r"(?:names?|word|term|spelling|version|form|rendering|transliteration|equivalent)"
)
# "formerly", "now", and what else stands bare before another name of a place.
ONCE = (
    r"(?:formerly|previously|once|originally|historically|earlier|now|nowadays|"
    r"today(?:'s)?|currently|since renamed|(?:the )?(?:former|old|erstwhile|one-time|"
    r"onetime|colonial|colonial-era|present-day|modern|modern-day|"
    rf"current)|what is now|what is today|{DATES},?)"
)
# Where a name must end that only a comma or a word links to another.
END = r"(?=[),.;:\n]|$| —| (?:and|or|but)\b)"
CLOSED = (
    r"(?=[),.;:\n]|$| —| (?:until|till|since|before|from|in|on) (?:\d|N|the \d)|"
    r" (?:until|till|was|is|and|but|were|has|had|will)\b)"
)
ANY_WORD = r"(?!(?:is|was|are|were|be|been|has|had|have|who|it|to)\b)[\w'-]+"
AND = r"(?:,|;| —)?(?: (?:and|or|but|while|whereas))?"


def by(i: int) -> str:
    """Return a pattern for people, as group ``u`` and `i`."""
    return (
        rf"{SOME}(?P<u{i}>{ONE_PEOPLE}"
        rf"(?: and {SOME}(?!N (?:by|to|in|among|for)\b){ONE_PEOPLE})?)"
    )


def anybody(i: int) -> str:
    """Return a pattern for whoever stands where only people can stand."""
    return rf"{SOME}(?P<u{i}>{ANY_WORD}(?: {ANY_WORD}){{0,3}}?)"


def language(i: int) -> str:
    """Return a pattern for a language with what may stand around its name."""
    return (
        rf"(?:the )?{ADJECTIVES}(?:(?P<l{i}>[ND](?: [ND])?)(?: dialects?| script)?|"
        rf"(?P<u{i}>[ND](?= language)|local dialect)(?: language)?)"
    )


def manner(i: int) -> str:
    """Return a pattern for who uses a name, since when, and in which language.

    "known in Argentina as" names a country where a language could stand.
    """
    return (
        rf"(?:,? (?:(?:to|by|among|amongst) {by(i)}|"
        rf"in (?:the )?{ADJECTIVES}(?P<u{i + 1}>[ND])(?: language| dialect)?|"
        rf"(?P<local{i}>locally)|{DATES}|officially|abroad|worldwide|"
        r"elsewhere|overseas|there))*"
    )


A = rf"(?P<a>N){KIND_AFTER}"
B = rf"{THE}(?P<b>N)(?!'s)"
# "One, called Two," and no word of who calls it so: also said of clubs and streets.
BARE = rf"(?:called|named|dubbed|nicknamed) {THE}N(?! (?:by|in|to|until|till|from)\b)"
BY_ITS_NAME = rf"by (?:its|the) {ADJECTIVES}(?:[ND] )?names?(?:,| of)?"
NAME_OF = rf"{ADJECTIVES}(?:(?P<l0>[ND])(?:-language)? )?{ADJECTIVES}{NAME_WORD}"

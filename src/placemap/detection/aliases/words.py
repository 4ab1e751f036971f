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
    "crossing|corridor|fort|fortress|camp|estate|oasis|commune|canton|governorate|"
    "prefecture|oblast|cape|headland|glacier|ridge|lagoon|wadi)s?|countries|cities|territories|colonies|"
    "valleys)"
)
SEPARATED = r"(?:,? \(|, | — )"
OPENED = r"(?:,? \(|, | — | )"
KIND_AFTER = rf"(?: {KIND})?"
# "the city of", "the", before a name.
THE = (
    rf"(?:the (?:[\w-]+ ){{0,2}}?(?!capital|suburb|quarter|area|neighbo|land )"
    rf"{KIND}(?: of|,)? |the |what is (?:now|today) |today's |modern |present-day |"
    r"its |their )?"
)
# "the South African city", in apposition.
APPOSED = rf"(?:(?:the|this) (?:[\w'-]+ ){{0,4}}?{KIND} (?:that |which )?)"
# "a city", where people are said to call it so; else it may be another, within.
APPOSED_ANY = rf"(?:(?:the|this|an?) (?:[\w'-]+ ){{0,4}}?{KIND} (?:that |which )?)"
THE_KIND = (
    r"(?:(?:the|this|that|these|those|their|its|our) (?:[a-z]+(?:-[a-z]+)? ){0,2}?"
    r"(?:city|town|village|hamlet|settlement|port|suburb|quarter|district|"
    r"neighbou?rhood|"
    r"country|nation|state|territory|enclave|exclave|province|region|colony|capital|"
    r"islands?|isles?|islets?|archipelago|atoll|sea|gulf|bay|straits?|river|lake|"
    r"mountains?|peak|volcano|reef|shoals?|rocks?|peninsula|valley|pass|fortress|"
    r"outpost|place|area|camp|resort|metropolis|spot|hill|hilltop|ridge|fort))"
)
IT = rf"(?:it|{THE_KIND})"
WAS = (
    r"(?:is|was|are|were|(?:has|had|have) (?:(?:just|since|recently|already|now) "
    r")?been|came to be|is to be|used to be|be|"
    r"(?:want|ask)(?:s|ed)? to be|"
    r"(?:will|would|shall|may|might|should|can)(?: [a-z]+)? be)"
)
# What a name may have lasted until, or begun with.
_TURN = (
    r"(?:the )?(?:[\w-]+ )?(?:independence|war|revolution|partition|conquest|coup|"
    r"annexation|occupation|reforms?|unification|reunification|handover|liberation)"
)
# "under the tsars"
_RULERS = (
    r"[ND]|dictator\w*|tsars?|sultans?|shahs?|emperors?|kings|empire|mandate|crown"
)
_AGES = (
    r"for (?:(?:a|many|several|most of) )?(?:[\w-]+ ){0,2}"
    r"(?:generations?|decades?|centur(?:y|ies)|years)"
)
DATES = (
    r"(?:(?:until|till|before|after|since|in|from|by|around|about|during|between)"
    r"(?: (?:about|around|the|early|late|mid))* \d{4}s?(?: (?:to|until|till|and) "
    r"\d{4}s?)?|until recently|until then|at (?:one|the|that) time|"
    rf"(?:until|till|before|after|since|upon|at) {_TURN}|"
    r"in (?:the )?(?:[\w-]+ ){0,2}(?:times?|days|era|period|past|century|antiquity)|"
    rf"{_AGES}|since N|"
    rf"under (?:the )?(?:[\w-]+ )?(?:rule|communism|occupation|{_RULERS}))"
)
# Times long enough for a name to have been in use.
ERA = (
    r"(?:(?:until|till|before) (?:[a-z]+ ){0,2}\d{4}s?|from \d{4} (?:to|until|till) "
    rf"\d{{4}}|(?:until|till|before) {_TURN}|"
    rf"{_AGES}|"
    r"in (?:the |our )?(?:[\w-]+ ){0,2}(?:times|days?|era|period|past|antiquity)|"
    r"of old|of yore|at the time(?: of the (?:[\w-]+ )?[\w-]+)?|"
    rf"under (?:the )?(?:[\w-]+ )?(?:rule|communism|occupation|{_RULERS}))"
)
ADVERBS = (
    r"(?:(?:also|now|today|nowadays|still|better|best|more|commonly|widely|generally|"
    r"sometimes|internationally|often|otherwise|popularly|traditionally|usually|"
    r"mostly|simply|only|merely|then|alternatively|variously|colloquially|informally|"
    r"formerly|previously|once|originally|historically|earlier|initially|officially|"
    r"formally|briefly|long|later|since|recently|subsequently|first|again|"
    r"affectionately|himself|themselves|locally|correctly|in turn|before that|"
    r"henceforth|thereafter|still earlier|after that|twice|always|ever since|ever|"
    r"by then|once more|once again|soon|just|already|shortly|to be|variously|both|"
    r"(?!nearly|hardly|scarcely|possibly)[a-z]+ly|"
    rf"{DATES}),? )*"
)
# Where "it" or "the city" begins a clause of its own.
OPENING = (
    r"(?:(?<=[.;,—\n] )|(?<=\bwhen )|(?<=\bthat )|(?<=\bbecause )|(?<=\bsince )|"
    r"(?<=\bwhile )|(?<=\bbefore )|(?<=\bafter )|(?<=\band )|(?<=\bbut ))"
)
BE = rf"(?:(?:which |that ){ADVERBS}|)(?:{WAS} )?"
# From one name to what is said of it. After a comma "was" would say it of something
# before, and "Arda called Berda" is a telephone call.
PASSIVE = (
    rf"(?:{SEPARATED}(?:or )?{APPOSED}?(?:(?:which|that) {ADVERBS}{WAS} )?|"
    r" (?=(?:which|that|is|was|are|were|be|has|have|had|came|used|will|would|known|"
    r"(?:want|ask)(?:s|ed)?|"
    r"formerly|previously|once|also|now|then|originally|locally|officially|since)\b)"
    rf"{BE})"
)
NAMED = (
    r"(?:known|called|named|renamed|re-named|dubbed|nicknamed|christened|rechristened|"
    r"styled|referred to|spel(?:led|t)|written|rendered|transliterated|romani[sz]ed|"
    r"abbreviated|shortened|rebranded|marked|shown|listed|signposted|label?led|"
    r"designated|redesignated|mentioned|attested|documented|entered|recorded|registered|gazetted|remembered|"
    r"spoken of)"
)
CALL = (
    r"(?:(?:used to|would|will|had|have|has|(?:persist|insist|keep|kept|go(?:es)? on|"
    r"continu)\w*"
    r"(?: in| on)?(?= calling)|"
    r"(?:has |have |had )?(?:plan|want|intend|"
    r"decid|vot|hop|propos|agre|refus|continu)\w* to) "
    r"(?:(?:always|long|since|also|never) )?)?"
    r"(?:call(?:s|ed|ing)?|(?<!the )names?|"
    r"named|naming|dub(?:s|bed)|knows?|"
    r"knew|knowing|refer(?:s|red|ring)? to|"
    r"(?:has|have|had) (?:re)?named|renam(?:es?|ed)|rechristened|prefers? to call|"
    r"insists? on calling|writes?|spells?|styles?|terms?|marks?|lists?|listed|"
    r"records?|recorded|remembers?|remembered|claims?(?= (?:the )?N as)|"
    r"designat(?:es?|ed)|speaks? of|spoke of|"
    r"pronounces?|pronounced|wrote|spelled|spelt|give(?= N as)|refer to|thinks? of|"
    r"identif(?:y|ies|ied)(?= (?:the N|N|it)? ?as)|"
    r"(?:accept|recogni[sz]e)(?:s|ed|d)?(?: only)?(?= (?:as|under)))"
)
# Who gives names by decree.
RULERS = (
    r"(?:government|junta|regime|authorities|parliament|council|cabinet|soviets|"
    r"administration|dictator|president|king|tsars?|colonisers|colonizers|revolution|"
    r"legislature|assembly|ministry|army|colonists|decree|order|law|generals|military|communists|nationalists)"
)
# Plural nouns for people by what they do: settlers, nationalists, nomads.
GROUP = (
    r"(?:people|government|authorities|officials|side|population|speakers|residents|"
    r"forces|media|locals|administration|military|states|countries|nations|leaders|"
    r"nationalists|separatists|rebels|militants|communities|minority|majority|maps|"
    r"neighbou?rs|arabs|allies|exiles|tribes|critics|friends|clergy|army|press|they|"
    r"folk|elders|families|clans|shepherds|pilots|priests|monks|poets|crews|citizens|"
    r"council|junta|ministry|regime|crown|everyone|everybody|agency|youth|ones|hands|world|generation|"
    r"office|embassy|president|minister|mayor|party|movement|church|court|children|"
    r"parents|grand(?:mother|father)|navy|police|spokes(?:man|woman)|"
    r"(?!others)[a-z]{2,}(?:ers|ors|ists|ans|ants|ents|aires|ites|ards|mads|folk|men)|islanders)"
)
MEDIA = (
    r"(?:maps?|charts?|signs|signposts?|books|atlas(?:es)?|documents|texts|sources?|chronicles?|"
    r"passports|timetables|letters|records|registers|archives|statements|reports|"
    r"papers|guidebooks|treaties|charters|indictments?|judgments?|newspapers|pilots)"
)
SOME = (
    r"(?:(?:the|its|their|(?:many|most|some) of|many|most|some|all|older|younger|"
    r"several|other|certain|an?(?= (?:\w+ )?generation)) )*"
)
ONE_PEOPLE = (
    rf"(?:(?:ethnic )?[ND](?: [ND])?(?:(?: |-speaking ){GROUP})?|"
    rf"(?:(?:local|first|early|old|many) )?(?:[a-z]+ )?{GROUP})"
)
# Those named with them, where it is clear that people are meant.
OTHER_PEOPLE = (
    r"(?:(?:ethnic )?[ND](?: [ND])?(?: (?!who\b)[a-z]{2,}(?:s|men|folk)\b)?|"
    r"(?:[a-z]+ )?[a-z]{2,}(?:ers|ors|ists|ans|ants|ents|mads|als|ies|tes|men|folk)\b)"
)
ADJECTIVES = (
    r"(?:(?:own|old|older|former|official|local|original|ancient|traditional|historic|"
    r"historical|colonial|indigenous|native|modern|new|preferred|other|alternative|"
    r"earlier|previous|common|usual|full|short|current|present|present-day|[\w]+-era|"
    r"[\w]+-language|everyday|popular|proper|legal|formal|alternate|imperial|tribal|"
    r"ancestral|biblical|medieval|classical|wartime|pre-?war|post-?war|pre-[\w-]+|"
    r"post-[\w-]+|communist|revolutionary|island|second|first|rightful|real|given) )*"
)
NAME_WORDS = (
    "name|word|term|spelling|version|form|rendering|transliteration|equivalent|"
    "designation|appellation|exonym|endonym|toponym"
)
NAME_WORD = rf"(?:names?|{NAME_WORDS.removeprefix('name|')})"
# "formerly", "now", and what else stands bare before another name of a place.
ONCE = (
    r"(?:formerly|previously|once|originally|historically|earlier|now|nowadays|"
    r"today(?:'s)?|currently|alternatively|since renamed|"
    r"(?:(?:the|our) )?(?:former|old|erstwhile|one-time|onetime|colonial|"
    r"colonial-era|present-day|modern|modern-day|future|by then|by now|"
    r"before that|before it|earlier still|\w+-era|"
    r"ancient|biblical|classical|medieval|imperial|historic|roman|wartime|present|"
    rf"current)|what is now|what is today|{DATES},?)"
)
# Those who use a name, told by their word alone, and what they do with it.
USERS = (
    rf"(?:D(?: and D|-speak(?:ing {GROUP}|ers)|(?: [ND])?(?: {GROUP})?)|"
    rf"(?:(?:N|[a-z]+) )?{GROUP}|"
    r"(?:most|many|some|those) (?:of the people )?who (?:\w+ ){0,3}?\w+)"
)
SAY_IT = (
    rf"(?:{CALL} {IT}|says?|said|insist(?:s|ed)?|prefers?|preferred|puts? it|put it|"
    rf"have it|had it)"
)
# Where a name must end that only a comma or a word links to another.
END = r"(?=[),.;:\n]|$| —| (?:and|or|but)\b)"
CLOSED = (
    r"(?=[),.;:\n]|$| —| (?:until|till|since|before|from|in|on) (?:\d|N|the \d)|"
    rf" (?:again|until|till|was|is|and|or|but|were|has|had|will)\b| {DATES}\b)"
)
ANY_WORD = r"(?!(?:is|was|are|were|be|been|has|had|have|who|it|to)\b)[\w'-]+"
NO_PEOPLE = (
    r"(?:(?:near|in|on|at|of|by|with|from|outside|beside|above|below|off|along|across|"
    r"also|formerly|once|now|then|later)\b)"
)
THERE = r"(?:in|of|from|at|around|near|above|along|outside)"
AND = r"(?:,|;| —)?(?: (?:and|or|but|while|whereas))?"


def by(i: int) -> str:
    """Return a pattern for people, as group ``u`` and `i`."""
    return (
        rf"{SOME}(?P<u{i}>{ONE_PEOPLE}"
        rf"(?: and {SOME}(?!N (?:by|to|in|among|for)\b){OTHER_PEOPLE})?)"
    )


def anybody(i: int) -> str:
    """Return a pattern for whoever stands where only people can stand."""
    return rf"{SOME}(?P<u{i}>(?!{DATES}|{NO_PEOPLE}){ANY_WORD}(?: {ANY_WORD}){{0,5}}?)"


def language(i: int) -> str:
    """Return a pattern for a language with what may stand around its name."""
    return (
        rf"(?:the )?{ADJECTIVES}(?:(?P<l{i}>[ND](?: [ND])?)(?: dialects?| script|"
        rf" speech| usage| parlance)?|"
        rf"(?P<u{i}>[ND](?= language)|local dialect)(?: language)?)"
    )


def written(i: int) -> str:
    """Return a pattern for the maps, signs or books in which a name stands."""
    return (
        rf"(?:on|in) {SOME}(?:(?P<u{i}_on>[ND](?:'s)?(?: [ND])? {MEDIA})|"
        rf"(?:[\w'-]+ ){{0,3}}{MEDIA})"
    )


def usage(i: int) -> str:
    """Return a pattern for what follows on a name: whose it is, in which language."""
    return (
        rf"(?:,? (?:in {language(i)}|"
        rf"in (?:the )?(?P<u{i}_old>(?:old|ancient|classical|local|native) "
        rf"(?:[ND] )?[a-z]+)|"
        r"in the (?:language|tongue|speech|dialect|parlance|mouths?) of (?:the )?"
        rf"(?P<u{i}_of>D|(?:[a-z]+ )?(?:{GROUP}|old|young))|"
        rf"(?:to|for|among) (?:the (?P<u{i}_folk>N)|{SOME}(?P<u{i}_to>{USERS}))(?=\W|"
        rf"$)|"
        rf"{written(i)}|as {anybody(i + 1)} {ADVERBS}{SAY_IT}|"
        rf"as {IT} (?:is|was|used to be|has been) {ADVERBS}{NAMED}{manner(i + 2)}))"
    )


def manner(i: int) -> str:
    """Return a pattern for who uses a name, since when, and in which language.

    "known in Argentina as" names a country where a language could stand.
    """
    return (
        rf"(?:,? (?:(?:to|by|among|amongst) {by(i)}|{written(i)}|"
        rf"(?:in|from) (?:the )?{ADJECTIVES}(?P<u{i + 1}>[ND])"
        r"(?! (?:times?|days|era|period|past|years|rule)\b)(?: language| dialect)?|"
        r"in the (?:indictment|judgment|treaty|census|report|charter|bible|text)|"
        rf"(?P<local{i}>locally)|{DATES}|officially|abroad|worldwide|"
        r"elsewhere|overseas|there))*"
    )


A = rf"(?P<a>N){KIND_AFTER}"
# No name: "Arda's mayor", "flight Arda 12", "Gateway to Arda", "the Arda capital".
B = (
    rf"{THE}(?P<b>N)(?!'s| \d| to (?:the )?N(?! {GROUP})| capital\b|"
    r"(?<=\bthe N) of (?!old|yore|today)"
    r"|(?<=\bits N) [a-z]|(?<=\btheir N) [a-z]"
    r"| (?:corridor|line|road|route|pipeline|gap|crossing|border)\b)"
)
# "One, called Two," and no word of who calls it so: also said of clubs and streets.
BARE = rf"(?:called|named|dubbed|nicknamed) {THE}N(?! (?:by|in|to|until|till|from)\b)"
BY_ITS_NAME = rf"(?:by|under) (?:its|the) {ADJECTIVES}(?:[ND] )?names?(?:,| of)?"
NAME_OF = (
    rf"{ADJECTIVES}(?:(?P<l0>[ND](?: [ND])?(?: and [ND])?)(?:-language)? "
    rf")?{ADJECTIVES}{NAME_WORD}"
)

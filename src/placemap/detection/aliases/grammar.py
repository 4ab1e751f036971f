"""The ways in which English says that two names are one place.

The patterns are for the form of a text that `Skeleton` makes: N is a name, D a
people or language, all else is lower case and without quotes. Their groups are ``a``
and ``b`` for the two names, ``u0``, ``u1`` ... for who uses one of them and
``l0``, ``l1`` ... for the language it is in.
"""

from __future__ import annotations

from placemap.detection.aliases.bracketing import BRACKETINGS
from placemap.detection.aliases.calling import CALLINGS
from placemap.detection.aliases.founding import FOUNDINGS
from placemap.detection.aliases.glossing import GLOSSINGS
from placemap.detection.aliases.knowing import KNOWINGS
from placemap.detection.aliases.naming import NAMINGS
from placemap.detection.aliases.needs import APART
from placemap.detection.aliases.renaming import RENAMINGS
from placemap.detection.aliases.speaking import SPEAKINGS
from placemap.detection.aliases.wording import Wording
from placemap.detection.aliases.words import (
    BARE,
    CLOSED,
    DATES,
    END,
    MEDIA,
    SEPARATED,
    A,
    B,
)

# The most telling first: a name that one of them has taken is no other's second.
WORDINGS: tuple[Wording, ...] = (
    *KNOWINGS,
    *CALLINGS,
    *NAMINGS,
    *SPEAKINGS,
    *RENAMINGS,
    *FOUNDINGS,
    *BRACKETINGS,
    *GLOSSINGS,
    # One, Thirdish Two
    Wording(
        "or",
        rf"{A}, (?P<l0>D) {B}{END}",
        weak=True,
        needs=(", D ",),
    ),
    Wording(
        "known_as",
        rf"{A} \((?:also|or) {B}\)",
        needs=(" (also | (or ",),
    ),
    Wording(
        "called_by",
        rf"{A}{SEPARATED}(?={BARE})\w+ {B}",
        weak=True,
        needs=(APART,),
    ),
    # One, then Two; One became Two; One is now Two; One, or Two; One/Two; One (Two)
    Wording(
        "or",
        rf"{A}(?:, (?:(?:the )?then(?: still)?|later|the (?P<l0>D))|,?(?: which)?"
        rf"(?: has| have| had)?(?: officially)? (?:became|become)|"
        rf"(?:,? which)?(?: {DATES})? is (?:now|today)"
        rf"(?: officially)?) {B}{CLOSED}",
        weak=True,
        needs=("then|later|the D|became|become|now|today",),
    ),
    Wording(
        "or",
        rf"{A},? (?:or|also) {B}(?=[,)]| or N[,)])",
        weak=True,
        needs=(" or | also ",),
    ),
    # One, the Two of Thirdish maps
    Wording(
        "known_as",
        rf"{A}, the (?P<b>N) of (?:(?:the|old|older|early|most|[ND](?:'s)?) ){{0,3}}"
        rf"{MEDIA}\b",
        needs=(", the N of ",),
    ),
    # One (Two in Thirdland); One, or Two in Thirdland; One (in Thirdland, Two)
    Wording(
        "parenthetical",
        rf"{A},? \({B} in (?:the )?(?P<u0>N)\)",
        weak=True,
        needs=(" in ", " ("),
    ),
    Wording(
        "parenthetical",
        rf"{A},? or {B} in (?:the )?(?P<u0>N)(?=[,.;)])",
        weak=True,
        needs=(" or ", "N in "),
    ),
    Wording(
        "parenthetical", rf"{A},? \(in (?P<u0>N),? {B}\)", weak=True, needs=(" (in N",)
    ),
    Wording(
        "slash",
        rf"{A} ?/ ?(?P<b>N)(?!'s| N)",
        weak=True,
        needs=("/",),
    ),
    Wording(
        "parenthetical",
        rf"{A} \((?:the )?(?P<b>N)\)",
        weak=True,
        needs=(" (N)| (the N)",),
    ),
)
# "One Two Three (OTT)".
ABBREVIATED = Wording(
    "abbreviation", r"(?P<a>N),? \((?:or |abbreviated )?(?P<b>N)(?=[),;])"
)

"""Which nouns name persons: listed ones, and those made like "rider" and "florist"."""

from __future__ import annotations

from functools import lru_cache

from placemap.events.words import lemma

_PEOPLE = frozenset(
    "policeman policewoman family body gunman serviceman servicemen "
    "individual pilgrim fisherman baby shepherd lives schoolchild "
    "schoolchildren syrian iraqi palestinian israeli pakistani ukrainian "
    "russian american academic attorney boss coastguard rapporteur addict "
    "clown king queen prince princess duke sheikh emir pope people person "
    "civilian soldier fireman militant rebel insurgent man woman child "
    "boy girl student troop police guard migrant refugee member other "
    "victim pilot constable sergeant captain terrorist human inmate "
    "convict recruit cadet conscript infantryman employee suspect youth "
    "infant patient national citizen resident crew staff pupil activist "
    "official aid life peasant guerrilla medic paramedic nurse schoolgirl "
    "schoolboy hostage captive detainee nun monk priest bishop imam "
    "pastor rabbi cleric judge lawyer afghan turk kurd greek arab jew "
    "chinese japanese french british english dutch spanish irish pole "
    "czech swede dane finn scot serb croat bosniak uzbek tajik kazakh "
    "uighur yemeni kuwaiti qatari omani emirati somali bangladeshi "
    "congolese lebanese senegalese burmese vietnamese nepalese portuguese "
    "maltese togolese filipino thai malay tamil hazara rohingya guest "
    "spectator fan tenant athlete sherpa chef cook clerk porter butcher "
    "ambassador senator president minister deputy diplomat aide colonel "
    "lieutenant general major mayor chief patrol envoy delegate agent spy "
    "thief pirate bandit thug hooligan looter adult pensioner teenager "
    "minor orphan widow twin brother sister son daughter father mother "
    "husband wife uncle aunt cousin nephew niece grandmother grandfather "
    "grandson granddaughter grandchild grandparent parent sibling "
    "relative couple neighbour neighbor friend bride groom bridegroom "
    "partner colleague comrade deserter jihadist herdsman cowherd "
    "civilians soldiers crewman crewmate dissident nomad farmhand drunk "
    "foreigner stranger bystander passer-by passers-by villager islander "
    "pedestrian asylum-seeker home-owner infantry marine commando "
    "paratrooper sentry sniper artist".split()
)
# What is counted in their stead: "12 dead", "three arrests".
_VICTIMS = frozenset("dead death injury fatality arrest casualty loss".split())
# One person each; a crew or a family is many.
_MANY = frozenset(
    "people police troop family crew staff lives aid patrol infantry".split()
)
_MAKERS = ("man", "woman", "men", "women", "ist", "eer", "ian", "er", "or")
# What ends like a maker and is none.
_THINGS = frozenset(
    "number letter quarter centre center computer tanker helicopter "
    "bunker container trailer shelter tower river water power order "
    "border corner cooler boiler trawler cruiser carrier launcher tractor "
    "sector door floor reactor motor meter metre litre paper matter "
    "disaster fever cancer monster winter summer november october "
    "september december hour tour harbour harbor error terror tremor "
    "corridor anchor mirror vapor vapour laser freezer burner charger "
    "booster freighter steamer schooner cylinder ladder timber lumber "
    "chamber copper silver cover dollar clipper bulldozer crater glacier "
    "theatre theater newspaper shutter server layer answer offer danger "
    "hunger finger anger cluster poster counter encounter chapter "
    "semester barrier frontier feather weather leather flower shower "
    "liquor factor vector monitor sensor detector gear deer beer steer "
    "after under over other either another whether ever never later "
    "earlier former latter upper lower further proper inner outer greater "
    "larger smaller bigger higher fewer older younger liner ferry-boater "
    "cater miter character register calendar semiconductor generator "
    "transformer radiator elevator escalator conveyor tumour tumor rumour "
    "rumor labour labor vigour honour colour favour behaviour humour "
    "odour flavour ether gunpowder powder transfer thunder murder "
    "manslaughter slaughter laughter fighter-bomber drawer sewer "
    "skyscraper stretcher locker launchpad-er pier tier".split()
) | frozenset(("equestrian", "median", "meridian", "christian-era"))
_SHORTEST = 5


@lru_cache(maxsize=1 << 14)
def is_person(noun: str) -> bool:
    """Tell whether a lower-case noun names a person or persons.

    Examples
    --------
    >>> [is_person(noun) for noun in ("soldiers", "bikers", "19-year-old", "his-uncle")]
    [True, True, True, True]
    >>> [is_person(noun) for noun in ("houses", "tankers", "winter", "")]
    [False, False, False, False]
    """
    if noun.endswith(("-year-old", "-year-olds", "-month-old")):
        return True
    last = noun.rpartition("-")[2]
    base = lemma(last) if last else ""
    if {noun, last, base, last.removesuffix("s")} & _PEOPLE:
        return True
    is_made = len(base) >= _SHORTEST and base.endswith(_MAKERS)
    return is_made and base not in _THINGS and last not in _THINGS


def counts_people(noun: str) -> bool:
    """Tell whether a number before a noun is one of people: "12 deaths", "12 men".

    Examples
    --------
    >>> counts_people("deaths"), counts_people("men"), counts_people("houses")
    (True, True, False)
    """
    return lemma(noun) in _VICTIMS or is_person(noun)


def is_one_person(noun: str) -> bool:
    """Tell whether a noun names a single person.

    Examples
    --------
    >>> [is_one_person(noun) for noun in ("mayor", "mayors", "police")]
    [True, False, False]
    """
    is_plural = noun.endswith(("s", "men", "women")) and lemma(noun) != noun
    return is_person(noun) and not is_plural and noun not in _MANY

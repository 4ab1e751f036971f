"""The words that tell names of places from other capitalised words.

Longer lists are files in ``data/``, one idea each, lower case, in any number of
words a line, with comments behind ``#``. Short closed classes stand here.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from placemap.text import fold


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of ``data/<name>.txt``, folded.

    Examples
    --------
    >>> "said" in word_list("common_words"), "Said" in word_list("common_words")
    (True, False)
    """
    text = files(__package__).joinpath("data", f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(fold(word) for line in lines for word in line.split())


@cache
def name_list(name: str) -> frozenset[str]:
    """Return the names of ``data/<name>.txt``, one a line, folded."""
    text = files(__package__).joinpath("data", f"{name}.txt").read_text("utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(key for key in map(fold, lines) if key)


@cache
def number_table(name: str) -> dict[str, tuple[int, ...]]:
    """Return the numbers that lead each line of ``data/<name>.txt``, by its words.

    Examples
    --------
    >>> number_table("census_surnames")["smith"]
    (0,)
    """
    text = files(__package__).joinpath("data", f"{name}.txt").read_text("utf-8")
    table: dict[str, tuple[int, ...]] = {}
    for line in text.splitlines():
        fields = line.partition("#")[0].split()
        numbers = tuple(int(field) for field in fields if field.isdigit())
        table.update(dict.fromkeys(fields[len(numbers) :], numbers))
    return table


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CALENDAR = _words(
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday "
    "wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun "
    "easter christmas ramadan thanksgiving halloween am pm gmt edt est pdt pst cdt "
    "cst"
)

# Before a name they make it a person's; "President", "Mayor" and the like also follow
# a place ("Mansfield Mayor Lee"), which is why position matters where they are used.
TITLES = _words(
    "mr mrs ms mx miss dr prof professor rev reverend hon sir dame lord lady sen "
    "senator rep representative congressman congresswoman gov governor lt col capt "
    "sgt gen maj cpl pvt pfc adm cmdr president minister chancellor premier mayor "
    "sheriff deputy judge justice attorney chief captain colonel lieutenant major "
    "sergeant corporal general admiral commander officer detective inspector "
    "constable trooper bishop archbishop cardinal pope father pastor sister rabbi "
    "imam sheikh ayatollah king queen prince princess emperor duke baron sultan coach "
    "manager director chairman chairwoman chairperson secretary ambassador envoy "
    "councilman councilwoman councillor councilor commissioner alderman "
    "superintendent principal spokesman spokeswoman spokesperson analyst author actor "
    "actress singer star quarterback striker goalkeeper midfielder forward defender "
    "pitcher guard center receiver freshman sophomore junior senior uncle aunt "
    "brother saint"
)

# Words after a place's name that make the whole a body, a team, a paper or an event.
BODIES = _words(
    "police university college department dept hospital school schools council court "
    "courthouse church cathedral mosque bank museum fire sheriff sheriffs institute "
    "institution center centre board commission authority association club company co "
    "corp corporation inc ltd llc times post news herald gazette tribune journal star "
    "globe chronicle examiner observer telegraph review register press daily mail sun "
    "state high middle elementary academy medical clinic health public regional "
    "district circuit superior supreme federal national international community "
    "senior junior united city town municipal metropolitan metro area chamber library "
    "theater theatre orchestra symphony opera festival conference summit marathon cup "
    "open championship championships fair parade show games olympics tech a&m law "
    "business economic development environmental energy electric power water transit "
    "transportation airlines airways railway railways rail port tourism housing "
    "planning zoning emergency ambulance rescue volunteer army navy guard military "
    "militia forces force government parliament assembly senate legislature congress "
    "house republican republicans democrats democrat democratic party liberals "
    "conservatives embassy consulate mission foundation fund trust society union "
    "league federation committee agency office bureau ministry service services group "
    "holdings partners foreign finance defense defence interior prime president "
    "minister mayor governor gov rep sen senator coroner attorney prosecutor jail "
    "prison correctional motor art arts zoo raceway speedway stadium arena coliseum "
    "hotel inn hall mall plaza building tower towers dam treaty accord accords "
    "agreement declaration protocol convention tigers eagles bulldogs panthers lions "
    "bears wildcats hawks cardinals braves giants rangers pirates reds cubs yankees "
    "mets dodgers angels rockets lakers celtics bulls cowboys redskins packers "
    "vikings saints dolphins jets patriots rovers wanderers athletic fc"
)

# After a name they make it a street or a building in one: no mention of the place.
STREETS = _words(
    "street st road rd avenue ave boulevard blvd drive dr lane ln highway hwy parkway "
    "pkwy freeway expressway turnpike way court ct terrace alley circle pike trail "
    "crescent close roundabout"
)

# Generic nouns that belong to a name written with a capital after it.
GENERIC_AFTER = _words(
    "county parish township borough province governorate oblast raion prefecture "
    "island islands river creek lake valley mountain mountains hills bay beach falls "
    "springs forest peninsula strait gulf sea desert canyon corridor airport city "
    "reservoir canal heights village basin plateau delta archipelago reef"
)
GENERIC_BEFORE = _words(
    "lake mount mt mountain fort port cape camp point isle island loch glen river"
)
DIRECTIONS = _words(
    "north south east west western eastern northern southern central upper lower "
    "northeast northwest southeast southwest northeastern northwestern southeastern "
    "southwestern downtown greater mid new old inner outer rural suburban"
)
# Small words inside long names: "University of the West", "Castilla y Leon".
SMALL_WORDS = _words("of the and de la las los del di da do dos du des van von der y")
# Parts of names that are no names alone.
PARTICLES = _words(
    "al el la le los las les de del della di da do dos das du des van von der den ten "
    "ter bin ben abu ibn umm san santa sao st saint sainte mc mac ap fitz o d l"
)

PLACE_PREPOSITIONS = _words(
    "in at near outside from around toward towards across throughout into inside "
    "within via outskirts beyond"
)
LOOSE_PREPOSITIONS = _words("of to for with between and or through over on by")
PLACE_KINDS = _words(
    "city town village hamlet county suburb region province district capital port "
    "area areas island islands border state municipality neighborhood neighbourhood "
    "settlement enclave territory republic governorate prefecture oblast parish "
    "township outskirts coast kingdom emirate peninsula north south east west "
    "northeast northwest southeast southwest residents people resident mayor streets "
    "center centre"
)
PLACE_NOUNS = _words(
    "city area county region province district residents resident suburb man woman "
    "men women native mayor police officials official border coast capital airport "
    "metro neighborhood neighbourhood town village state parliament government "
    "authorities couple teen family families firefighters voters lawmakers streets "
    "hospital"
)
SAYING = _words(
    "said says say told tells added adds asked asks noted notes explained recalled "
    "testified wrote writes replied joked laughed smiled"
)
# What governments do: the subject is then a government that is called by its seat.
DECIDING = _words(
    "said says announced announces condemned condemns accused accuses accusing called "
    "calls urged urges denied denies claimed claims insisted insists rejected rejects "
    "warned warns demanded demands vowed vows pledged pledges threatened threatens "
    "agreed agrees refused refuses declared declares decided decides offered offers "
    "recognised recognized recognises recognizes backed backs supports supported "
    "opposes opposed objected objects expelled expels imposed imposes signed signs "
    "wants wanted sees regards considers insisting hopes hoped fears feared responded "
    "responds retaliated retaliates summoned recalled ratified accepted accepts "
    "proposed proposes criticised criticized criticises criticizes blamed blames "
    "protested argues argued maintains believes seeks sought stated states reiterated "
    "voted"
)
STANCES = _words(
    "attention position stance response reaction decision decisions claim claims "
    "refusal demand demands policy policies foreign concern concerns influence "
    "interests ambitions efforts allies ally envoy ambassador support backing "
    "proposal plans plan government ministry leadership authorities leaders "
    "objections sanctions diplomacy relations ties warning warnings threat threats "
    "statement accusations accusation"
)
ACTED_BY = _words(
    "brokered backed led mediated sponsored controlled allied aligned supported "
    "funded friendly appointed dominated imposed run drafted hosted"
)
DEALINGS = _words(
    "talks tension tensions relations ties agreement agreements deal deals dialogue "
    "negotiations contacts treaty dispute row rift alliance rapprochement ceasefire "
    "truce diplomacy pact summit conflict war trade cooperation"
)
ADDRESSED = _words(
    "appeal appeals appealed call calls called message warning loyal pressure letter "
    "demands demand hostile complaint complained sanctions ultimatum according close"
)

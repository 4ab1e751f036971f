"""Words that go with places: their nouns, directions, prepositions."""

from __future__ import annotations

# Nouns that stand for a place or a part of one: "the outskirts of X", "X district".
PLACE_NOUNS = frozenset(
    "city town village hamlet settlement province district region area territory "
    "state county municipality governorate oblast prefecture department canton "
    "parish neighbourhood neighborhood suburb outskirt edge centre center heart "
    "capital port island archipelago coast shore border frontier road street "
    "highway square airport base camp north south east west northeast northwest "
    "southeast southwest northern southern eastern western central middle part "
    "portion corner side countryside valley mountain mount hill desert river lake "
    "bay gulf sea strait waters peninsula enclave stronghold bastion hub resort "
    "locality subdistrict township agency tehsil emirate commune sector zone "
    "quarter ward slum republic kingdom country nation peninsula strip bank "
    "crossing vicinity hometown metropolis community location headland plain "
    "plateau belt line axis front slope flank side entrance gate metro place".split()
)
# Sites: a place "of" or "in" X that is itself in X.
SITE_NOUNS = PLACE_NOUNS | frozenset(
    "market mosque church temple hospital school university college hotel restaurant "
    "cafe bar club nightclub shop mall station airport checkpoint post barracks prison "
    "jail palace embassy consulate court courthouse parliament building house home "
    "residence apartment factory plant mine refinery pipeline dam bridge tunnel "
    "stadium park garden beach farm field forest jungle cemetery museum monument "
    "headquarters office offices compound facility depot warehouse shrine monastery "
    "synagogue dormitory shelter clinic intersection roundabout junction terminal dock "
    "harbour harbor shipyard bazaar plaza mall mosque courtyard campus library zoo "
    "streets skies airspace theatre theater cinema concert supermarket store bakery "
    "casino bus train subway metro convoy motorcade reservoir arena hall lodge centre "
    "center laboratory courtroom classroom airfield airstrip runway heliport works "
    "smelter steelworks shipyard sawmill quarry brewery dairy slaughterhouse abattoir "
    "substation wharf jetty quay pier marina lighthouse outpost garrison barrack "
    "armoury armory fortress fort citadel town-hall pub inn gym pool racecourse track "
    "pitch ground showground fairground playground weir levee dyke dike lock canal "
    "creek cove reef orphanage hostel guesthouse kindergarten nursery infirmary "
    "morgue crematorium convent abbey chapel basilica pagoda gurdwara madrasa seminary "
    "institute academy gallery archive landfill dump sewer tower pylon silo granary "
    "mill pit colliery oilfield well platform rig tollgate toll-gate".split()
)
DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest north-east "
    "north-west south-east south-west northern southern eastern western central "
    "northeastern northwestern southeastern southwestern north-eastern north-western "
    "south-eastern south-western downtown upper lower mainland".split()
)
LENGTHS = frozenset("km kilometre kilometer mile metre meter yard hour minute".split())
NEARBY = frozenset(
    "outskirt outskirts vicinity edge environs surrounding surroundings".split()
)
NEAR_WORDS = frozenset("near outside around beside close opposite off".split())
LOCATIVE = frozenset(
    "in at near outside inside around across along throughout within off over between "
    "amid beside behind opposite alongside above below under beyond through via "
    "surrounding".split()
)
# What one is "on" rather than "in": islands, roads, waters, borders.
ON_NOUNS = frozenset(
    "island road street highway avenue motorway expressway bridge border frontier "
    "coast river lake mountain peninsula front outskirt route line beach square "
    "hill".split()
)
ON_KINDS = ("T.ISL", "T.PEN", "T.MT", "R.", "H.", "L.BDR")
AMOUNTS = frozenset(
    "all most much some many part part half rest bulk control swath chunk whole "
    "entirety kind".split()
)
# Verbs by which what befalls a place is told: "floods hit X".
STRIKING = frozenset(
    "hit strike shake rock batter devastate ravage damage destroy flatten engulf sweep "
    "swamp inundate submerge lash pound paralyse paralyze grip reach level wreck "
    "cripple".split()
)

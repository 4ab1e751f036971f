"""Which place the learned weights choose, how surely, and what is said about it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placemap.core import Candidate, Document, Mention, Place, Span, content_id
from placemap.disambiguation.ranking import RankingResolver
from placemap.gazetteer import open_gazetteer
from placemap.protocols import Resolver


@pytest.fixture(scope="module")
def world():
    return open_gazetteer()


@pytest.fixture(scope="module")
def resolver(world):
    return RankingResolver(world)


@pytest.fixture(scope="module")
def resolve(world, resolver):
    """Resolve the named mentions of a text; every occurrence of each name."""

    def resolve(text, *names, forms=(), **about):
        document = Document(id="d", text=text, **about)
        return resolver.resolve(document, find_options(world, text, names, forms))

    return resolve


def find_options(gazetteer, text, names, forms=()):
    mentions = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            form = dict(forms).get(name, "name")
            mentions.append(Mention(span=span, text=name, form=form))
            start = text.find(name, span.end)
    mentions.sort(key=lambda mention: mention.span)
    return [(m, gazetteer.candidates(m.text)) for m in mentions]


def chosen(toponyms):
    """Country and first division of each place, None where there is none."""
    return [t.place and (t.place.country, t.place.admin1) for t in toponyms]


def countries(toponyms):
    return [t.place and t.place.country for t in toponyms]


def test_resolver_fits_the_protocol(resolver):
    assert isinstance(resolver, Resolver)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("A fire broke out in Alexandria, La., on Monday.", ["La.", "Alexandria"], 0),
        ("The mayor of Alexandria, Louisiana, resigned.", ["Louisiana"], 0),
        ("Alexandria (Louisiana) will build a bridge.", ["Louisiana"], 0),
    ],
)
def test_stated_division_decides_against_the_metropolis(resolve, text, names, expected):
    toponyms = resolve(text, *{"Alexandria", *names})
    assert chosen(toponyms)[expected] == ("US", "Louisiana")
    assert toponyms[expected].reason == "the text says where it lies"


def test_one_name_may_be_two_places_where_the_text_says_so(resolve):
    text = "The flight from Paris, Texas, to Paris, France, takes a day."
    first, _, second, _ = resolve(text, "Paris", "Texas", "France")
    assert chosen([first]) == [("US", "Texas")]
    assert countries([second]) == ["FR"]


def test_what_holds_two_towns_may_be_two_places(resolve):
    text = "Delegations came from Tbilisi, Georgia, and from Atlanta, Georgia."
    toponyms = resolve(text, "Tbilisi", "Atlanta", "Georgia")
    assert countries(toponyms) == ["GE", "GE", "US", "US"]


def test_name_placed_once_means_the_same_where_it_stands_alone(resolve):
    text = "Alexandria is under water. Two drowned in Alexandria, La., on Friday."
    toponyms = resolve(text, "Alexandria", "La.")
    assert chosen(toponyms)[0] == ("US", "Louisiana")


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        (
            "Shops will open in Buenos Aires, Córdoba and Rosario.",
            ["Buenos Aires", "Córdoba", "Rosario"],
            "AR",
        ),
        (
            "Trains between Valencia, Alicante and Murcia stood still.",
            ["Valencia", "Alicante", "Murcia"],
            "ES",
        ),
        (
            "Power failed in Valencia, Maracay and Caracas.",
            ["Valencia", "Maracay", "Caracas"],
            "VE",
        ),
        (
            "London, Birmingham and Manchester expect rain.",
            ["London", "Birmingham", "Manchester"],
            "GB",
        ),
        (
            "London, Hamilton and Kingston, all in Ontario, expect snow.",
            ["London", "Hamilton", "Kingston", "Ontario"],
            "CA",
        ),
    ],
)
def test_peers_in_a_list_share_a_country(resolve, text, names, country):
    assert countries(resolve(text, *names)) == [country] * len(names)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ministers met in Moscow.", ["Moscow"], "RU"),
        ("He flew to Lima by way of Bogotá.", ["Lima", "Bogotá"], "PE"),
        ("The talks in Geneva failed.", ["Geneva"], "CH"),
        ("Sydney closed its beaches.", ["Sydney"], "AU"),
    ],
)
def test_city_goes_before_hamlets_of_its_name(resolve, text, names, expected):
    assert countries(resolve(text, *names))[0] == expected


def test_neighbouring_small_towns_outweigh_a_far_metropolis(resolve):
    text = (
        "The school board of Paris met on Tuesday. Buses from Henry, Puryear and "
        "Cottage Grove will stop in Paris; Camden, Tenn., and McKenzie follow."
    )
    names = ["Paris", "Puryear", "Cottage Grove", "Camden", "Tenn.", "McKenzie"]
    toponyms = resolve(text, *names)
    assert chosen(toponyms)[0] == ("US", "Tennessee")


def test_address_of_a_local_paper_speaks_against_a_capital_far_away(resolve):
    text = "Lebanon will repave two streets, the borough council said."
    about = {"source": "www.lebanondailynews.com"}
    (toponym,) = resolve(text, "Lebanon", **about)
    assert countries([toponym]) == ["US"]
    assert countries(resolve(text, "Lebanon")) == ["LB"]


def test_country_of_the_address_counts(resolve):
    text = "The hospital in London will close a ward."
    (known,), (bare,) = (
        resolve(text, "London", source="lfpost.ca"),
        resolve(text, "London"),
    )

    def chance(toponym, country):
        return sum(c.score for c in toponym.candidates if c.place.country == country)

    assert chance(known, "CA") > 2 * chance(bare, "CA")
    assert chance(known, "GB") < chance(bare, "GB")


def test_title_says_what_the_text_leaves_out(resolve):
    text = "Two people drowned in Cambridge when the river rose."
    about = {"title": "Cambridge, Massachusetts: two drowned"}
    assert chosen(resolve(text, "Cambridge", **about)) == [("US", "Massachusetts")]


@pytest.mark.parametrize(
    ("name", "place"), [("Leopoldville", "CD"), ("Stalingrad", "RU"), ("Saigon", "VN")]
)
def test_former_name_leads_to_the_place_of_today(resolve, name, place):
    assert countries(resolve(f"He was born in {name} in 1931.", name)) == [place]


def test_adjective_leads_to_its_country(resolve):
    text = "Georgian police closed the road to Gori."
    toponyms = resolve(text, "Georgian", "Gori", forms={"Georgian": "adjective"})
    assert countries(toponyms) == ["GE", "GE"]


def test_county_is_meant_where_the_text_speaks_of_counties(resolve):
    text = "Roads in Becker and Clay counties, Minnesota, are closed."
    becker, clay, _ = resolve(text, "Becker", "Clay", "Minnesota")
    assert (becker.place.name, clay.place.name) == ("Becker County", "Clay County")


def test_unknown_name_has_no_place_and_says_so(resolve):
    (toponym,) = resolve("Rain fell in Qwertzham.", "Qwertzham")
    assert (toponym.place, toponym.score) == (None, 0.0)
    assert (toponym.reason, toponym.candidates) == ("not in gazetteer", ())


def test_name_of_many_like_places_is_ambiguous(resolve):
    _, toponym = resolve("It rained in San José and in Union.", "San José", "Union")
    assert toponym.place is None
    assert toponym.reason.startswith("ambiguous: ")
    assert len(toponym.candidates) == 5


def test_metonym_keeps_its_place_with_the_reason(world, resolver):
    document = Document(id="d", text="Ankara said no.")
    mention = Mention(span=Span(0, 6), text="Ankara", role="metonym")
    (toponym,) = resolver.resolve(document, [(mention, world.candidates("Ankara"))])
    assert toponym.place.country == "TR"
    assert toponym.reason.endswith("stands for a government")


def test_mention_that_names_no_place_gets_none(world, resolver):
    document = Document(id="d", text="Paris Hilton left.")
    mention = Mention(span=Span(0, 5), text="Paris", role="other")
    (toponym,) = resolver.resolve(document, [(mention, world.candidates("Paris"))])
    assert (toponym.place, toponym.score) == (None, 0.0)
    assert toponym.reason == "not a place"


def test_name_that_lies_nowhere_near_where_the_text_says_is_not_known(resolve):
    tempe, _ = resolve("A train left the rails at Tempe in Mali.", "Tempe", "Mali")
    assert tempe.place is None
    assert tempe.reason.startswith("not in gazetteer: ")


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Toulouse", "FR"),
        ("Genoa", "IT"),
        ("Grenada", "GD"),
        ("Cairo", "EG"),
        ("Lyon", "FR"),
    ],
)
@pytest.mark.parametrize("text", ["Police in {} found it.", "{} was dark for hours."])
def test_name_alone_means_the_well_known_place(resolve, text, name, country):
    (toponym,) = resolve(text.format(name), name)
    assert toponym.place.country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A mine caved in near {}, a town in western Ecuador.", "Valencia", "EC"),
        ("Police in {}, an oil town in west Texas, found it.", "Odessa", "US"),
        ("Brazil's southern {} was flooded.", "Toledo", "BR"),
        ("The Colombian town of {} was flooded.", "Armenia", "CO"),
        ("The Philippine port of {} was flooded.", "Toledo", "PH"),
    ],
)
def test_stated_country_decides_in_many_wordings(resolve, text, name, country):
    outer = next(
        w for w in "Ecuador Texas Brazil Colombian Philippine".split() if w in text
    )
    found = resolve(text.format(name), name, outer)
    assert [t.place.country for t in found if t.mention.text == name] == [country]


def test_ids_come_from_document_and_span(resolve):
    (toponym,) = resolve("Rain in Oslo.", "Oslo")
    digest = Document(id="d", text="Rain in Oslo.").sha256
    assert toponym.id == content_id("t", "d", digest, 8, 12)


def test_nothing_to_resolve_gives_nothing(resolve):
    assert list(resolve("Rain.")) == []


def test_long_document_is_read_in_parts_and_keeps_its_order(world, resolver):
    text = "Rain fell in Oslo, then in Bergen and in Trondheim.\n" * 300
    options = find_options(world, text, ["Oslo", "Bergen", "Trondheim"])
    toponyms = resolver.resolve(Document(id="d", text=text), options)
    assert [t.mention for t in toponyms] == [mention for mention, _ in options]
    assert set(countries(toponyms)) == {"NO"}


def test_weights_can_be_given_as_bytes_or_file(world, resolver, tmp_path):
    weights = b'{"format": "placemap-resolver/1", "slope": 1, "shift": 0, "first": '
    parts = b'{"places": {"rank": -9}, "none": {}}'
    weights += parts + b', "later": ' + parts + b"}"
    path = tmp_path / "weights.json"
    path.write_bytes(weights)
    text = "The mayor of Alexandria, Louisiana, resigned."
    options = find_options(world, text, ["Alexandria", "Louisiana"])
    for given_weights in (weights, path):
        naive = RankingResolver(world, given_weights)
        toponyms = naive.resolve(Document(id="d", text=text), options)
        best_known = [found[0].place.id for _, found in options]
        assert [t.place.id for t in toponyms] == best_known


@pytest.mark.parametrize("weights", [b"", b"[]", b'{"format": "other"}', b"\xff"])
def test_other_data_is_no_weights(world, weights):
    resolver = RankingResolver(world, weights)
    with pytest.raises(ValueError, match="expected placemap-resolver/1"):
        resolver.resolve(Document(id="d", text="x"), [])


NAMES = ["Paris", "Texas", "Georgia", "Springfield", "Nowhereham", "Oslo", "Clay"]


@settings(max_examples=40, deadline=None)
@given(
    names=st.lists(st.sampled_from(NAMES), max_size=8),
    glue=st.sampled_from([", ", " and ", ". In ", " (", "\n"]),
    source=st.sampled_from(["", "parispost.com", "news.co.uk", "http://[x"]),
)
def test_any_document_keeps_order_and_adds_up(world, resolver, names, glue, source):
    text = glue.join(names)
    document = Document(id="d", text=text, source=source, title="Paris floods")
    options = find_options(world, text, sorted(set(names)))
    toponyms = resolver.resolve(document, options)
    assert [t.mention for t in toponyms] == [mention for mention, _ in options]
    assert toponyms == resolver.resolve(document, options)
    for toponym in toponyms:
        scores = [candidate.score for candidate in toponym.candidates]
        assert sum(scores) <= 1.0
        assert all(0.0 <= score <= 1.0 for score in scores)
        assert toponym.place is None or toponym.score == max(scores)
        assert toponym.reason


def test_candidates_of_the_caller_are_weighed(world):
    place = Place(id="x:1", name="Qwertzham", lon_deg=1.0, lat_deg=2.0, kind="P.PPL")
    candidate = Candidate(place=place, score=1.0, name_kind="official")
    mention = Mention(span=Span(0, 9), text="Qwertzham")
    document = Document(id="d", text="Qwertzham")
    big = replace(candidate, place=replace(place, population=900_000))
    for one in (candidate, big):
        (toponym,) = RankingResolver(world).resolve(document, [(mention, [one])])
        assert [c.place for c in toponym.candidates] == [one.place]
    assert toponym.place == big.place
    assert toponym.reason == "only place of that name"

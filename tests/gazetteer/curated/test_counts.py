from placemap.gazetteer.curated.counts import count_curated, rival_places
from placemap.gazetteer.curated.tables import (
    AbbreviationRow,
    Curated,
    NameRow,
    PlaceRow,
    StatusRow,
)


def names(*rows):
    return tuple(NameRow(place=p, text=t, **more) for p, t, more in rows)


def test_rival_are_places_with_two_names_of_which_one_is_somebodys():
    rows = names(
        ("curated:a", "A", {"used_by": "people"}),
        ("curated:a", "B", {}),
        ("curated:b", "A", {"kind": "former"}),
        ("curated:b", "B", {}),
        ("curated:c", "A", {}),
        ("curated:c", "B", {}),
        ("curated:d", "A", {"kind": "local"}),
    )
    assert list(rival_places(Curated(names=rows))) == ["curated:a", "curated:b"]


def test_every_category_is_counted():
    view = StatusRow(place="curated:a", view="UN", country="DE", start="1990")
    curated = Curated(
        places=(
            PlaceRow(id="adm1:DE.01"),
            PlaceRow(id="geonames:1", kind="A.ADM1"),
            PlaceRow(id="curated:a", kind="A.ADM2"),
        ),
        names=names(("adm1:DE.01", "X", {}), ("adm2:DE.01.y", "Y", {})),
        statuses=(view, StatusRow(place="curated:b", view="UN", country="FR")),
        abbreviations=(AbbreviationRow(text="X", place="curated:a"),),
        features={"curated:a": {}},
    )
    assert count_curated(curated) == {
        "places": 3,
        "names": 2,
        "places with contested, parallel or former names": 0,
        "disputed areas with dated views": 1,
        "views": 2,
        "shapes": 1,
        "first-level divisions": 2,
        "second-level divisions": 2,
        "demonyms and adjectives": 0,
        "abbreviations": 1,
        "corrections": 0,
        "sources": 0,
    }

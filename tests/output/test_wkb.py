import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import mapping, shape

from placemap.output.wkb import promoted, to_wkb

_positions = st.tuples(st.floats(-180, 180), st.floats(-90, 90)).map(list)
_paths = st.lists(_positions, min_size=3, max_size=5)
_rings = _paths.map(lambda path: [*path, path[0]])
_simple = st.one_of(
    _positions.map(lambda at: {"type": "Point", "coordinates": at}),
    _paths.map(lambda path: {"type": "LineString", "coordinates": path}),
    st.lists(_rings, min_size=1, max_size=2).map(
        lambda rings: {"type": "Polygon", "coordinates": rings}
    ),
)


@given(_simple)
def test_shapely_reads_back_what_was_written(geometry):
    for made in (geometry, promoted(geometry)):
        read = shapely.from_wkb(to_wkb(made))
        assert shapely.to_wkb(read) == shapely.to_wkb(shape(made))


@given(st.lists(_simple, max_size=3))
def test_collections_are_read_back_too(geometries):
    collection = {"type": "GeometryCollection", "geometries": geometries}
    read = shapely.from_wkb(to_wkb(collection))
    assert [one["type"] for one in mapping(read)["geometries"]] == [
        one["type"] for one in geometries
    ]

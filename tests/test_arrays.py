import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.arrays import pack, pack_names, unpack, unpack_names

NAMES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1)
)


@given(NAMES)
def test_names_come_back_as_they_were(names):
    assert unpack_names(pack_names(names)) == names


@given(st.lists(st.floats(width=32, allow_nan=False)))
def test_arrays_come_back_as_they_were(values):
    array = np.array(values, np.float32)
    found = unpack(pack(values=array, names=pack_names("ab")))
    assert sorted(found) == ["names", "values"]
    assert found["values"].dtype == np.float32
    assert np.array_equal(found["values"], array)


def test_the_same_arrays_are_the_same_bytes():
    array = np.arange(9)
    assert pack(a=array) == pack(a=array.copy())


def test_other_bytes_are_refused():
    with pytest.raises(ValueError, match=r"(?i)pickle|load"):
        unpack(b"no arrays")

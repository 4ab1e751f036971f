import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.output.jsontext import dumps, mend, printable

ANY_TEXT = st.text(st.characters())


@given(ANY_TEXT)
def test_mended_text_is_read_back_as_it_was_and_stays_on_one_line(text):
    line = dumps({"key": mend(text)})
    assert json.loads(line.encode()) == {"key": mend(text)}
    assert len(line.splitlines()) == 1


@given(ANY_TEXT)
def test_mending_keeps_every_offset(text):
    assert len(mend(text)) == len(printable(text)) == len(text)


@given(ANY_TEXT)
def test_printable_text_fits_utf8_and_has_no_nul(text):
    assert b"\x00" not in printable(text).encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_are_not_finite_are_refused(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps([number])

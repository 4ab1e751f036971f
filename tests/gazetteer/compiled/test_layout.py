import pytest

from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.layout import Sections, pack, pack_numbers


def test_sections_and_meta_come_back():
    data = pack({"a": b"abc", "b": pack_numbers("I", [7, 8])}, {"version": "1"})
    sections = Sections(data, origin="memory")
    assert bytes(sections.raw("a")) == b"abc"
    assert list(sections.numbers("b", "I")) == [7, 8]
    assert sections.meta["version"] == "1"


def test_the_hash_follows_the_content():
    hashes = {
        Sections(pack({"a": body}, {}), origin="m").meta["sha256"]
        for body in (b"x", b"y", b"x")
    }
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PNG...", "not a compiled placemap gazetteer"),
        (pack({"a": b"x" * 500}, {})[:-100], "cut short"),
        (b"", "cannot open"),
    ],
)
def test_a_bad_file_is_named_with_the_reason(tmp_path, content, message):
    path = tmp_path / "bad.gazetteer"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=message) as caught:
        Sections.open(path)
    assert "bad.gazetteer" in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GazetteerError, match=r"cannot open gazetteer .*gone"):
        Sections.open(tmp_path / "gone")

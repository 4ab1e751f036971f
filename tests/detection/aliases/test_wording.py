"""How a wording is looked for in the form of a text."""

from placemap.detection.aliases.wording import Wording


def starts(wording, form):
    return [match.start() for match in wording.search(form)]


def test_overlapping_matches_are_all_found():
    assert starts(Wording("slash", "N/(?P<b>N)"), "N/N/N") == [0, 2]


def test_cue_finds_what_the_pattern_alone_finds():
    pattern = r"\w+ call N"
    form = "they call N; " + "x " * 200 + "others call N"
    plain, near = Wording("a", pattern), Wording("a", pattern, cue="call")
    first = [match.group() for match in plain.search(form)]
    assert [match.group() for match in near.search(form)] == first
    assert "others call N" in first


def test_match_is_at_its_place_only():
    wording = Wording("or", "or N")
    assert wording.match("N or N", 2)
    assert wording.match("N or N", 0) is None

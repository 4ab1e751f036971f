from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A flood hit Raqqa. The plum tart in Hama crumbled.", "crumbled",
         "DISASTER"),
        ("The plum tart in Hama crumbled.", "crumbled", "OTHER"),
        ("A bomb exploded in Raqqa. A blast was heard in Hama.", "blast", "ASSAULT"),
        ("A blast was heard in Hama.", "blast", "ACCIDENT"),
        ("A storm hit Raqqa. A mill collapsed in Hama.", "collapsed", "DISASTER"),
        ("A mill collapsed in Hama.", "collapsed", "ACCIDENT"),
    ],
)  # fmt: skip
def test_harm_is_like_the_harm_told_nearby(extract, text, word, kind):
    told = extract(text, {"Raqqa": "P.PPL", "Hama": "P.PPL"})
    spelled = {m.of(text): event.type for event in told for m in event.mentions}
    assert spelled[word] == kind

"""Which stretches of a text are written like names, and which words never are names."""

from __future__ import annotations

import re

from placemap.detection.aliases.words import GROUP

# A capital, or a letter of a script without capitals, but no phonetic mark.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿʰ-ʺʽ-˿]"
_LETTER = r"[^\W\d_]"
_WORD = (
    rf"(?:(?:St|Mt|Ft|Ste)\.|(?:{_CAPITAL}\.){{2,}}|People['’]s|"
    rf"(?:[dl]['’]|i(?=B)|e(?=[TMSN])|[ku]u?(?=[MGD])|(?:al|el|an|ash|as|ad|ar|"
    rf"at|az|ez|es|er|ed|et|esh|adh|aj|ul|ud|ur|"
    rf"us)-)?{_CAPITAL}{_LETTER}*(?:['’ʻʼ‘](?!s\b){_LETTER}+|[.&]{_LETTER}+|"
    rf"-(?:[a-z]{{1,4}}-)?{_CAPITAL}{_LETTER}*)*)"
)
_SMALL = (
    r"(?:of|the|de|la|las|los|le|les|del|della|di|da|do|dos|du|von|der|den|sur|y|el|"
    r"na|nan|nam|pod|nad|bei|aan|e)"
)
# "Hudson's Bay"
_OF_SOMEBODY = (
    r"(?:['’]s (?:Atoll|Bay|Cay|Cove|Creek|Ferry|Gap|Harbou?r|Head|Inlet|Islands?|"
    r"Landing|Mill|Nest|Pass|Peak|Point|Reef|Rest|Rock|Sound|Station|Town))"
)
# What has a group is a piece; what has none is passed over.
PIECE = re.compile(
    # Small words in a row, passed over at once: in half the time of letter by letter.
    r"(?:[a-z]++[,.;]? (?=[a-z]))++|"
    rf"(?P<name>(?<!\w){_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD})*{_OF_SOMEBODY}?)(?!\w)"
    # None of the others begins with a letter: within words none is tried.
    r"|(?!\w)(?:"
    r"(?P<possessive>['’]s\b)|(?P<quote>[\"“”„«»‘]|(?<!\w)['’]|['’](?!\w))"
    r"|(?P<dash> ?(?:—|--) ?| [–-] )|(?P<opening>\[ ?|\( )|(?P<closing> ?\]| \))"
    r"|(?P<paragraph>\s*\n\s*\n\s*)|(?P<space>\s{2,}|[^\S ]))"
)
# Capitalised at the start of a sentence or a title, never the first word of a name.
OPENERS = frozenset(
    "a an the in at on of to from by for with near and but or as is was now its their "
    "his her our this that these those when while after before since until although "
    "though however today meanwhile earlier later also both between around across "
    "inside outside into toward towards through over under during where what which "
    "who if so then once still even only former formerly outside many most some all "
    "it they he she we you i originally previously known called historically locally "
    "officially initially named according nearby among amongst under unlike because "
    "despite whereas".split()
)
# Nor are participles, and people by what they do.
NO_NAME_FIRST = re.compile(
    rf"[a-z]{{3,}}(?:ing|[^aeiou]ed)|{GROUP}|(?:built|set|villages?|towns?|cities)"
)
# Agencies, parties and the like that stand in brackets after a place or a person.
NO_NAMES = frozenset(
    "ap afp reuters upi pti ani dpa efe ansa tass xinhua bloomberg cnn bbc cbc abc "
    "nbc photo file video map image pictured left right above below top bottom centre "
    "center labour labor conservative conservatives republican democrat democrats "
    "liberal liberals green greens independent tory snp dup ukip plaid lib dem con "
    "lab ind rep r d usa uk eu us nato un km miles mph pm am est gmt see note inc ltd "
    "llc plc nyse nasdaq lse pdf age aged population pop editor ed eds et al cc "
    "wikimedia commons getty shutterstock ukraine-russia".split()
)

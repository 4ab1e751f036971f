"""Words that name languages, and the forms in which they stand before a name."""

from __future__ import annotations

import re

# What English names of languages and peoples end in.
_ENDING = re.compile(r"(?:ish|an|ian|ese|ic|[^e]i|u|in|ch|sh|ek|ali|hmer|ew|o|wa)$")
# The endings that hardly any name of a place has.
_PLAIN_ENDING = re.compile(r"(?:[a-z]{2}ish|[a-z]{2}ian|[a-z]{2}ese|[a-z]{3}ic)$")
# Languages that are called neither like a people in the gazetteer nor like the above.
_LANGUAGES = frozenset(
    "french german dutch greek czech welsh thai korean slovak slovene uzbek kazakh "
    "kyrgyz tajik turkmen uyghur azeri afrikaans aymara basque bemba bislama "
    "breton cantonese cebuano cree dari emberá "
    "erzya esperanto ewe faroese farsi fula ga gaelic garifuna guarani guaraní hausa "
    "hebrew hokkien igbo inuktitut k'iche' karen kikuyu kinyarwanda kirundi kurmanji "
    "ladin lao latin lingala lozi luganda malayalam manx māori maori maya mapudungun "
    "marathi nahuatl navajo ndebele nenets northern-sami occitan odia oromo pashto "
    "punjabi quechua rapanui romansh sami sámi sanskrit sepedi sesotho setswana shona "
    "sindhi sorani swahili tagalog tamazight tamil tatar telugu tetum tigrinya tok "
    "tswana twi urdu valencian venda wayuu wolof xhosa yiddish yoruba yupik zapotec "
    "zazaki zulu tamasheq tubu toubou gilbertese chamorro carolinian fijian shina "
    "balti "
    "burushaski baluchi balochi brahui dinka nuer luo acholi maasai kanuri fulfulde "
    "bambara mandinka otjiherero damara nama khoekhoe sotho tsonga yaghnobi ossetic "
    "abkhaz avar lezgin chechen ingush kalmyk buryat yakut sakha evenki chukchi "
    "komi udmurt chuvash bashkir nogai gagauz rusyn sorbian friulian sardinian "
    "corsican galician asturian aragonese scots cornish aranese hawaiian samoan "
    "tongan tahitian rotuman palauan marshallese motu mon rakhine shan kachin jarai "
    "cham hmong uighur dzongkha nepali newar bhojpuri assamese bodo meitei mizo "
    "khasi garo konkani tulu kannada kashmiri dogri ladakhi dhivehi sinhala inupiaq "
    "gwich'in dene cree-ojibwe mohawk lakota cherokee hopi otomi mixtec tzotzil "
    "kaqchikel q'eqchi' miskito quichua shuar".split()
)
_SHORTENED = frozenset(
    "alb alban ar arab arm az azer azerb belar bulg cat chin cro croat cz dan dut "
    "eng est "
    "finn fr ger germ gk gr greek heb hung ir it ital jap jpn kaz kor kurd lat latv "
    "lit lith mac maced nor norw per pers pol port rom rum rus russ serb sl slov "
    "slovak slovene sp span swed tat tur turk ukr uyg viet yid".split()
)


def is_language_word(word: str) -> bool:
    """Tell whether a capitalised word may well name a language.

    Examples
    --------
    >>> is_language_word("Zulu"), is_language_word("Lisbon")
    (True, False)
    """
    return word.casefold() in _LANGUAGES or bool(_ENDING.search(word))


def is_language_before_name(word: str) -> bool:
    """Tell whether a word names a language even if a name follows: "Polish Lwów".

    Examples
    --------
    >>> is_language_before_name("Polish"), is_language_before_name("San")
    (True, False)
    """
    return word.casefold() in _LANGUAGES or bool(_PLAIN_ENDING.search(word))


def is_shortened_language(word: str) -> bool:
    """Tell whether a word without its full stop stands for a language: "Hung".

    Examples
    --------
    >>> is_shortened_language("Hung"), is_shortened_language("Mt")
    (True, False)
    """
    return word.casefold() in _SHORTENED

import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.gazetteer.compiled.tries import Tries, shard_of

word = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
texts = st.lists(word.filter(bool), max_size=30, unique=True)


def build(what, words, shards):
    parts = [[] for _ in range(shards)]
    for word in words:
        parts[shard_of(what, word, shards)].append(word)
    return Tries(what, [marisa_trie.Trie(part) for part in parts])


@given(texts, st.sampled_from(["keys", "ids"]), st.integers(1, 9))
def test_every_text_has_one_number_and_comes_back_from_it(words, what, shards):
    index = build(what, words, shards)
    numbers = [index.get(word) for word in words]
    assert sorted(numbers) == list(range(len(index))) == list(range(len(words)))
    assert [index.restore_key(number) for number in numbers] == words


@given(texts, st.integers(1, 9))
def test_every_text_is_gone_through_once(words, shards):
    assert sorted(build("keys", words, shards).iterkeys()) == sorted(words)


@given(texts, word, st.integers(1, 9))
def test_prefixes_are_those_of_a_single_trie(words, text, shards):
    whole = marisa_trie.Trie(words)
    assert list(build("keys", words, shards).iter_prefixes(text)) == list(
        whole.iter_prefixes(text)
    )


@pytest.mark.parametrize("text", ["", "c", "aaa"])
def test_an_unknown_text_has_no_number(text):
    assert build("names", ["a", "aa", "b"], 4).get(text) is None

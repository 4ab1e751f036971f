"""The word lists that the detector learns with."""

from word_lists import count_words, to_name_table, to_word_table


def test_capitals_at_a_start_are_not_counted():
    small, capital = count_words(
        [["Nice", "work"], ["He", "said", ":", "Nice", "is", "NICE", "in", "Nice"]]
    )
    assert capital == {"nice": 1}
    assert small == {"work": 1, "said": 1, "is": 1, "in": 1}


def test_words_are_grouped_by_the_logarithms_of_their_counts():
    table = to_word_table({"bath": 3, "reading": 7, "of": 3, "once": 1}, {"bath": 15})
    rows = [line for line in table.splitlines() if not line.startswith("#")]
    assert rows == ["3 0 reading", "2 4 bath", "2 0 of"]


def test_names_are_grouped_by_the_logarithm_of_their_best_rank():
    table = to_name_table("Given names", [["mary", "ann", "sue"], ["john", "sue"]])
    rows = [line for line in table.splitlines() if not line.startswith("#")]
    assert rows == ["0 john mary", "1 ann sue"]


def test_long_groups_go_on_in_lines_with_the_same_numbers():
    names = [f"{letter}{'x' * 30}" for letter in "abcdefgh"]
    table = to_name_table("Surnames", [["first", *names[:1]], *([n] for n in names)])
    rows = [line for line in table.splitlines() if not line.startswith("#")]
    assert len(rows) > 1
    assert all(row.startswith("0 ") for row in rows)

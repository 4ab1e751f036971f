"""JSON Lines, CSV and TSV: one document a row, broken rows apart."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document
from placemap.corpus.tables import read_csv, read_jsonl
from placemap.errors import DocumentError

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
).filter(str.strip)
FULL = {
    "id": "7",
    "text": "Rain fell on Lima.",
    "title": "Flood",
    "url": "https://example.org",
    "source": "The Paper",
    "published": "2023-09-19",
    "language": "en",
}
DOCUMENT = Document(**{**FULL, "published": date(2023, 9, 19)})


def drain(documents):
    """Return all documents and all messages, asking on after every error."""
    found, messages = [], []
    while True:
        try:
            found.append(next(documents))
        except StopIteration:
            return found, messages
        except DocumentError as error:
            messages.append(str(error))


def read_json(content):
    data = content if isinstance(content, bytes) else content.encode()
    return drain(read_jsonl(Path("a.jsonl"), data))


def read_table(content, name="a.csv"):
    data = content if isinstance(content, bytes) else content.encode()
    return drain(read_csv(Path(name), data))


def to_csv(rows, delimiter=","):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def test_all_keys_are_read_from_json():
    assert read_json(json.dumps({**FULL, "extra": [1]})) == ([DOCUMENT], [])


def test_all_columns_are_read_from_csv():
    content = to_csv([[*FULL, "extra"], [*FULL.values(), "x"]])
    assert read_table(content) == ([DOCUMENT], [])


def test_other_names_of_columns_are_known():
    (document,), messages = read_json(
        '{"text": "t", "date": "20230919", "lang": "pt_BR"}'
    )
    assert (document.published, document.language) == (date(2023, 9, 19), "pt-BR")
    assert not messages


def test_numbers_serve_as_id_and_date():
    (document,), _ = read_json('{"id": 7, "text": "t", "published": 20230919}')
    assert (document.id, document.published) == ("7", date(2023, 9, 19))


def test_rows_without_id_are_called_by_file_and_line():
    documents, _ = read_json('{"text": "a"}\n\n{"text": "b", "id": ""}\r\n')
    assert [document.id for document in documents] == ["a.jsonl#1", "a.jsonl#3"]
    documents, _ = read_table('text\n"a\nb"\nc\n')
    assert [document.id for document in documents] == ["a.csv#2", "a.csv#4"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", "expected a JSON object, found broken JSON"),
        ('{"text": "a"', "expected a JSON object, found broken JSON"),
        ('{"text": "a\tb"}', "expected a JSON object, found broken JSON"),
        ("[1, 2]", "found another value"),
        ('"text"', "found another value"),
        ("null", "found another value"),
        ("[" * 100_000, "expected a JSON object, found broken JSON"),
        ('{"text": "a", "id": ' + "9" * 5000 + "}", "found broken JSON"),
        ('{"title": "a"}', "expected a report in 'text', found nothing"),
        ('{"text": " "}', "expected a report in 'text', found ' '"),
        ('{"text": 5}', "expected a report in 'text', found a number"),
        ('{"text": ["a"]}', "expected a report in 'text', found a list"),
    ],
)
def test_broken_line_is_reported_with_its_number_and_the_rest_read(line, message):
    documents, messages = read_json(f'{{"text": "one"}}\n{line}\n{{"text": "three"}}')
    assert [document.text for document in documents] == ["one", "three"]
    assert len(messages) == 1
    assert messages[0].startswith("a.jsonl, line 2: ")
    assert message in messages[0]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"published": "next week"}, "date of publication"),
        ({"published": "3/4/2023"}, "found '3/4/2023'"),
        ({"language": "Spanish"}, "language tag like en"),
        ({"title": ["a"]}, "expected a string as 'title', found a list"),
        ({"id": True}, "expected a string as 'id', found true or false"),
        ({"url": {"a": 1}}, "found an object"),
    ],
)
def test_defect_beside_the_text_is_reported_and_the_document_kept(row, message):
    (document,), messages = read_json(json.dumps({"text": "t", **row}))
    assert document == Document(id="a.jsonl#1", text="t")
    assert len(messages) == 1
    assert message in messages[0]
    assert "read without it" in messages[0]


def test_characters_no_file_can_hold_are_replaced_one_for_one_and_reported():
    (document,), messages = read_json(r'{"text": "a\ud800b\u0000c \ud83d\ude00"}')
    assert document.text == "a\ufffdb\ufffdc 😀"
    assert document.text.encode()
    assert "found 2 characters" in messages[0]


def test_line_separators_within_json_strings_do_not_end_a_line():
    (document,), messages = read_json('{"text": "a\u2028b\u0085c"}')
    assert document.text == "a\u2028b\u0085c"
    assert not messages


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_of_csv_is_found_from_the_header(delimiter):
    content = to_csv([["id", "text"], ["7", "Rain, wind; and | so\ton"]], delimiter)
    documents, messages = read_table(content)
    assert [d.text for d in documents] == ["Rain, wind; and | so\ton"]
    assert not messages


def test_tsv_is_separated_by_tabs_alone():
    documents, _ = read_table("id\ttext\n7\tRain, wind; all\n", "a.tsv")
    assert [(d.id, d.text) for d in documents] == [("7", "Rain, wind; all")]


def test_header_ignores_case_white_space_and_byte_order_mark():
    documents, _ = read_table("\ufeff ID , Text \n7,Rain\n")
    assert [(d.id, d.text) for d in documents] == [("7", "Rain")]


def test_missing_text_column_lists_those_found():
    with pytest.raises(DocumentError, match=r"a\.csv: .*'text', found 'id', 'body'"):
        read_csv(Path("a.csv"), b"id;body\n1;x\n")


def test_header_without_rows_is_reported():
    assert "expected rows below the header" in read_table("id,text\n")[1][0]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2", "expected 2 cells as in the header, found 1"),
        ("2,Rain, wind", "expected 2 cells as in the header, found 3"),
        ('2,"Rain" fell', "broken quoting"),
        ("2,", "expected a report in 'text'"),
    ],
)
def test_broken_row_is_reported_and_the_rest_read(row, message):
    documents, messages = read_table(f"id,text\n1,one\n{row}\n\n3,three\n")
    assert [document.text for document in documents] == ["one", "three"]
    assert len(messages) == 1
    assert messages[0].startswith(f"a.csv, line 3: {message}")


def test_quotation_mark_never_closed_is_reported_where_it_opens():
    documents, messages = read_table('id,text\n1,one\n2,"two\n3,three\n')
    assert [document.text for document in documents] == ["one"]
    assert messages[0].startswith("a.csv, line 3: broken quoting")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_are_known(end):
    documents, messages = read_table(end.join(["text", "one", "two", ""]))
    assert [document.text for document in documents] == ["one", "two"]
    assert not messages


def test_huge_cells_are_read_and_the_limit_of_the_process_is_kept():
    limit = csv.field_size_limit()
    text = "Rain fell. " * 50_000
    documents, _ = read_table(to_csv([["text"], [text]]))
    assert documents[0].text == text
    assert csv.field_size_limit() == limit


@given(st.lists(st.tuples(TEXT, st.text(st.characters(codec="utf-8")))))
def test_any_json_comes_back(rows):
    lines = [json.dumps({"text": t, "extra": x}, ensure_ascii=False) for t, x in rows]
    if lines:
        documents, messages = read_json("\n".join(lines))
        assert [document.text for document in documents] == [text for text, _ in rows]
        assert not messages


@given(st.lists(TEXT, min_size=1), st.sampled_from(",;\t|"))
def test_any_csv_comes_back(texts, delimiter):
    content = to_csv([["n", "text"], *enumerate(texts)], delimiter)
    documents, messages = read_table(content)
    assert [document.text for document in documents] == texts
    assert not messages


@given(st.binary(max_size=300), st.sampled_from([read_jsonl, read_csv]))
def test_random_bytes_raise_only_document_errors(data, reader):
    try:
        _, messages = drain(reader(Path("a.x"), b"text\n" + data))
    except DocumentError as error:
        messages = [str(error)]
    assert all(message.startswith("a.x") for message in messages)

"""`read`: files, folders, patterns, standard input, and what becomes of errors."""

import io
import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from placemap.core import Document
from placemap.corpus import read
from placemap.errors import DocumentError

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return an empty folder that is also the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def errors():
    return []


def write(path, content):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def messages(errors):
    return [str(error) for error in errors]


def ids(documents):
    return [document.id for document in documents]


@pytest.mark.parametrize("is_absolute", [False, True])
def test_a_file_is_one_document_with_its_name_as_id(folder, is_absolute):
    path = write("news/a.txt", "Rain fell on Lima.")
    found = list(read(path.absolute() if is_absolute else path))
    assert found == [Document(id="a.txt", text="Rain fell on Lima.")]


@pytest.mark.parametrize("is_absolute", [False, True])
def test_ids_tell_nothing_of_the_folders_above(folder, is_absolute):
    rows = '{"text": "one"}\n{"text": "two", "id": "own"}\n'
    names = ("a.txt", "in/a.txt", "b.md", "c.html", "d.jsonl", "e.csv")
    for name, content in zip(names, ["t"] * 4 + [rows, "text\nt\n"], strict=True):
        write(f"secret/{name}", content)
    given = Path("secret")
    assert ids(read(given.absolute() if is_absolute else given)) == [
        "a.txt",
        "b.md",
        "c.html",
        "d.jsonl#1",
        "own",
        "e.csv#2",
        "in/a.txt",
    ]


def test_files_of_one_name_are_told_apart_whatever_their_order(folder):
    for name in ("a/x.csv", "b/x.csv"):
        write(name, "text\nt\n")
    assert ids(read("a/x.csv", "b/x.csv")) == ["a/x.csv#2", "b/x.csv#2"]
    assert ids(read("b/x.csv", "a/x.csv")) == ["b/x.csv#2", "a/x.csv#2"]


def test_messages_name_the_path_as_it_was_given(folder, errors):
    write("secret/a.jsonl", "broken")
    assert ids(read(folder / "secret", on_error=errors.append)) == []
    assert messages(errors)[0].startswith(f"{(folder / 'secret/a.jsonl').as_posix()}, ")


def test_folder_is_read_recursively_in_order_of_names(folder):
    for name in ("b.txt", "a/z.md", "a/y.txt", "c.TXT", "a.txt"):
        write(f"news/{name}", "text")
    assert ids(read(Path("news"))) == [
        "a/y.txt",
        "a/z.md",
        "a.txt",
        "b.txt",
        "c.TXT",
    ]


def test_folder_leaves_out_hidden_and_unknown_files(folder):
    for name in (".hidden.txt", ".git/x.txt", "photo.jpg", "seen.txt"):
        write(f"news/{name}", "text")
    assert ids(read("news")) == ["seen.txt"]


def test_folder_does_not_follow_links_that_lead_in_a_circle(folder):
    write("news/a.txt", "text")
    Path("news/again").symlink_to(folder / "news", target_is_directory=True)
    assert ids(read("news")) == ["a.txt"]


def test_folder_without_readable_files_is_an_error(folder):
    write("news/photo.jpg", PNG)
    with pytest.raises(DocumentError, match=r"news: no file .* known suffix .*\.txt"):
        list(read("news"))


def test_broken_link_in_a_folder_is_reported(folder, errors):
    write("news/b.txt", "text")
    Path("news/a.txt").symlink_to("gone.txt")
    assert ids(read("news", on_error=errors.append)) == ["b.txt"]
    assert "news/a.txt" in messages(errors)[0]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_unreadable_files_and_folders_are_reported(folder, errors):
    write("news/a.txt", "text").chmod(0)
    write("news/locked/b.txt", "text").parent.chmod(0)
    write("news/c.txt", "text")
    assert ids(read("news", on_error=errors.append)) == ["c.txt"]
    assert all("Permission denied" in message for message in messages(errors))
    Path("news/locked").chmod(0o700)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("news/*.txt", ["a.txt", "b.txt"]),
        ("news/[b-z].txt", ["b.txt"]),
        ("news/?.md", ["c.md"]),
        ("**/*.txt", ["a.txt", "b.txt", "d.txt"]),
    ],
)
def test_pattern_stands_for_what_it_matches(folder, pattern, found):
    for name in ("a.txt", "b.txt", "c.md", "deep/d.txt"):
        write(f"news/{name}", "text")
    assert ids(read(pattern)) == found


def test_file_whose_name_looks_like_a_pattern_is_read(folder):
    write("a[1].txt", "text")
    assert ids(read("a[1].txt")) == ["a[1].txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.txt", "gone.txt: no such file or folder; check the spelling"),
        ("gone/*.txt", "gone/*.txt: no file matches this pattern"),
        ("x" * 5000, "cannot be looked up"),
    ],
)
def test_path_that_matches_nothing_is_reported_and_the_rest_read(
    folder, errors, path, message
):
    write("a.txt", "text")
    assert ids(read(path, "a.txt", on_error=errors.append)) == ["a.txt"]
    assert len(errors) == 1
    assert message in str(errors[0])


def test_first_error_is_raised_without_on_error(folder):
    write("b.txt", "text")
    documents = read("gone.txt", "b.txt")
    with pytest.raises(DocumentError, match=r"gone\.txt"):
        next(documents)


def test_file_named_twice_is_read_once(folder):
    write("a.txt", "text")
    assert ids(read("a.txt", "./a.txt", "*.txt", folder / "a.txt")) == ["a.txt"]


def test_unknown_suffix_is_plain_text_when_named(folder):
    write("report.asc", "Rain fell.")
    write("README", "Rain fell.")
    assert [d.text for d in read("report.asc", "README")] == ["Rain fell."] * 2


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('{"text": "Rain fell."}', "Rain fell."),
        ('\n  {"text": "Rain fell."}', "Rain fell."),
        ('\ufeff{"text": "Rain fell."}', "Rain fell."),
        ("<!DOCTYPE html><p>Rain fell.</p>", "Rain fell."),
        ("<HTML><body><p>Rain fell.</p></body></html>", "Rain fell."),
        ("Rain fell.", "Rain fell."),
        ("<- look", "<- look"),
    ],
)
def test_standard_input_is_told_by_how_it_begins(monkeypatch, content, text):
    stdin = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert [document.text for document in read("-")] == [text]


def test_standard_input_is_named_in_messages(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(DocumentError, match=r"standard input: .* empty file"):
        list(read("-"))


def test_published_fills_in_for_documents_that_do_not_say(folder):
    write(
        "a.jsonl",
        '{"text": "one"}\n{"text": "two", "published": "2023-09-19T10:00:00Z"}\n',
    )
    documents = list(read("a.jsonl", published=date(2020, 1, 2)))
    assert [d.published for d in documents] == [
        date(2020, 1, 2),
        datetime(2023, 9, 19, 10, tzinfo=UTC),
    ]


def test_repeated_ids_are_told_apart_and_reported(folder, errors):
    rows = [{"id": key, "text": "t"} for key in ("x", "x", "x#2", "x", "y")]
    write("a.jsonl", "\n".join(map(json.dumps, rows)))
    found = ids(read("a.jsonl", on_error=errors.append))
    assert found == ["x", "x#2", "x#2#2", "x#3", "y"]
    assert len(errors) == 3
    assert "'x#2'" in str(errors[0])


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16-le", "utf-8", "koi8-r"])
def test_encoding_is_obeyed_by_every_reader(folder, encoding):
    text = "Дождь в Харькове"
    page = (
        f"<html><head><meta charset='latin-1'></head><body><p>{text}</p></body></html>"
    )
    write("a.txt", text.encode(encoding))
    write("b.html", page.encode(encoding))
    write("c.jsonl", json.dumps({"text": text}, ensure_ascii=False).encode(encoding))
    write("d.csv", f"text\n{text}\n".encode(encoding))
    found = [document.text for document in read(".", encoding=encoding)]
    assert found == [text] * 4


def test_file_not_in_the_given_encoding_is_reported(folder, errors):
    write("a.txt", "Málaga".encode("cp1252"))
    write("b.txt", "Málaga")
    assert ids(read("a.txt", "b.txt", encoding="utf-8", on_error=errors.append)) == [
        "b.txt"
    ]
    assert "a.txt: expected text in utf-8, but byte 1 is not" in str(errors[0])


@pytest.mark.parametrize("name", ["utf-9", "base64", "a\0b", ""])
def test_unknown_encoding_is_refused_at_once(name):
    with pytest.raises(DocumentError, match="unknown encoding"):
        read("whatever.txt", encoding=name)


def test_documents_are_read_only_when_asked_for(folder):
    write("a.jsonl", '{"text": "one"}\nbroken')
    documents = read("a.jsonl")
    assert next(documents).text == "one"
    with pytest.raises(DocumentError, match=r"a\.jsonl, line 2"):
        next(documents)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty.txt: expected a report, found an empty file"),
        ("blank.md", b" \r\n\t\n", "blank.md: expected a report, found an empty file"),
        ("photo.txt", PNG, "photo.txt: expected text, but this looks like a PNG image"),
        (
            "zeros.txt",
            b"\0" * 1000,
            "zeros.txt: expected text, but this looks like bin",
        ),
        ("broken.jsonl", b"{broken", "broken.jsonl, line 1: expected a JSON object"),
        (
            "novel.csv",
            b"id,body\n1,x\n",
            "novel.csv: expected a column 'text', found 'id'",
        ),
        ("frame.html", b"<html></html>", "frame.html: expected a web page with text"),
    ],
)
def test_bad_file_is_reported_by_name_and_the_others_go_on(
    folder, errors, name, content, message
):
    write(name, content)
    write("z.txt", "Rain fell on Lima.")
    assert ids(read(name, "z.txt", on_error=errors.append)) == ["z.txt"]
    assert len(errors) == 1
    assert str(errors[0]).startswith(message)


def test_a_file_of_one_very_long_line_is_read(folder):
    text = "A strike shut the port of Málaga. " * 140_000
    write("long.txt", text.encode("latin-1"))
    (document,) = read("long.txt")
    assert len(document.text) > 4_700_000
    assert document.text == text


def test_a_50_mb_line_is_no_report_and_the_others_go_on(folder, errors):
    write("dump.txt", "A strike shut the port. " * 2_200_000)
    write("z.txt", "Rain fell on Lima.")
    assert ids(read("dump.txt", "z.txt", on_error=errors.append)) == ["z.txt"]
    (error,) = errors
    assert str(error).startswith("dump.txt: expected a report of at most 5,000,000")
    assert "split it, one report a file" in str(error)


def test_plug_in_reader_takes_over_its_suffix(folder, monkeypatch):
    write(
        "site/shout.py",
        "from placemap.core import Document\n"
        "def read_shout(path, data):\n"
        "    return [Document(id=str(path), text=data.decode().upper())]\n",
    )
    write("site/shout-1.dist-info/METADATA", "Name: shout\nVersion: 1\n")
    write(
        "site/shout-1.dist-info/entry_points.txt",
        "[placemap.readers]\nshout = shout:read_shout\n",
    )
    monkeypatch.syspath_prepend(folder / "site")
    write("a.shout", "rain")
    found = list(read(folder / "a.shout"))
    assert found == [Document(id="a.shout", text="RAIN")]

"""What is wrong with tables: ours, and those in the columns of ACLED and UCDP."""

import csv

import pytest

from placemap.output.checks.files import validate


@pytest.fixture
def with_cell(content_of, tmp_path):
    """Put a value in a cell of the first row, and say what is wrong then."""

    def check(suffix, column, value):
        text = content_of(suffix).decode("utf-8-sig")
        heading, first, *others = csv.reader(text.splitlines(keepends=True))
        first[heading.index(column)] = value
        path = tmp_path / f"e.{suffix}"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heading, first, *others])
        return [f"{problem.where}: {problem.what}" for problem in validate(path)]

    return check


@pytest.mark.parametrize(
    ("suffix", "column", "value", "fault"),
    [
        ("csv", "claimant", "=cmd()", "a spreadsheet would run '=cmd()'"),
        ("csv", "claimant", "＠x", "would run"),
        ("csv", "claimant", "-1+1", "would run"),
        ("csv", "claimant", "\tx", "would run"),
        ("csv", "wkt", "POINT (200 0)", "beyond 180 degrees"),
        ("csv", "wkt", "POINT (", "the geometry cannot be read"),
        ("csv", "wkt", "POINT EMPTY", "the geometry is empty"),
        ("csv", "start_date", "2023-W38-2", "expected date"),
        ("csv", "start_date", "20230919", "expected date"),
        ("acled.csv", "event_id_cnty", "", "event_id_cnty is empty"),
        ("acled.csv", "event_date", "19 September 2023", "event_date: expected date"),
        ("acled.csv", "event_date", "", "empty: event_date"),
        ("acled.csv", "year", "2022", "year: 2022 is not that of event_date"),
        ("acled.csv", "time_precision", "4", "time_precision: 4 is no code"),
        ("acled.csv", "geo_precision", "4", "geo_precision: 4 is no code"),
        ("acled.csv", "disorder_type", "War", "disorder_type: 'War' is no code"),
        ("acled.csv", "event_type", "War", "event_type: 'War' is no code"),
        ("acled.csv", "sub_event_type", "Mob violence", "none of 'Explosions/Remote"),
        ("acled.csv", "iso", "051", "iso: 051 is not the number of 'Azerbaijan'"),
        ("acled.csv", "latitude", "91", "beyond 180 degrees of longitude or 90"),
        ("acled.csv", "longitude", "east", "longitude: expected float"),
        ("acled.csv", "longitude", "", "empty: longitude"),
        ("acled.csv", "fatalities", "-1", "fatalities: -1 is out of range"),
        ("acled.csv", "notes", "@x", "a spreadsheet would run"),
        ("ucdp.csv", "date_end", "2023-09-18", "it ends on 2023-09-18, before"),
        ("ucdp.csv", "year", "2022", "year: 2022 is not that of date_start"),
        ("ucdp.csv", "where_prec", "8", "where_prec: 8 is no code"),
        ("ucdp.csv", "date_prec", "0", "date_prec: 0 is no code"),
        ("ucdp.csv", "type_of_violence", "4", "type_of_violence: 4 is no code"),
        ("ucdp.csv", "geom_wkt", "POINT (1 2)", "is not the point of longitude"),
        ("ucdp.csv", "geom_wkt", "here", "geom_wkt: the geometry cannot be read"),
        ("ucdp.csv", "priogrid_gid", "1", "the point is not in cell 1"),
        ("ucdp.csv", "relid", "", "empty: relid"),
        ("ucdp.csv", "deaths_a", "few", "deaths_a: expected int"),
        ("ucdp.csv", "source_date", "2023", "source_date: expected date"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(with_cell, suffix, column, value, fault):
    found = with_cell(suffix, column, value)
    assert any(fault in one for one in found), found
    assert all(one.startswith("line 2: ") for one in found)


@pytest.mark.parametrize("value", ["-5", "+1.5", "-2e-3", "'=cmd()", "a=b", ""])
def test_numbers_and_guarded_texts_are_no_formulas(with_cell, value):
    assert with_cell("csv", "claimant", value) == []


def test_counts_that_do_not_rise_are_named(content_of, tmp_path):
    path = tmp_path / "e.ucdp.csv"
    rows = list(csv.reader(content_of("ucdp.csv").decode("utf-8-sig").splitlines()))
    for name, value in (("low", "9"), ("best", "10"), ("high", "8")):
        rows[1][rows[0].index(name)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (problem,) = validate(path)
    assert problem.what == "low, best and high do not rise: 9, 10, 8"


@pytest.mark.parametrize("suffix", ["csv", "acled.csv", "ucdp.csv"])
def test_columns_that_are_missing_are_named(spoilt, suffix):
    old = {"csv": "edtf", "acled.csv": "tags", "ucdp.csv": "best"}[suffix]
    found = spoilt(suffix, f",{old},", ",other,")
    assert any(f"columns are missing: {old}" in one for one in found)


@pytest.mark.parametrize("suffix", ["csv", "acled.csv", "ucdp.csv"])
def test_a_row_that_is_there_twice_is_named(content_of, tmp_path, suffix):
    lines = content_of(suffix).splitlines(keepends=True)
    path = tmp_path / f"e.{suffix}"
    path.write_bytes(b"".join([*lines, lines[1]]))
    assert ["is there twice" in p.what for p in validate(path)] == [True]


def test_a_row_with_too_many_cells_is_named_and_the_next_ones_are_read(spoilt):
    assert any("cells, the heading" in one for one in spoilt("csv", "\r\n", ",x\r\n,"))


def test_semicolons_are_told_from_a_heading_that_fits_no_layer(content_of, tmp_path):
    path = tmp_path / "e.csv"
    path.write_bytes(content_of("csv").replace(b",", b";"))
    (problem, *_) = validate(path)
    assert problem.what == "the heading fits no layer"
    assert problem.cure == "save it with commas between the cells"


def test_lines_are_counted_as_an_editor_does(content_of, tmp_path):
    heading, first, *others = content_of("csv").decode("utf-8-sig").split("\r\n")
    row = next(csv.reader([first]))
    row[heading.split(",").index("sentence")] = "one\ntwo"
    path = tmp_path / "e.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{heading}\r\n")
        csv.writer(file).writerow(row)
        file.write("\r\n".join([others[0].replace(",attributed,", ",x,"), first]))
    found = [problem.where for problem in validate(path)]
    assert found[-1] == "line 5"


def test_a_shape_longer_than_the_usual_limit_of_cells_is_read(with_cell):
    usual = csv.field_size_limit()
    ring = ", ".join(f"{10 + step / 1e5} 50" for step in range(10_000))
    found = with_cell("csv", "wkt", f"LINESTRING ({ring})")
    assert found == []
    assert csv.field_size_limit() == usual


def test_a_quote_that_never_ends_is_told(content_of, tmp_path):
    path = tmp_path / "e.csv"
    path.write_bytes(content_of("csv") + b'"never')
    assert "unexpected end of data" in list(validate(path))[-1].what

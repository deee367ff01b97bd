"""Parquet and workbooks: typed, whole, and the same bytes twice."""

import io
from datetime import date

import pytest

from relata.export.arrow import CLAIMS, INCIDENTS, REPORTS
from relata.export.frame import COLUMNS
from relata.export.to_csv import CLAIM_COLUMNS, REPORT_COLUMNS
from relata.export.to_parquet import write_parquet, write_parquet_folder
from relata.export.to_xlsx import LONGEST, text_of, write_xlsx


def written(write, store):
    stream = io.BytesIO()
    write(store, stream)
    return stream.getvalue()


@pytest.fixture
def tables(store, tmp_path):
    import pyarrow.parquet as pq

    write_parquet_folder(store, tmp_path / "tables")
    return {path.stem: pq.read_table(path) for path in (tmp_path / "tables").iterdir()}


def test_the_tables_have_their_columns_and_types(tables):
    assert {name: table.schema for name, table in tables.items()} == {
        "incidents": INCIDENTS,
        "claims": CLAIMS,
        "reports": REPORTS,
    }


def test_a_row_holds_numbers_days_and_lists_and_no_year_that_is_not_known(tables):
    rows = {row["type"]: row for row in tables["incidents"].to_pylist()}
    bombing, other = rows["bombing"], rows["other"]
    assert (bombing["killed_low"], bombing["killed_best"], bombing["killed_high"]) == (12, 14, None)
    assert bombing["date_start"] == date(2022, 3, 4)
    assert bombing["targets"] == ["market", "=cmd()"]
    assert bombing["responsible"] == [
        {"id": "islamic-state-khorasan", "name": "IS Khorasan", "status": "claimed", "holders": ["police"]}
    ]
    assert (other["date_start"], other["date_years"]) == (None, [2014, 2015])


def test_claims_have_their_value_in_words_and_in_its_own_type(tables):
    rows = tables["claims"].to_pylist()
    killed = next(row for row in rows if row["attribute"] == "killed")
    assert (killed["value"], killed["low"], killed["high"], killed["holder"]) == ("at least 12", 12, None, "police")
    place = next(row for row in rows if row["attribute"] == "place")
    assert (place["value"], place["lat"]) == ("Peshawar", 34.008)
    assert next(row for row in rows if row["attribute"] == "date")["date_start"] == date(2022, 3, 4)
    doer = next(row for row in rows if row["attribute"] == "responsible")
    assert (doer["value"], doer["value_actor"]) == ("IS-K", "islamic-state-khorasan")


def test_polars_reads_the_table(store):
    import polars as pl

    frame = pl.read_parquet(io.BytesIO(written(write_parquet, store)))
    assert frame.height == 2
    assert frame.schema["date_start"] == pl.Date
    assert frame.filter(pl.col("targets").list.contains("market"))["killed_best"].sum() == 14


@pytest.fixture
def book(store):
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(written(write_xlsx, store)))


def test_the_workbook_has_its_sheets_and_says_what_their_columns_are(book):
    assert book.sheetnames == ["about", "incidents", "claims", "reports"]
    heads = {name: [cell.value for cell in book[name][1]] for name in book.sheetnames[1:]}
    assert heads == {"incidents": list(COLUMNS), "claims": list(CLAIM_COLUMNS), "reports": list(REPORT_COLUMNS)}
    told = {row[0].value for row in book["about"].iter_rows()}
    assert set(COLUMNS) | set(CLAIM_COLUMNS) | set(REPORT_COLUMNS) <= told


def test_numbers_are_numbers_days_are_days_and_words_are_words(book):
    names = [cell.value for cell in book["incidents"][1]]
    rows = [dict(zip(names, row, strict=True)) for row in book["incidents"].iter_rows(min_row=2)]
    bombing = next(row for row in rows if row["type"].value == "bombing")
    assert (bombing["killed_best"].value, bombing["killed_high"].value) == (14, None)
    assert bombing["date_start"].value.isoformat() == "2022-03-04T00:00:00"
    assert bombing["targets"].data_type == "s"


def test_both_are_the_same_bytes_twice(store):
    assert written(write_xlsx, store) == written(write_xlsx, store)
    assert written(write_parquet, store) == written(write_parquet, store)


def test_a_full_sheet_goes_on_in_another_one(store, monkeypatch):
    from openpyxl import load_workbook

    monkeypatch.setattr("relata.export.to_xlsx.ROWS", 3)
    book = load_workbook(io.BytesIO(written(write_xlsx, store)))
    assert book.sheetnames[:3] == ["about", "about 2", "about 3"]
    assert {"claims 2", "reports 2"} <= set(book.sheetnames)
    ids = [row[0].value for name in ("reports", "reports 2") for row in book[name].iter_rows(min_row=2)]
    assert len(ids) == len(set(ids)) == 4


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so():
    assert text_of("a" * 40_000) == "a" * (LONGEST - 2) + " …"


def test_the_escapes_of_excel_stay_the_words_that_they_are():
    assert text_of("_x000D_ and _x000d_") == "_x005F_x000D_ and _x005F_x000d_"

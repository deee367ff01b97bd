"""Tables for spreadsheets: right, flat, and no formula in disguise."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relata.export import COLUMNS, write_csv, write_csv_folder
from relata.export.to_csv import CLAIM_COLUMNS, REPORT_COLUMNS, _write, safe


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_one_row_for_each_incident(store):
    stream = io.StringIO()
    write_csv(store, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert list(rows[0]) == list(COLUMNS)
    bombing = next(row for row in rows if row["type"] == "bombing")
    assert (bombing["killed_low"], bombing["killed_best"], bombing["killed_high"]) == ("12", "14", "")
    assert (bombing["responsible"], bombing["responsible_status"]) == ("IS Khorasan", "claimed")
    assert bombing["targets"] == "market; =cmd()"


def test_a_date_of_unknown_year_is_left_empty(store):
    stream = io.StringIO()
    write_csv(store, stream)
    other = next(row for row in csv.DictReader(io.StringIO(stream.getvalue())) if row["type"] == "other")
    assert (other["date_start"], other["date_end"], other["date_precision"]) == ("", "", "")


def test_a_folder_holds_incidents_claims_and_reports(store, tmp_path):
    folder = tmp_path / "tables"
    write_csv_folder(store, folder)
    assert sorted(path.name for path in folder.iterdir()) == ["claims.csv", "incidents.csv", "reports.csv"]
    claims, reports = rows_of(folder / "claims.csv"), rows_of(folder / "reports.csv")
    assert list(claims[0]) == list(CLAIM_COLUMNS)
    assert list(reports[0]) == list(REPORT_COLUMNS)
    assert len(reports) == 4
    killed = next(row for row in claims if row["attribute"] == "killed")
    assert (killed["value"], killed["low"], killed["high"], killed["holder"]) == ("at least 12", "12", "", "police")
    assert {row["value"] for row in claims if row["attribute"] == "date"} == {"2022-03-04/2022-03-04"}
    assert {row["actor"] for row in claims if row["attribute"] == "alias"} == {"islamic-state-khorasan"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_what_a_spreadsheet_would_run_is_defused(cell):
    assert safe(cell) == "'" + cell.replace("\r", "\n")


@given(st.text())
def test_no_cell_of_words_starts_like_a_formula(words):
    assert not str(safe(words)).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_stay_numbers():
    assert safe(-3.5) == -3.5


def test_a_carriage_return_within_a_cell_parts_no_row():
    stream = io.StringIO(newline="")
    _write(stream, {"words": "", "more": ""}, [{"words": "one\rtwo\r\nthree", "more": "\r=1"}])
    assert list(csv.reader(io.StringIO(stream.getvalue(), newline="")))[1:] == [["one\ntwo\nthree", "'\n=1"]]

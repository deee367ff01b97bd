"""Words of others that could do harm: in every field of text, through every form of export, to the reader of the form."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from zipfile import ZipFile

import pytest
from tests.hostile_database import hostile_words

import relata
from relata.export import FORMATS
from relata.export.to_csv import safe, write_csv_folder
from relata.export.to_parquet import write_parquet_folder
from relata.export.to_xlsx import text_of

WORDS = hostile_words()
FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


@pytest.fixture(scope="module")
def store(hostile_file):
    with relata.open(hostile_file) as db:
        assert len(db.incidents()) == len(WORDS) >= 60
        yield db.store


def written(form, store):
    stream = io.BytesIO() if FORMATS[form].binary else io.StringIO(newline="")
    FORMATS[form].write(store, stream)
    return stream.getvalue()


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            assert re.fullmatch(r"[\w-]+", name), name  # no word of a report becomes the name of a field
            yield from strings(one)


@pytest.mark.parametrize(
    "form", [name for name, form in FORMATS.items() if not form.binary and "json" in form.media_type]
)
def test_json_holds_the_words_unchanged_and_is_what_it_was_without_them(form, store):
    text = written(form, store)
    text.encode()  # nothing that UTF-8 cannot hold
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    lines = text.splitlines() if FORMATS[form].media_type == "application/x-ndjson" else [text]
    if FORMATS[form].media_type == "application/x-ndjson":
        lines = text.split("\n")[:-1]  # a line ends with a line feed alone, not with what Unicode calls a line
    there = {words for line in lines for words in strings(json.loads(line))}
    if not form.startswith(("ftm", "stix")):
        assert {one.kept for one in WORDS} - {""} <= there


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.media_type.startswith("text/csv")])
def test_no_cell_of_a_table_is_a_formula_and_none_spills_over(form, store):
    rows = list(csv.reader(io.StringIO(written(form, store), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    numbers = re.compile(r"-?[\d.]+")
    assert not [cell for row in rows for cell in row if FORMULA.match(cell) and not numbers.fullmatch(cell)]


def test_claims_and_reports_as_tables_are_harmless_and_complete(store, tmp_path):
    write_csv_folder(store, tmp_path)
    for path in tmp_path.iterdir():
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [cell for row in rows for cell in row if FORMULA.match(cell)]
        if path.name == "reports.csv":
            assert {row[rows[0].index("title")] for row in rows[1:]} == {safe(one.kept) for one in WORDS}


def test_a_workbook_holds_text_and_no_formula_link_or_broken_part(store):
    from openpyxl import load_workbook

    data = written("xlsx", store)
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode()
            ET.fromstring(text)  # well-formed
            assert "<f>" not in text
            assert "hyperlink" not in text.lower() or name.startswith("docProps") or "HYPERLINK(" in text
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", text)
    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and FORMULA.match(cell.value))
    titles = {cell.value for cell in next(book["reports"].iter_cols(min_col=5, max_col=5, min_row=2))}
    plain = {one.kept for one in WORDS if "\r" not in one.words}  # XML reads a carriage return as a line feed
    assert {text_of(words) for words in plain} <= titles


def test_parquet_holds_the_words_unchanged(store, tmp_path):
    import pyarrow.parquet as pq

    write_parquet_folder(store, tmp_path)
    reports = pq.read_table(tmp_path / "reports.parquet").to_pylist()
    assert {row["title"] for row in reports} == {one.kept for one in WORDS}
    claims = pq.read_table(tmp_path / "claims.parquet")
    assert {one.kept for one in WORDS} <= set(claims["quote"].to_pylist())


def test_followthemoney_takes_every_entity_and_links_go_to_the_web_alone(store):
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed: pip install 'relata[ftm]'")
    for line in written("ftm", store).split("\n")[:-1]:
        data = json.loads(line)
        ftm.model.get(data["schema"]).validate(data)
        assert set(ftm.model.get(data["schema"]).required) - {"fileName"} <= set(data["properties"])
        assert all(re.match("https?://", url) for url in data["properties"].get("sourceUrl", []))
        assert not any("/" in name for name in data["properties"].get("fileName", []))
        assert re.fullmatch(r"relata-[a-z]+-[\w-]+", data["id"])


def test_stix_takes_the_bundle_and_links_go_to_the_web_alone(store):
    stix2 = pytest.importorskip("stix2")
    text = written("stix", store)
    assert len(stix2.parse(text).objects) > len(WORDS)
    urls = [
        ref["url"] for one in json.loads(text)["objects"] for ref in one.get("external_references", []) if "url" in ref
    ]
    assert all(re.match("https?://", url) for url in urls)


def test_geojson_is_valid(store):
    import geojson

    assert geojson.loads(written("geojson", store)).is_valid

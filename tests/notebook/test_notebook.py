"""Notebooks: lists and values show themselves, as text alone; frames have types; the worked notebook runs."""

import re
import tempfile
from pathlib import Path

import pytest
from lxml import html as reader
from tests.hostile_database import hostile_words

import relata
from relata.notebook import SHOWN, load_ipython_extension

TARGET = Path(__file__).resolve().parents[2] / "docs/notebooks/who-says-what.ipynb"
TAGS = {"div", "p", "b", "table", "thead", "tbody", "tr", "th", "td"}


def test_a_list_of_incidents_shows_the_first_and_says_how_many_there_are(demo_db):
    page = reader.fromstring(demo_db.incidents()._repr_html_())
    assert page.text_content().startswith(f"{len(demo_db.incidents())} incidents, the first 20")
    assert len(page.xpath("//tbody/tr")) == 20
    (row,) = reader.fromstring(demo_db.incidents(country="KE", min_killed=100)._repr_html_()).xpath("//tbody/tr")
    assert [cell.text for cell in row][:6] == [
        "2015-04-02",
        "Garissa University College, KE",
        "raid",
        "148 (3-148)",
        "79 (60-79)",
        "al-Shabaab (claimed); Kenyan police (attributed)",
    ]


def test_claims_and_actors_show_themselves(demo_db):
    claims = reader.fromstring(demo_db.incidents(country="KE").claims()._repr_html_())
    assert claims.text_content().startswith("the first 20 claims")
    assert {"attribute", "value", "who", "stance", "words"} <= {head.text for head in claims.xpath("//th")}
    actors = reader.fromstring(demo_db.actors()._repr_html_())
    assert " actors, the first 20" in actors.text_content()


def test_frames_of_polars_have_types_and_lists(demo_db):
    pl = pytest.importorskip("polars")
    incidents = demo_db.incidents().to_polars()
    assert incidents.height == len(demo_db.incidents())
    assert (incidents.schema["date_start"], incidents.schema["killed_best"]) == (pl.Date, pl.Int64)
    assert incidents.schema["targets"] == pl.List(pl.String)
    claims = demo_db.incidents(country="KE").claims().to_polars()
    assert set(claims["incident"]) == set(demo_db.incidents(country="KE").ids)
    killed = claims.filter((pl.col("attribute") == "killed") & (pl.col("low") == 148))
    assert killed.height
    actors = demo_db.actors().to_polars()
    assert "Al-Shabaab" in actors.filter(pl.col("id") == "al-shabaab")["aliases"].to_list()[0]


def test_frames_of_pandas_have_nullable_numbers(demo_db):
    claims = demo_db.claims().to_pandas()
    assert len(claims) == sum(1 for _ in demo_db.claims())
    assert str(claims.dtypes["low"]) == "Int64"
    assert claims[claims.attribute == "place"].lat.notna().any()
    assert list(demo_db.actors().to_pandas().columns) == ["id", "name", "kind", "aliases", "claims"]
    assert demo_db.incidents().to_pandas().equals(demo_db.incidents().to_frame())


def test_claims_and_actors_can_be_gone_through_again(demo_db):
    claims, actors = demo_db.incidents(country="KE").claims(), demo_db.actors()
    assert list(claims) == list(claims) != []
    assert list(actors) == list(actors) != []


def test_words_of_others_are_text_alone(hostile_file):
    with relata.open(hostile_file) as db:
        pages = [db.incidents()._repr_html_(), db.claims()._repr_html_(), db.actors()._repr_html_()]
        pages += [SHOWN[relata.Incident](one) for one in db.incidents()]
        pages += [SHOWN[relata.Report](one) for one in db.reports()]
        pages += [SHOWN[relata.Claim](one) for one in db.claims()]
        pages += [SHOWN[relata.Actor](one) for one in db.actors()]
    assert len(pages) > 3 * len(hostile_words())
    for text in pages:
        page = reader.fromstring(f"<div>{text}</div>")
        assert {element.tag for element in page.iter()} <= TAGS
        assert {name for element in page.iter() for name in element.attrib} <= {"scope", "style"}
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", text)


def test_the_extension_tells_ipython_how_to_show_single_values(demo_db):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    load_ipython_extension(shell)
    incident = demo_db.incidents(country="KE", min_killed=100)[0]
    data, _ = shell.display_formatter.format(incident)
    assert "Raid in Garissa University College" in data["text/html"]


@pytest.mark.slow
def test_the_worked_notebook_is_what_its_cells_are_and_runs():
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    from genscripts import notebook

    kept = nbformat.read(TARGET, as_version=4)
    made = notebook.build()
    assert [cell.source for cell in kept.cells] == [cell.source for cell in made.cells], (
        "run python -m genscripts.notebook"
    )
    with tempfile.TemporaryDirectory(prefix="relata-") as folder:  # a short path: sockets must lie in it
        done = notebook.run(made, Path(folder))
    text = str([output for cell in done.cells for output in cell.get("outputs", [])])
    assert "147 (3-147)" in text
    assert "Toll(low=104, best=104, high=104)" in text
    assert "error" not in {output.output_type for cell in done.cells for output in cell.get("outputs", [])}

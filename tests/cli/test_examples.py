"""Every example that a help shows is run as it stands."""

import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest
import typer

import relata
from relata.cli.app import VERBS
from relata.demo import reports_folder
from relata.run.imports import import_actors, import_places
from relata.tables.imported import forget

_EXAMPLE = re.compile(r"^ +(relata .+)$", re.MULTILINE)
NAMES = [name for name, _ in VERBS]
LISTS = Path(__file__).parents[1] / "cases" / "imports"


def helps(verb):
    """The help of a verb, and of those below it."""
    if not isinstance(verb, typer.Typer):
        return [verb.__doc__ or ""]
    return [verb.info.help, *(below.callback.__doc__ or "" for below in verb.registered_commands)]


EXAMPLES = [
    (name, example)
    for name, verb in VERBS
    for text in helps(verb)
    for example in _EXAMPLE.findall(text.partition("\b")[2])
]


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """Lists under the names that the examples have for them, of which two are imported."""
    monkeypatch.setenv("RELATA_IMPORTS", str(tmp_path / "imports"))
    forget()
    shutil.copy(LISTS / "ucdp.csv", tmp_path / "ucdp-actor-221.csv")
    shutil.copy(LISTS / "entities.ftm.json", tmp_path)
    for name in ("AF", "allCountries"):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.write(LISTS / "AF.txt", f"{name}.txt")
    import_actors(tmp_path / "ucdp-actor-221.csv")
    import_places(tmp_path / "AF.zip")
    yield
    monkeypatch.undo()
    forget()


def ids_for(db, name, words):
    """Ids are hashes: those of the help are such as were given once."""
    if name == "report":
        return [next(iter(db.reports())).id]
    if "reject" in words:
        return [db.incidents()[0].claims[0].id]
    if name in ("undo", "decisions"):
        return [db.decide("confirm", [db.incidents().ids[0]], "A. Analyst", "seen").id]
    return db.incidents().ids


LASTING = {"serve"}
"""Verbs that go on until they are stopped; tests/web starts them."""


def test_every_verb_shows_an_example():
    assert sorted({name for name, _ in EXAMPLES}) == sorted(NAMES)


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize(("name", "example"), [one for one in EXAMPLES if one[0] not in LASTING])
def test_an_example_runs(cli, demo_file, tmp_path, name, example):
    (tmp_path / "reports").mkdir()
    for file in sorted(reports_folder().iterdir())[:12]:
        shutil.copy(file, tmp_path / "reports")
    shutil.copy(reports_folder() / "wire-items.jsonl", tmp_path / "wire.jsonl")
    shutil.copy(demo_file, tmp_path / "demo.db")
    words = shlex.split(example)[1:]
    if name in ("show", "report", "decide", "undo", "decisions"):
        with relata.open(tmp_path / "demo.db") as db:
            ids = iter(ids_for(db, name, words))
            if "import" in words:
                db.export_decisions(tmp_path / "decisions.json")
        words = [next(ids)[:8] if re.fullmatch(r"[0-9a-f]{8}", word) else word for word in words]
    done = cli(*words)
    assert re.sub(r"relata: as of \S+ \d+ reports without a date are left out\n", "", done.err) == ""
    assert done.code == 0
    assert done.out.strip() or "-o" in words
    assert "no incident meets this" not in done.out

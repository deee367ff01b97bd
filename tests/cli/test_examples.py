"""Every example that a help shows is run as it stands."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer

import relata
from relata.cli.app import VERBS
from relata.demo import reports_folder

IMPORTS = Path(__file__).parents[1] / "cases/imports"
_EXAMPLE = re.compile(r"^ +(relata .+)$", re.MULTILINE)
NAMES = [name for name, _ in VERBS]


def told(verb):
    """What a verb, or a group of verbs, says of itself."""
    return (verb.info.help if isinstance(verb, typer.Typer) else verb.__doc__) or ""


EXAMPLES = [(name, example) for name, verb in VERBS for example in _EXAMPLE.findall(told(verb).partition("\b")[2])]


def test_every_verb_shows_an_example():
    assert sorted({name for name, _ in EXAMPLES}) == sorted(NAMES)


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_runs(cli, demo_file, tmp_path, monkeypatch, name, example):
    monkeypatch.setenv("RELATA_IMPORTS", str(tmp_path / "imports"))
    (tmp_path / "reports").mkdir()
    for file in sorted(reports_folder().iterdir())[:12]:
        shutil.copy(file, tmp_path / "reports")
    shutil.copy(reports_folder() / "wire-items.jsonl", tmp_path / "wire.jsonl")
    shutil.copy(demo_file, tmp_path / "demo.db")
    shutil.copy(IMPORTS / "ucdp.csv", tmp_path / "ucdp-actor-221.csv")
    words = shlex.split(example)[1:]
    if name in ("show", "report"):
        # Ids are hashes: those of the help are such as were given once.
        with relata.open(demo_file) as db:
            id_ = db.incidents().ids[0] if name == "show" else next(iter(db.reports())).id
        words = [id_[:8] if re.fullmatch(r"[0-9a-f]{8}", word) else word for word in words]
    done = cli(*words)
    assert done.err == ""
    assert done.code == 0
    assert done.out.strip() or "-o" in words
    assert "no incident meets this" not in done.out

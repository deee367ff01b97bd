"""Killed at any moment, reading leaves whole files only, and reading again ends as if nothing had happened."""

import io
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from test_reading import article, everything

from relata.export import write_json
from relata.run import read
from relata.store import Store

SCRIPT = """
import sys
from relata.run import read
from relata.store import Store

def told(progress):
    print(progress.uri, flush=True)

sys.path.insert(0, sys.argv[1])
store = Store.open(sys.argv[2])
read(store, [sys.argv[3]], extractor="handmade", workers=int(sys.argv[4]), progress=told)
"""
KILLS = 6
FILES = 400


def said_before_death(command, lines, delay):
    """What a reading process said was read: killed a moment after so many lines, wherever it then stood."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        said = [process.stdout.readline() for _ in range(lines)]
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        said += process.stdout.readlines()
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def exported(store):
    stream = io.StringIO()
    write_json(store, stream)
    return stream.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_killing_a_reading_process_loses_nothing_and_leaves_nothing_half(tmp_path, handmade, workers):
    corpus, path = tmp_path / "corpus", tmp_path / "relata.db"
    corpus.mkdir()
    for n in range(FILES):
        (corpus / f"{n:03}.txt").write_text(article(n))
    undisturbed = Store.open(tmp_path / "undisturbed.db")
    read(undisturbed, [corpus], extractor="handmade", workers=1)

    command = [sys.executable, "-c", SCRIPT, str(handmade), str(path), str(corpus), str(workers)]
    chance = random.Random(20220304)
    said_before_death(command, 0, 0.5)
    for kill in range(KILLS):
        said = said_before_death(command, 40 * kill + chance.randrange(1, 40), chance.uniform(0, 0.02))
        with sqlite3.connect(path) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert not plain.execute("PRAGMA foreign_key_check").fetchall()
        store = Store.open(path)
        whole = {report.uri: report.id for report in store.reports()}
        assert set(said) <= set(whole)
        assert len(whole) < FILES
        found = list(store.claims(whole.values()))
        assert found == [claim for claim in undisturbed.claims() if claim.report in set(whole.values())]
        store.close()
    subprocess.run(command, check=True, timeout=60, stdout=subprocess.DEVNULL)

    store = Store.open(path)
    assert everything(store) == everything(undisturbed)
    assert exported(store) == exported(undisturbed)
    store.close()
    undisturbed.close()

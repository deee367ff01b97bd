"""The same reports give the same bytes, whatever the order of Python's hashes and however many work on them."""

import os
import subprocess
import sys

import pytest

from relata.demo import reports_folder

SCRIPT = """
import sys
import relata

with relata.open(sys.argv[1]) as db:
    db.read(*sys.argv[4:], workers=int(sys.argv[3]))
    db.export("json", sys.argv[2])
"""


@pytest.mark.slow
def test_runs_with_other_hashes_and_other_processes_give_the_same_bytes(tmp_path):
    files = sorted(path for path in reports_folder().rglob("*") if path.is_file())[:14]
    texts = []
    for seed, workers in ((1, 1), (2, 2)):
        out = tmp_path / f"{seed}.json"
        command = [sys.executable, "-c", SCRIPT, tmp_path / f"{seed}.db", out, str(workers), *files]
        subprocess.run(command, check=True, timeout=120, env={**os.environ, "PYTHONHASHSEED": str(seed)})
        texts.append(out.read_bytes())
    assert texts[0] == texts[1]
    assert b'"standing"' in texts[0]

"""Commands as somebody types them, on the demonstration corpus."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from relata.cli.app import run


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs ``relata WORDS…`` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("RELATA_DB", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: object, **environment: str) -> Ran:
        capsys.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            code = run([str(word) for word in words])
        done = capsys.readouterr()
        return Ran(code, done.out, done.err)

    return command


def started(*words: object, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    """``relata WORDS…`` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", "from relata.cli.app import main; main()", *map(str, words)],
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture(name="started")
def _started() -> Callable[..., subprocess.Popen[bytes]]:
    return started

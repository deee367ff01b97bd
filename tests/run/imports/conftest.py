"""A folder of imports for each test, and the lists in tests/cases/imports."""

from pathlib import Path

import pytest

from relata.tables.imported import forget

CASES = Path(__file__).parents[2] / "cases" / "imports"


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch) -> Path:
    """The folder of imports: empty, and forgotten afterwards."""
    folder = tmp_path / "imports"
    monkeypatch.setenv("RELATA_IMPORTS", str(folder))
    forget()
    yield folder
    monkeypatch.undo()
    forget()


@pytest.fixture
def cases() -> Path:
    return CASES

"""What ``import relata`` promises is there, sorted, and stays light."""

import subprocess
import sys

import pytest

import relata


def test_the_public_names_are_sorted_and_each_once():
    assert relata.__all__ == sorted(set(relata.__all__))


@pytest.mark.parametrize("name", relata.__all__)
def test_each_public_name_is_there(name):
    assert getattr(relata, name) is not None
    assert name in dir(relata)


def test_every_name_that_is_loaded_lazily_is_public():
    assert sorted([*relata._HOME, "__version__"]) == relata.__all__


def test_a_name_that_is_not_there_is_said_so():
    with pytest.raises(AttributeError, match="has no attribute 'guess'"):
        relata.guess  # noqa: B018 - asking is the test


def test_importing_loads_nothing_heavy():
    heavy = [
        "sqlalchemy",
        "alembic",
        "pandas",
        "numpy",
        "trafilatura",
        "lxml",
        "py3langid",
        "ftfy",
        "typer",
        "rich",
        "dataclasses",
    ]
    code = f"import sys, relata; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

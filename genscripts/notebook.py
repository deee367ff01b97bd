"""The worked notebook: ``who-says-what.txt`` here has its cells, ``docs/notebooks`` holds them with what they show.

Run ``python -m genscripts.notebook`` to run it anew (some seconds, no network). A test compares the cells, and runs it.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]
CELLS = Path(__file__).with_name("who-says-what.txt")
TARGET = ROOT / "docs/notebooks/who-says-what.ipynb"
SECONDS = 120
_MARK = re.compile(r"^%%(?: \[(markdown)\])?\n", re.MULTILINE)


def cells() -> Iterator[tuple[str, str]]:
    """Kind and text of each cell: they are parted by lines of ``%%``, which may say that what follows is Markdown."""
    _, *parts = _MARK.split(CELLS.read_text("utf-8"))
    for kind, text in zip(parts[::2], parts[1::2], strict=True):
        yield kind or "code", text.strip()


def build() -> Any:
    """The notebook, not run."""
    book = nbformat.v4.new_notebook()
    for number, (kind, text) in enumerate(cells(), 1):
        make = nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell
        book.cells.append(make(text, id=f"cell-{number}"))
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return book


def run(book: Any, folder: Path) -> Any:
    """Run it in a folder, which must have a short path; its cells then hold what they show."""
    client = NotebookClient(book, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    client.create_kernel_manager()
    client.km.transport = "ipc"  # sockets of files: nobody else on this machine can speak to the kernel
    client.km.ip = str(folder / "kernel")
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "RELATA_IMPORTS": os.devnull})
    for cell in book.cells:
        cell.metadata.pop("execution", None)  # the times at which it ran
    book.metadata.pop("language_info", None)  # the Python of this machine
    return book


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="relata-") as here:
        nbformat.write(run(build(), Path(here)), TARGET)

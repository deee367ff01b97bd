"""Pages that are generated, and those written by hand: their commands run, their links lead somewhere."""

import re
import shutil
from pathlib import Path

import pytest

from genscripts import cli_reference, pages
from relata.demo import reports_folder

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = sorted(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md"))
)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", pages.PAGES)
def test_tables_and_printed_output_are_what_the_code_gives(page):
    assert (ROOT / page).read_text("utf-8") == pages.build(page), "run python -m genscripts.pages"


def test_the_reference_is_the_help_of_the_commands(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    assert cli_reference.TARGET.read_text("utf-8") == cli_reference.build(), "run python -m genscripts.cli_reference"


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    for link in _LINK.findall(path.read_text("utf-8")):
        if re.match(r"(?:https?|mailto):", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link


@pytest.mark.parametrize("page", [*pages.PAGES, "docs/design.md"])
def test_examples_of_the_library_run(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(reports_folder(), tmp_path / "reports")
    names: dict[str, object] = {}
    for block in _PYTHON.findall((ROOT / page).read_text("utf-8")):
        exec(compile(block, page, "exec"), names)
    capsys.readouterr()

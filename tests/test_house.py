"""The rules of the house that no tool checks: lengths, silence, and that everything public is explained."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import relata
from relata.cli.app import VERBS
from relata.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src/relata").rglob("*.py"))
CODE = [
    path
    for folder in ("src", "benchmarks", "genscripts", "training", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)

LONGEST_MODULE = 400
LONGEST_FUNCTION = 45
LONG_FOR_A_REASON: dict[str, str] = {}
"""Functions that may be longer, each with the reason."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "src/relata" if "relata" in path.parts[-4:] or path in SOURCES else ROOT).as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From the first statement behind the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_module_is_longer_than_a_reader_can_hold():
    long = {
        _name(path): count for path in CODE if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_no_function_of_the_package_is_longer_than_a_screen():
    long = {
        name: count
        for path in SOURCES
        for function in _functions(path)
        if (count := _lines_of_code(function)) > LONGEST_FUNCTION
        and (name := f"{_name(path)}:{function.name}") not in LONG_FOR_A_REASON
    }
    assert long == {}


def test_every_exception_for_length_is_still_needed():
    there = {
        f"{_name(path)}:{function.name}"
        for path in SOURCES
        for function in _functions(path)
        if _lines_of_code(function) > LONGEST_FUNCTION
    }
    assert set(LONG_FOR_A_REASON) <= there


def test_the_package_prints_nothing_but_what_the_command_line_writes():
    prints = [
        f"{_name(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "breakpoint", "input")
    ]
    assert prints == []


def test_the_public_face_is_one_sorted_list_and_every_name_is_explained():
    assert relata.__all__ == sorted(relata.__all__)
    unexplained = [name for name in relata.__all__ if not name.startswith("__") and not getattr(relata, name).__doc__]
    assert unexplained == []


def test_every_public_function_and_class_has_a_docstring():
    bare = []
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        if not ast.get_docstring(tree) and tree.body:
            bare.append(_name(path))
        bare += [
            f"{_name(path)}:{node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert bare == []


def test_every_setting_and_every_verb_stands_in_the_guide():
    guide = (ROOT / "docs/guide.md").read_text("utf-8")
    missing = [one.name for one in SETTINGS if f"`RELATA_{one.name.upper()}`" not in guide]
    missing += [name for name, _ in VERBS if not re.search(rf"relata (?:--db \S+ )?{name}\b", guide)]
    assert missing == []


def test_the_changelog_knows_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"^## \[?{re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert re.search(rf"^version: {re.escape(version)}$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_a_page_tells_to_type_exists(page):
    text = page.read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text) + re.findall(r"^\$ make ([a-z]+)", text, re.MULTILINE)) <= targets
    verbs = {name for name, _ in VERBS}
    assert set(re.findall(r"(?:`|\$ )relata (?:--db \S+ )?([a-z]+)", text)) <= verbs
    for module in re.findall(r"python -m (genscripts|benchmarks|training)\.(\w+)", text):
        path = ROOT / module[0] / module[1]
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=_name)
def test_nothing_unfinished_and_no_path_of_somebodys_machine(path):
    if path == Path(__file__).resolve():
        return
    text = path.read_text("utf-8")
    assert not re.findall(r"\b(?:TODO|FIXME)\b", text)
    assert not re.findall(r"(?<![\w.:/~])/(?:home|root|Users|work)/\w+", text)


def test_the_locks_name_no_host_and_pin_everything():
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-build.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.findall(r"://|index|find-links|^-", text, re.MULTILINE), name
        pins = re.findall(r"^[a-zA-Z0-9].*$", text, re.MULTILINE)
        assert all("==" in pin for pin in pins), name


def test_the_locks_have_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for name, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-dev.lock", project["dependencies"] + project["optional-dependencies"]["dev"]),
    ):
        pinned = {
            line.partition("==")[0].lower() for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line
        }
        missing = [one for one in wanted if re.split(r"[\[<>=~ ]", one)[0].lower().replace("_", "-") not in pinned]
        assert missing == [], name

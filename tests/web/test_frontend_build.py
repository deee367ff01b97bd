"""What is bundled for the browser: pinned, from no named host, and made anew only when it has changed."""

import json
import re
import sys
from pathlib import Path

import pytest

from relata.web.served import VENDOR

ROOT = Path(__file__).resolve().parents[2]
LOCK = json.loads((ROOT / "frontend/package-lock.json").read_text("utf-8"))


@pytest.fixture
def build(monkeypatch):
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    monkeypatch.syspath_prepend(str(ROOT))
    import hatch_build

    yield hatch_build
    sys.modules.pop("hatch_build", None)


def test_everything_is_pinned_with_its_hash_and_no_host_is_named():
    packages = {name: one for name, one in LOCK["packages"].items() if name}
    assert len(packages) > 20
    assert all(one.get("integrity", "").startswith("sha512-") for one in packages.values())
    assert not [name for name, one in packages.items() if "resolved" in one]
    asked = LOCK["packages"][""]
    assert all(re.fullmatch(r"[\d.]+", one) for one in {**asked["dependencies"], **asked["devDependencies"]}.values())


def test_nothing_is_done_where_nothing_has_changed(build, tmp_path, monkeypatch):
    monkeypatch.setattr(build, "STAMP", tmp_path / "built-from.txt")
    (tmp_path / "built-from.txt").write_text(build._digest() + "\n", "utf-8")
    monkeypatch.setattr(build, "_node", lambda: pytest.fail("Node was called"))
    assert build.bundle() is False


def test_a_change_of_what_it_is_made_of_is_seen(build, tmp_path, monkeypatch):
    before = build._digest()
    assert before == build._digest()
    (tmp_path / "src").mkdir()
    for name in ("package-lock.json", "build.mjs"):
        (tmp_path / name).write_bytes((ROOT / "frontend" / name).read_bytes() + b"\n")
    monkeypatch.setattr(build, "FRONTEND", tmp_path)
    assert build._digest() != before


@pytest.mark.skipif(not VENDOR.is_dir(), reason="the libraries for the browser were not bundled (hatch_build.py)")
def test_the_bundle_has_what_the_page_asks_for_and_its_licences():
    js = "".join(path.read_text("utf-8") for path in (VENDOR.parent / "js").glob("*.js"))
    asked = set(re.findall(r"\.\./vendor/([\w.-]+)", js)) | {"fonts.css", "maplibre-gl.css"}
    assert asked <= {path.name for path in VENDOR.iterdir()}
    fonts = re.findall(r"url\(\./([\w.-]+)\)", (VENDOR / "fonts.css").read_text("utf-8"))
    assert all((VENDOR / name).is_file() for name in fonts)
    licences = (VENDOR / "LICENSES.txt").read_text("utf-8")
    for name in ("maplibre-gl", "@observablehq/plot", "d3", "world-atlas", "inter", "source-serif-4"):
        assert name in licences
    assert 'append("style")' not in (VENDOR / "plot.js").read_text("utf-8")

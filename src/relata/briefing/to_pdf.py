"""A briefing as PDF, printed by a browser of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from relata.briefing.parts import Briefing
from relata.briefing.to_html import html
from relata.errors import ResourceError
from relata.settings import setting

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "brave-browser",
)
"""Programs that can print a page without showing it."""

SECONDS = 180
_TIME = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


def pdf(briefing: Briefing) -> bytes:
    """The briefing as it is printed.

    Raises:
        ResourceError: if there is no browser, or it fails; the message says what to do.
    """
    browser = setting("browser") or next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None or shutil.which(browser) is None:
        raise ResourceError(
            f"no browser to print the PDF with ({browser or 'looked for ' + ', '.join(BROWSERS)}): install Chromium, "
            "name a browser in RELATA_BROWSER, or write html and print that"
        )
    with tempfile.TemporaryDirectory(prefix="relata-briefing-") as folder:
        page, printed = Path(folder) / "briefing.html", Path(folder) / "briefing.pdf"
        page.write_text(html(briefing), encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-extensions",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # a browser has no sandbox for root; the page has no script
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ResourceError(f"{browser} could not print the briefing: {error}") from None
        if not printed.exists():
            said = (done.stderr or done.stdout).strip().splitlines()
            raise ResourceError(f"{browser} printed nothing: {said[-1] if said else 'it says nothing'}")
        return _TIME.sub(rb"\g<1>19800101000000", printed.read_bytes())

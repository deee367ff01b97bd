"""A small extractor, installed as any other package would install one."""

import importlib
import sys
from pathlib import Path

import pytest
from llm_server import TEXT, LlmServer

from relata.model import make_report

MODULE = '''
import os
import re
import time

from relata.model import ActorName, Count, Extraction, Maker, OUTLET, Span, make_claim, make_event

KILLED = re.compile(r"killed (\\\\d{1,6})")


class Handmade:
    """Finds "killed N", and fails where a report asks for it."""

    name = "handmade"
    version = "1"

    def extract(self, report):
        if "RAISE" in report.text:
            raise ValueError("a report that no rule foresaw")
        if "DIE" in report.text:
            os._exit(3)
        if "SLEEP" in report.text:
            time.sleep(100)
        if "STUBBORN" in report.text:
            while True:
                try:
                    time.sleep(100)
                except BaseException:
                    pass
        events, claims = [], []
        for found in KILLED.finditer(report.text):
            span = Span(found.start(), found.end())
            event = make_event(report=report.id, type="bombing", realis="actual", trigger=span)
            events.append(event)
            n = int(found[1])
            value = Count(n, n, found[1])
            holder = ActorName("@", OUTLET, "media")
            claims.append(make_claim(report=report.id, text=report.text, span=span, attribute="killed", value=value,
                                     holder=holder, event=event.id))
        return Extraction(report.id, tuple(events), tuple(claims), Maker(self.name, self.version))
'''


@pytest.fixture(autouse=True)
def handmade(tmp_path_factory, monkeypatch) -> Path:
    """The folder in which the extractor "handmade" is installed."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / "handmade_extractor.py").write_text(MODULE.replace("\\\\d", "\\d"))
    about = folder / "handmade_extractor-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: handmade-extractor\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[relata.extractors]\nhandmade = handmade_extractor:Handmade\nhollow = handmade_extractor:KILLED\n"
    )
    monkeypatch.syspath_prepend(str(folder))
    importlib.invalidate_caches()
    yield folder
    sys.modules.pop("handmade_extractor", None)
    from relata.run.extractors import installed

    installed.cache_clear()


@pytest.fixture
def server(monkeypatch):
    found = LlmServer()
    for name, value in (("URL", found.url), ("MODEL", "small-1"), ("KEY", "sk-secret-77"), ("RETRIES", "1")):
        monkeypatch.setenv(f"RELATA_LLM_{name}", value)
    monkeypatch.setattr("relata.run.llm.server._BACK_OFF", 0.01)
    yield found
    found.close()


@pytest.fixture
def report():
    return make_report(uri="r.txt", text=TEXT, outlet="The Courier", published="2022-03-05", published_from="text")

"""What several folders of tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from relata.model import (
    ActorName,
    Count,
    DateInterval,
    Extraction,
    Maker,
    Place,
    Report,
    Span,
    make_claim,
    make_event,
    make_report,
)

os.environ["RELATA_IMPORTS"] = os.devnull
"""What somebody imported on this machine must not change what is tested."""

BINARIES = Path("/usr/lib/postgresql")
MAKER = Maker("by hand", "1", "0123456789abcdef")


def told(
    words: str = "A bomb killed at least 12 people at a market in Peshawar on Friday, police said.",
    *,
    uri: str = "reports/blast.txt",
    outlet: str | None = "The Khyber Courier",
    published: str | None = "2022-03-05",
    killed: int = 12,
    maker: Maker = MAKER,
    part: int = 0,
) -> tuple[Report, Extraction]:
    """A report and what is to be found in it, made by hand: one bombing with the claims that matter."""
    report = make_report(
        uri=uri, text=words, part=part, outlet=outlet, title=words[:40], published=published, published_from="text"
    )
    event = make_event(report=report.id, type="bombing", realis="actual", trigger=Span(2, 6))
    police = ActorName("police", None, "state force")
    values = [
        ("killed", Count(killed, None, f"at least {killed}"), police),
        ("wounded", Count(50, 50, "about 50", approx=True), police),
        ("date", DateInterval.on(date(2022, 3, 4)), police),
        ("place", Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.008, 71.57849, "city", "Peshawar"), police),
        ("responsible", ActorName("IS-K", "islamic-state-khorasan", "armed group"), ActorName("@", "@outlet", "media")),
        ("target", "market", police),
        ("unclaimed", None, police),
    ]
    claims = [
        make_claim(
            report=report.id,
            text=words,
            span=Span(0, min(30, len(words))),
            attribute=attribute,
            value=value,
            holder=holder,
            event=event.id,
            via=("a news agency",),
        )
        for attribute, value, holder in values
    ]
    alias = make_claim(
        report=report.id,
        text=words,
        span=Span(0, 6),
        attribute="alias",
        value=ActorName("IS-K", "islamic-state-khorasan", "armed group"),
        holder=police,
        actor=ActorName("Islamic State - Khorasan", "islamic-state-khorasan", "armed group"),
    )
    return report, Extraction(report.id, (event,), (*claims, alias), maker)


@pytest.fixture
def tell() -> Callable[..., tuple[Report, Extraction]]:
    """Makes a report together with what is to be found in it."""
    return told


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: that of RELATA_TEST_POSTGRES, else a private one for this run."""
    named = os.environ.get("RELATA_TEST_POSTGRES")
    if named:
        yield named
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'relata[postgres]'")
    found = sorted(BINARIES.glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name))
    if not found:
        pytest.skip("no PostgreSQL: RELATA_TEST_POSTGRES is not set, and no server is installed in " + str(BINARIES))
    if os.getuid() == 0 and not shutil.which("runuser"):
        pytest.skip("PostgreSQL does not run as root, and there is no runuser to become somebody else")
    # A short path: a socket's name may have 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="relata-pg-", dir="/tmp"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    binaries, data = found[-1].parent, folder / "data"
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    try:
        _as_postgres(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        _as_postgres(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            _as_postgres(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _as_postgres(*command: object) -> None:
    words = [str(word) for word in command]
    if os.getuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/tmp")


@pytest.fixture
def postgres_database(postgres_server: str) -> Iterator[str]:
    """The address of an empty database on the server, gone after the test."""
    import psycopg
    from sqlalchemy.engine import make_url

    name = f"relata_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new database can be made: one test body for every kind."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_database"))
    return str(tmp_path / "relata.db")


_numbers = iter(range(10**6))


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the demonstration corpus, read once for all tests of a process. Not to be changed."""
    import relata
    from relata.demo import reports_folder

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with relata.open(path) as db:
        db.read(reports_folder())
    return path


@pytest.fixture(scope="session")
def demo_db(demo_file: Path) -> Iterator[object]:
    """The demonstration corpus, opened. Not to be changed."""
    import relata

    with relata.open(demo_file) as db:
        yield db


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with words that could do harm in every field of text. Not to be changed."""
    from tests.hostile_database import fill

    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    fill(path)
    return path

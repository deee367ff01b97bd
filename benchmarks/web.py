"""How quick the API and the pages are over a large database, and how much memory the server takes.

A real server is started over invented incidents (``benchmarks.web_made``) and asked one question after the other, each
several times: ``p50_ms`` and ``p95_ms`` are of all questions together, ``slowest_ms`` the median of the slowest one.
Each question is asked of content that the server has not answered about (``first``), then again (``again``), when an
answer may be kept. Times are by the clock, from the request to the last byte.

``python -m benchmarks web [--limit INCIDENTS] [--data FILE]``: by default 100,000 incidents are made in a temporary
folder, which takes some minutes; a FILE that is there is taken as it is.
"""

from __future__ import annotations

import multiprocessing
import socket
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from benchmarks.common import Result
from benchmarks.web_made import fill

INCIDENTS = 100_000
TIMES = 5
"""How often a question is asked of content that is new to the server."""
SLOW = 2_000
"""Milliseconds above which a question is asked only once."""
STARTING = 60
"""Seconds after which a server that does not answer has failed."""

API = "/api/v1"


class Asked(NamedTuple):
    """How long one question took, in milliseconds, and how long the answer is, in bytes."""

    path: str
    first: list[float]
    again: list[float]
    size: int
    status: int


def questions(client: httpx.Client) -> list[str]:
    """What is asked: every kind of question, wide ones and narrow ones."""
    found = client.get(f"{API}/incidents?limit=1&order=-killed").json()["incidents"][0]
    incident, report = found["id"], found["reports"][0]
    actor = client.get(f"{API}/facets").json()["facets"]["actor"][1]["value"]
    cursor = client.get(f"{API}/incidents?limit=500&type=bombing").json()["next"]
    paths = [
        "/incidents", "/incidents?order=-date", "/incidents?order=-killed", "/incidents?limit=500",
        f"/incidents?limit=500&type=bombing&cursor={cursor}",
        "/incidents?country=AF&since=2015&until=2019&min_killed=3", f"/incidents?actor={actor}&status=claimed",
        "/incidents?bbox=20,-10,60,30&standing=contested", "/incidents?text=police",
        "/incidents?text=police&country=IQ",
        f"/incidents/{incident}", f"/incidents/{incident}/claims", f"/incidents/{incident}/history",
        f"/incidents/{incident}/accounts",
        "/incidents/points?zoom=2", "/incidents/points?zoom=6&bbox=20,-10,60,30", "/incidents/points?zoom=12",
        "/incidents/coordinates", "/incidents/coordinates?country=SY",
        "/incidents/timeline", "/incidents/timeline?by=day", "/incidents/timeline?type=clash&by=year",
        "/facets", "/facets?type=bombing", "/facets?country=SY&since=2010",
        "/count?country=YE", "/count?country=AF&by=year", "/count",
        "/reports", "/reports?since=2012&until=2013", "/reports?text=police", f"/reports/{report}",
        "/actors", "/actors?name=front", f"/actors/{actor}", "/claims", "/claims?attribute=responsible",
        "/claims?attribute=alias", "/search?q=police", "/search?q=bombing&country=SO", "/overview", "/decisions",
    ]  # fmt: skip
    return [API + path for path in paths] + pages(client, incident, report, actor)


def pages(client: httpx.Client, incident: str, report: str, actor: str) -> list[str]:
    """The pages for people that there are."""
    known = ["/", "/?country=AF&since=2015", "/?type=bombing", f"/incidents/{incident}", f"/reports/{report}"]
    known += ["/actors", f"/actors/{actor}", "/overview", "/decisions"]
    return [path for path in known if client.get(path).status_code == 200]


def run(data: Path, limit: int | None) -> Result:
    """Make the database if need be, start the server, ask."""
    with tempfile.TemporaryDirectory(prefix="relata-web-") as folder:
        where = data if data.is_file() else Path(folder) / "web.db"
        incidents = limit or INCIDENTS
        start = time.perf_counter()
        if not where.exists():
            fill(where, incidents)
        made = time.perf_counter() - start
        found, memory = measured(where)
    result = Result("web", str(where))
    result.n = len(found)
    quick = [one for asked in found for one in asked.first]
    slowest = max(found, key=lambda asked: statistics.median(asked.first))
    result.measures = {
        "p50_ms": round(statistics.median(quick), 1),
        "p95_ms": round(statistics.quantiles(quick, n=20)[-1], 1),
        "slowest_ms": round(statistics.median(slowest.first), 1),
        "server_mb": round(memory, 1),
    }
    result.table = [
        f"  {where.stat().st_size / 1e6:.0f} MB of database" if where.exists() else "",
        f"  made in {made:.0f} s; {len(found)} questions, {TIMES} times each",
        f"  {'first p50':>10} {'first p95':>10} {'again p50':>10} {'bytes':>10}",
        *(_line(asked) for asked in sorted(found, key=lambda asked: -statistics.median(asked.first))),
    ]
    return result


def _line(asked: Asked) -> str:
    first, again = statistics.median(asked.first), statistics.median(asked.again)
    status = "" if asked.status == 200 else f"  ({asked.status})"
    return f"  {first:10.1f} {max(asked.first):10.1f} {again:10.1f} {asked.size:10d}  {asked.path}{status}"


def measured(where: Path) -> tuple[list[Asked], float]:
    """Every question, and the highest memory of the server in megabytes."""
    port = _free_port()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(str(where), port), daemon=True)
    server.start()
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=600) as client:
            _wait(client)
            found = [ask(client, path) for path in questions(client)]
        return found, _peak_mb(server.pid)
    finally:
        server.terminate()
        server.join()


def ask(client: httpx.Client, path: str) -> Asked:
    """Ask one question as if for the first time, some times, and then as one that was asked before."""
    first, again, size, status = [], [], 0, 0
    for _ in range(TIMES):
        client.post("/forget")
        took, answer = _timed(client, path)
        first.append(took)
        again.append(_timed(client, path)[0])
        size, status = len(answer.content), answer.status_code
        if took > SLOW:
            break
    return Asked(path, first, again, size, status)


def _timed(client: httpx.Client, path: str) -> tuple[float, httpx.Response]:
    start = time.perf_counter()
    answer = client.get(path)
    return 1000 * (time.perf_counter() - start), answer


def _serve(where: str, port: int) -> None:
    """The server, with one more route: to forget the answers that it keeps."""
    import uvicorn  # noqa: PLC0415 - in the server's process alone

    from relata.web.answers import Kept  # noqa: PLC0415
    from relata.web.app import create_app  # noqa: PLC0415
    from relata.web.memo import Memo  # noqa: PLC0415
    from relata.web.served import Served  # noqa: PLC0415

    app: Any = create_app(Served(where))

    def forget() -> None:
        app.state.answers = Kept()
        app.state.memo, app.state.dossiers = Memo(), Memo(8)

    app.add_api_route("/forget", forget, methods=["POST"])

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(client: httpx.Client) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end:
        try:
            client.get(f"{API}/openapi.json").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def _peak_mb(pid: int | None) -> float:
    """The highest memory of a process, in megabytes; Linux alone tells it of another one."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return float("nan")
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024 / 1e6

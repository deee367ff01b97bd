"""The examples of the API's description: what each operation answers about the demonstration corpus, shortened.

Run ``python -m genscripts.api_examples``; a test does the same and compares.
"""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

import relata
from relata.demo import reports_folder
from relata.web.api import groups
from relata.web.api.document import EXAMPLES
from relata.web.api.operations import BASE, JSON
from relata.web.app import create_app
from relata.web.served import Served

ITEMS = 1
"""Items that are left of each list."""
LONGEST = 160
"""Characters that are left of each text."""
TOWN = "Garissa"
"""Words of the title of the incident that the examples show."""
WHO = "al-shabaab"


def build() -> dict[str, Any]:
    """The examples, by operation."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "reports").symlink_to(reports_folder())
        os.chdir(folder)  # reports are known by the path under which they were read
        try:
            with relata.open("demo.db") as db:
                db.read("reports", workers=1)
            app = create_app(Served("demo.db", edit=True))
            found = asyncio.run(_asked(app))
            app.state.databases.close()
            return found
        finally:
            os.chdir(before)


async def _asked(app: FastAPI) -> dict[str, Any]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost" + BASE) as client:
        incidents = (await client.get("/incidents?limit=500")).json()["incidents"]
        incident = next(one for one in incidents if TOWN in one["title"])
        report = (await client.get(f"/reports/{incident['reports'][0]}")).json()["report"]
        inside = {"incidents": incident["id"], "reports": report["id"], "actors": WHO}
        found: dict[str, Any] = {}
        for operation in (one for group in groups() for one in group.operations):
            thing = inside[operation.path.split("/")[1]] if operation.inside else ""
            path = operation.path.replace("{id}", thing).replace("{name}", thing)
            answer = await client.get(path + (f"?{operation.example}" if operation.example else ""))
            answer.raise_for_status()
            found[operation.name] = {"path": thing} if thing else {}
            found[operation.name]["answer"] = _answer(answer, operation.media)
        found["list_claims"] |= {"report": report["id"], "incident": incident["id"]}
        body = {
            "kind": "confirm",
            "subjects": [incident["id"]],
            "by": "A. Analyst",
            "reason": "I spoke with survivors.",
        }
        made = (await client.post("/decisions", json=body)).json()
        undone = (await client.post(f"/decisions/{made['id']}/undo", json={"by": "A. Analyst"})).json()
        clock = {"id": "0123456789abcdef", "at": "2026-11-28T10:00:00+00:00"}
        found["decide"] = {"body": body, "answer": {**made, **clock}}
        later = {"withdrawn_at": "2026-11-28T11:00:00+00:00"}
        found["undo"] = {"path": clock["id"], "body": {"by": "A. Analyst"}, "answer": {**undone, **clock, **later}}
        return found


def _answer(answer: httpx.Response, media: str) -> Any:
    if media == JSON or media.endswith("+json"):
        return shortened(answer.json())
    return "".join(answer.text.splitlines(keepends=True)[: 1 + ITEMS])


def shortened(value: Any) -> Any:
    """A JSON value with lists and texts cut short."""
    if isinstance(value, dict):
        return {name: shortened(one) for name, one in value.items()}
    if isinstance(value, list):
        plain = all(isinstance(one, str | int | float) for one in value)
        return [shortened(one) for one in value[: 4 if plain else ITEMS]]
    if isinstance(value, str) and len(value) > LONGEST:
        return value[: LONGEST - 1] + "…"
    return value


def text() -> str:
    """The file."""
    return json.dumps(build(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    EXAMPLES.write_text(text(), encoding="utf-8")

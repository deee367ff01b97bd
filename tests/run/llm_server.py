"""A server on this machine that speaks the API: it hands out what a test put ready, and remembers what was asked."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from relata.run import extractor_named


def completion(content, finish="stop"):
    """The body of a chat completion, as the servers send it."""
    if not isinstance(content, str):
        content = json.dumps(content)
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}
    return json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice]}).encode()


class LlmServer:
    """Answers in the order in which they were put ready; the last one for good.

    An answer is (status, body, headers), or a function that is given the handler and does as it likes.
    """

    def __init__(self):
        self.answers = []
        self.asked = []
        self.headers = []
        self.paths = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.asked.append(json.loads(body))
                outer.headers.append(dict(self.headers))
                outer.paths.append(self.path)
                answer = outer.answers.pop(0) if len(outer.answers) > 1 else outer.answers[0]
                if callable(answer):
                    answer(self)
                    return
                status, body, headers = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def says(self, *contents):
        """Make the model write these, one after the other."""
        self.answers = [content if callable(content) else (200, completion(content), {}) for content in contents]

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


TEXT = """Bomb kills 12 in Peshawar market

PESHAWAR: A bomb hidden in a cart killed at least 12 people and wounded about thirty others at a vegetable market in
Peshawar on Friday, police said. Three children were among the dead, a doctor at the city’s main hospital said.

The Tehrik-i-Taliban Pakistan claimed responsibility for the blast. “We did not target shoppers,” said Bilal Karim, a
spokesman for the group.
"""
EVENT = {
    "id": "e1",
    "trigger": "bomb",
    "type": "bombing",
    "realis": "actual",
    "when": ["Friday"],
    "where": ["Peshawar"],
    "targets": ["vegetable market"],
    "victims": ["Three children"],
    "weapons": [],
}
KILLED = {
    "event": "e1",
    "attribute": "killed",
    "words": "at least 12 people",
    "of": "people",
    "side": None,
    "part": False,
    "holder": "police",
    "via": [],
    "stance": "asserts",
    "quote": "A bomb hidden in a cart killed at least 12 people",
}


def claim(**changes):
    return {**KILLED, **changes}


def answer(*claims, events=(EVENT,)):
    return {"events": list(events), "claims": list(claims)}


def found(report):
    return extractor_named("llm").extract(report)


def of(extraction, attribute):
    return [one for one in extraction.claims if one.attribute == attribute]

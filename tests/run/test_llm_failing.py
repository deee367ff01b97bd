"""Every way in which a server can fail, and that none of them loses what is stored."""

import time

import pytest
from llm_server import TEXT, answer, claim, completion, found, of

from relata.errors import ExtractorError, NoAnswerError, QueryError
from relata.run import extractor_named, read
from relata.store import Store


def slow(handler):
    time.sleep(3)
    handler.close_connection = True


def drip(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def huge(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x" * 100_000)


def nothing(handler):
    handler.connection.close()
    handler.close_connection = True


def half(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((200, b"<html>hello</html>", {}), "no chat completion"),
        ((200, b"[]", {}), "no chat completion"),
        ((200, b'{"choices": []}', {}), "no chat completion"),
        ((200, b"[" * 200_000, {}), "no chat completion"),
        ((200, completion(""), {}), "wrote nothing"),
        ((200, b'{"choices": [{"message": {"content": null}}]}', {}), "wrote nothing"),
        ((200, completion("I am sorry, I cannot help with that."), {}), "no JSON object"),
        ((200, completion('{"events": ' + "[" * 100_000 + "}"), {}), "no JSON object"),
        ((200, completion('{"events": {}, "claims": 3}'), {}), "no lists"),
        ((200, completion('{"answer": 42}'), {}), "no lists"),
        ((500, b"out of memory", {}), "answers 500: out of memory"),
        ((503, b"", {"Retry-After": "0"}), "answers 503"),
        ((400, b"context is too long", {}), "answers 400: context is too long"),
        ((418, b"\x1b[31mteapot", {}), "answers 418"),
        (slow, "no whole answer within 1 s"),
        (drip, "no whole answer within 1 s"),
        (huge, "more than 4,000,000 bytes"),
        (nothing, "broke off"),
        (half, "broke off"),
    ],
)
def test_an_answer_that_is_none_says_why(server, report, monkeypatch, given, said):
    monkeypatch.setenv("RELATA_LLM_SECONDS", "1")
    server.answers = [given]
    with pytest.raises(NoAnswerError, match=said) as raised:
        found(report)
    assert "secret" not in str(raised.value)
    assert len(server.asked) <= 2 or given[0] == 200


def test_a_server_that_is_busy_or_wrote_nonsense_is_asked_again(server, report):
    server.answers = [(429, b"", {}), (200, completion("{"), {}), (200, completion(answer(claim())), {})]
    assert len(of(found(report), "killed")) == 1
    assert server.asked[0]["seed"] != server.asked[-1]["seed"]


@pytest.mark.parametrize(
    ("status", "body", "headers", "said"),
    [
        (401, b"no such key: sk-secret-77", {}, r"answers 401: no such key: \[key\]; is RELATA_LLM_KEY right"),
        (404, b'{"error": "model not found"}', {}, "RELATA_LLM_MODEL right"),
        (302, b"", {"Location": "http://elsewhere.example/v1"}, "sends its callers on to http://elsewhere.example/v1"),
        (307, b"", {"Location": "http://127.0.0.1:1/"}, "which is not followed"),
        (429, b"quota is used up", {}, "quota is used up"),
    ],
)
def test_where_no_question_can_be_answered_all_reading_stops(server, report, status, body, headers, said):
    server.answers = [(status, body, headers)]
    with pytest.raises(ExtractorError, match=said) as raised:
        found(report)
    assert "secret" not in str(raised.value)


def test_a_server_that_is_not_there_is_named(server, report, monkeypatch):
    monkeypatch.setenv("RELATA_LLM_URL", "http://127.0.0.1:1/v1")
    with pytest.raises(ExtractorError, match=r"cannot reach the server http://127\.0\.0\.1:1 \(RELATA_LLM_URL\)"):
        found(report)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("URL", "", "needs RELATA_LLM_URL"),
        ("MODEL", "", "needs RELATA_LLM_MODEL"),
        ("URL", "ftp://somewhere/v1", "expected the address of an API"),
        ("URL", "http://[broken/v1", "expected the address of an API"),
        ("URL", "https://me:sk-9@host/v1", "put a key into RELATA_LLM_KEY"),
        ("SECONDS", "0", "RELATA_LLM_SECONDS of 1 or more"),
        ("RETRIES", "many", "expected a whole number"),
    ],
)
def test_settings_that_cannot_work_are_refused_at_once(server, monkeypatch, name, value, said):
    monkeypatch.setenv(f"RELATA_LLM_{name}", value)
    with pytest.raises(QueryError, match=said) as raised:
        extractor_named("llm")
    assert "sk-9" not in str(raised.value)


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "reports"
    where.mkdir()
    for number in range(3):
        (where / f"r{number}.txt").write_text(TEXT.replace("12", str(12 + number)))
    return where


def test_a_report_without_an_answer_is_listed_and_asked_again_by_the_next_run(server, folder, tmp_path):
    with_store = Store.open(tmp_path / "relata.db")
    server.answers = [(200, completion(answer()), {}), *[(500, b"busy", {})] * 2, (200, completion(answer()), {})]
    first = read(with_store, [folder], extractor="llm", workers=1)
    assert (first.reports, dict(first.skipped)) == (2, {"no answer": 1})
    (refused,) = with_store.skipped()
    assert refused.detail.endswith("answers 500: busy")
    second = read(with_store, [folder], extractor="llm", workers=1)
    assert (second.unchanged, second.reports, second.skipped) == (2, 1, ())
    assert list(with_store.skipped()) == []
    with_store.close()


def test_where_the_server_goes_away_what_was_read_is_kept_and_the_same_command_goes_on(server, folder, tmp_path):
    store = Store.open(tmp_path / "relata.db")
    good = (200, completion(answer(claim(words=None), claim())), {})
    server.answers = [good, (401, b"", {})]
    with pytest.raises(ExtractorError):
        read(store, [folder], extractor="llm", workers=1)
    assert len(list(store.reports())) == 1
    server.answers = [good]
    summary = read(store, [folder], extractor="llm", workers=1)
    assert (summary.unchanged, summary.reports) == (1, 2)
    assert summary.dropped == 6  # in each: no words, another number, and a Friday of no date
    assert len(list(store.reports())) == 3
    store.close()


def test_worker_processes_ask_as_well(server, folder, tmp_path):
    store = Store.open(tmp_path / "relata.db")
    server.says(answer(claim()))
    assert read(store, [folder], extractor="llm", workers=2).reports == 3
    assert len(server.asked) == 3
    store.close()

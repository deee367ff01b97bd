"""The extractor that asks a model: what is asked, what is kept, and what is dropped."""

import json

import pytest
from llm_server import EVENT, KILLED, TEXT, answer, claim, completion, found, of

from relata.model import OUTLET, Count, make_report
from relata.run import extractor_named, maker_of


def test_it_is_found_by_name_and_keeps_what_is_anchored(server, report):
    server.says(answer(claim()))
    extraction = found(report)
    (killed,) = of(extraction, "killed")
    assert killed.value == Count(12, None, "at least 12")
    assert (killed.holder.text, killed.stance, killed.of) == ("police", "asserts", "people")
    assert killed.quote == KILLED["quote"] == TEXT[killed.span.start : killed.span.end]
    assert [event.type for event in extraction.events] == ["bombing"]
    (day,) = of(extraction, "date")
    assert day.value.start.isoformat() == "2022-03-04"
    assert of(extraction, "place")[0].value.country == "PK"
    assert [one.quote for one in of(extraction, "target")] == ["vegetable market"]
    assert extraction.dropped == 0
    assert all(report.text[one.span.start : one.span.end] == one.quote for one in extraction.claims)


def test_numbers_are_read_from_the_words_and_never_taken_from_the_server(server, report):
    about = claim(attribute="wounded", words="about thirty others", quote="wounded about thirty others", value=3000)
    one = claim(words="Bilal Karim", quote="said Bilal Karim", holder="@outlet")
    server.says(answer(about, one))
    extraction = found(report)
    assert of(extraction, "wounded")[0].value == Count(30, 30, "about thirty", approx=True)
    assert of(extraction, "killed")[0].value == Count(1, 1, "Bilal Karim")
    assert of(extraction, "killed")[0].holder.key == OUTLET


def test_actors_are_known_by_the_table_and_responsibility_is_claimed_by_those_who_speak_for_it(server, report):
    quote = "The Tehrik-i-Taliban Pakistan claimed responsibility for the blast"
    own = claim(
        attribute="responsible",
        words="Tehrik-i-Taliban Pakistan",
        holder="The Tehrik-i-Taliban Pakistan",
        stance="claims",
        quote=quote,
    )
    other = claim(
        attribute="responsible", words="Tehrik-i-Taliban Pakistan", holder="@outlet", stance="claims", quote=quote
    )
    server.says(answer(own, other))
    claims = of(found(report), "responsible")
    assert {one.value.kind for one in claims} == {"armed group"}
    assert len({one.value.key for one in claims}) == 1
    assert sorted(one.stance for one in claims) == ["asserts", "claims"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "A bomb hidden in a car killed at least 12 people"},
        {"words": "at least 13 people"},
        {"words": "about thirty"},
        {"holder": "the interior ministry"},
        {"event": "e9"},
        {"words": "hidden", "quote": "bomb hidden in a cart killed"},
        {"stance": "certain"},
        {"attribute": "destroyed"},
        {"words": None},
        {"quote": 12},
        {"holder": {"name": "police"}},
        {"words": "x" * 5000},
    ],
)
def test_what_has_no_anchor_or_another_shape_is_dropped_and_counted(server, report, wrong):
    server.says(answer(claim(), claim(**wrong)))
    extraction = found(report)
    assert [one.quote for one in of(extraction, "killed")] == [KILLED["quote"]]
    assert extraction.dropped == 1


def test_an_event_without_its_word_takes_its_claims_with_it(server, report):
    server.says(answer(claim(), claim(), events=[{**EVENT, "trigger": "explosion"}]))
    extraction = found(report)
    assert (extraction.events, extraction.claims, extraction.dropped) == ((), (), 3)


def test_marks_and_blanks_may_differ_and_the_text_is_what_is_stored(server, report):
    doctor = claim(
        words='"Three children"',
        part=True,
        of=None,
        holder="a doctor at the city's main hospital",
        quote="Three children were among the dead.",
    )
    lines = claim(
        words="at least 12 people",
        quote="killed at least 12 people and wounded about thirty others at a vegetable market in Peshawar on Friday",
    )
    server.says(answer(doctor, lines))
    children, twelve = sorted(of(found(report), "killed"), key=lambda one: one.value.low)
    assert (children.quote, children.part, children.value.low) == ("Three children were among the dead", True, 3)
    assert "’s main" in children.holder.text
    assert "in\nPeshawar" in twelve.quote


def test_the_question_is_the_same_for_the_same_report_and_the_answer_shape_is_demanded(server, report):
    server.says(answer())
    found(report)
    found(report)
    first, second = server.asked
    assert first == second
    assert (first["temperature"], first["model"], first["stream"]) == (0, "small-1", False)
    assert isinstance(first["seed"], int)
    assert first["response_format"]["type"] == "json_schema"
    assert first["messages"][1]["content"].endswith(TEXT)
    assert server.paths == ["/v1/chat/completions"] * 2
    assert server.headers[0]["Authorization"] == "Bearer sk-secret-77"


def test_a_server_that_knows_no_shapes_is_asked_without(server, report):
    no = (400, b'{"error": {"message": "unknown field response_format"}}', {})
    server.answers = [no, (200, completion("Here it is:\n```json\n" + json.dumps(answer(claim())) + "\n```"), {})]
    assert len(of(found(report), "killed")) == 1
    assert "response_format" not in server.asked[1]


def test_what_made_the_claims_is_told_with_the_model_and_a_hash_of_what_was_asked(server, report, monkeypatch):
    before = maker_of(extractor_named("llm"))
    assert before.extractor == "llm"
    assert before.model.startswith("small-1 ")
    assert "secret" not in repr(before)
    monkeypatch.setenv("RELATA_LLM_MODEL", "large-2")
    assert maker_of(extractor_named("llm")).model.startswith("large-2 ")
    monkeypatch.setattr("relata.run.llm.asking.SEED", 1)
    assert maker_of(extractor_named("llm")).model != before.model.replace("small-1", "large-2")


def test_long_reports_are_sent_in_parts_that_overlap_and_events_told_twice_are_one(server, monkeypatch):
    monkeypatch.setenv("RELATA_LLM_PART_CHARS", "2000")
    filler = "The roads to the town were closed for most of the day, and shops stayed shut. "
    told = "A mortar shell hit a school in Aleppo and killed 5 people, a teacher said. "
    text = filler * 22 + told + filler * 30
    part = {
        **EVENT,
        "trigger": "mortar shell",
        "type": "shelling",
        "when": [],
        "where": ["Aleppo"],
        "targets": [],
        "victims": [],
    }
    five = claim(words="5 people", quote="killed 5 people", holder="a teacher")

    def tell(handler):
        said = server.asked[-1]["messages"][1]["content"]
        body = completion(answer(five, events=[part]) if "mortar" in said else answer(events=[]))
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.answers = [tell]
    report = make_report(uri="long.txt", text=text.strip())
    extraction = found(report)
    sent = [one["messages"][1]["content"].partition("The report:\n\n")[2] for one in server.asked]
    assert len(sent) >= 3
    assert max(map(len, sent)) <= 2000
    assert all(one in report.text for one in sent)
    assert sum("mortar" in one for one in sent) == 2
    assert len(extraction.events) == 1
    assert len(of(extraction, "killed")) == 1
    assert extraction.dropped == 0


def test_an_answer_cut_off_for_length_is_asked_for_in_halves(server):
    text = (
        "A man was shot dead in Basra on Monday, police said. " + "Nobody was in the street at the time. " * 60
    ).strip()
    server.answers = [(200, completion('{"events": [{"id"', "length"), {}), (200, completion(answer(events=[])), {})]
    found(make_report(uri="x.txt", text=text))
    first, *halves = [one["messages"][1]["content"].partition("The report:\n\n")[2] for one in server.asked]
    assert len(halves) == 2
    assert first.startswith(halves[0])
    assert first.endswith(halves[1])

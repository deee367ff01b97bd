from pathlib import Path

import pytest
import yaml

from relata.claims.attribution import Attribution, find_attributions
from relata.claims.attribution_words import words
from relata.language import annotate
from relata.model import make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/attribution/forms.yml").read_text("utf-8"))


def _find(text: str, title: str | None = None) -> tuple[Attribution, ...]:
    return find_attributions(annotate(make_report(uri="x", text=text, title=title)))


def _plain(one: Attribution, text: str) -> dict[str, object]:
    return {
        "source": one.source_span.cut(text) if one.source_span else None,
        "who": one.source_text,
        "cue": one.cue.cut(text),
        "stance": one.stance,
        "mode": one.mode,
        "kind": one.kind,
        "content": [part.cut(text) for part in one.content],
        "via": list(one.via),
    }


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_says_what_is_found(case):
    text = case["text"]
    found = [_plain(one, text) for one in _find(text, case.get("title"))]
    for wanted in case.get("find", []):
        assert any(all(one[key] == value for key, value in wanted.items()) for one in found), found
    if case.get("none"):
        assert found == []
    assert not {one["source"] for one in found} & set(case.get("not", []))


def test_every_cue_has_a_stance_and_a_frame():
    stances = {"asserts", "claims", "suspects", "denies", "doubts", "confirms"}
    for readings in words().cues.values():
        for reading in readings:
            assert reading.stance in stances
            assert reading.frame in {"speech", "clause", "object", "plan"}


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "said " * 20_000,
        "“a” said he. " * 3_000,
        ", he said" * 8_000,
        "[A] " * 8_000,
        "who said that " * 8_000,
        "It said the toll was 5. " * 4_000,
        "The Taliban fled. The group said so. " * 3_000,
        "Its spokesman put the toll at 9 by the army's count. " * 3_000,
    ],
)
def test_hostile_text_takes_bounded_time(text):
    assert isinstance(_find(text), tuple)

from pathlib import Path

import pytest
import yaml

from relata.language import annotate
from relata.model import make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/language/chunks.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_base_noun_phrases_have_their_heads(case):
    annotated = annotate(make_report(uri="x", text=case["text"]))
    found = {chunk.span.cut(case["text"]): annotated.tokens[chunk.head].text for chunk in annotated.chunks}
    assert {phrase: found.get(phrase) for phrase in case["phrases"]} == case["phrases"]

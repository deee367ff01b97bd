import json

import pytest

from benchmarks import re3d


def corpus(tmp_path, text, entities):
    rows = [
        {"begin": text.index(w), "end": text.index(w) + len(w), "type": t, "value": w, "confidence": c}
        for w, t, c in entities
    ]
    path = tmp_path / "documents.jsonl"
    path.write_text(json.dumps({"id": "d1", "text": text, "entities": rows}) + "\n", "utf-8")
    return tmp_path


def test_an_entity_counts_when_type_and_span_agree_but_for_the_article(tmp_path):
    data = corpus(
        tmp_path, "The Taliban met Hamas.", [("The Taliban", "Organisation", 1), ("Hamas", "Organisation", 1)]
    )
    assert re3d.run(data, None).measures["entity_f"] == 1.0


def test_what_the_annotators_threw_out_is_neither_right_nor_wrong(tmp_path):
    data = corpus(
        tmp_path, "The Taliban met Hamas.", [("The Taliban", "Organisation", 1), ("Hamas", "Organisation", 0)]
    )
    assert re3d.run(data, None).measures["entity_f"] == 1.0


def test_a_miss_is_counted_by_type_and_shown(tmp_path):
    data = corpus(tmp_path, "Xq met Hamas.", [("Xq", "Person", 1), ("Hamas", "Organisation", 1)])
    result = re3d.run(data, None)
    assert result.measures["entity_f"] == pytest.approx(2 / 3)
    assert result.breakdown == {"Person: missed": 1}

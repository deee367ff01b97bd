import gzip
import os
from pathlib import Path

import pytest
import yaml

from relata.errors import ResourceError
from relata.language import annotate, features
from relata.language.tagger import Weights, tag
from relata.model import make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/language/tags.yml").read_text("utf-8"))
DATA = Path(os.environ.get("RELATA_DATA", "../shared/data"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_words_of_reports_get_their_part_of_speech(case):
    annotated = annotate(make_report(uri="x", text=case["text"]))
    found = {token.text: token.pos for token in annotated.tokens}
    assert {word: found[word] for word in case["tags"]} == case["tags"]


def test_tags_do_not_depend_on_the_sentences_given_along():
    one = ["Police", "said", "five", "men", "died", "."]
    other = ["The", "group", "denied", "it", "."]
    assert tag([one, other]) == tag([one]) + tag([other])


def test_no_sentences_no_tags():
    assert tag([]) == []


def test_the_setting_of_a_sentence_is_seen():
    assert features.setting_of(["THE", "ARMY", "SAID", "SO"]) == features.CAPITALS
    assert features.setting_of(["Gunmen", "Attack", "Police", "Station"]) == features.TITLE_CASE
    assert features.setting_of(["The", "army", "said", "that", "Ali", "left"]) == features.NORMAL


def test_damaged_weights_are_reported(tmp_path):
    (tmp_path / "broken.npz").write_bytes(b"nothing")
    with pytest.raises(ResourceError, match="install Relata again"):
        Weights.load(tmp_path / "broken.npz")


def test_weights_survive_saving(tmp_path):
    import numpy as np

    made = Weights.packed(
        2, np.eye(4, 17, dtype=np.float32), np.eye(4, 17, dtype=np.float32) * -2, frozenset({"the", "of"})
    )
    made.save(tmp_path / "w.npz")
    read = Weights.load(tmp_path / "w.npz")
    assert (read.bits, read.closed) == (2, frozenset({"the", "of"}))
    assert (read.words == made.words).all()
    assert (read.both == made.both).all()


@pytest.mark.shared
@pytest.mark.skipif(not (DATA / "gum").exists(), reason="the treebanks are not here: set RELATA_DATA")
@pytest.mark.parametrize(("corpus", "floor"), [("ud_ewt", 0.94), ("gum", 0.955)])
def test_accuracy_on_development_sentences_holds(corpus, floor):
    from training.treebank import sentences

    dev = list(sentences(DATA / corpus / "dev.conllu.gz"))
    found = tag([item.words for item in dev])
    gold = [pos for item in dev for pos in item.tags]
    assert sum(a == b for a, b in zip(found, gold, strict=True)) / len(gold) >= floor


def test_treebank_words_are_cut_as_reports_are(tmp_path):
    from training.treebank import sentences

    lines = [
        "# text = Ex-rebels don't vote.",
        "1\tEx\tex\tX\tAFX\t_\t0\troot\t_\tSpaceAfter=No",
        "2\t-\t-\tPUNCT\tHYPH\t_\t0\tpunct\t_\tSpaceAfter=No",
        "3\trebels\trebel\tNOUN\tNNS\t_\t0\tnsubj\t_\t_",
        "4-5\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
        "4\tdo\tdo\tAUX\tVBP\t_\t0\taux\t_\t_",
        "5\tn't\tnot\tPART\tRB\t_\t0\tadvmod\t_\t_",
        "6\tvote\tvote\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No",
        "7\t.\t.\tPUNCT\t.\t_\t0\tpunct\t_\t_",
        "",
        "",
    ]
    path = tmp_path / "small.conllu.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    (found,) = sentences(path)
    assert found.words == ["Ex-rebels", "do", "n't", "vote", "."]
    assert found.tags == ["NOUN", "AUX", "PART", "VERB", "PUNCT"]


def test_words_of_reports_take_the_tag_they_get_most_often():
    from training.treebank import Tagged
    from training.unlabelled import settled

    tagged = [Tagged(["drones", "fly"], [tag, "VERB"]) for tag in ("NOUN", "NOUN", "NOUN", "VERB")]
    found = settled(tagged, frozenset({"fly"}))
    assert found == [["NOUN", None]] * 4


def test_our_own_training_sentences_are_well_formed():
    from training.treebank import field

    found = list(field())
    assert len(found) >= 80
    assert all(tag in features.TAGS for item in found for tag in item.tags)

from genscripts import reading as genscript
from relata.reading.shape import folded
from relata.tables import reading as tables


def test_the_committed_table_is_what_the_resources_give():
    assert genscript.TARGET.read_text("utf-8") == genscript.build()


def test_phrases_and_lines_are_folded_alike():
    for phrase in ("+ posts", "2 mins read", "Don’t Miss", "© 2016 Daily", "A-  A+", "Next >>"):
        assert genscript.folded(phrase) == folded(phrase)


def test_every_medium_has_one_entry():
    names = [name for name, *_ in tables._table()["media"]]
    assert len(names) == len(set(names))

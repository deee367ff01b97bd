import pytest

from relata.reading.decode import decoded
from relata.reading.repair import repaired

TEXT = "“Nobody is safe,” the mayor of Brel said at the café – twice."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_comes_out_the_same_from_every_encoding(encoding):
    assert repaired(decoded(TEXT.encode(encoding))) == TEXT


def test_text_cut_inside_a_character_keeps_the_rest():
    assert decoded((TEXT + "é").encode()[:-1]).startswith(TEXT)


def test_a_declared_encoding_is_believed_where_the_bytes_are_no_utf8():
    page = '<meta charset="iso-8859-2"><p>Młoda żona</p>'
    assert "Młoda żona" in decoded(page.encode("iso-8859-2"))


@pytest.mark.parametrize("data", [b"%PDF-1.7 \x80", b"\x89PNG\r\n\x1a\n", bytes(range(32)) * 40])
def test_bytes_that_are_no_text_are_refused(data):
    assert decoded(data) is None


@pytest.mark.parametrize(
    "valid", ["ﬁve killed", "“curly” ‘quotes’", "ｆｕｌｌ width", "naïve Ñandú", "Kandahār", "a – b — c…"]
)
def test_valid_text_is_not_altered(valid):
    assert repaired(valid) == valid


def test_controls_and_bidirectional_overrides_go_and_line_ends_are_one():
    assert repaired("a\x00b\u202ec\u2066d\r\ne\rf\u2028g\ufeff\ud800") == "abcd\ne\nf\ng\ufffd"

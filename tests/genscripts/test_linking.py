from genscripts import linking
from relata.tables.linking import aftermath_words, start, weights


def test_the_table_of_linking_is_what_the_resource_says():
    assert linking.TARGET.read_text("utf-8") == linking.build(), "run python -m genscripts.linking"


def test_most_pairs_are_two_and_what_rules_out_weighs_minus_infinity():
    assert start() < 0
    assert weights()["date"]["different"] == float("-inf")
    assert "sentenced" in aftermath_words()

from genscripts import rules, vague_numbers


def test_the_page_of_rules_is_what_the_code_says():
    assert rules.TARGET.read_text("utf-8") == rules.build(), "run python -m genscripts.rules"


def test_the_table_of_vague_numbers_is_what_the_resource_says():
    assert vague_numbers.TARGET.read_text("utf-8") == vague_numbers.build(), "run python -m genscripts.vague_numbers"

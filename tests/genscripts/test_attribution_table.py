from genscripts import attribution


def test_the_table_of_attribution_is_what_the_resource_says():
    assert attribution.TARGET.read_text("utf-8") == attribution.build(), "run python -m genscripts.attribution"


def test_verbs_are_inflected_with_their_irregular_forms():
    table = attribution._cues(
        [
            {
                "stance": "denies",
                "frame": "object",
                "kind": "statement",
                "words": "deny (denies, denied, denied, denying); rule out; rebut+",
            }
        ]
    )
    assert [row[:3] for row in table["denying"]] == [["deny", "ing", ""]]
    assert [row[:3] for row in table["ruled"]] == [["rule out", "past", "out"]]
    assert "rebutted" in table
    assert "rebutting" in table

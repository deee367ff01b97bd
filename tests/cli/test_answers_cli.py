import json

import pytest

import relata


def test_a_dossier_shows_names_with_their_grounds_profile_and_incidents(cli, demo_file):
    out = cli("--db", demo_file, "actor", "shabaab").out
    assert out.startswith("al-Shabaab · armed group · id al-shabaab\n")
    for part in ("names\n", "the entry 'al-shabaab' has it", "ally\n", "claimed", "killed ", "countries"):
        assert part in out


def test_a_dossier_as_json_holds_every_claim_that_it_refers_to(cli, demo_file):
    found = json.loads(cli("--db", demo_file, "actor", "al-Shabaab", "--json").out)
    there = {claim["id"] for claim in found["claims"]}
    told = {id_ for name in found["names"] for id_ in name["claims"]}
    told |= {id_ for slot in found["profile"] for value in slot["values"] for id_ in value["claims"]}
    assert told
    assert told <= there
    with relata.open(demo_file) as db:
        wanted = db.incidents(actor="al-Shabaab").ids
    assert [row["id"] for row in found["incidents"]] == list(wanted)


def test_a_name_that_nobody_or_many_have_is_an_error_of_one_line(cli, demo_file):
    nobody, many = cli("--db", demo_file, "actor", "Zzyzx"), cli("--db", demo_file, "actor", "spokesman")
    assert (nobody.code, nobody.out) == (1, "")
    assert "nobody is called 'Zzyzx'" in nobody.err
    assert "can be any of" in many.err
    assert many.err.count("\n") == 1


def test_a_question_is_answered_with_the_incidents_under_it(cli, demo_file):
    words = ("--actor", "al-Shabaab", "--status", "claimed", "--country", "Kenya", "--since", "2013")
    lines = cli("--db", demo_file, "count", "killed", *words).out.splitlines()
    found = json.loads(cli("--db", demo_file, "count", "killed", *words, "--json").out)
    assert lines[0].startswith(f"killed: {found['total']['best']:,} · lowest {found['total']['low']:,}")
    assert [row["id"][:8] for row in found["incidents"]]
    for row in found["incidents"]:
        assert any(row["id"][:8] in line for line in lines)
        assert row["killed"]["best"]


@pytest.mark.parametrize("by", ["year", "country", "actor", "type"])
def test_rows_are_printed_by_what_is_asked(cli, demo_file, by):
    out = cli("--db", demo_file, "count", "killed", "--by", by).out
    found = json.loads(cli("--db", demo_file, "count", "killed", "--by", by, "--json").out)
    assert f"\nby {by}\n" in out
    assert len(found["rows"]) > 3
    if by != "actor":
        assert sum(row["best"] for row in found["rows"]) == found["total"]["best"]


def test_what_cannot_be_counted_is_said_with_what_can(cli, demo_file):
    done = cli("--db", demo_file, "count", "goats")
    assert done.code == 1
    assert "killed, wounded" in done.err
    assert cli("--db", demo_file, "count", "killed", "--since", "2090").out == "no incident meets this\n"


def test_a_search_marks_its_hits_and_prints_counts(cli, demo_file):
    out = cli("--db", demo_file, "search", "university", "--country", "Kenya").out
    found = json.loads(cli("--db", demo_file, "search", "university", "--country", "Kenya", "--json").out)
    assert "*university*" in out
    assert found["incidents"]
    for row in (*found["incidents"][:10], *found["reports"][:10]):
        assert row["id"][:8] in out
    assert found["facets"]["country"] == [{"value": "KE", "label": "Kenya", "incidents": len(found["incidents"])}]
    for facet in found["facets"]:
        assert f"\n  {facet} " in out
    assert cli("--db", demo_file, "search", "zzyzx").out == "no report holds this\n"


def test_a_search_takes_phrases_and_a_limit(cli, demo_file):
    both = json.loads(cli("--db", demo_file, "search", "truck", "bomb", "--json").out)
    phrase = json.loads(cli("--db", demo_file, "search", '"truck bomb"', "--json").out)
    assert 0 < len(phrase["reports"]) < len(both["reports"])
    assert len(cli("--db", demo_file, "search", "bomb", "--limit", "1").out) < len(
        cli("--db", demo_file, "search", "bomb").out
    )

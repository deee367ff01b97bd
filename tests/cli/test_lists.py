import csv
import io
import json

import pytest

import relata


def test_one_incident_is_one_line_in_a_pipe(cli, demo_file):
    with relata.open(demo_file) as db:
        ids = db.incidents().ids
    lines = cli("--db", demo_file, "incidents").out.splitlines()
    assert lines[0].split() == [
        "date",
        "place",
        "type",
        "killed",
        "wounded",
        "responsible",
        "standing",
        "reports",
        "id",
    ]
    assert [line.split()[-1] for line in lines[1:-1]] == [id_[:8] for id_ in ids]
    assert lines[-1] == f"{len(ids)} incidents"
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("columns", [80, 100])
def test_in_a_narrow_terminal_nothing_is_cut_off(cli, demo_file, columns):
    out = cli("--db", demo_file, "incidents", COLUMNS=str(columns)).out
    assert max(map(len, out.splitlines())) <= columns
    with relata.open(demo_file) as db:
        for id_ in db.incidents().ids:
            assert id_[:8] in out


@pytest.mark.parametrize(
    "filters",
    [
        {"country": "Kenya"},
        {"since": "2015", "until": "2015"},
        {"type": "suicide bombing"},
        {"min_killed": 100},
        {"standing": "contested"},
        {"text": "school"},
        {"actor": "al-Shabaab", "country": "KE"},
        {"outlet": "the harbour courier"},
        {"bbox": "60,23,78,37"},
    ],
)
def test_filters_choose_what_the_library_chooses(cli, demo_file, filters):
    with relata.open(demo_file) as db:
        wanted = db.incidents(**filters).ids
    options = [part for name, value in filters.items() for part in (f"--{name.replace('_', '-')}", str(value))]
    found = json.loads(cli("--db", demo_file, "incidents", *options, "--json").out)
    assert [row["id"] for row in found] == list(wanted)
    assert wanted
    rows = csv.DictReader(io.StringIO(cli("--db", demo_file, "export", "--format", "csv", *options).out))
    assert [row["id"] for row in rows] == list(wanted)


def test_a_limit_says_of_how_many(cli, demo_file):
    with relata.open(demo_file) as db:
        total = len(db.incidents())
    lines = cli("--db", demo_file, "incidents", "--limit", "3").out.splitlines()
    assert len(lines) == 5
    assert lines[-1] == f"3 of {total} incidents"
    assert len(json.loads(cli("--db", demo_file, "incidents", "--limit", "3", "--json").out)) == 3


def test_nothing_found_is_said_and_is_an_empty_list_for_programs(cli, demo_file):
    assert cli("--db", demo_file, "incidents", "--since", "2090").out == "no incident meets this\n"
    assert json.loads(cli("--db", demo_file, "incidents", "--since", "2090", "--json").out) == []


def test_reports_are_listed_by_day_and_by_words(cli, demo_file):
    with relata.open(demo_file) as db:
        everything = [report.id for report in db.reports()]
        some = [report.id for report in db.reports(text="school")]
    assert [row["id"] for row in json.loads(cli("--db", demo_file, "reports", "--json").out)] == everything
    assert [
        row["id"] for row in json.loads(cli("--db", demo_file, "reports", "--text", "school", "--json").out)
    ] == some
    assert cli("--db", demo_file, "reports").out.splitlines()[-1] == f"{len(everything)} reports"


def test_what_was_refused_is_listed_with_its_reason(cli, demo_file):
    out = cli("--db", demo_file, "skipped").out
    assert "Spanish, not English" in out
    assert "bogota-faro.txt" in out
    with relata.open(demo_file) as db:
        wanted = [one.id for one in db.skipped()]
    assert len(json.loads(cli("--db", demo_file, "skipped", "--json").out)) == len(wanted)


def test_actors_are_found_under_any_of_their_names(cli, demo_file):
    assert "al-Shabaab · armed group" in cli("--db", demo_file, "actors", "shabab").out
    assert "nobody is called Zzyzx" in cli("--db", demo_file, "actors", "Zzyzx").out


def test_an_export_to_a_file_and_to_a_pipe_is_the_same(cli, demo_file, tmp_path):
    for form in ("json", "csv"):
        piped = cli("--db", demo_file, "export", "--format", form).out
        assert cli("--db", demo_file, "export", "--format", form, "-o", f"x.{form}").out == ""
        assert (tmp_path / f"x.{form}").read_text("utf-8") == piped


def test_an_export_to_a_folder_has_three_tables(cli, demo_file, tmp_path):
    (tmp_path / "out").mkdir()
    assert cli("--db", demo_file, "export", "--format", "csv", "-o", "out").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["claims.csv", "incidents.csv", "reports.csv"]

def test_the_demo_leaves_other_databases_alone_and_says_what_to_try(cli, tmp_path):
    done = cli("demo", RELATA_DB=str(tmp_path / "precious.db"))
    assert done.code == 0
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.name.endswith("db")) == [".db"]
    assert (tmp_path / "demo.db").exists()
    steps = [line.strip().split("  ")[0] for line in done.out.partition("Try next:\n")[2].splitlines()]
    for step in steps[:3]:
        assert cli(*step.split()[1:]).code == 0


def test_the_demo_reads_into_the_database_that_is_named(cli, tmp_path):
    assert "mine.db holds" in cli("--db", "mine.db", "demo").out
    assert not (tmp_path / "demo.db").exists()
    again = cli("--db", "mine.db", "demo").out
    assert "unchanged since they were read before" in again

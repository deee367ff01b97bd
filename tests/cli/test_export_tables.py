"""The forms of other event data, written by the command from the demonstration and read back as their users read them."""

import io
import json

import pandas as pd
import pytest

import relata

FORMS = ["ucdp", "acled", "gtd"]


@pytest.fixture(scope="session")
def written(demo_file):
    """What each form gives for the demonstration, by name."""
    found = {}
    with relata.open(demo_file) as db:
        for name in [*FORMS, "plover", "json"]:
            stream = io.StringIO(newline="")
            db.export(name, stream)
            found[name] = stream.getvalue()
    return found


@pytest.fixture(scope="session")
def whole(written):
    return json.loads(written["json"])["incidents"]


def test_ged_is_read_as_users_of_ged_do(written, whole):
    ged = pd.read_csv(io.StringIO(written["ucdp"]), parse_dates=["date_start", "date_end"], low_memory=False)
    assert len(ged) == len(whole)
    assert ged.shape[1] == 49
    assert str(ged.date_start.dtype).startswith("datetime64")
    assert ged.id.is_unique
    assert ged.relid.tolist() == [one["id"] for one in whole]
    dead = ged.dropna(subset=["best"])
    parts = dead[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum(axis=1)
    assert (parts == dead.best).all()
    assert ((dead.low <= dead.best) & (dead.best <= dead.high)).all()
    by_year = ged.groupby(["country_id", "year"]).best.sum()
    assert by_year.loc[(520, 2017)] >= 358
    clear = ged[ged.code_status == "Clear"].astype({"type_of_violence": "int64", "year": "int64", "date_prec": "int64"})
    assert set(clear.type_of_violence) <= {1, 2, 3}
    assert len(clear) > 10
    assert (ged.where_prec.dropna().between(1, 7)).all()


def test_acled_is_read_as_users_of_acled_do(written, whole):
    acled = pd.read_csv(
        io.StringIO(written["acled"]), parse_dates=["event_date"], dtype={"iso": "Int64", "year": "Int64"}
    )
    assert len(acled) == len(whole)
    assert acled.event_id_cnty.is_unique
    assert acled.event_id_cnty.str.fullmatch(r"[A-Z]{3}\d+").all()
    assert str(acled.fatalities.dtype) == "int64"
    known = acled.dropna(subset=["event_date"])
    assert (known.event_date.dt.year == known.year).all()
    counts = acled.pivot_table(index="country", columns="event_type", values="fatalities", aggfunc="sum")
    assert counts.loc["Somalia", "Explosions/Remote violence"] >= 358
    assert not acled.notes.isna().any()


def test_gtd_is_read_as_users_of_gtd_do(written, whole):
    gtd = pd.read_csv(io.StringIO(written["gtd"]), low_memory=False, encoding="utf-8")
    assert gtd.shape == (len(whole), 135)
    assert gtd.eventid.is_unique
    assert str(gtd.eventid.dtype) == "int64"
    dated = gtd[(gtd.imonth > 0) & (gtd.iday > 0)]
    days = pd.to_datetime(dated[["iyear", "imonth", "iday"]].set_axis(["year", "month", "day"], axis=1))
    assert days.notna().all()
    assert (dated.eventid.astype(str).str[:8] == days.dt.strftime("%Y%m%d")).all()
    claimed = gtd[gtd.claimed == 1]
    assert (claimed.gname != "Unknown").all()
    assert claimed.claimmode.between(1, 10).all()
    assert gtd.groupby("country_txt").nkill.sum()["Somalia"] >= 358
    assert (gtd.nkill.dropna() >= 0).all()


def test_plover_has_a_record_for_each(written, whole):
    records = pd.read_json(io.StringIO(written["plover"]), lines=True)
    assert records.id.tolist() == [one["id"] for one in whole]
    assert set(records.quad_code) == {4}


@pytest.mark.parametrize("form", [*FORMS, "plover"])
def test_the_command_gives_what_the_library_gives_and_the_filters_hold(cli, demo_file, written, form):
    assert cli("--db", demo_file, "export", "-f", form).out == written[form]
    some = cli("--db", demo_file, "export", "-f", form, "--country", "Kenya", "--as-of", "2015-12").out
    assert 1 < len(some.splitlines()) < len(written[form].splitlines())
    assert "Somali capital" not in some


def test_losses_are_written_beside_in_sentences_or_as_json(cli, demo_file, tmp_path):
    done = cli("--db", demo_file, "export", "-f", "gtd", "--country", "SO", "-o", "gtd.csv", "--loss", "lost.txt")
    assert (done.code, done.out) == (0, "")
    text = (tmp_path / "lost.txt").read_text("utf-8")
    assert text.startswith("What format gtd could not carry, of ")
    cli("--db", demo_file, "export", "-f", "gtd", "--country", "SO", "-o", "gtd.csv", "--loss", "lost.json")
    found = json.loads((tmp_path / "lost.json").read_text("utf-8"))
    assert found["incidents"] == len(pd.read_csv(tmp_path / "gtd.csv"))
    with relata.open(demo_file) as db:
        assert str(db.losses("gtd", country="SO")) == text


def test_losses_can_go_to_the_terminal_where_the_export_does_not(cli, demo_file):
    done = cli("--db", demo_file, "export", "-f", "acled", "--country", "Kenya", "-o", "acled.csv", "--loss", "-")
    assert done.out.startswith("What format acled could not carry, of ")
    done = cli("--db", demo_file, "export", "-f", "acled", "--loss", "-")
    assert (done.code, done.out) == (1, "")


def test_the_forms_are_described(cli):
    done = cli("export", "--formats")
    assert done.code == 0
    assert "ucdp" in done.out
    assert "49 columns" in done.out


def test_a_report_of_losses_needs_a_folder_that_is_there(cli, demo_file):
    done = cli("--db", demo_file, "export", "-f", "json", "-o", "x.json", "--loss", "nowhere/lost.txt")
    assert done.code == 1
    assert "there is no folder nowhere" in done.err

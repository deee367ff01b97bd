import pytest

from relata.reading.pubdates import date_in_address, find_date, parse_given


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("March 12, 2022", "2022-03-12"),
        ("Saturday, 12 March 2022", "2022-03-12"),
        ("December 23rd, 2021", "2021-12-23"),
        ("Updated 07 Sep, 2024", "2024-09-07"),
        ("2022-03-12T23:10:00+0430", "2022-03-12T23:10:00+04:30"),
        ("2022-03-12T23:10:00", "2022-03-12"),
        ("25/03/2022", "2022-03-25"),
        ("03/04/2022", None),  # two readings, and nothing says which
        ("31 February 2022", None),
        ("4 FEB 90", None),
        ("in March", None),
        ("a toll of 2022 dead", None),
    ],
)
def test_a_printed_date_is_read_only_where_it_has_one_reading(line, iso):
    found = find_date(line)
    assert (found.iso if found else None) == iso


def test_telex_years_have_two_digits():
    assert find_date("BOGOTA, 4 FEB 90", telex=True).iso == "1990-02-04"
    assert find_date("JUNE 11 89", telex=True).iso == "1989-06-11"


@pytest.mark.parametrize(
    ("uri", "iso"),
    [
        ("https://news.example/2022/03/12/blast", "2022-03-12"),
        ("https://web.archive.org/web/20190101120000/https://news.example/a", None),
        ("reports/2016-11-21_ambush.txt", "2016-11-21"),
        ("reports/ambush-20161121.html", "2016-11-21"),
        ("/runs/2024-01-01/a/b/ambush.txt", None),
        ("site/2015/7/3/ambush.html", "2015-07-03"),
        ("reports/123456789012.txt", None),
        ("reports/99999999.txt", None),
    ],
)
def test_an_address_gives_a_day_only_from_its_own_name(uri, iso):
    assert date_in_address(uri) == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (1612345678, "2021-02-03T09:47:58+00:00"),
        ("1612345678000", "2021-02-03T09:47:58+00:00"),
        ("20140131", "2014-01-31"),
        (True, None),
        (None, None),
        ("soon", None),
        (float("inf"), None),
        (5, None),
    ],
)
def test_a_given_date_may_be_words_or_seconds(value, iso):
    assert parse_given(value) == iso

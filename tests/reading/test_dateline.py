import pytest

from relata.reading.dateline import find_dateline

REST = "Gunmen killed four officers in a raid on a police post near the river on Tuesday night, officials said."


@pytest.mark.parametrize(
    ("opening", "text", "agency", "published"),
    [
        ("KABUL (AFP) – ", "KABUL (AFP)", "AFP", None),
        ("Kabul, Afghanistan (CNN) — ", "Kabul, Afghanistan (CNN)", "CNN", None),
        ("WASHINGTON: ", "WASHINGTON", None, None),
        ("MAIDUGURI, Nigeria, March 3 (Reuters) - ", "MAIDUGURI, Nigeria, March 3 (Reuters)", "Reuters", None),
        ("FRANKLIN (Feb. 4, 2014) – ", "FRANKLIN (Feb. 4, 2014)", None, "2014-02-04"),
        ("ISLAMABAD, (UrduPoint / Pakistan Point News - 5th March, 2022) - ", None, "UrduPoint", "2022-03-05"),
        ("LIMA (PERU), 4 FEB 90 (EFE) -- ", "LIMA (PERU), 4 FEB 90 (EFE)", "EFE", "1990-02-04"),
    ],
)
def test_a_dateline_is_read_in_its_common_forms(opening, text, agency, published):
    line = find_dateline(opening + REST)
    assert line is not None
    assert line.text == (text or line.text)
    assert (line.agency, line.published) == (agency, published)
    assert (opening + REST)[line.end :] == REST


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "UPDATE: " + REST,
        "CAPTURED: Suspect in river raid",
        "What is ISIS-K? " + REST,
        "The Islamic State - Khorasan Province said that it had done it.",
        "He said (and nobody doubted it) - that all was lost.",
        "CINCINNATI",
        "",
    ],
)
def test_what_is_no_dateline_is_left_alone(paragraph):
    assert find_dateline(paragraph) is None


def test_a_distributor_names_whose_story_it_prints():
    line = find_dateline(" date 2018-06-17 (MENAFN- The Coast Gazette) ".strip() + " " + REST)
    assert (line.agency, line.source, line.published, line.apart) == ("MENAFN", "The Coast Gazette", "2018-06-17", True)

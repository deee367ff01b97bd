import pytest

from relata.reading.outlets import credit_names, outlet_of_address
from relata.reading.sources import relied_on


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The toll has risen, RFE/RL reported.", ("RFE/RL",)),
        ("According to a BBC report, the group is small.", ("BBC",)),
        ("The US State Department's annual report estimates that it has 1,000 men.", ("US State Department",)),
        ("Naharat, a newspaper close to the government, reported that two were dead.", ("Naharat",)),
        ("In an interview with the BBC on Monday he said no.", ("BBC",)),
        (
            "A doctor told Reuters that 12 had died. The New York Times first reported the raid.",
            ("Reuters", "New York Times"),
        ),
        ("According to Nazary, they want peace. Police reported four dead.", ()),
        ("According to him, Local Media reported it.", ()),
        ("He went to The Times building and spoke to nobody.", ()),
    ],
)
def test_sources_are_those_that_the_report_itself_names(sentence, names):
    assert relied_on([sentence], None) == names


def test_the_outlet_itself_is_no_source():
    assert relied_on(
        ["The toll has risen, AFP reported. A doctor told the BBC that it was higher."], "Agence France-Presse"
    ) == ("BBC",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(With inputs from agencies)", ("agencies",)),
        ("Reuters and the Associated Press contributed to this report.", ("Reuters", "Associated Press")),
        ("Our man Jo Bell contributed to this report.", ()),
        ("AFP", ("AFP",)),
        ("Gunmen killed four officers.", None),
    ],
)
def test_credit_lines_name_whose_material_is_used(line, names):
    assert credit_names(line) == names


def test_an_address_gives_its_outlet_where_it_is_a_known_one():
    assert outlet_of_address("https://www.dawn.com/news/1") == "Dawn"
    assert outlet_of_address("http://web.archive.org/web/20200101000000/http://edition.cnn.com/a") == "CNN"
    assert outlet_of_address("https://nobody.example/a") is None
    assert outlet_of_address("reports/dawn.com.txt") is None

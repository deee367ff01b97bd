"""Lines beside an article that name its medium."""

import pytest

from relata.reading import read_text

STORY = """Gunmen kill nine in Mali village

{line}

BAMAKO - Armed men on motorbikes killed nine people in a village in the centre of the country late on Monday, the mayor of a
nearby town said on Tuesday, and four people were missing.
"""


@pytest.mark.parametrize(
    ("line", "outlet", "published", "byline"),
    [
        ("5 Feb 2020 - Sahel Dispatch", "Sahel Dispatch", "2020-02-05", None),
        ("Sahel Dispatch | 5 February 2020", "Sahel Dispatch", "2020-02-05", None),
        ("By Awa Keita, Sahel Dispatch", "Sahel Dispatch", None, "Awa Keita"),
        ("By Awa Keita, Moussa Coulibaly", None, None, "Awa Keita, Moussa Coulibaly"),
        ("5 Feb 2020 - Moussa Coulibaly", None, None, None),
    ],
    ids=["behind the date", "before the date", "behind the name", "a second name is no medium", "nor is a person"],
)
def test_a_medium_beside_date_or_name_is_the_outlet(line, outlet, published, byline):
    (report,) = read_text(STORY.format(line=line), uri="story")
    assert (report.outlet, report.published, report.byline) == (outlet, published, byline)

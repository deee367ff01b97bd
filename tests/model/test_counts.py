import pytest

from relata.model import Toll


@pytest.mark.parametrize(
    ("toll", "figure"),
    [
        (Toll(3, 4, 6), 4),
        (Toll(3, None, 6), 3),
        (Toll(None, None, 6), 6),
        (Toll(None, 0, None), 0),
        (Toll(None, None, None), None),
    ],
)
def test_one_figure_stands_for_a_toll(toll, figure):
    assert toll.figure == figure

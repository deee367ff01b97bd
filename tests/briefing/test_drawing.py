"""The map and the plot: right places, whole borders, and numbers that can be read."""

import re

from relata.briefing.drawing import map_svg, plot_svg
from relata.briefing.outlines import decoded
from relata.briefing.parts import Bar, Spot

NAIROBI = Spot(1, "Nairobi", -1.29, 36.82, 7, exact=True)
MANDERA = Spot(2, "Mandera", 3.93, 41.86, 28, exact=True)
KENYA = Spot(3, "Kenya", 0.5, 38.0, None, exact=False)


def circles(svg):
    return [tuple(map(float, found)) for found in re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)" r="([-\d.]+)"', svg)]


def test_north_is_up_east_is_right_and_more_dead_are_larger():
    (mandera, nairobi) = circles(map_svg([NAIROBI, MANDERA], ()))
    assert mandera[0] > nairobi[0]
    assert mandera[1] < nairobi[1]
    assert mandera[2] > nairobi[2]


def test_every_point_lies_in_the_drawing_even_one_alone():
    for spots in ([NAIROBI], [NAIROBI, MANDERA, KENYA], [NAIROBI, Spot(4, "Suva", -18.1, 178.4, 1, exact=True)]):
        for x, y, _ in circles(map_svg(spots, ())):
            assert 0 < x < 720
            assert 0 < y < 400


def test_numbers_of_one_place_stand_side_by_side():
    twice = [NAIROBI, Spot(5, "Nairobi", -1.28, 36.81, 1, exact=True)]
    assert re.findall(r'class="label"[^>]*>([^<]*)<', map_svg(twice, ())) == ["1, 5"]


def test_an_area_is_drawn_otherwise_than_a_point():
    assert 'class="spot area"' in map_svg([KENYA], ())
    assert map_svg([], ()) == ""


def test_arcs_are_decoded_and_cut_at_the_date_line():
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [-180, -90]},
        "arcs": [[[0, 0], [2, 2], [2, 0]], [[718, 4], [1, 0], [-718, 2]]],
    }
    assert list(decoded(topology)) == [
        ((-180.0, -90.0), (-179.0, -89.0), (-178.0, -89.0)),
        ((179.0, -88.0), (179.5, -88.0)),
        ((-179.5, -87.0),),
    ]


def test_bars_have_their_figures_in_words_and_an_open_end_says_so():
    svg = plot_svg([Bar("2014", 10, 20, 30), Bar("2015", 5, 5, None)], "year")
    assert "2014: 20 killed, 10 to 30" in svg
    assert "2015: 5 killed, 5 to open" in svg
    assert "the most in 2014: 20 killed" in svg
    assert plot_svg([Bar("2014", 0, 0, 0)], "year") == ""

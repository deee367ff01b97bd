"""Places and UCDP's code for how exactly they are known."""

import pytest

from relata.model import WHERE_PREC, Place, where_prec
from relata.model.codec import decode, encode

TOWN = {"name": "Djibo", "admin1": "Sahel", "country": "BF", "lat": 14.1, "lon": -1.6}
VILLAGE = {"name": "Tarkhobi", "country": "AF", "lat": None, "lon": None}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place(**TOWN, precision="city"), 1),
        (Place(**TOWN, precision="site"), 1),
        (Place(**TOWN, precision="city", naming="near"), 2),
        (Place(**TOWN, precision="city", naming="between"), 5),
        (Place("Soum", "Sahel", "BF", 14.3, -1.4, "district", "Soum"), 3),
        (Place("Soum", "Sahel", "BF", None, None, "district", "Soum"), 3),
        (Place("Sahel", "Sahel", "BF", 14.2, -0.5, "admin1"), 4),
        (Place("northern Mali", None, "ML", 18.0, -3.0, "region"), 5),
        (Place("Sahel", None, None, 15.0, 2.0, "region"), 5),
        (Place("Mali", None, "ML", 17.0, -4.0, "country"), 6),
        (Place("Mali", None, "ML", 17.0, -4.0, "country", naming="shown"), 6),
        (Place("Gulf of Aden", None, None, 12.5, 47.5, "region"), 7),
        (Place(**VILLAGE, admin1=None, precision="city"), 6),
        (Place(**VILLAGE, admin1="Khost", precision="city"), 4),
        (Place(**VILLAGE, admin1="Khost", precision="city", admin2="Tani"), 3),
    ],
    ids=lambda value: f"{value.name}, {value.precision}, {value.naming}" if isinstance(value, Place) else str(value),
)
def test_where_prec_follows_from_precision_units_and_naming(place, code):
    assert where_prec(place) == code
    assert code in WHERE_PREC


def test_two_places_are_one_whatever_the_reason_for_the_choice():
    assert Place(**TOWN, precision="city", because="the largest") == Place(**TOWN, precision="city")


def test_places_written_before_they_had_a_reason_are_read():
    old = {
        key: value for key, value in encode(Place(**TOWN, precision="city")).items() if key not in ("naming", "because")
    }
    assert decode(Place | None, old) == Place(**TOWN, precision="city")

import pytest

from relata.incidents.aftermath import OPENING, tells_aftermath


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Two sentenced over market bombing", "", True),
        (None, "Hundreds came to the funeral of those whom the bomb took.", True),
        ("Bomb hits market", "A bomb killed nine people on Friday.", False),
        ("Bomb hits market", "A bomb killed nine. " * (OPENING // 19 + 1) + "A trial began.", False),
    ],
)
def test_headline_or_opening_tell_what_came_after(title, text, told):
    assert tells_aftermath(title, text) is told

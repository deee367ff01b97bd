"""The examples of the description are what the API answers about the demonstration corpus."""

from genscripts import api_examples
from relata.web.api.document import EXAMPLES


def test_the_examples_are_what_the_api_answers():
    assert EXAMPLES.read_text("utf-8") == api_examples.text(), "run python -m genscripts.api_examples"

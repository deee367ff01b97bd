"""Whatever the description of the API allows, and much that it forbids, is asked: no bug, and nothing undescribed."""

import shutil

import hypothesis
import pytest
import schemathesis
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from relata.web.api.document import document
from relata.web.app import create_app
from relata.web.served import Served

EXAMPLES = 14
"""Questions made for each operation, right and wrong ones each."""

UNPROMISED = [positive_data_acceptance]
"""That everything is understood which has the right form: "Ruritania" is a text as any other, and no country."""


class ServedLater:
    """The application, made when the first question is asked."""

    app = None

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


LATER = ServedLater()
SCHEMA = schemathesis.openapi.from_dict(document())
SCHEMA.app = LATER
OPERATIONS = [one.ok() for one in SCHEMA.get_all_operations()]


@pytest.fixture(scope="module", autouse=True)
def app(demo_read, tmp_path_factory):
    where = shutil.copy(demo_read, tmp_path_factory.mktemp("generated") / "demo.db")
    LATER.app = create_app(Served(str(where), edit=True, names=frozenset({"testserver"})))
    yield LATER.app
    LATER.app.state.databases.close()


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_every_operation_keeps_to_its_description(operation, mode):
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    @hypothesis.settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.generate],  # looking for a smaller failure takes minutes
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    def keeps(case):
        case.call_and_validate(excluded_checks=UNPROMISED)

    keeps()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_the_examples_of_the_description_are_true(operation):
    for strategy in operation.get_strategies_from_examples():

        @hypothesis.given(case=strategy)
        @hypothesis.settings(max_examples=1, derandomize=True, deadline=None, database=None)
        def keeps(case):
            case.call_and_validate()

        keeps()

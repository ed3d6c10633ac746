"""The day on which tests take place: the same on every machine, whenever they are run."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

AFTERNOON = datetime(2026, 11, 23, 14, tzinfo=UTC)
# These start servers and commands, which live in the day of the machine.
IN_THE_DAY_OF_THE_MACHINE = (
    "tests/bootstrap/", "tests/deploy/", "tests/faults/", "tests/journeys/",
    "src/cors/config/", "src/cors/practice/", "src/cors/safekeeping/",
)  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def the_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the tests of a file take place in one afternoon; the clock goes on."""
    if request.node.nodeid.startswith(IN_THE_DAY_OF_THE_MACHINE):
        yield
        return
    with time_machine.travel(AFTERNOON, tick=True):
        yield

"""Hana, whom Amina added."""

import pytest

from cors.clients.actions import add_client
from cors.clients.models import Client
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Client:
    return add_client(
        name="Hana Novak", preferred_name="Hani", birth_year=1984, on=TODAY, by=stage.amina
    )

"""Hana, a referral of hers, and a case that Amina holds."""

from datetime import date

import pytest

from cors.cases.actions import open_case, refer
from cors.cases.models import Case
from cors.clients.actions import add_client
from cors.clients.models import Client
from tests.stage.personas import Stage

LONG_AGO = date(2026, 3, 2)
OPENED = date(2026, 3, 9)
NOT_YET = date(2099, 1, 1)


@pytest.fixture
def hana(stage: Stage) -> Client:
    return add_client(name="Hana Novak", on=LONG_AGO, by=stage.amina)


@pytest.fixture
def referral(stage: Stage, hana: Client) -> Case:
    return refer(
        client=hana, service=stage.service, on=LONG_AGO, by=stage.amina, source="self",
        words="Sleeps on her sister's sofa",
    )  # fmt: skip


@pytest.fixture
def case(stage: Stage, referral: Case) -> Case:
    """An open case that Amina holds."""
    open_case(case=referral, on=OPENED, by=stage.amina)
    return referral

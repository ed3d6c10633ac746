from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cors.audit.models import Event
from cors.cases.actions import accept_referral, refer
from cors.cases.models import Case
from cors.cases.tests.conftest import LONG_AGO, OPENED
from cors.clients.actions import add_client
from tests.stage.personas import TODAY, Stage, browser_of


def page(stage: Stage, who: str) -> str:
    return browser_of(stage.member(who)).get("/waiting/").content.decode()


def test_decisions_and_waits_stand_apart(stage: Stage, referral: Case) -> None:
    assert "To decide" in page(stage, "ben")
    assert f"/cases/{referral.pk}/accept/" in page(stage, "ben")
    accept_referral(case=referral, on=OPENED, by=stage.ben)
    assert "To decide" not in page(stage, "ben")
    assert f"/cases/{referral.pk}/open/" in page(stage, "ben")


def test_an_open_case_does_not_wait(stage: Stage, case: Case) -> None:
    assert "Nobody waits." in page(stage, "amina")


def test_shows_the_services_one_sees(stage: Stage, referral: Case) -> None:
    assert "Hana" in page(stage, "carys")
    assert "Hana" not in page(stage, "olu")


def test_writes_down_everybody_it_named(stage: Stage, referral: Case) -> None:
    page(stage, "ben")
    assert Event.objects.get(kind="read", verb="waiting").client_id == referral.client_id


def queries_for(stage: Stage) -> int:
    browser = browser_of(stage.carys)
    browser.get("/waiting/")
    with CaptureQueriesContext(connection) as counted:
        browser.get("/waiting/")
    return len(counted)


@pytest.mark.slow
def test_asks_the_same_of_the_database_for_many_as_for_few(stage: Stage, referral: Case) -> None:
    few: Any = None
    for number in range(12):
        client = add_client(name=f"Person {number}", on=LONG_AGO, by=stage.amina)
        refer(client=client, service=stage.service, on=TODAY, by=stage.amina)
        few = queries_for(stage) if number == 1 else few
    many = queries_for(stage)
    assert many == few
    assert many <= 15

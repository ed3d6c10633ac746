"""Every page about a case: opens, keeps its door, and is written down."""

from uuid import uuid4

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.cases.actions import assign_worker, refer, restrict_case
from cors.cases.models import Case
from cors.cases.tests.conftest import LONG_AGO
from cors.clients.actions import add_client
from tests.stage.personas import TODAY, Stage, browser_of

OF_KEYWORKERS = ["accept", "decline", "open", "pause", "re-open"]
OF_LEADS = ["people", "restrict"]
PAGES = [*OF_KEYWORKERS, *OF_LEADS, "history"]


def get(stage: Stage, who: str, page: str, pk: object) -> int:
    return browser_of(stage.member(who)).get(f"/cases/{pk}/{page}/").status_code


@pytest.mark.parametrize("page", PAGES)
def test_opens_and_writes_down_who_was_read(stage: Stage, case: Case, page: str) -> None:
    response = browser_of(stage.carys).get(f"/cases/{case.pk}/{page}/")
    assert response.status_code == 200
    assert "Hana" in response.content.decode()
    assert Event.objects.filter(kind="read", client_id=case.client_id).count() == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_foreign_a_restricted_and_an_unknown_case_are_the_same(
    stage: Stage, elsewhere: Stage, case: Case, page: str
) -> None:
    with within(elsewhere.organisation.pk):
        ole = add_client(name="Ole Berg", on=TODAY, by=elsewhere.amina)
        theirs = refer(client=ole, service=elsewhere.service, on=LONG_AGO, by=elsewhere.amina)
    restrict_case(case=case, words="Known to staff", by=stage.carys)
    for pk in (theirs.pk, case.pk, uuid4()):
        assert get(stage, "dev", page, pk) == 404


@pytest.mark.parametrize("page", [*OF_KEYWORKERS, "history"])
def test_another_team_finds_nothing(stage: Stage, case: Case, page: str) -> None:
    assert get(stage, "olu", page, case.pk) == 404


@pytest.mark.parametrize("page", [*OF_KEYWORKERS, *OF_LEADS])
def test_is_not_for_a_volunteer(stage: Stage, case: Case, page: str) -> None:
    assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    assert get(stage, "gwen", page, case.pk) == 403


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["esi", "femi"])
def test_is_not_for_analyst_and_funder(stage: Stage, case: Case, who: str, page: str) -> None:
    assert get(stage, who, page, case.pk) == 403


@pytest.mark.parametrize("page", OF_LEADS)
def test_some_are_not_for_a_keyworker(stage: Stage, case: Case, page: str) -> None:
    assert get(stage, "amina", page, case.pk) == 403


@pytest.mark.parametrize("path", ["/waiting/", "/caseload/hand-over/"])
@pytest.mark.parametrize("who", ["gwen", "esi", "femi"])
def test_lists_are_not_for_every_role(stage: Stage, who: str, path: str) -> None:
    assert browser_of(stage.member(who)).get(path).status_code == 403


@pytest.mark.parametrize("path", ["cases/{}/restrict/lift/", "assignments/{}/end/"])
def test_a_button_is_pressed_not_opened(stage: Stage, path: str) -> None:
    browser = browser_of(stage.dev)
    assert browser.get("/" + path.format(uuid4())).status_code == 405
    assert browser.post("/" + path.format(uuid4())).status_code == 404

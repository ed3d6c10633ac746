"""Roles change, people are let go and leave; nobody does it to themselves by mistake."""

import pytest
from django.utils import timezone

from cors.access import actions
from cors.access.models import Membership
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage, browser_of

NOW = timezone.now()


def test_a_manager_changes_a_role(stage: Stage) -> None:
    actions.change_role(member=stage.gwen, role="keyworker", by=stage.dev)
    assert Membership.objects.get(pk=stage.gwen.pk).role == "keyworker"


def test_nobody_changes_their_own_role(stage: Stage) -> None:
    with pytest.raises(Refused):
        actions.change_role(member=stage.dev, role="volunteer", by=stage.dev)


@pytest.mark.parametrize("name", ["amina", "carys", "esi", "gwen"])
def test_nobody_else_changes_a_role(stage: Stage, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.change_role(member=stage.ben, role="manager", by=stage.member(name))


def test_a_role_stays_when_the_event_cannot_be_written(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        actions.change_role(member=stage.gwen, role="manager", by=stage.dev)
    assert Membership.objects.get(pk=stage.gwen.pk).role == "volunteer"


def test_who_was_let_go_sees_nothing_any_more(stage: Stage) -> None:
    browser = browser_of(stage.amina)
    assert browser.get("/people/").status_code == 200
    actions.let_go(member=stage.amina, by=stage.dev, at=NOW)
    answer = browser.get("/people/")
    assert (answer.status_code, answer["Location"]) == (302, "/no-organisation/")


def test_who_was_let_go_can_do_nothing_any_more(stage: Stage) -> None:
    actions.let_go(member=stage.carys, by=stage.dev, at=NOW)
    with pytest.raises(NotAllowed):
        actions.give_reset_link(member=stage.amina, by=stage.carys)


def test_anybody_may_leave(stage: Stage) -> None:
    actions.leave(by=stage.gwen, at=NOW)
    assert Membership.objects.get(pk=stage.gwen.pk).left_at == NOW


def test_the_last_manager_cannot_leave(stage: Stage) -> None:
    answer = browser_of(stage.dev).post("/me/leave/")
    assert b"Make somebody else a manager first" in answer.content
    assert Membership.objects.get(pk=stage.dev.pk).left_at is None


def test_a_colleague_of_another_organisation_is_not_there(stage: Stage, elsewhere: Stage) -> None:
    browser = browser_of(stage.dev)
    for page in ("role", "let-go"):
        assert browser.get(f"/settings/people/{elsewhere.amina.pk}/{page}/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.change_role(member=elsewhere.amina, role="volunteer", by=stage.dev)

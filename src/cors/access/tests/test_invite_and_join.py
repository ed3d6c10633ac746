"""Joining is by invitation: a link that opens once, holds 14 days and can be taken back."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser
from django.utils import timezone

from cors.access import actions
from cors.access.models import Invitation, Membership, User
from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import PASSWORD, Stage, browser_of

NOW = timezone.now()


def _invited(stage: Stage, **changes: object) -> tuple[Invitation, str]:
    asked = {"email": "Nia@harbour.example", "role": "volunteer", "team": stage.team, "at": NOW}
    return actions.invite(**asked | changes, by=stage.dev)  # type: ignore[arg-type]


def _link(invitation: Invitation, token: str) -> str:
    return f"/join/{invitation.organisation_id}/{token}/"


def test_joins_with_the_role_and_team_of_the_invitation(stage: Stage) -> None:
    link = _link(*_invited(stage))
    answer = Browser().post(link, {"name": "Nia Bell", "password": PASSWORD})
    assert answer.status_code == 302
    nia = Membership.objects.get(user__email="nia@harbour.example")
    assert (nia.role, nia.user.name) == ("volunteer", "Nia Bell")
    assert nia in stage.team.people()


def test_opens_only_once(stage: Stage) -> None:
    link = _link(*_invited(stage))
    Browser().post(link, {"name": "Nia Bell", "password": PASSWORD})
    assert Browser().get(link).status_code == 404


def test_looking_at_the_link_does_not_use_it_up(stage: Stage) -> None:
    link = _link(*_invited(stage))
    assert [Browser().get(link).status_code, Browser().head(link).status_code] == [200, 200]
    assert Browser().post(link, {"name": "Nia", "password": PASSWORD}).status_code == 302


def test_does_not_open_after_14_days(stage: Stage) -> None:
    assert Browser().get(_link(*_invited(stage, at=NOW - timedelta(days=15)))).status_code == 404


def test_does_not_open_once_it_was_taken_back(stage: Stage) -> None:
    invitation, token = _invited(stage)
    actions.withdraw_invitation(invitation=invitation, by=stage.dev, at=NOW)
    assert Browser().get(_link(invitation, token)).status_code == 404


def test_keeps_only_a_hash_of_the_secret(stage: Stage) -> None:
    invitation, token = _invited(stage)
    assert token not in str(Invitation.objects.filter(pk=invitation.pk).values())


def test_refuses_a_weak_password_and_keeps_the_name(stage: Stage) -> None:
    answer = Browser().post(_link(*_invited(stage)), {"name": "Nia Bell", "password": "password"})
    assert answer.status_code == 200
    assert b"Nia Bell" in answer.content
    assert not User.objects.filter(email="nia@harbour.example").exists()


def test_somebody_who_signs_in_here_already_needs_their_own_password(stage: Stage) -> None:
    known = User.objects.create(email="nia@harbour.example", name="Nia Bell")
    known.set_password(PASSWORD)
    known.save()
    invitation, _ = _invited(stage)
    given: dict[str, Any] = {"name": "N", "by": stage.dev, "at": NOW, "invitation": invitation}
    with pytest.raises(Refused) as refused:
        actions.accept_invitation(**given, password="not the right words")
    assert refused.value.field == "password"
    assert actions.accept_invitation(**given, password=PASSWORD).user == known


def test_only_managers_invite(stage: Stage) -> None:
    for name in ("amina", "carys", "esi", "femi", "gwen"):
        with pytest.raises(NotAllowed):
            actions.invite(email="x@y.example", role="lead", by=stage.member(name), at=NOW)


def test_nobody_is_invited_as_the_system(stage: Stage) -> None:
    with pytest.raises(Refused):
        _invited(stage, role="system")


def test_writes_nothing_when_the_event_cannot_be_written(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        _invited(stage)
    assert not Invitation.objects.exists()


def test_shows_the_link_once_on_the_page(stage: Stage) -> None:
    asked = {"email": "nia@harbour.example", "role": "keyworker", "team": str(stage.team.pk)}
    answer = browser_of(stage.dev).post("/settings/invite/", asked)
    assert b"/join/" in answer.content
    assert Event.objects.filter(verb="invite").exists()

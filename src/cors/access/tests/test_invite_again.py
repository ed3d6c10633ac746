"""Addresses are the same in any case, and nobody joins one organisation twice."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client as Browser
from django.utils import timezone

from cors.access.actions import INVITATION_DAYS, add_member, change_role, invite, let_go
from cors.access.models import Invitation, Membership, User
from cors.core.errors import Refused
from tests.stage.personas import PASSWORD, Stage, browser_of

NOW = timezone.now()


@pytest.fixture(autouse=True)
def _nobody_guessed_before() -> None:
    cache.clear()


def _invite(stage: Stage, email: str, role: str = "volunteer") -> str:
    invitation, token = invite(email=email, role=role, by=stage.dev, at=NOW)
    return f"/join/{invitation.organisation_id}/{token}/"


def _ben_signs_in(stage: Stage) -> None:
    stage.ben.user.set_password(PASSWORD)
    stage.ben.user.save()


def test_keeps_an_address_in_small_letters(stage: Stage) -> None:
    _invite(stage, "Nia.BELL@Harbour.example")
    assert Invitation.objects.get().email == "nia.bell@harbour.example"


def test_somebody_is_found_whatever_the_case_of_their_address(stage: Stage) -> None:
    assert User.with_email("AMINA@harbour.EXAMPLE") == stage.amina.user
    assert User.objects.get_by_natural_key("Amina@Harbour.Example") == stage.amina.user
    assert User.with_email("amina@hill.example") is None


def test_two_people_never_share_an_address_in_another_case(stage: Stage) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="AMINA@harbour.example", name="Another")


def test_a_member_does_not_join_a_second_time(stage: Stage) -> None:
    _ben_signs_in(stage)
    link = _invite(stage, "BEN@harbour.example", "manager")
    answer = Browser().post(link, {"name": "Ben", "password": PASSWORD})
    assert answer.status_code == 200
    assert "Somebody has just done this" in answer.content.decode()
    assert [row.role for row in Membership.objects.filter(user=stage.ben.user)] == ["keyworker"]


def test_whoever_was_let_go_joins_again_by_a_new_invitation(stage: Stage) -> None:
    _ben_signs_in(stage)
    let_go(member=stage.ben, by=stage.dev, at=NOW)
    answer = Browser().post(
        _invite(stage, stage.ben.user.email), {"name": "B", "password": PASSWORD}
    )
    assert answer.status_code == 302
    rows = Membership.objects.filter(user=stage.ben.user).order_by("created_at")
    assert [(row.role, row.left_at is None) for row in rows] == [
        ("keyworker", False),
        ("volunteer", True),
    ]


def test_a_known_person_keeps_name_and_password(stage: Stage) -> None:
    _ben_signs_in(stage)
    let_go(member=stage.ben, by=stage.dev, at=NOW)
    before = User.objects.get(pk=stage.ben.user_id).password
    Browser().post(_invite(stage, stage.ben.user.email), {"name": "Eve", "password": PASSWORD})
    ben = User.objects.get(pk=stage.ben.user_id)
    assert (ben.name, ben.password) == ("Ben", before)


def test_the_page_tells_a_known_person_to_use_their_own_password(stage: Stage) -> None:
    page = Browser().get(_invite(stage, stage.ben.user.email)).content.decode()
    assert "The one with which you sign in here already." in page
    assert "At least 12 characters" in Browser().get(_invite(stage, "n@x.example")).content.decode()


def test_a_link_falls_with_the_role_of_who_made_it(stage: Stage) -> None:
    second = add_member(email="d@x.example", name="D", role="manager", by=stage.system)
    link = _invite(stage, "nia@harbour.example")
    assert Browser().get(link).status_code == 200
    change_role(member=stage.dev, role="keyworker", by=second)
    assert Browser().get(link).status_code == 404


def test_a_second_invitation_leaves_the_first_open(stage: Stage) -> None:
    links = [_invite(stage, "nia@harbour.example") for _ in range(2)]
    assert [Browser().get(link).status_code for link in links] == [200, 200]
    Browser().post(links[0], {"name": "Nia Bell", "password": PASSWORD})
    answer = Browser().post(links[1], {"name": "Nia Bell", "password": PASSWORD})
    assert answer.status_code == 200
    assert Membership.objects.filter(user__email="nia@harbour.example").count() == 1


def test_a_link_holds_to_its_last_minute(stage: Stage) -> None:
    _, token = invite(email="n@x.example", role="lead", by=stage.dev, at=NOW)
    end = NOW + timedelta(days=INVITATION_DAYS)
    assert Invitation.open_with(token, end - timedelta(seconds=1)) is not None
    assert Invitation.open_with(token, end) is None


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "a b@c.example"])
def test_the_form_refuses_what_is_no_address_and_keeps_it(stage: Stage, email: str) -> None:
    answer = browser_of(stage.dev).post("/settings/invite/", {"email": email, "role": "lead"})
    assert answer.status_code == 200
    assert not Invitation.objects.exists()
    assert f'value="{email}"' in answer.content.decode() or email == ""


def test_the_form_offers_the_teams_of_its_own_organisation(stage: Stage, elsewhere: Stage) -> None:
    page = browser_of(stage.dev).get("/settings/invite/").content.decode()
    assert str(stage.team.pk) in page
    assert str(elsewhere.team.pk) not in page


def test_an_unknown_role_is_refused_at_its_field(stage: Stage) -> None:
    with pytest.raises(Refused) as refused:
        _invite(stage, "n@x.example", "king")
    assert refused.value.field == "role"


@pytest.mark.parametrize("token", ["x", "x" * 32, "x" * 500])
def test_a_link_with_another_secret_does_not_open(stage: Stage, token: str) -> None:
    assert Browser().get(f"/join/{stage.organisation.pk}/{token}/").status_code == 404

"""A link to join, or to set a password, opens no account of somebody else."""

from collections.abc import Iterator
from datetime import datetime
from unittest.mock import patch

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client as Browser
from django.utils import timezone

from cors.access.actions import give_reset_link, invite, let_go
from cors.access.models import Membership, User
from cors.access.scope import within
from cors.core.errors import NotAllowed
from tests.stage.personas import PASSWORD, Stage, browser_of

SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def nobody_guessed_before() -> Iterator[None]:
    """Count tries anew."""
    cache.clear()
    yield
    cache.clear()


def _link_for(email: str, by: Membership, at: datetime | None = None) -> str:
    invitation, token = invite(email=email, role="keyworker", by=by, at=at or timezone.now())
    return f"/join/{invitation.organisation_id}/{token}/"


def _known(stage: Stage) -> User:
    user: User = User.objects.get(pk=stage.femi.user_id)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def trap(stage: Stage, elsewhere: Stage) -> str:
    """Return a link that a manager elsewhere made for Femi's address, and can open."""
    _known(stage)
    with within(elsewhere.organisation.pk):
        return _link_for("femi@harbour.example", elsewhere.dev)


def test_a_link_is_no_place_to_guess_passwords_at(trap: str) -> None:
    browser = Browser()
    for guess in range(12):
        browser.post(trap, {"name": "Femi", "password": f"guess number {guess}"})
    answer = browser.post(trap, {"name": "Femi", "password": PASSWORD})
    assert answer.status_code == 200
    assert "_auth_user_id" not in browser.session


def test_a_link_is_no_way_round_the_code(stage: Stage, trap: str) -> None:
    TOTP.activate(User.objects.get(pk=stage.femi.user_id), SECRET)
    browser = Browser()
    answer = browser.post(trap, {"name": "Femi", "password": PASSWORD})
    assert answer.status_code == 302
    assert "_auth_user_id" not in browser.session


def test_the_right_password_joins(trap: str, elsewhere: Stage) -> None:
    browser = Browser()
    assert browser.post(trap, {"name": "Femi", "password": PASSWORD}).status_code == 302
    assert "_auth_user_id" in browser.session
    assert browser.get("/me/").status_code == 200


def test_a_link_of_one_organisation_does_not_open_under_another(
    stage: Stage, elsewhere: Stage
) -> None:
    link = _link_for("nia@harbour.example", stage.dev)
    moved = link.replace(str(stage.organisation.pk), str(elsewhere.organisation.pk))
    assert Browser().get(moved).status_code == 404
    assert Browser().get(link).status_code == 200


def test_joining_changes_the_key_of_the_session(stage: Stage) -> None:
    link = _link_for("nia@harbour.example", stage.dev)
    browser = browser_of(stage.femi)
    before = browser.session.session_key
    browser.post(link, {"name": "Nia Bell", "password": PASSWORD})
    assert browser.session.session_key != before
    assert browser.session["_auth_user_id"] != str(stage.femi.user_id)


@pytest.mark.parametrize("who", ["carys", "dev"])
def test_nobody_gets_a_link_into_another_organisation(
    stage: Stage, elsewhere: Stage, who: str
) -> None:
    """Amina keeps people here and manages elsewhere: a link would open all of elsewhere."""
    with within(elsewhere.organisation.pk):
        Membership(organisation=elsewhere.organisation, user=stage.amina.user, role="manager").save(
            force_insert=True
        )
    with pytest.raises(NotAllowed):
        give_reset_link(member=stage.amina, by=stage.member(who))
    address = f"/settings/people/{stage.amina.pk}/reset-link/"
    assert browser_of(stage.member(who)).post(address).status_code == 403


def test_a_password_is_hashed_for_an_unknown_address_too(stage: Stage) -> None:
    _known(stage)
    hashed = "django.contrib.auth.hashers.Argon2PasswordHasher.encode"
    verified = "django.contrib.auth.hashers.Argon2PasswordHasher.verify"
    for email in ("femi@harbour.example", "nobody@harbour.example", "amina@harbour.example"):
        with patch(hashed) as encode, patch(verified, return_value=False) as verify:
            encode.return_value = "argon2$x"
            answer = Browser().post("/sign-in/login/", {"login": email, "password": "x" * 20})
        assert answer.status_code == 200
        assert encode.call_count + verify.call_count >= 1, email


def test_a_manager_who_was_let_go_does_not_come_back_by_their_own_link(stage: Stage) -> None:
    link = _link_for("dev@elsewhere.example", stage.dev)
    assert Browser().get(link).status_code == 200
    let_go(member=stage.dev, by=stage.system, at=timezone.now())
    assert Browser().post(link, {"name": "Dev", "password": PASSWORD}).status_code == 404
    assert not User.objects.filter(email="dev@elsewhere.example").exists()

"""Who works here: managers invite, change and let go; leads hand out links; others see nothing."""

from uuid import uuid4

import pytest
from django.utils import timezone

from cors.access.actions import invite
from cors.access.models import Invitation, Membership
from cors.audit.models import Event
from tests.stage.personas import Stage, browser_of

SETTINGS = "/settings/"
MANAGED = ("role", "let-go")


@pytest.fixture
def invitation(stage: Stage) -> Invitation:
    made, _ = invite(email="nia@harbour.example", role="volunteer", by=stage.dev, at=timezone.now())
    return made


@pytest.mark.parametrize("name", ["amina", "esi", "femi", "gwen", "olu"])
def test_whoever_neither_leads_nor_manages_does_not_open_it(stage: Stage, name: str) -> None:
    browser = browser_of(stage.member(name))
    colleague = f"/settings/people/{stage.ben.pk}"
    for page in (SETTINGS, "/settings/invite/", f"{colleague}/role/", f"{colleague}/let-go/"):
        assert browser.get(page).status_code == 403, page
    assert browser.post(f"{colleague}/reset-link/").status_code == 403
    assert Membership.objects.get(pk=stage.ben.pk).left_at is None


def test_a_manager_sees_everybody_and_what_can_be_done(stage: Stage) -> None:
    page = browser_of(stage.dev).get(SETTINGS).content.decode()
    for name in ("amina", "ben", "carys", "dev", "esi", "femi", "gwen", "olu"):
        assert stage.member(name).user.email in page
    assert page.count("Change role<") == page.count("Let go<") == 7
    assert "Invite somebody" in page


def test_nobody_may_change_themselves_on_the_page(stage: Stage) -> None:
    page = browser_of(stage.dev).get(SETTINGS).content.decode()
    assert f"/settings/people/{stage.ben.pk}/let-go/" in page
    assert f"/settings/people/{stage.dev.pk}/let-go/" not in page


def test_a_lead_sees_the_people_and_may_only_hand_out_links(stage: Stage) -> None:
    browser = browser_of(stage.carys)
    page = browser.get(SETTINGS).content.decode()
    assert "Password link" in page
    for absent in ("Change role<", "Let go<", "Invite somebody"):
        assert absent not in page
    for action in MANAGED:
        assert browser.get(f"/settings/people/{stage.ben.pk}/{action}/").status_code == 403


def test_the_system_and_people_elsewhere_are_not_on_the_page(
    stage: Stage, elsewhere: Stage
) -> None:
    page = browser_of(stage.dev).get(SETTINGS).content.decode()
    assert "system.invalid" not in page
    assert "hill.example" not in page


def test_each_role_that_can_be_given_is_explained(stage: Stage) -> None:
    page = browser_of(stage.dev).get(SETTINGS).content.decode()
    assert page.count("<dt") == 6
    assert "This system" not in page


def test_a_role_is_changed_on_its_page(stage: Stage) -> None:
    browser, page = browser_of(stage.dev), f"/settings/people/{stage.gwen.pk}/role/"
    assert 'value="volunteer"' in browser.get(page).content.decode()
    answer = browser.post(page, {"role": "keyworker"})
    assert (answer.status_code, answer["Location"]) == (302, SETTINGS)
    assert Membership.objects.get(pk=stage.gwen.pk).role == "keyworker"


@pytest.mark.parametrize("role", ["", "system", "king"])
def test_a_role_that_is_none_keeps_the_page_and_the_role(stage: Stage, role: str) -> None:
    answer = browser_of(stage.dev).post(f"/settings/people/{stage.gwen.pk}/role/", {"role": role})
    assert answer.status_code == 200
    assert "error" in answer.content.decode()
    assert Membership.objects.get(pk=stage.gwen.pk).role == "volunteer"


def test_ones_own_role_is_refused_at_the_field(stage: Stage) -> None:
    answer = browser_of(stage.dev).post(f"/settings/people/{stage.dev.pk}/role/", {"role": "lead"})
    assert "Ask another manager to change your own role." in answer.content.decode()
    assert Membership.objects.get(pk=stage.dev.pk).role == "manager"


def test_letting_go_asks_first_and_then_does_it(stage: Stage) -> None:
    browser, page = browser_of(stage.dev), f"/settings/people/{stage.gwen.pk}/let-go/"
    assert "Let Gwen go" in browser.get(page).content.decode()
    assert Membership.objects.get(pk=stage.gwen.pk).left_at is None
    assert browser.post(page)["Location"] == SETTINGS
    assert Membership.objects.get(pk=stage.gwen.pk).left_at is not None
    assert browser.get(page).status_code == 404


def test_letting_oneself_go_is_refused_on_the_page(stage: Stage) -> None:
    answer = browser_of(stage.dev).post(f"/settings/people/{stage.dev.pk}/let-go/")
    assert "Ask another manager to end your own membership." in answer.content.decode()


def test_an_invitation_is_shown_and_taken_back(stage: Stage, invitation: Invitation) -> None:
    browser = browser_of(stage.dev)
    assert invitation.email in browser.get(SETTINGS).content.decode()
    page = f"/settings/invitations/{invitation.pk}/withdraw/"
    assert browser.get(page).status_code == 405
    assert browser.post(page)["Location"] == SETTINGS
    assert invitation.email not in browser.get(SETTINGS).content.decode()
    assert Event.objects.filter(verb="withdraw_invitation", about_id=invitation.pk).exists()


def test_an_invitation_is_taken_back_once(stage: Stage, invitation: Invitation) -> None:
    browser = browser_of(stage.dev)
    page = f"/settings/invitations/{invitation.pk}/withdraw/"
    assert [browser.post(page).status_code for _ in range(2)] == [302, 404]
    assert browser.post(f"/settings/invitations/{uuid4()}/withdraw/").status_code == 404


def test_an_invitation_of_another_organisation_is_not_there(
    stage: Stage, elsewhere: Stage, invitation: Invitation
) -> None:
    browser = browser_of(elsewhere.dev)
    page = f"/settings/invitations/{invitation.pk}/withdraw/"
    assert browser.post(page).status_code == 404
    assert browser_of(stage.dev).post(page).status_code == 302


def test_a_lead_takes_no_invitation_back(stage: Stage, invitation: Invitation) -> None:
    page = f"/settings/invitations/{invitation.pk}/withdraw/"
    assert browser_of(stage.carys).post(page).status_code == 403
    assert invitation.email not in browser_of(stage.carys).get(SETTINGS).content.decode()


def test_leaving_asks_first_and_then_shows_ones_own_page(stage: Stage) -> None:
    browser = browser_of(stage.gwen)
    assert "Leave Harbour Street" in browser.get("/me/leave/").content.decode()
    assert browser.post("/me/leave/")["Location"] == "/me/"
    assert Membership.objects.get(pk=stage.gwen.pk).left_at is not None


def test_a_link_upwards_is_answered_with_its_sentence(stage: Stage) -> None:
    answer = browser_of(stage.carys).post(f"/settings/people/{stage.dev.pk}/reset-link/")
    assert answer.status_code == 403
    assert "Ask a manager for this one." in answer.content.decode()

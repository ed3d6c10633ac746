"""A lead hands out a link for a new password: in their own teams, and never upwards."""

import pytest
from django.test import Client as Browser

from cors.access.actions import give_reset_link
from cors.access.models import User
from cors.core.errors import NotAllowed
from tests.stage.personas import Stage, browser_of

NEW = "boats come home slowly"


def _use(link: str) -> int:
    browser = Browser()
    page = browser.get(link, follow=True)
    answer = browser.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    return answer.status_code


def test_the_link_sets_a_new_password_once(stage: Stage) -> None:
    link = give_reset_link(member=stage.amina, by=stage.carys)
    assert _use(link) == 302
    assert User.objects.get(pk=stage.amina.user_id).check_password(NEW)
    assert b"no longer opens" in Browser().get(link, follow=True).content


def test_a_lead_gives_no_link_to_a_manager_or_another_team(stage: Stage) -> None:
    for member in (stage.dev, stage.olu, stage.esi):
        with pytest.raises(NotAllowed):
            give_reset_link(member=member, by=stage.carys)


def test_a_keyworker_gives_no_link(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        give_reset_link(member=stage.gwen, by=stage.amina)


def test_the_page_shows_the_link_once_and_only_to_a_post(stage: Stage) -> None:
    browser, address = browser_of(stage.carys), f"/settings/people/{stage.amina.pk}/reset-link/"
    assert browser.get(address).status_code == 405
    assert b"/sign-in/password/reset/key/" in browser.post(address).content

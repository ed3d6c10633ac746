"""Each request is made for one organisation, and is written whole or not at all."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client as Browser
from django.urls import path
from django.utils import timezone

from cors.access.actions import add_team, join, let_go
from cors.access.door import member_of
from cors.access.models import Membership, Team
from cors.access.needs import any_member
from cors.access.scope import show, within
from cors.audit.models import Event
from cors.config.urls import urlpatterns as ours
from cors.core.errors import NotAllowed
from tests.stage.personas import Stage, browser_of


@any_member
def _breaks(request: HttpRequest) -> HttpResponse:
    add_team(name="Half written", by=member_of(request))
    raise RuntimeError("broke after writing")


@any_member
def _answers_500(request: HttpRequest) -> HttpResponse:
    add_team(name="Half written", by=member_of(request))
    return HttpResponse(status=500)


@any_member
def _is_not_allowed(request: HttpRequest) -> HttpResponse:
    add_team(name="Half written", by=member_of(request))
    raise NotAllowed("You hand out links in your own teams.")


@any_member
def _says_where(request: HttpRequest) -> HttpResponse:
    teams = Team.of(member_of(request).organisation).values_list("name", flat=True)
    return HttpResponse(f"{member_of(request).organisation.key}: {', '.join(teams)}")


urlpatterns = [
    path("breaks/", _breaks),
    path("answers-500/", _answers_500),
    path("is-not-allowed/", _is_not_allowed),
    path("says-where/", _says_where),
    *ours,
]

pytestmark = pytest.mark.urls(__name__)
one_transaction = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="a request is one transaction on PostgreSQL alone"
)


@pytest.fixture
def both(stage: Stage, elsewhere: Stage) -> Membership:
    """Amina works at Hill House too; return that membership."""
    with within(elsewhere.organisation.pk):
        return join(
            organisation=elsewhere.organisation,
            email=stage.amina.user.email,
            name="Amina",
            role="volunteer",
            password=None,
        )


def _choose(browser: Browser, key: Any) -> str:
    browser.post("/me/organisation/", {"organisation": str(key)})
    return browser.get("/says-where/").content.decode()


def test_works_in_the_organisation_that_was_chosen_until_another_is(
    stage: Stage, both: Membership
) -> None:
    browser = browser_of(stage.amina)
    assert _choose(browser, both.organisation_id).startswith("hill: ")
    assert browser.get("/says-where/").content.startswith(b"hill: ")
    assert _choose(browser, stage.organisation.pk).startswith("harbour: ")


def test_ones_own_page_offers_both_and_marks_where_one_is(stage: Stage, both: Membership) -> None:
    browser = browser_of(stage.amina)
    _choose(browser, both.organisation_id)
    page = browser.get("/me/").content.decode()
    assert f'value="{stage.organisation.pk}"' in page
    assert page.index(str(both.organisation_id)) < page.index(">now<")
    assert "volunteer at Hill House" in page


def test_whoever_works_in_one_place_is_offered_no_other(stage: Stage, elsewhere: Stage) -> None:
    assert "Where you work" not in browser_of(stage.ben).get("/me/").content.decode()


@pytest.mark.parametrize("key", ["", "harbour", "0" * 32, "'; --"])
def test_a_key_of_no_organisation_changes_nothing(stage: Stage, both: Membership, key: str) -> None:
    browser = browser_of(stage.amina)
    _choose(browser, both.organisation_id)
    assert _choose(browser, key).startswith("hill: ")


def test_a_foreign_organisation_is_not_entered_by_its_key(stage: Stage, elsewhere: Stage) -> None:
    browser = browser_of(stage.amina)
    assert _choose(browser, elsewhere.organisation.pk).startswith("harbour: ")
    session = browser.session
    session["organisation"] = str(elsewhere.organisation.pk)
    session.save()
    assert browser.get("/says-where/").content.startswith(b"harbour: ")


def test_choosing_takes_a_form_and_not_a_link(stage: Stage) -> None:
    assert browser_of(stage.amina).get("/me/organisation/").status_code == 405


def test_whoever_left_the_chosen_one_falls_back_to_the_other(
    stage: Stage, elsewhere: Stage, both: Membership
) -> None:
    browser = browser_of(stage.amina)
    _choose(browser, both.organisation_id)
    with within(elsewhere.organisation.pk):
        let_go(member=both, by=elsewhere.dev, at=timezone.now())
    assert browser.get("/says-where/").content.startswith(b"harbour: ")


def test_whoever_belongs_nowhere_still_sees_their_own_page(stage: Stage) -> None:
    let_go(member=stage.amina, by=stage.dev, at=timezone.now())
    browser = browser_of(stage.amina)
    assert browser.get("/says-where/")["Location"] == "/no-organisation/"
    assert browser.get("/me/").status_code == 200
    assert b"You belong to no organisation here" in browser.get("/no-organisation/").content


def test_whoever_was_switched_off_is_asked_to_sign_in(stage: Stage) -> None:
    browser = browser_of(stage.amina)
    assert browser.get("/says-where/").status_code == 200
    stage.amina.user.is_active = False
    stage.amina.user.save()
    answer = browser.get("/says-where/")
    assert (answer.status_code, answer["Location"][:15]) == (302, "/sign-in/login/")


@one_transaction
@pytest.mark.parametrize("page", ["/answers-500/", "/is-not-allowed/"])
def test_an_answer_of_failure_takes_back_what_was_written(stage: Stage, page: str) -> None:
    browser = browser_of(stage.dev)
    browser.raise_request_exception = False
    browser.get(page)
    show(stage.organisation.pk)
    assert not Team.objects.filter(name="Half written").exists()
    assert not Event.objects.filter(verb="add_team", actor_id=stage.dev.user_id).exists()


@one_transaction
def test_a_page_that_breaks_takes_back_what_was_written(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    browser.raise_request_exception = False
    assert browser.get("/breaks/").status_code == 500
    show(stage.organisation.pk)
    assert not Team.objects.filter(name="Half written").exists()


def test_what_is_not_allowed_is_said_on_a_page_of_its_own(stage: Stage) -> None:
    answer = browser_of(stage.dev).get("/is-not-allowed/")
    assert answer.status_code == 403
    assert "You hand out links in your own teams." in answer.content.decode()
    assert "Nothing was changed." in answer.content.decode()


def test_a_role_that_may_not_is_told_which_permission_it_lacks(stage: Stage) -> None:
    page = "/settings/invite/"
    assert browser_of(stage.dev).get(page).status_code == 200
    answer = browser_of(stage.amina).get(page)
    assert answer.status_code == 403
    assert "Your role does not invite people" in answer.content.decode()


def test_the_organisations_word_for_client_is_on_every_page(stage: Stage) -> None:
    stage.organisation.client_word, stage.organisation.clients_word = "guest", "guests"
    stage.organisation.save()
    words = browser_of(stage.amina).get("/me/").context["words"]
    assert words == {"client": "guest", "clients": "guests"}


def test_a_page_before_sign_in_says_client(stage: Stage) -> None:
    assert Browser().get("/sign-in/login/").context["words"]["client"] == "client"

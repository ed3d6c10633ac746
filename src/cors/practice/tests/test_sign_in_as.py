"""One press signs in, in practice only."""

import pytest
from django.test import Client as Browser
from pytest_django import Settings

from cors.access.actions import add_organisation
from cors.config.prepare import faults
from cors.core.models import Installation
from cors.practice.build import KEY, NAME, PEOPLE

URL = "/practice/"


@pytest.mark.usefixtures("harbour_street")
def test_everybody_signs_in_by_one_press() -> None:
    for person in PEOPLE:
        browser = Browser()
        answer = browser.post(URL, {"person": person.email})
        assert (answer.status_code, answer["Location"]) == (302, "/")
        page = browser.get("/", follow=True)
        assert page.context["member"].user.name == person.name
        assert "Practice: all made up" in page.content.decode()


@pytest.mark.usefixtures("practice")
def test_lists_everybody_with_what_they_see() -> None:
    page = Browser().get(URL).content.decode()
    assert all(person.name in page and person.sees in page for person in PEOPLE)


@pytest.mark.usefixtures("practice")
def test_signs_in_nobody_who_is_not_made_up() -> None:
    system = add_organisation(key=KEY, name=NAME)
    browser = Browser()
    assert browser.post(URL, {"person": system.user.email}).status_code == 404
    assert "_auth_user_id" not in browser.session


@pytest.mark.django_db
@pytest.mark.parametrize("switched_on", [True, False])
def test_is_not_there_where_the_records_are_real(settings: Settings, *, switched_on: bool) -> None:
    settings.CORS_PRACTICE = switched_on
    Installation.set_up(check_value="real", is_practice=False)
    assert Browser().get(URL).status_code == 404
    assert Browser().post(URL, {"person": PEOPLE[0].email}).status_code == 404


@pytest.mark.usefixtures("practice")
def test_is_not_there_when_switched_off(settings: Settings) -> None:
    settings.CORS_PRACTICE = False
    assert Browser().get(URL).status_code == 404


@pytest.mark.django_db
def test_the_start_is_refused_over_real_records(settings: Settings) -> None:
    settings.CORS_PRACTICE = True
    Installation.set_up(check_value="real", is_practice=False)
    assert any("Practice can't be switched on" in fault for fault in faults())

import pytest
from django.test import Client as Browser

from cors.clients.actions import add_contact_point
from cors.clients.models import Client, ContactPoint
from tests.stage.personas import TODAY, Stage, browser_of

WAY = {
    "kind": "mobile", "value": "07700 900123", "safety": "care", "rule": "after 16:00",
    "on": "2026-11-02",
}  # fmt: skip


@pytest.fixture
def browser(stage: Stage) -> Browser:
    return browser_of(stage.amina)


@pytest.fixture
def point(stage: Stage, hana: Client) -> ContactPoint:
    return add_contact_point(
        client=hana, kind="mobile", value="07700 900123", safety="care", rule="after 16:00",
        on=TODAY, by=stage.amina,
    )  # fmt: skip


def test_adds_a_way_and_shows_it_with_its_rule(browser: Browser, hana: Client) -> None:
    url = f"/people/{hana.pk}/contact/"
    assert browser.post(url, WAY).headers["Location"] == url
    page = browser.get(url).content.decode()
    assert "07700 900123" in page
    assert "Mobile: after 16:00." in page


def test_asks_for_the_rule_where_care_is_needed(browser: Browser, hana: Client) -> None:
    response = browser.post(f"/people/{hana.pk}/contact/", {**WAY, "rule": ""})
    assert response.status_code == 422
    assert 'href="#id_rule"' in response.content.decode()


def test_goes_through_the_rule_again(browser: Browser, point: ContactPoint) -> None:
    url = f"/contact-points/{point.pk}/check/"
    assert "07700 900123" in browser.get(url).content.decode()
    browser.post(url, {"safety": "never", "rule": "", "on": TODAY.isoformat()})
    assert ContactPoint.objects.get().safety == "never"


def test_stops_using_a_way_with_one_press(browser: Browser, point: ContactPoint) -> None:
    url = f"/contact-points/{point.pk}/end/"
    browser.post(url)
    assert ContactPoint.objects.get().ended_date is not None
    page = browser.post(url, follow=True).content.decode()
    assert "no longer used. Add it anew" in page


def test_another_team_finds_no_way(stage: Stage, point: ContactPoint) -> None:
    browser = browser_of(stage.olu)
    assert browser.get(f"/contact-points/{point.pk}/check/").status_code == 404
    assert browser.post(f"/contact-points/{point.pk}/end/").status_code == 404

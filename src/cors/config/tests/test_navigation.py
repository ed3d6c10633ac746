"""The main navigation leads each member only to what they may open."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import reverse

from cors.config.navigation import PLACES, navigation
from tests.stage.personas import Stage, browser_of

LEADS_TO = {
    "amina": ["Today", "People"],
    "carys": ["Today", "People", "Figures", "Settings"],
    "dev": ["Today", "People", "Figures", "Settings"],
    "esi": ["Figures"],
    "femi": [],
    "gwen": ["Today", "People"],
}


def request(stage: Stage, who: str, path: str = "/") -> HttpRequest:
    asked = RequestFactory().get(path)
    asked.member = getattr(stage, who)  # type: ignore[attr-defined]
    return asked


@pytest.mark.parametrize("who", LEADS_TO)
def test_leads_each_role_where_it_may_go(stage: Stage, who: str) -> None:
    found = navigation(request(stage, who))
    assert [entry["label"] for entry in found["nav"]] == LEADS_TO[who]


@pytest.mark.slow
@pytest.mark.parametrize("who", LEADS_TO)
def test_leads_to_every_open_door_and_to_no_closed_one(stage: Stage, who: str) -> None:
    browser = browser_of(getattr(stage, who))
    led_to = {entry["url"] for entry in navigation(request(stage, who))["nav"]}
    for label, name, _, _ in PLACES:
        is_open = browser.get(reverse(name)).status_code == 200
        assert is_open is (reverse(name) in led_to), label


@pytest.mark.parametrize("who", LEADS_TO)
def test_record_stands_there_for_those_who_record(stage: Stage, who: str) -> None:
    found = navigation(request(stage, who))
    assert bool(found["record_url"]) is (not found["quiet"])
    if found["record_url"]:
        assert browser_of(getattr(stage, who)).get(found["record_url"]).status_code == 200


@pytest.mark.parametrize(
    ("path", "here"),
    [
        ("/", "Today"),
        ("/people/", "People"),
        ("/people/0/", "People"),
        ("/figures/list/", "Figures"),
        ("/settings/", "Settings"),
        ("/cases/0/", None),
    ],
)
def test_says_where_one_is(stage: Stage, path: str, here: str | None) -> None:
    nav = navigation(request(stage, "dev", path))["nav"]
    assert [entry["label"] for entry in nav if entry["current"]] == ([here] if here else [])


def test_who_is_not_signed_in_is_led_nowhere() -> None:
    assert navigation(RequestFactory().get("/")) == {"nav": []}

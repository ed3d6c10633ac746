"""Two people change the same thing: the second sees both versions, and neither is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client as Browser

from cors.access.models import Membership
from cors.audit.models import Event
from cors.catalogue.choices import catalogue_of
from cors.clients.actions import answer_equality
from cors.clients.models import Client, ContactPoint, EqualityAnswer
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of
from tests.whole.forms_on_pages import read

Edit = tuple[Membership, str, dict[str, str], dict[str, str], Callable[[], object]]


@pytest.fixture
def edits(stage: Stage, hana: Hana) -> dict[str, Edit]:
    """Return each form that changes something: who, where, first, second, and what stands."""
    dev, person, day = stage.dev, f"/people/{hana.client.pk}", stage.organisation.today()
    point = ContactPoint.of(hana.client)[0]
    at_point = f"/contact-points/{point.pk}/check/"
    rule = {"safety": "care", "on": day.isoformat()}
    named = {"name": "Hana Novak", "reference": hana.client.reference}
    answer_equality(client=hana.client, answers={"sex": "female"}, on=day, by=dev)
    asked = {"on": day.isoformat()}
    name = f"/settings/services/{stage.service.pk}/name/"
    barrier = next(iter(catalogue_of(stage.organisation.pk).known("barrier_type")))
    label = f"/settings/catalogue/barrier_type/{barrier}/name/"
    role = f"/settings/people/{stage.ben.pk}/role/"

    def stands(model: Any, pk: object, field: str) -> Callable[[], object]:
        return lambda: getattr(model._base_manager.get(pk=pk), field)

    return {
        "person": (dev, f"{person}/edit/", named | {"needs": "An interpreter"},
                   named | {"needs": "Large print"}, stands(Client, hana.client.pk, "needs")),
        "way to reach": (dev, at_point, rule | {"rule": "After six"},
                         rule | {"rule": "Never ring"}, stands(ContactPoint, point.pk, "rule")),
        "equality": (dev, f"{person}/equality/", asked | {"sex": "male"},
                     asked | {"sex": "rather-not-say"},
                     lambda: EqualityAnswer.of(hana.client).get("sex")),
        "service": (dev, name, {"name": "Moving on"}, {"name": "A home"},
                    stands(type(stage.service), stage.service.pk, "name")),
        "entry": (dev, label, {"label": "No cash"}, {"label": "Nothing to pay with"},
                  lambda: catalogue_of(stage.organisation.pk).label("barrier_type", barrier)),
        "words": (dev, "/settings/words/", {"client_word": "guest", "clients_word": "guests"},
                  {"client_word": "member", "clients_word": "members"},
                  stands(type(stage.organisation), stage.organisation.pk, "client_word")),
        "role": (dev, role, {"role": "lead"}, {"role": "volunteer"},
                 stands(Membership, stage.ben.pk, "role")),
    }  # fmt: skip


KINDS = ["person", "way to reach", "equality", "service", "entry", "words", "role"]


def _opened(browser: Browser, url: str) -> dict[str, str]:
    return read(browser.get(url).content.decode()).hidden()


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_is_shown_both_and_can_save_knowingly(edits: dict[str, Edit], kind: str) -> None:
    by, url, first, second, stands = edits[kind]
    browser = browser_of(by)
    mine, theirs = _opened(browser, url), _opened(browser, url)
    assert browser.post(url, theirs | first).status_code == 302
    kept = stands()
    events = Event.objects.count()
    answer = browser.post(url, mine | second)
    page = answer.content.decode()
    assert "Somebody else changed this while you were writing" in page
    assert "Stands there now" in page
    assert "You wrote" in page
    assert stands() == kept
    assert browser.post(url, read(page).hidden() | second).status_code == 302
    assert stands() != kept
    assert Event.objects.count() > events  # and the first stands in the trail


@pytest.mark.parametrize("kind", KINDS)
def test_one_who_saw_what_stands_is_not_held_up(edits: dict[str, Edit], kind: str) -> None:
    by, url, first, second, stands = edits[kind]
    browser = browser_of(by)
    for given in (first, second):
        before = stands()
        assert browser.post(url, _opened(browser, url) | given).status_code == 302
        assert stands() != before


def test_both_versions_stand_side_by_side(edits: dict[str, Edit]) -> None:
    by, url, first, second, _ = edits["person"]
    browser = browser_of(by)
    mine = _opened(browser, url)
    browser.post(url, _opened(browser, url) | first)
    page = browser.post(url, mine | second).content.decode()
    both = page[page.index("Both versions") :]
    assert both.index("An interpreter") < both.index("Large print")
    assert "Hana Novak" not in both[: both.index("</section>")]  # only what differs


def test_the_words_of_a_choice_are_shown_and_not_its_key(edits: dict[str, Edit]) -> None:
    by, url, first, second, _ = edits["role"]
    browser = browser_of(by)
    mine = _opened(browser, url)
    browser.post(url, _opened(browser, url) | first)
    page = browser.post(url, mine | second).content.decode()
    both = page[page.index("Both versions") :]
    assert "Team lead" in both[: both.index("</section>")]
    assert "Volunteer" in both[: both.index("</section>")]

"""A device that is handed over shows one measure and nothing else, until the password is typed."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client as Browser

from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.config.tests.addresses import addresses
from cors.measures.models import Assessment
from cors.measures.tests.taking import ITEMS, address, words_of
from cors.plans.tests.factories import BEGAN, a_case
from tests.stage.personas import PASSWORD, TODAY, Stage, browser_of
from tests.stage.scene import build_scene

BACK = "/hand-back/"


@pytest.fixture
def case(stage: Stage) -> Case:
    cache.clear()  # the tries of other tests
    stage.amina.user.set_password(PASSWORD)
    stage.amina.user.save()
    return a_case(stage)


@pytest.fixture
def handed(stage: Stage, case: Case) -> Browser:
    """A browser of Amina's that was handed over with the questions of the PHQ-9."""
    browser = browser_of(stage.amina)
    answer = browser.post(f"{address(case)}hand-over/")
    assert answer["Location"] == f"{address(case)}one-by-one/"
    return browser


def sent(**changed: Any) -> dict[str, Any]:
    end = {"go": "save", "place": "10", "on": BEGAN.isoformat(), "rater": "client"}
    return end | dict.fromkeys(ITEMS, "1") | changed


def save(browser: Browser, case: Case, **changed: Any) -> Any:
    return browser.post(f"{address(case)}one-by-one/", sent(**changed))


def test_the_questions_open_and_name_nobody(handed: Browser, case: Case) -> None:
    answer = handed.get(f"{address(case)}one-by-one/")
    assert answer.status_code == 200
    assert case.client.name not in words_of(answer)
    assert "no-store" in answer["Cache-Control"]
    assert "Hand it back" in words_of(answer)


def test_every_other_address_leads_to_giving_it_back(
    stage: Stage, handed: Browser, case: Case
) -> None:
    scene = build_scene(stage)
    own = {f"{address(case)}one-by-one/", BACK, "/sign-in/logout/"}
    outside = ("/health/", "/healthz", "/readyz", "/metrics")
    for one in addresses():
        path = one.of(scene)
        if path in own or path.startswith(outside):
            continue
        for ask in (handed.get, handed.post):
            answer = ask(path)
            assert (path, answer.status_code, answer.headers.get("Location")) == (path, 302, BACK)


def test_the_same_questions_of_somebody_else_stay_shut(
    stage: Stage, handed: Browser, case: Case
) -> None:
    other = build_scene(stage)["cases"]
    assert handed.get(f"{address(other)}one-by-one/")["Location"] == BACK
    assert handed.get(f"{address(case, 'gad-7')}one-by-one/")["Location"] == BACK


@pytest.mark.parametrize("wrong", ["", "three loud ducks", PASSWORD.upper()])
def test_a_wrong_password_saves_nothing_and_keeps_the_answers(
    handed: Browser, case: Case, wrong: str
) -> None:
    answer = save(handed, case, password=wrong)
    assert answer.status_code == 422
    assert not Assessment.objects.exists()
    assert answer.content.decode().count('value="1"') >= len(ITEMS)
    assert handed.get("/")["Location"] == BACK


def test_the_password_saves_and_opens_everything_again(handed: Browser, case: Case) -> None:
    answer = save(handed, case, password=PASSWORD)
    (taken,) = Assessment.objects.all()
    assert answer["Location"] == f"/measures/{taken.pk}/"
    assert handed.get("/").status_code == 200


def test_after_too_many_tries_not_even_the_right_one_opens(handed: Browser, case: Case) -> None:
    for _ in range(10):
        save(handed, case, password="guess")
    answer = save(handed, case, password=PASSWORD)
    assert "That was tried too often." in words_of(answer)
    assert handed.get("/")["Location"] == BACK


def test_it_can_be_taken_back_in_the_middle(handed: Browser, case: Case) -> None:
    end = handed.post(f"{address(case)}one-by-one/", sent(go="end", place="3"))
    assert "Hand it back now." in words_of(end)
    assert handed.post(BACK, {"password": "guess"}).status_code == 422
    answer = handed.post(BACK, {"password": PASSWORD})
    assert answer["Location"] == f"/cases/{case.pk}/"
    assert handed.get(f"/cases/{case.pk}/").status_code == 200
    assert not Assessment.objects.exists()


def test_signing_out_is_open_and_leaves_nothing_open(handed: Browser, case: Case) -> None:
    assert "Sign out instead" in words_of(handed.get(BACK))
    handed.post("/sign-in/logout/")
    assert handed.get(f"/cases/{case.pk}/")["Location"].startswith("/sign-in/")


def test_nothing_is_locked_where_nothing_was_handed_over(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.amina)
    assert browser.get(BACK)["Location"] == "/"
    assert save(browser, case)["Location"].startswith("/measures/")
    assert browser.get("/").status_code == 200


def test_who_may_not_take_a_measure_hands_nothing_over(stage: Stage, case: Case) -> None:
    assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    helper = browser_of(stage.gwen)
    assert helper.post(f"{address(case)}hand-over/").status_code == 403
    assert helper.get("/").status_code == 200
    stranger = browser_of(stage.olu)
    assert stranger.post(f"{address(case)}hand-over/").status_code == 404


def test_what_has_no_questions_here_cannot_be_handed_over(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.amina)
    assert browser.post(f"{address(case, 'bdi-ii')}hand-over/").status_code == 404
    assert browser.get("/").status_code == 200


def test_where_nobody_has_a_password_one_press_opens(stage: Stage, case: Case) -> None:
    stage.amina.user.set_unusable_password()
    stage.amina.user.save()
    browser = browser_of(stage.amina)
    browser.post(f"{address(case)}hand-over/")
    assert "In practice nobody has a password" in words_of(browser.get(BACK))
    assert browser.post(BACK)["Location"] == f"/cases/{case.pk}/"

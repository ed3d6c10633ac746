"""The pages on which a manager says what a service asks, and when."""

from typing import Any

from cors.measures.models import Schedule
from cors.measures.schedule import When
from cors.measures.tests.taking import words_of
from cors.measures.tests.test_schedule_verbs import a_schedule
from tests.stage.personas import Stage, browser_of

ASKED = {"measure": "gad-7", "rater": "client", "every_weeks": "4", "at_end": "on"}


def of(stage: Stage, more: str = "") -> str:
    return f"/settings/services/{stage.service.pk}/measures/{more}"


def post(stage: Stage, address: str, **data: Any) -> Any:
    return browser_of(stage.dev).post(address, data)


def test_an_empty_list_says_what_to_do(stage: Stage) -> None:
    said = words_of(browser_of(stage.dev).get(of(stage)))
    assert "No measure is asked by plan here." in said
    assert "Ask a measure" in said


def test_lists_what_is_asked_in_words(stage: Stage) -> None:
    a_schedule(stage)
    said = words_of(browser_of(stage.dev).get(of(stage)))
    assert "PHQ-9 The person answers." in said
    assert "Within 14 days of the start, every 6 weeks, at the end, 26 weeks after the end." in said


def test_a_measure_is_set_up_on_the_page(stage: Stage) -> None:
    answer = post(stage, of(stage, "new/"), **ASKED)
    assert answer.status_code == 302
    assert answer["Location"] == of(stage)
    row = Schedule.objects.get()
    assert (row.measure, row.every_weeks, row.at_end, row.start_days) == ("gad-7", 4, True, None)


def test_a_refusal_is_shown_and_what_was_typed_is_kept(stage: Stage) -> None:
    answer = post(stage, of(stage, "new/"), **(ASKED | {"every_weeks": "200"}))
    assert answer.status_code == 422
    assert "Choose from 1 to 104 weeks." in words_of(answer)
    assert 'value="200"' in answer.content.decode()


def test_when_it_is_asked_is_changed_on_the_page(stage: Stage) -> None:
    made = a_schedule(stage)
    assert (
        'value="26"'
        in browser_of(stage.dev).get(f"/settings/schedules/{made.pk}/").content.decode()
    )
    post(stage, f"/settings/schedules/{made.pk}/", weeks_after="13")
    assert Schedule.objects.get().when() == When(weeks_after=13)


def test_somebody_elses_change_is_shown_beside_ones_own(stage: Stage) -> None:
    made = a_schedule(stage)
    page = browser_of(stage.dev).get(f"/settings/schedules/{made.pk}/")
    seen = page.context["form"]["seen"].value()
    post(stage, f"/settings/schedules/{made.pk}/", weeks_after="13")
    answer = post(
        stage, f"/settings/schedules/{made.pk}/", weeks_after="20", at_end="on", seen=seen
    )
    assert answer.status_code == 422
    said = words_of(answer)
    assert "13" in said
    assert "no" in said
    assert "yes" in said
    assert Schedule.objects.get().weeks_after == 13


def test_it_is_asked_no_more(stage: Stage) -> None:
    made = a_schedule(stage)
    assert post(stage, f"/settings/schedules/{made.pk}/end/").status_code == 302
    assert "No measure is asked by plan here." in words_of(browser_of(stage.dev).get(of(stage)))


def test_another_organisation_finds_nothing(stage: Stage, elsewhere: Stage) -> None:
    made = a_schedule(stage)
    browser = browser_of(elsewhere.dev)
    for address in (of(stage), of(stage, "new/"), f"/settings/schedules/{made.pk}/"):
        assert browser.get(address).status_code == 404
    assert browser.post(f"/settings/schedules/{made.pk}/end/").status_code == 404

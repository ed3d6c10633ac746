"""Showing the person what came of a measure is a worker's act; before it nothing is shown."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cors.audit.models import Event
from cors.cases.models import Case
from cors.core.errors import NotAllowed, Refused
from cors.measures.actions import (
    record_assessment,
    share_with_client,
    stop_sharing,
    withdraw_assessment,
)
from cors.measures.models import Assessment
from cors.measures.tests.taking import phq, taken, words_of
from cors.plans.actions import set_goal
from cors.plans.tests.factories import BEGAN, a_case
from tests.stage.personas import TODAY, Stage, browser_of

LATER = BEGAN + timedelta(weeks=2)
BETTER = "Your answers about your mood are better than on"


@pytest.fixture
def case(stage: Stage) -> Case:
    case = a_case(stage)
    words = "Sleep through the night."
    set_goal(case=case, words=words, life_area="mental-wellbeing", on=BEGAN, by=stage.amina)
    return case


@pytest.fixture
def assessment(stage: Stage, case: Case) -> Assessment:
    taken(stage, case, phq(*[2] * 9, on=BEGAN.isoformat()))
    return taken(stage, case, phq(*[1] * 9, on=LATER.isoformat()))


def theirs(stage: Stage, case: Case) -> str:
    """Return what the page says that both look at together."""
    return words_of(browser_of(stage.amina).get(f"/cases/{case.pk}/review/"))


def test_before_it_nothing_is_shown_and_after_it_one_plain_sentence(
    stage: Stage, case: Case, assessment: Assessment
) -> None:
    assert BETTER not in theirs(stage, case)
    share_with_client(assessment=assessment, on=TODAY, by=stage.amina)
    said = theirs(stage, case)
    assert BETTER in said
    assert "PHQ" not in said
    assert Event.objects.filter(verb="share_with_client", about_id=assessment.pk).exists()


def test_it_can_be_shown_no_longer(stage: Stage, case: Case, assessment: Assessment) -> None:
    share_with_client(assessment=assessment, on=TODAY, by=stage.amina)
    stop_sharing(assessment=assessment, by=stage.amina)
    assert BETTER not in theirs(stage, case)
    with pytest.raises(Refused, match="not shown"):
        stop_sharing(assessment=assessment, by=stage.amina)


def test_what_came_after_it_is_not_in_it(stage: Stage, case: Case, assessment: Assessment) -> None:
    share_with_client(assessment=assessment, on=TODAY, by=stage.amina)
    on = (LATER + timedelta(weeks=2)).isoformat()
    taken(stage, case, phq(*[3] * 9, on=on))
    assert BETTER in theirs(stage, case)


def test_what_somebody_else_answered_is_never_theirs(
    stage: Stage, case: Case, assessment: Assessment
) -> None:
    workers = taken(stage, case, phq(*[1] * 9, on=LATER.isoformat(), rater="worker"))
    share_with_client(assessment=workers, on=TODAY, by=stage.amina)
    assert "Your answers" not in theirs(stage, case)
    page = words_of(browser_of(stage.amina).get(f"/measures/{workers.pk}/"))
    assert "so it stands on no page that is theirs" in page


def test_the_page_shows_it_and_takes_it_back(
    stage: Stage, case: Case, assessment: Assessment
) -> None:
    browser, page = browser_of(stage.amina), f"/measures/{assessment.pk}/"
    assert "Nothing of this is shown" in words_of(browser.get(page))
    browser.post(f"{page}share/", {"go": "share"})
    assert "Shown since" in words_of(browser.get(page))
    again = browser.post(f"{page}share/", {"go": "share"}, follow=True)
    assert "This is shown already." in words_of(again)
    browser.post(f"{page}share/", {"go": "stop"})
    assert "Nothing of this is shown" in words_of(browser.get(page))


def test_refuses_what_was_taken_back_and_what_gave_nothing(stage: Stage, case: Case) -> None:
    empty = taken(stage, case, phq(1))
    page = browser_of(stage.amina).get(f"/measures/{empty.pk}/")
    assert "Show what came of it" not in words_of(page)
    with pytest.raises(Refused, match="too few questions"):
        share_with_client(assessment=empty, on=TODAY, by=stage.amina)
    mistake = record_assessment(case=case, measure="bdi-ii", score=9, on=BEGAN, by=stage.amina)
    withdraw_assessment(assessment=mistake, by=stage.amina, at=timezone.now())
    with pytest.raises(Refused, match="taken back"):
        share_with_client(assessment=mistake, on=TODAY, by=stage.amina)


def test_refuses_whoever_takes_no_measures(stage: Stage, assessment: Assessment) -> None:
    with pytest.raises(NotAllowed):
        share_with_client(assessment=assessment, on=TODAY, by=stage.gwen)
    share_with_client(assessment=assessment, on=TODAY, by=stage.amina)
    with pytest.raises(NotAllowed):
        stop_sharing(assessment=assessment, by=stage.gwen)


def test_writes_nothing_when_the_event_cannot_be_written(
    stage: Stage, assessment: Assessment, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        share_with_client(assessment=assessment, on=TODAY, by=stage.amina)
    assert Assessment.objects.get(pk=assessment.pk).shared_date is None

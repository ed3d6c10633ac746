from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.cases.models import Case
from cors.core.errors import NotAllowed, Refused
from cors.plans.tests.factories import a_case, ended
from cors.reviews.actions import Meanwhile, prepare_review
from cors.reviews.actions.prepare import MOST
from cors.reviews.models import PreparedReview, Review
from cors.reviews.tests.factories import a_review
from tests.stage.personas import Stage

NOW = datetime(2026, 11, 23, 14, 20, tzinfo=UTC)
SAID = {"client_words": ["I stopped hiding."], "helped": ["work-1", "back-2"]}


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def prepare(case: Case, by: Any, **changed: Any) -> PreparedReview:
    given: dict[str, Any] = {"answers": SAID, "at": NOW}
    return prepare_review(case=case, by=by, **(given | changed))


def test_keeps_the_answers_as_they_are_with_who_and_when(stage: Stage, hana: Case) -> None:
    prepare(hana, stage.amina)
    kept = PreparedReview.of(hana)
    assert kept
    assert kept.given() == SAID
    assert (kept.created_by, kept.changed_by) == (stage.amina.user, stage.amina.user)
    assert (kept.changed_at, kept.version) == (NOW, 1)
    assert Event.objects.get(verb="prepare_review").client_id == hana.client_id


def test_a_second_time_replaces_the_first_and_there_is_one(stage: Stage, hana: Case) -> None:
    prepare(hana, stage.amina)
    later = NOW + timedelta(hours=1)
    prepare(hana, stage.ben, answers={"what_helped": ["Tea"]}, at=later)
    kept = PreparedReview.objects.get()
    assert kept.given() == {"what_helped": ["Tea"]}
    assert (kept.created_by, kept.changed_by) == (stage.amina.user, stage.ben.user)
    assert (kept.changed_at, kept.version) == (later, 2)


def test_who_has_not_seen_the_latest_is_shown_it(stage: Stage, hana: Case) -> None:
    seen = PreparedReview.mark_of(hana)
    prepare(hana, stage.ben, seen=seen)
    with pytest.raises(Meanwhile) as refused:
        prepare(hana, stage.amina, answers={"what_helped": ["Tea"]}, seen=seen)
    assert refused.value.now == SAID
    assert refused.value.sentence.startswith("Ben went on with this review")
    assert PreparedReview.objects.get().given() == SAID
    prepare(hana, stage.amina, answers={"what_helped": ["Tea"]}, seen=refused.value.mark)
    assert PreparedReview.objects.get().given() == {"what_helped": ["Tea"]}


def test_one_that_was_held_meanwhile_is_said(stage: Stage, hana: Case) -> None:
    prepare(hana, stage.amina)
    seen = PreparedReview.mark_of(hana)
    a_review(hana, stage.ben)
    for again in (prepare, a_review):
        with pytest.raises(Meanwhile) as refused:
            again(hana, stage.amina, seen=seen)
        assert refused.value.sentence.startswith("Ben finished this review")
    assert Review.of(hana).count() == 1


def test_what_was_prepared_comes_to_its_end_with_the_review(stage: Stage, hana: Case) -> None:
    other = a_case(stage, reference="HS-2")
    for case in (hana, other):
        prepare(case, stage.amina)
    a_review(hana, stage.ben, seen=PreparedReview.mark_of(hana))
    assert PreparedReview.of(hana) is None
    assert PreparedReview.of(other)


@pytest.mark.parametrize("size", [MOST, MOST + 1])
def test_holds_as_much_as_a_review_needs_and_refuses_more(
    stage: Stage, hana: Case, size: int
) -> None:
    answers = {"client_words": ["w" * (size - 5)], "what_helped": ["w" * 5]}
    if size == MOST:
        assert prepare(hana, stage.amina, answers=answers)
        return
    with pytest.raises(Refused):
        prepare(hana, stage.amina, answers=answers)
    assert PreparedReview.of(hana) is None


def test_a_case_that_ended_is_not_prepared_for(stage: Stage, hana: Case) -> None:
    with pytest.raises(Refused, match="has ended"):
        prepare(ended(hana), stage.amina)
    assert PreparedReview.of(hana) is None


@pytest.mark.parametrize("name", ["gwen", "esi", "femi"])
def test_who_holds_no_reviews_prepares_none(stage: Stage, hana: Case, name: str) -> None:
    with pytest.raises(NotAllowed):
        prepare(hana, stage.member(name))
    assert PreparedReview.of(hana) is None


def test_nothing_of_another_organisation(stage: Stage, elsewhere: Stage, hana: Case) -> None:
    with pytest.raises(NotAllowed):
        prepare(hana, elsewhere.amina)
    assert PreparedReview.of(hana) is None


def test_nothing_is_kept_when_its_event_can_not_be_written(
    stage: Stage, hana: Case, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(request.getfixturevalue("audit_fails")):
        prepare(hana, stage.amina)
    assert PreparedReview.of(hana) is None

"""What helped and what got in the way: chosen from the record, and added to in words."""

from datetime import timedelta

import pytest

from cors.casefile.review_form import ReviewForm
from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_step,
    a_success,
    began,
    page,
    record_of,
    sent,
    some_work,
    words,
)
from cors.cases.models import Case
from cors.plans.actions import drop_step, end_intervention, get_back_on_track, resolve_barrier
from cors.reviews.letter import letter_of
from cors.reviews.models import Review
from cors.reviews.to_name import MOST, ToName
from tests.stage.personas import Stage, browser_of

HELPED, IN_THE_WAY = "helped", "in-the-way"


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def found(stage: Stage, case: Case, side: str) -> list[ToName]:
    return ReviewForm(record=record_of(case, stage.amina)).on_the_page[side]


def offered(stage: Stage, case: Case, side: str) -> list[str]:
    return [each.words for each in found(stage, case, side)]


def key(stage: Stage, case: Case, side: str, said: str) -> str:
    return next(each.key for each in found(stage, case, side) if each.words == said)


def back(stage: Stage, case: Case, helped: str, *, days: int = 0) -> None:
    day = stage.organisation.today() - timedelta(days=days)
    setback = a_setback(case, stage.amina, f"Stayed in, {helped}", on=day)
    get_back_on_track(moment=setback, on=day, by=stage.amina, what_helped=helped)


def test_ways_back_and_gone_barriers_stand_before_work(stage: Stage, case: Case) -> None:
    some_work(case, stage.amina, "Room search")
    back(stage, case, "Her sister.", days=3)
    back(stage, case, "A walk.", days=1)
    barrier = a_barrier(case, stage.amina, words="No deposit")
    day = stage.organisation.today() - timedelta(days=2)
    resolve_barrier(barrier=barrier, on=day, by=stage.amina, what_helped="The council paid.")
    assert offered(stage, case, HELPED) == [
        "A walk.", "The council paid.", "Her sister.", "Room search",
    ]  # fmt: skip


def test_a_barrier_that_went_by_itself_is_named_as_gone(stage: Stage, case: Case) -> None:
    barrier = a_barrier(case, stage.amina, words="No deposit")
    assert offered(stage, case, IN_THE_WAY) == ["No deposit"]
    resolve_barrier(barrier=barrier, on=stage.organisation.today(), by=stage.amina)
    assert offered(stage, case, HELPED) == ["No longer in the way: No deposit"]
    assert offered(stage, case, IN_THE_WAY) == []


def test_work_that_ended_has_helped_too(stage: Stage, case: Case) -> None:
    work = some_work(case, stage.amina, words="")
    end_intervention(intervention=work, on=stage.organisation.today(), by=stage.amina)
    label = record_of(case, stage.amina).catalogue.label("intervention_type", work.type_key)
    assert offered(stage, case, HELPED) == [label]


def test_setbacks_are_offered_once_talked_about_no_more(stage: Stage, case: Case) -> None:
    day = stage.organisation.today() - timedelta(days=10)
    a_setback(case, stage.amina, "Missed the viewing.", on=day)
    a_success(case, stage.amina, "Rang the agent.")
    assert offered(stage, case, IN_THE_WAY) == ["Missed the viewing."]
    browser_of(stage.amina).post(f"/cases/{case.pk}/review/", sent(stage.amina))
    assert offered(stage, case, IN_THE_WAY) == []


def test_the_same_words_are_offered_once_and_never_too_many(stage: Stage, case: Case) -> None:
    back(stage, case, "Her sister", days=3)
    back(stage, case, "her sister.", days=1)
    assert offered(stage, case, HELPED) == ["her sister."]
    for number in range(MOST + 3):
        back(stage, case, f"Walk {number}", days=20 + number)
    assert len(offered(stage, case, HELPED)) == MOST
    assert offered(stage, case, HELPED)[0] == "her sister."


def test_what_was_chosen_and_added_stands_in_page_letter_and_record(
    stage: Stage, case: Case
) -> None:
    back(stage, case, "Her sister.")
    barrier = a_barrier(case, stage.amina, words="No deposit")
    chosen = {
        "helped": key(stage, case, HELPED, "Her sister."),
        "was_there": key(stage, case, IN_THE_WAY, "No deposit"),
        "what_helped": "And the dog.",
        "in_the_way": "And the rain.",
    }
    answer = browser_of(stage.amina).post(f"/cases/{case.pk}/review/", sent(stage.amina, **chosen))
    text = words(page(stage.amina, answer["Location"]))
    assert "What helped Her sister. And the dog." in text
    assert "What got in the way No deposit And the rain." in text
    review = Review.of(case).get()
    assert [part.moment is not None for part in review.named(HELPED)] == [True]
    assert [part.barrier for part in review.named(IN_THE_WAY)] == [barrier]


def test_what_was_named_stays_as_it_was_said_then(stage: Stage, case: Case) -> None:
    work = some_work(case, stage.amina, "Room search")
    chosen = {"helped": key(stage, case, HELPED, "Room search")}
    browser_of(stage.amina).post(f"/cases/{case.pk}/review/", sent(stage.amina, **chosen))
    work.delete()
    assert letter_of(Review.of(case).get(), stage.amina).helped == ("Room search",)


def test_what_another_case_holds_can_not_be_named(stage: Stage, case: Case) -> None:
    other = a_case(stage, "Ivo Brandt")
    some_work(other, stage.amina, "Room search")
    strange = key(stage, other, HELPED, "Room search")
    answer = browser_of(stage.amina).post(
        f"/cases/{case.pk}/review/", sent(stage.amina, helped=strange)
    )
    assert answer.status_code == 422
    assert "Choose one of those shown" in answer.content.decode()
    assert not Review.of(case).exists()


def test_nothing_recorded_offers_nothing_but_asks(stage: Stage, case: Case) -> None:
    text = page(stage.amina, f"/cases/{case.pk}/review/")
    assert 'name="helped"' not in text
    assert 'name="what_helped"' in text


def test_steps_chosen_and_new_stand_in_the_letter_with_who_and_when(
    stage: Stage, case: Case
) -> None:
    due = stage.organisation.today() + timedelta(days=10)
    step = a_step(case, stage.amina, "Ask the council", due_date=due)
    left = a_step(case, stage.amina, "See the room")
    drop_step(
        step=a_step(case, stage.amina, "Gone"), on=began(case) + timedelta(60), by=stage.amina
    )
    said = {"next_steps": str(step.pk), "step_words": "Ring Ivo", "step_owner": "client"}
    assert "Gone" not in page(stage.amina, f"/cases/{case.pk}/review/")
    browser_of(stage.amina).post(f"/cases/{case.pk}/review/", sent(stage.amina, **said))
    steps = letter_of(Review.of(case).get(), stage.amina).steps
    assert [(each.words, each.who) for each in steps] == [
        ("Ring Ivo", "You do this."),
        ("Ask the council", f"Amina does this by {due.day} {due:%B}."),
    ]
    left.refresh_from_db()
    assert left.is_ahead


def test_a_goal_keeps_the_latest_number_though_it_was_not_asked_for_again(
    stage: Stage, case: Case
) -> None:
    a_goal(case, stage.amina, rating=3)
    browser_of(stage.amina).post(f"/cases/{case.pk}/review/", sent(stage.amina))
    (stood,) = Review.of(case).get().goals()
    assert (stood.latest, stood.latest_date, stood.client_rating) == (3, began(case), None)

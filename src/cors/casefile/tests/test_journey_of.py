"""From records to the picture: every part of a case has its place in the plain data."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cors.casefile.journey_of import journey_of, rungs_of
from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_success,
    began,
    record_of,
    some_work,
)
from cors.cases.actions import end_pause, pause_case, re_open_case
from cors.cases.models import Case
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.journey import model as picture
from cors.journey.table import table
from cors.measures.actions import record_assessment
from cors.outcomes.actions import check_sustained, confirm_outcome
from cors.plans.actions import (
    end_goal,
    end_intervention,
    get_back_on_track,
    notice_barrier,
    rate_goal,
    resolve_barrier,
    reword_goal,
)
from cors.plans.models import Goal
from cors.reviews.actions import close_case, hold_review
from tests.stage.hana import Hana
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage, days=200)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina, rating=2)


def journey(stage: Stage, case: Case, who: str = "amina") -> picture.Journey:
    return journey_of(record_of(case, stage.member(who)))


def test_runs_from_the_start_to_today(stage: Stage, case: Case) -> None:
    found = journey(stage, case)
    assert (found.name, found.start) == ("Rosa", began(case))
    assert found.today == stage.organisation.today()
    assert found.is_empty


def test_an_ended_case_stops_at_its_end_and_goes_on_when_re_opened(
    stage: Stage, case: Case
) -> None:
    today = stage.organisation.today()
    end = today - timedelta(days=20)
    close_case(case=case, on=end, reason="goals-reached", by=stage.amina, no_review_reason="Left")
    assert journey(stage, case).today == end
    re_open_case(case=case, on=today, by=stage.amina)
    assert journey(stage, case).today == today


def test_a_goal_keeps_its_words_area_and_the_persons_own_ratings(
    stage: Stage, case: Case, goal: Goal
) -> None:
    today = stage.organisation.today()
    rate_goal(goal=goal, value=6, on=today, by=stage.amina)
    rate_goal(goal=goal, value=1, on=today, by=stage.amina, rater="worker")
    reword_goal(goal=goal, words="A flat.", on=today, by=stage.amina)
    (drawn,) = journey(stage, case).goals
    assert (drawn.ident, drawn.words, drawn.area) == (str(goal.pk), "A flat.", "Housing")
    assert drawn.ratings == (picture.Rating(began(case), 2), picture.Rating(today, 6))
    assert (drawn.set_on, drawn.ended_on, drawn.reached) == (began(case), None, False)


@pytest.mark.parametrize(("how", "reached"), [("reached", True), ("let-go", False)])
def test_a_goal_that_ended_says_whether_it_was_reached(
    stage: Stage, case: Case, goal: Goal, how: str, reached: bool
) -> None:
    today = stage.organisation.today()
    end_goal(goal=goal, how=how, on=today, by=stage.amina)
    (drawn,) = journey(stage, case).goals
    assert (drawn.ended_on, drawn.reached) == (today, reached)


def test_moments_stand_at_their_goal_with_the_way_back(
    stage: Stage, case: Case, goal: Goal
) -> None:
    today = stage.organisation.today()
    then = today - timedelta(days=9)
    setback = a_setback(case, stage.amina, "No bus.", on=then, goal=goal, could_help="a lift")
    success = a_success(case, stage.amina, "Rang.", on=today, goal=goal)
    open_one, won = journey(stage, case).goals[0].moments
    assert (open_one.back_on, open_one.helped) == (None, "a lift")
    assert won == picture.Moment(today, "success", "Rang.", ident=str(success.pk))
    get_back_on_track(moment=setback, on=today, by=stage.amina, what_helped="her sister")
    assert journey(stage, case).goals[0].moments[0] == picture.Moment(
        then, "setback", "No bus.", today, "her sister", str(setback.pk)
    )


def test_a_flag_keeps_the_weeks_for_which_it_lasted(stage: Stage, case: Case, goal: Goal) -> None:
    on = stage.organisation.today() - timedelta(weeks=26)
    outcome = confirm_outcome(
        case=case, outcome_type="settled-housing", on=on, evidence="own-word", by=stage.amina,
        goal=goal,
    )  # fmt: skip
    for weeks, result in ((13, "kept"), (26, "not-kept")):
        day = on + timedelta(weeks=weeks)
        check_sustained(outcome=outcome, weeks=weeks, result=result, on=day, by=stage.amina)
    (flag,) = journey(stage, case).goals[0].flags
    assert flag == picture.Flag(on, "Moved into settled housing", kept=(13,), ident=str(outcome.pk))


def test_a_rung_knows_how_many_steps_its_ladder_has(stage: Stage, case: Case, goal: Goal) -> None:
    confirm_outcome(
        case=case, outcome_type="taxi-together", on=stage.organisation.today(), goal=goal,
        evidence="worker-saw", by=stage.amina,
    )  # fmt: skip
    (flag,) = journey(stage, case).goals[0].flags
    assert (flag.words, flag.rung) == ("A taxi together", (2, 4))
    assert rungs_of(record_of(case, stage.amina), "no-such-ladder") == 0


def test_a_barrier_keeps_what_it_blocks_its_work_and_its_end(
    stage: Stage, case: Case, goal: Goal
) -> None:
    today = stage.organisation.today()
    barrier = a_barrier(case, stage.amina, goal)
    work = some_work(case, stage.amina, "Deposit help", barriers=[barrier], goals=[goal])
    record_contact(
        kind="visit", on=today, by=stage.amina, form_key=uuid4(),
        people=[PersonEntry(case=case, delivered=[work])],
    )  # fmt: skip
    end_intervention(intervention=work, on=today, by=stage.amina)
    resolve_barrier(barrier=barrier, on=today, by=stage.amina)
    found = journey(stage, case)
    catalogue = record_of(case, stage.amina).catalogue
    called = catalogue.label("intervention_type", "room-search")
    done = picture.Work("Deposit help", began(case), today, (today,), title=called)
    assert found.barriers == (
        picture.Barrier(
            *(str(barrier.pk), "No deposit", began(case), today, (str(goal.pk),), (done,)),
            area="Housing",
            title=catalogue.label("barrier_type", "no-deposit"),
        ),
    )
    assert found.straight == ()


def test_work_for_a_goal_alone_goes_straight_to_it(stage: Stage, case: Case, goal: Goal) -> None:
    some_work(case, stage.amina, "", goals=[goal])
    ((ident, work),) = journey(stage, case).straight
    label = record_of(case, stage.amina).catalogue.label("intervention_type", "room-search")
    assert (ident, work) == (str(goal.pk), picture.Work(label, began(case), title=label))


def test_work_for_nothing_in_particular_is_drawn_all_the_same(stage: Stage, case: Case) -> None:
    some_work(case, stage.amina, "Letters and forms")
    ((ident, work),) = journey(stage, case).straight
    assert (ident, work.name) == ("", "Letters and forms")


def test_what_belongs_to_no_goal_stands_on_a_line_of_its_own(stage: Stage, case: Case) -> None:
    moment = a_success(case, stage.amina, "Slept eight hours")
    outcome = confirm_outcome(
        case=case, outcome_type="settled-housing", on=stage.organisation.today(),
        evidence="own-word", by=stage.amina,
    )  # fmt: skip
    found = journey(stage, case)
    assert [row.ident for row in found.moments] == [str(moment.pk)]
    assert [row.ident for row in found.flags] == [str(outcome.pk)]
    assert found.own_line is not None
    assert "Slept eight hours" in [row.words for row in table(found).happened]


def test_a_goal_in_new_words_keeps_all_it_ever_had(stage: Stage, case: Case, goal: Goal) -> None:
    today = stage.organisation.today()
    assert journey(stage, case).goals[0].wordings == ()
    reword_goal(goal=goal, words="A flat.", on=today, by=stage.amina)
    (drawn,) = journey(stage, case).goals
    assert [row.words for row in drawn.wordings] == ["A door I can lock.", "A flat."]
    assert drawn.first_words == "A door I can lock."


def test_what_only_the_person_sees_is_opened_for_them_alone(
    stage: Stage, case: Case, goal: Goal
) -> None:
    today = stage.organisation.today()
    a_success(case, stage.amina, "Made contact", goal=goal, client_words="You rang")
    review: dict[str, Any] = {"goals": [], "form_key": uuid4(), "by": stage.amina, "on": today}
    hold_review(case=case, client_words="I sleep again.", **review)
    worker, client = (
        journey_of(record_of(case, stage.amina), for_client=who) for who in (False, True)
    )
    assert (worker.goals[0].moments[0].title, worker.said) == ("", None)
    assert client.goals[0].moments[0].title == "You rang"
    assert client.said == picture.Wording(today, "I sleep again.")


@pytest.mark.parametrize(("by", "title"), [("client", "Stairs"), ("worker", "No deposit")])
def test_the_person_reads_their_own_name_for_what_is_in_the_way(
    stage: Stage, case: Case, by: str, title: str
) -> None:
    notice_barrier(
        case=case, type_key="no-deposit", words="Stairs", on=began(case), by=stage.amina,
        noticed_by=by,
    )  # fmt: skip
    (drawn,) = journey(stage, case).barriers
    label = record_of(case, stage.amina).catalogue.label("barrier_type", "no-deposit")
    assert (drawn.name, drawn.title) == ("Stairs", title if by == "client" else label)


def test_the_time_after_an_ending_is_drawn_when_the_case_goes_on(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    end = today - timedelta(days=20)
    close_case(case=case, on=end, reason="goals-reached", by=stage.amina, no_review_reason="Left")
    assert journey(stage, case).pauses == ()
    re_open_case(case=case, on=today, by=stage.amina)
    assert journey(stage, case).pauses == (picture.Pause(end, today, had_ended=True),)


@pytest.mark.parametrize(
    ("measure", "scores", "higher_is_better"),
    [("bdi-ii", (29, 20), False), ("who-5-total", (8, 15), True)],
)
def test_a_measure_knows_its_range_and_which_way_is_good(
    stage: Stage, case: Case, measure: str, scores: tuple[int, int], higher_is_better: bool
) -> None:
    today = stage.organisation.today()
    for days, score in zip((7, 0), scores, strict=True):
        on = today - timedelta(days=days)
        record_assessment(case=case, measure=measure, on=on, by=stage.amina, score=score)
    (drawn,) = journey(stage, case).measures
    assert drawn.higher_is_better == higher_is_better
    assert drawn.scores == (
        picture.Score(today - timedelta(days=7), scores[0]), picture.Score(today, scores[1]),
    )  # fmt: skip
    assert drawn.low < min(scores) < max(scores) < drawn.high


def test_pauses_and_reviews_have_their_days(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    first, last = today - timedelta(days=30), today - timedelta(days=10)
    pause = pause_case(case=case, on=first, by=stage.amina)
    assert journey(stage, case).pauses == (picture.Pause(first),)
    end_pause(pause=pause, on=last, by=stage.amina)
    assert journey(stage, case).pauses == (picture.Pause(first, last),)


def test_a_review_stands_on_its_day(stage: Stage, hana: Hana) -> None:
    assert journey(stage, hana.case).reviews == (picture.Review(hana.review.held_date),)


def test_who_only_helps_sees_goals_and_nothing_below_the_water(stage: Stage, hana: Hana) -> None:
    found = journey(stage, hana.case, "gwen")
    assert [goal.words for goal in found.goals] == [hana.goal.words]
    assert (found.goals[0].moments, found.goals[0].flags) == ((), ())
    assert (found.barriers, found.straight, found.measures, found.reviews) == ((), (), (), ())

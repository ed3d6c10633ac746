"""The plan of one case: goals, what stands in the way, what is done, reviews."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from cors.bench import wording
from cors.bench.life import Life, area
from cors.outcomes.models import Aim, Outcome
from cors.plans.models import (
    Addresses,
    Barrier,
    BarrierBlocks,
    BarrierResolution,
    Goal,
    GoalWording,
    Intervention,
    Rating,
    Step,
)
from cors.reviews.models import Review, ReviewedGoal

BARRIERS = ("no-deposit", "debts", "anxiety-or-panic", "poor-sleep", "isolation", "transport")
OUTCOMES = ("settled-housing", "debt-plan", "paid-work", "benefit-awarded", "back-in-touch")


def plan(life: Life) -> None:
    """Set two goals, notice a barrier, begin something against it, aim at an outcome."""
    for order in range(2):
        life.goals.append(_goal(life, order))
    barrier = _barrier(life)
    life.work = _work(life, barrier)
    _aim(life)
    if life.ended is None:
        _step(life)


def _goal(life: Life, order: int) -> UUID:
    on, rows = life.day(0.02 * order), life.rows
    at, kind = life.at(on), area(life)
    words = life.chance.choice(wording.GOALS)
    goal = rows.add(Goal, at, case_id=life.case, life_area=kind, set_date=on, order=order)
    rows.add(GoalWording, at, goal_id=goal, words=words, worded_date=on)
    first = life.chance.randint(1, 5)
    rows.add(Rating, at, goal_id=goal, value=first, rated_date=on)
    rows.told("set_goal", Goal, goal, at, life_area=kind, on=on, rating=first)
    return goal


def _barrier(life: Life) -> UUID:
    on, rows, kind = life.day(0.1), life.rows, life.chance.choice(BARRIERS)
    at = life.at(on)
    barrier = rows.add(
        Barrier, at, case_id=life.case, type_key=kind, noticed_date=on, words=_said(life)
    )
    rows.add(BarrierBlocks, at, barrier_id=barrier, goal_id=life.goals[0])
    rows.told("notice_barrier", Barrier, barrier, at, type_key=kind, on=on, blocks=life.goals[:1])
    if life.chance.random() < 0.5:
        day = life.day(0.6)
        at, helped = life.at(day), life.chance.choice(wording.HELPED)
        rows.add(BarrierResolution, at, barrier_id=barrier, resolved_date=day, what_helped=helped)
        rows.told("resolve_barrier", Barrier, barrier, at, on=day)
    return barrier


def _said(life: Life) -> str:
    return life.chance.choice(wording.SENTENCES)


def _work(life: Life, barrier: UUID) -> UUID:
    on, rows, kind = life.day(0.12), life.rows, "speaking-up-for"
    at = life.at(on)
    work = rows.add(Intervention, at, case_id=life.case, type_key=kind, started_date=on)
    rows.add(Addresses, at, intervention_id=work, goal_id=life.goals[0])
    rows.add(Addresses, at, intervention_id=work, barrier_id=barrier)
    meant = {"goals": life.goals[:1], "barriers": [barrier]}
    rows.told("start_intervention", Intervention, work, at, type_key=kind, on=on, **meant)
    return work


def _aim(life: Life) -> None:
    on, rows, kind = life.day(0.05), life.rows, life.chance.choice(OUTCOMES)
    at = life.at(on)
    aim = rows.add(
        Aim, at, case_id=life.case, goal_id=life.goals[0], outcome_type=kind, from_date=on
    )
    rows.told("aim_at", Aim, aim, at, outcome_type=kind, **{"from": on})
    if life.chance.random() < 0.4:
        day = life.day(0.8)
        at, shown = life.at(day), "own-word"
        outcome = rows.add(
            Outcome,
            at,
            case_id=life.case,
            goal_id=life.goals[0],
            outcome_type=kind,
            happened_date=day,
            evidence=shown,
        )
        changes = {"outcome_type": kind, "happened": day, "evidence": shown}
        rows.told("confirm_outcome", Outcome, outcome, at, **changes)


def _step(life: Life) -> None:
    at, due = life.at(life.day(0.95)), life.ground.today + timedelta(days=life.number % 20 - 5)
    step = life.rows.add(
        Step, at, case_id=life.case, owner="worker", words=_said(life), due_date=due
    )
    life.rows.told("plan_step", Step, step, at, owner="worker", due_date=due)


def review(life: Life, ending: UUID | None) -> None:
    """Look back once: half way, or at the end."""
    on: date = life.ended or life.day(0.5)
    at, rows = life.at(on), life.rows
    held = rows.add(
        Review,
        at,
        case_id=life.case,
        held_date=on,
        client_words="I did not think I would get this far.",
        worker_words=wording.note(life.chance),
        ending_id=ending,
        form_key=uuid5(life.case, "review"),
    )
    for order, goal in enumerate(life.goals):
        rows.add(
            ReviewedGoal,
            at,
            review_id=held,
            goal_id=goal,
            first_words=life.chance.choice(wording.GOALS),
            words=life.chance.choice(wording.GOALS),
            life_area=area(life),
            order=order,
            client_rating=life.chance.randint(2, 9),
            worker_rating=life.chance.randint(2, 9),
            decision="keep",
        )
    decided = {str(goal): "keep" for goal in life.goals}
    rows.told("hold_review", Review, held, at, on=on, decided=decided, next=None, steps=0)

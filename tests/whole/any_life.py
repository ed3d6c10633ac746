"""A case lived at random: any verb, any day, in any order; what must never be false is asked."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from cors.cases.models import Case
from cors.catalogue.shipped import shipped
from cors.contacts.actions import record_contact
from cors.contacts.entry import NewMoment, NewStep, PersonEntry
from cors.outcomes import actions as outcomes
from cors.outcomes.models import Outcome
from cors.plans import actions as plans
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from cors.reviews.actions import close_case, hold_review
from cors.reviews.entry import GoalDecision
from tests.stage.personas import Stage

WORDS = ("Get the key", "", "خطوة صغيرة", "🙂" * 5, "x" * 2_001, "<b>one</b> {{ two }}", "  ")


@dataclass
class Life:
    """One case and the chance that moves it."""

    stage: Stage
    case: Case
    start: date
    chance: random.Random
    done: list[str] = field(default_factory=list)

    def day(self) -> date:
        """Return some day around the case: mostly within, sometimes before or in the future."""
        return self.start + timedelta(days=self.chance.randint(-5, 65))

    def words(self) -> str:
        return self.chance.choice(WORDS)

    def key(self, kind: str) -> str:
        keys = [*list(shipped().entries(kind))[:3], "nonsense"]
        return self.chance.choice(keys)

    def one(self, rows: Any) -> Any:
        """Return one of the rows, or None where there is none."""
        found = list(rows)
        return self.chance.choice(found) if found else None

    def who(self) -> Any:
        return self.stage.member(self.chance.choice(["amina", "amina", "ben", "gwen", "esi"]))


def set_goal(life: Life) -> None:
    plans.set_goal(
        case=life.case,
        words=life.words(),
        life_area=life.key("life_area"),
        on=life.day(),
        by=life.who(),
        rating=life.chance.choice([None, 0, 5, 10, 11, -1]),
    )


def reword_goal(life: Life) -> None:
    if goal := life.one(Goal.of(life.case)):
        plans.reword_goal(goal=goal, words=life.words(), on=life.day(), by=life.who())


def rate_goal(life: Life) -> None:
    if goal := life.one(Goal.of(life.case)):
        value = life.chance.randint(-1, 11)
        plans.rate_goal(goal=goal, value=value, on=life.day(), by=life.who())


def end_goal(life: Life) -> None:
    if goal := life.one(Goal.of(life.case)):
        how = life.chance.choice(["reached", "let-go", "nonsense"])
        plans.end_goal(goal=goal, how=how, on=life.day(), by=life.who())


def notice_barrier(life: Life) -> None:
    goal = life.one(Goal.of(life.case))
    plans.notice_barrier(
        case=life.case,
        type_key=life.key("barrier_type"),
        words=life.words(),
        on=life.day(),
        by=life.who(),
        blocks=[goal] if goal else [],
        weight=life.chance.choice([None, 0, 10, 11]),
    )


def resolve_barrier(life: Life) -> None:
    if barrier := life.one(Barrier.of(life.case)):
        plans.resolve_barrier(barrier=barrier, on=life.day(), by=life.who())


def start_intervention(life: Life) -> None:
    goal, barrier = life.one(Goal.of(life.case)), life.one(Barrier.of(life.case))
    plans.start_intervention(
        case=life.case,
        type_key=life.key("intervention_type"),
        on=life.day(),
        by=life.who(),
        goals=[goal] if goal else [],
        barriers=[barrier] if barrier else [],
    )


def end_intervention(life: Life) -> None:
    if work := life.one(Intervention.of(life.case)):
        plans.end_intervention(intervention=work, on=life.day(), by=life.who())


def record_moment(life: Life) -> None:
    plans.record_moment(
        case=life.case,
        kind=life.chance.choice(["success", "setback", "nonsense"]),
        words=life.words(),
        on=life.day(),
        by=life.who(),
        goal=life.one(Goal.of(life.case)),
    )


def get_back_on_track(life: Life) -> None:
    if moment := life.one(Moment.of(life.case)):
        plans.get_back_on_track(
            moment=moment, on=life.day(), by=life.who(), what_helped=life.words()
        )


def finish_step(life: Life) -> None:
    if step := life.one(Step.of(life.case)):
        plans.finish_step(step=step, on=life.day(), by=life.who())


def contact(life: Life) -> None:
    goal = life.one(Goal.of(life.case))
    entry = PersonEntry(
        case=life.case,
        note=life.words(),
        goals=[goal] if goal else [],
        ratings=[(goal, life.chance.randint(-1, 11), "client")] if goal else [],
        moments=[NewMoment("setback", life.words(), goal)],
        step=life.chance.choice([None, NewStep(life.words(), "worker", life.day(), goal)]),
    )
    record_contact(
        kind=life.key("contact_kind"), on=life.day(), by=life.who(), form_key=uuid4(),
        people=[entry], minutes=life.chance.choice([None, 0, 15, 1441]),
    )  # fmt: skip


def confirm_outcome(life: Life) -> None:
    outcomes.confirm_outcome(
        case=life.case,
        outcome_type=life.key("outcome_type"),
        on=life.day(),
        evidence=life.key("evidence_kind"),
        by=life.who(),
    )


def check_sustained(life: Life) -> None:
    if outcome := life.one(Outcome.of(life.case)):
        outcomes.check_sustained(
            outcome=outcome,
            weeks=life.chance.choice([13, 26, 5]),
            result=life.chance.choice(["kept", "not-kept", "lost-touch", "nonsense"]),
            on=life.day(),
            by=life.who(),
        )


def review(life: Life) -> None:
    goals = [
        GoalDecision(
            goal=goal,
            decision=life.chance.choice(["keep", "reword", "reached", "let-go"]),
            client_rating=life.chance.choice([None, 0, 7, 11]),
            new_words=life.words(),
        )
        for goal in Goal.of(life.case).open()
    ]
    hold_review(case=life.case, on=life.day(), by=life.who(), form_key=uuid4(), goals=goals)


def close(life: Life) -> None:
    if life.chance.random() < 0.2:
        close_case(
            case=life.case,
            on=life.day(),
            reason=life.key("ending_reason"),
            by=life.who(),
            no_review_reason=life.words(),
        )


MOVES: tuple[Callable[[Life], None], ...] = (
    set_goal, set_goal, reword_goal, rate_goal, rate_goal, end_goal, notice_barrier,
    resolve_barrier, start_intervention, end_intervention, record_moment, record_moment,
    get_back_on_track, finish_step, contact, contact, confirm_outcome, check_sustained, review,
    close,
)  # fmt: skip

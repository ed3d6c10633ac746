"""Plays what came of it: aims, outcomes, checks whether they last, measures, reviews."""

from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.measures.actions import record_assessment
from cors.outcomes import actions as outcomes
from cors.practice.scene import Play, Scene
from cors.reviews.actions import hold_review
from cors.reviews.entry import GoalDecision

Told = dict[str, Any]


def aim(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = outcomes.aim_at(
        case=scene.case,
        outcome_type=told["type"],
        on=on,
        by=by,
        goal=scene.one(told.get("goal")),
        why=told.get("why", ""),
    )
    scene.keep(told, made)


def outcome(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = outcomes.confirm_outcome(
        case=scene.case,
        outcome_type=told["type"],
        on=on,
        evidence=told["evidence"],
        by=by,
        goal=scene.one(told.get("goal")),
        words=told.get("words", ""),
    )
    scene.keep(told, made)


def check(scene: Scene, told: Told, on: date, by: Membership) -> None:
    outcomes.check_sustained(
        outcome=scene.named[told["outcome"]],
        weeks=told["weeks"],
        result=told.get("result", "kept"),
        on=on,
        by=by,
        words=told.get("words", ""),
    )


def measure(scene: Scene, told: Told, on: date, by: Membership) -> None:
    record_assessment(
        case=scene.case,
        measure=told["key"],
        on=on,
        by=by,
        answers=told.get("answers"),
        score=told.get("score"),
    )


def review(scene: Scene, told: Told, on: date, by: Membership) -> None:
    kept = ("client_words", "worker_words", "what_helped", "in_the_way")
    made = hold_review(
        case=scene.case,
        on=on,
        by=by,
        form_key=scene.form_key(),
        goals=[_decision(scene, name, each) for name, each in told["goals"].items()],
        next_date=scene.due(told, on),
        **{key: told[key] for key in kept if key in told},
    )
    scene.keep(told, made)


def _decision(scene: Scene, name: str, told: Told) -> GoalDecision:
    return GoalDecision(
        goal=scene.named[name],
        decision=told.get("decision", "keep"),
        client_rating=told.get("client"),
        worker_rating=told.get("worker"),
        new_words=told.get("words", ""),
    )


RESULTS: dict[str, Play] = {
    "aim": aim,
    "outcome": outcome,
    "check": check,
    "measure": measure,
    "review": review,
}

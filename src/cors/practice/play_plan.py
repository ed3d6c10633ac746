"""Plays what is planned: goals, what stands in the way, what is done, steps, the way back."""

from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.plans import actions as plans
from cors.practice.scene import Play, Scene

Told = dict[str, Any]


def goal(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = plans.set_goal(
        case=scene.case,
        words=told["words"],
        life_area=told["area"],
        on=on,
        by=by,
        source=told.get("source", "client"),
        agreed_words=told.get("agreed", ""),
        target_date=scene.due(told, on),
        rating=told.get("rating"),
    )
    scene.keep(told, made)


def reword(scene: Scene, told: Told, on: date, by: Membership) -> None:
    plans.reword_goal(goal=scene.named[told["goal"]], words=told["words"], on=on, by=by)


def end_goal(scene: Scene, told: Told, on: date, by: Membership) -> None:
    words = told.get("words", "")
    plans.end_goal(goal=scene.named[told["goal"]], how=told["how"], on=on, by=by, words=words)


def barrier(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = plans.notice_barrier(
        case=scene.case,
        type_key=told["type"],
        on=on,
        by=by,
        words=told.get("words", ""),
        blocks=scene.all(told.get("blocks", [])),
        noticed_by=told.get("noticed_by", "worker"),
        weight=told.get("weight"),
    )
    scene.keep(told, made)


def resolve(scene: Scene, told: Told, on: date, by: Membership) -> None:
    found = scene.named[told["barrier"]]
    plans.resolve_barrier(barrier=found, on=on, by=by, what_helped=told.get("helped", ""))


def work(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = plans.start_intervention(
        case=scene.case,
        type_key=told["type"],
        on=on,
        by=by,
        words=told.get("words", ""),
        goals=scene.all(told.get("goals", [])),
        barriers=scene.all(told.get("barriers", [])),
    )
    scene.keep(told, made)


def end_work(scene: Scene, told: str, on: date, by: Membership) -> None:
    plans.end_intervention(intervention=scene.named[told], on=on, by=by)


def moment(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = plans.record_moment(
        case=scene.case,
        kind=told["kind"],
        words=told["words"],
        on=on,
        by=by,
        goal=scene.one(told.get("goal")),
        client_words=told.get("client_words", ""),
        could_help=told.get("could_help", ""),
    )
    scene.keep(told, made)


def back(scene: Scene, told: Told, on: date, by: Membership) -> None:
    setback = scene.named[told["setback"]]
    plans.get_back_on_track(moment=setback, on=on, by=by, what_helped=told["helped"])


def step(scene: Scene, told: Told, on: date, by: Membership) -> None:
    made = plans.plan_step(
        case=scene.case,
        words=told["words"],
        owner=told["owner"],
        on=on,
        by=by,
        due_date=scene.due(told, on),
        goal=scene.one(told.get("goal")),
    )
    scene.keep(told, made)


def done(scene: Scene, told: str, on: date, by: Membership) -> None:
    plans.finish_step(step=scene.named[told], on=on, by=by)


PLAN: dict[str, Play] = {
    "goal": goal,
    "reword": reword,
    "end_goal": end_goal,
    "barrier": barrier,
    "resolve": resolve,
    "work": work,
    "end_work": end_work,
    "moment": moment,
    "back": back,
    "step": step,
    "done": done,
}

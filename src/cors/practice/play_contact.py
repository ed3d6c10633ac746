"""Plays a contact with all that came of it, in one save."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.contacts.actions import record_contact
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, PersonEntry
from cors.outcomes.models import Outcome
from cors.plans.models import Barrier, Moment, Step
from cors.practice.scene import Scene

Told = dict[str, Any]


def contact(scene: Scene, told: Told, on: date, by: Membership) -> None:
    entry = PersonEntry(
        case=scene.case,
        note=told.get("note", ""),
        goals=scene.all(told.get("goals", [])),
        ratings=_ratings(scene, told),
        delivered=scene.all(told.get("work", [])),
        moments=_moments(scene, told),
        barrier=_barrier(scene, told),
        outcome=_outcome(scene, told),
        step=_step(scene, told, on),
    )
    record_contact(
        kind=told["kind"],
        on=on,
        by=by,
        form_key=scene.form_key(),
        people=[entry],
        result=told.get("result", "held"),
        minutes=told.get("minutes"),
    )
    _keep_names(scene, told)


def _ratings(scene: Scene, told: Told) -> list[tuple[Any, int | None, str]]:
    by_client = [(name, value, "client") for name, value in told.get("ratings", {}).items()]
    by_worker = [(name, value, "worker") for name, value in told.get("worker_ratings", {}).items()]
    return [(scene.named[name], value, rater) for name, value, rater in by_client + by_worker]


def _moments(scene: Scene, told: Told) -> list[NewMoment]:
    return [
        NewMoment(kind, each["words"], scene.one(each.get("goal")), each.get("could_help", ""))
        for kind in ("success", "setback")
        if (each := told.get(kind))
    ]


def _barrier(scene: Scene, told: Told) -> NewBarrier | None:
    each = told.get("barrier")
    if each is None:
        return None
    return NewBarrier(each["type"], each.get("words", ""), scene.all(each.get("blocks", [])))


def _outcome(scene: Scene, told: Told) -> NewOutcome | None:
    each = told.get("outcome")
    return each and NewOutcome(each["type"], each["evidence"], scene.one(each.get("goal")))


def _step(scene: Scene, told: Told, on: date) -> NewStep | None:
    each = told.get("step")
    if each is None:
        return None
    goal = scene.one(each.get("goal"))
    return NewStep(each["words"], each["owner"], scene.due(each, on), goal)


def _keep_names(scene: Scene, told: Told) -> None:
    for what, rows in (
        ("barrier", Barrier.of),
        ("outcome", Outcome.of),
        ("step", Step.of),
    ):
        if what in told:
            scene.keep(told[what], _newest(rows(scene.case)))
    if "setback" in told:
        setbacks = Moment.of(scene.case).setbacks()
        scene.keep(told["setback"], _newest(setbacks))


def _newest(rows: Iterable[Any]) -> Any:
    return max(rows, key=lambda row: row.created_at)

"""Plays what happens to a person and their case as a whole."""

from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.cases import actions as cases
from cors.clients import actions as clients
from cors.practice.scene import Play, Scene
from cors.reviews.actions import close_case

Told = dict[str, Any]


def accept(scene: Scene, told: Any, on: date, by: Membership) -> None:
    cases.accept_referral(case=scene.case, on=on, by=by)


def decline(scene: Scene, told: Told, on: date, by: Membership) -> None:
    cases.decline_referral(case=scene.case, on=on, by=by, **told)


def begin(scene: Scene, told: Any, on: date, by: Membership) -> None:
    cases.open_case(case=scene.case, on=on, by=by, keyworker=by)


def point(scene: Scene, told: Told, on: date, by: Membership) -> None:
    clients.add_contact_point(client=scene.client, on=on, by=by, **told)


def alert(scene: Scene, told: str, on: date, by: Membership) -> None:
    clients.raise_alert(client=scene.client, words=told, on=on, by=by)


def consent(scene: Scene, told: Told, on: date, by: Membership) -> None:
    clients.record_consent(client=scene.client, on=on, by=by, **told)


def equality(scene: Scene, told: dict[str, str], on: date, by: Membership) -> None:
    clients.answer_equality(client=scene.client, answers=told, on=on, by=by)


def worker(scene: Scene, told: str, on: date, by: Membership) -> None:
    cases.assign_worker(case=scene.case, member=scene.house[told], on=on, by=by)


def pause(scene: Scene, told: Told, on: date, by: Membership) -> None:
    scene.keep(told, cases.pause_case(case=scene.case, on=on, by=by, words=told["words"]))


def go_on(scene: Scene, told: str, on: date, by: Membership) -> None:
    cases.end_pause(pause=scene.named[told], on=on, by=by)


def close(scene: Scene, told: Told, on: date, by: Membership) -> None:
    review = scene.one(told.get("review"))
    kept = {key: told[key] for key in ("reason", "words", "no_review_reason") if key in told}
    close_case(case=scene.case, on=on, by=by, review=review, **kept)


def re_open(scene: Scene, told: str, on: date, by: Membership) -> None:
    cases.re_open_case(case=scene.case, on=on, by=by, words=told)


CASE: dict[str, Play] = {
    "accept": accept,
    "decline": decline,
    "begin": begin,
    "point": point,
    "alert": alert,
    "consent": consent,
    "equality": equality,
    "worker": worker,
    "pause": pause,
    "go_on": go_on,
    "close": close,
    "re_open": re_open,
}

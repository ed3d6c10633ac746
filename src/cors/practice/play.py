"""Plays the script of one person through the verbs, day by day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.cases import actions as cases
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.clients import actions as clients
from cors.clients.models import Client
from cors.practice.play_case import CASE
from cors.practice.play_contact import contact
from cors.practice.play_plan import PLAN
from cors.practice.play_results import RESULTS
from cors.practice.scene import Play, Scene
from cors.practice.script import day_of, events

Told = dict[str, Any]

PLAYS: Mapping[str, Play] = {**CASE, **PLAN, **RESULTS, "contact": contact}


def play(
    script: Told, house: dict[str, Membership], services: dict[str, Service], today: date
) -> Case:
    """Add the person, refer them, and let everything happen in the order of days."""
    by = house[script["keyworker"]]
    client = _add(script["person"], script["referred"], by, today)
    case = cases.refer(
        client=client,
        service=services[script["service"]],
        on=day_of(script["referred"], today),
        by=by,
        source=script.get("source", ""),
        words=script.get("referral", ""),
    )
    scene = Scene(house, services, today, client, case)
    for event in events(script):
        PLAYS[event.what](scene, event.told, day_of(event.ago, today), house[event.by])
    return case


def _add(person: Told, ago: int, by: Membership, today: date) -> Client:
    return clients.add_client(**person, on=day_of(ago, today), by=by)

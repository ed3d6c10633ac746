"""Every form that makes something, filled in, and what one sending of it makes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from cors.access.models import Membership
from cors.cases.models import Case, Pause
from cors.catalogue.models import Choice, Service
from cors.catalogue.shipped import shipped
from cors.clients.models import Alert, BlockedSight, Client, Consent, ContactPoint
from cors.contacts.models import Contact
from cors.measures.models import Assessment
from cors.outcomes.models import Aim, Outcome
from cors.plans.models import Barrier, Goal, GoalWording, Intervention, Moment, Rating, Step
from cors.reviews.models import Review
from tests.stage.hana import Hana
from tests.stage.personas import Stage


@dataclass(frozen=True)
class Making:
    """A form that makes one record of a kind, whoever may send it."""

    name: str
    by: Membership
    url: str
    sent: dict[str, str]
    makes: type[Model]

    def made(self) -> int:
        """Count what is there now."""
        rows: Any = self.makes._default_manager.all()
        return int(rows.count())


def making_forms(stage: Stage, hana: Hana, today: date) -> list[Making]:
    """Return them all."""
    return [
        *_of_the_person(stage, hana, today.isoformat()),
        *_of_the_plan(stage, hana, today.isoformat()),
        *_of_results(stage, hana, today.isoformat()),
        *_of_the_organisation(stage),
    ]


def _of_the_person(stage: Stage, hana: Hana, day: str) -> Iterator[Making]:
    dev, person = stage.dev, f"/people/{hana.client.pk}"
    contact = {"kind": "email", "value": "hana@house.example", "safety": "safe", "on": day}
    consent = {"purpose": _first(Consent.Purpose), "read_out": "May we write?", "agreed": "yes"}
    blocked = {"member": str(stage.esi.pk), "reason": "Her cousin works here"}
    referred = {"service": str(stage.other_service.pk), "on": day}
    yield Making("person", dev, "/people/new/", {"name": "Nora Bell"}, Client)
    yield Making("way to reach", dev, f"{person}/contact/", contact, ContactPoint)
    yield Making("consent", dev, f"{person}/consents/", consent | {"on": day}, Consent)
    yield Making("alert", dev, f"{person}/alerts/", {"words": "A dog", "on": day}, Alert)
    yield Making("block", dev, f"{person}/blocks/", blocked, BlockedSight)
    yield Making("case", dev, f"{person}/refer/", referred, Case)


def _of_the_plan(stage: Stage, hana: Hana, day: str) -> Iterator[Making]:
    amina, case, goal = stage.amina, f"/cases/{hana.case.pk}", f"/goals/{hana.goal.pk}"
    area = {"words": "I want to cook again.", "life_area": _key("life_area"), "source": "client"}
    barrier = {"type_key": _key("barrier_type"), "noticed_by": "client"}
    work = {"type_key": _key("intervention_type")}
    step = {"words": "Ask about the deposit", "owner": "worker"}
    moment = {"kind": "success", "words": "Cooked for six"}
    yield Making("goal", amina, f"{case}/goals/new/", area | {"on": day}, Goal)
    yield Making("words", amina, f"{goal}/words/", {"words": "My door", "on": day}, GoalWording)
    rating = {"value": "6", "rater": "client", "on": day}
    yield Making("rating", amina, f"{goal}/rating/", rating, Rating)
    yield Making("barrier", amina, f"{case}/barriers/new/", barrier | {"on": day}, Barrier)
    yield Making("work", amina, f"{case}/interventions/new/", work | {"on": day}, Intervention)
    yield Making("moment", amina, f"{case}/moments/new/", moment | {"on": day}, Moment)
    yield Making("step", amina, f"{case}/steps/new/", step, Step)
    yield Making("pause", amina, f"{case}/pause/", {"on": day, "words": "Away"}, Pause)


def _of_results(stage: Stage, hana: Hana, day: str) -> Iterator[Making]:
    amina, case = stage.amina, f"/cases/{hana.case.pk}"
    other = list(shipped().entries("outcome_type"))[1]
    aim = {"outcome_type": other, "on": day}
    happened = aim | {"evidence": _key("evidence_kind")}
    contact = {"kind": "call", "result": "held", "on": day}

    measure = {"on": day, "rater": "client", "score": "12"}
    yield Making("contact", amina, f"/record/{hana.case.pk}/", contact, Contact)
    yield Making("aim", amina, f"{case}/aims/new/", aim, Aim)
    yield Making("outcome", amina, f"{case}/outcomes/new/", happened, Outcome)
    yield Making("measure", amina, f"{case}/measures/bdi-ii/", measure, Assessment)
    yield Making("review", amina, f"{case}/review/", {"on": day}, Review)


def _of_the_organisation(stage: Stage) -> Iterator[Making]:
    settings = "/settings"
    entry = {"label": "Lost the post"}
    service = {"name": "Debt advice", "review_weeks": "6", "contact_every_days": "14"}
    yield Making("entry", stage.dev, f"{settings}/catalogue/barrier_type/new/", entry, Choice)
    yield Making("service", stage.dev, f"{settings}/services/new/", service, Service)


def _key(kind: str) -> str:
    return next(iter(shipped().entries(kind)))


def _first(choices: Any) -> str:
    return str(choices.values[0])

"""One record of every kind that has an address of its own, in one organisation."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from cors.access.actions import add_organisation, invite
from cors.access.models import Membership
from cors.access.scope import show
from cors.cases.actions import assign_worker, pause_case
from cors.cases.models import Assignment
from cors.clients.actions import add_relationship, block_sight, raise_alert, record_consent
from cors.clients.models import ContactPoint
from cors.contacts.actions import keep_draft
from cors.contacts.models import ContactPerson
from cors.library.actions import (
    ask_question,
    code_of,
    comment_on,
    read_library_of,
    write_answer,
)
from cors.measures.actions import make_schedule
from cors.measures.models import Assessment
from cors.measures.schedule import When
from cors.outcomes.models import Aim, Outcome
from cors.plans.actions import describe_levels, make_plan_template
from cors.plans.models import LEVELS, Step
from cors.plans.suggested import Suggested
from tests.stage.hana import build_hana
from tests.stage.personas import Stage


def build_scene(stage: Stage) -> dict[str, Any]:
    """Return keys by the word that stands before them in an address."""
    today = stage.organisation.today()
    hana = build_hana(stage, today)
    case, client = hana.case, hana.client
    assign_worker(case=case, member=stage.gwen, on=today, by=stage.carys)
    return (
        _around(stage, today, client)
        | _library(stage)
        | {
            "people": client,
            "cases": case,
            "record": case,
            "goals": hana.goal,
            "levels": describe_levels(
                goal=hana.goal, levels=dict.fromkeys(LEVELS, "So far"), on=today, by=stage.amina
            ),
            "settings/templates": make_plan_template(
                service=case.service,
                name="First weeks",
                suggested=Suggested(["housing"]),
                by=stage.carys,
            ),
            "barriers": hana.barrier,
            "interventions": hana.work,
            "moments": hana.setback,
            "steps": Step.of(case).get(),
            "aims": Aim.of(case).get(),
            "outcomes": Outcome.of(case).get(),
            "entries": ContactPerson.of(case).get(),
            "drafts": keep_draft(
                case=case,
                form_key=uuid4(),
                fields=[("note", "So far")],
                at=timezone.now(),
                by=stage.amina,
            ),
            "measures": Assessment.of(case).get(),
            "reviews": hana.review,
            "pauses": pause_case(case=case, on=today, by=stage.amina),
            "assignments": Assignment.keyworker_of(case),
            "contact-points": ContactPoint.of(client).get(),
        }
    )


def _around(stage: Stage, today: date, client: Any) -> dict[str, Any]:
    stranger = Membership.objects.get(pk=stage.femi.pk)
    invitation, token = invite(
        email="nia@harbour.example", role="volunteer", by=stage.dev, at=timezone.now()
    )
    consent = record_consent(
        client=client, purpose="record", agreed=True, read_out="We write down …", on=today,
        by=stage.amina,
    )  # fmt: skip
    return {
        "token": token,
        "settings/people": stage.ben,
        "supervision": stage.amina,
        "settings/invitations": invitation,
        "settings/services": stage.other_service,
        "settings/schedules": make_schedule(
            service=stage.other_service, measure="phq-9", when=When(every_weeks=6), by=stage.dev
        ),
        "consents": consent,
        "alerts": raise_alert(client=client, words="Loud dog", on=today, by=stage.amina),
        "relationships": add_relationship(
            client=client, kind="friend", name="Bev next door", on=today, by=stage.amina
        ),
        "blocks": block_sight(client=client, member=stranger, reason="family", by=stage.carys),
    }


def _library(stage: Stage) -> dict[str, Any]:
    hub = add_organisation(key=f"{stage.organisation.key}-hub", name="The hub")
    show(stage.organisation.pk, user=stage.system.user_id)
    return {
        "questions": ask_question(
            library=stage.organisation.pk, words="What if they say no?", by=stage.amina
        ),
        "comments": comment_on(
            library=stage.organisation.pk, slug="the-duck", words="It helped.", by=stage.amina
        ),
        "own-answers": write_answer(
            title="How?", theme="people", words="Ask.", at=timezone.now(), by=stage.dev
        ),
        "settings/libraries": read_library_of(code=code_of(hub), by=stage.dev),
    }

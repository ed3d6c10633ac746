"""Verb: what a person answered when asked about age, sex, faith and the like."""

from collections.abc import Mapping
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.catalogue.choices import catalogue_of
from cors.clients.days import refuse_future
from cors.clients.models import Client, EqualityAnswer
from cors.clients.questions import refuse_unknown
from cors.core.forms import refuse_unseen


@verb(Permission.EDIT_PEOPLE)
def answer_equality(
    *, client: Client, answers: Mapping[str, str], on: date, by: Membership, seen: str = ""
) -> None:
    """Write down answers by question; nothing says "not asked", which no row stands for.

    seen: what stood in the form.
    """
    refuse_future(on, by=by)
    client.hold("erased_at")
    refuse_unseen(seen, EqualityAnswer.of(client))
    catalogue = catalogue_of(by.organisation_id)
    changes: dict[str, dict[str, str]] = {}
    for question, code in answers.items():
        refuse_unknown(catalogue, question, code)
        before = EqualityAnswer.to(question, client)
        if code == (before.code if before else ""):
            continue
        changes[question] = {"before": before.code if before else "", "now": code}
        _put(before or EqualityAnswer(client=client, code_list=question), code, on, by)
    if changes:
        record(by=by, verb="answer_equality", about=client, changes=changes)


def _put(answer: EqualityAnswer, code: str, on: date, by: Membership) -> None:
    if not code:
        answer.delete()
        return
    answer.organisation, answer.created_by = by.organisation, by.user
    answer.code, answer.asked_date = code, on
    answer.save()

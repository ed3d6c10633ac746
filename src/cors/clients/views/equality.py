"""Page: equality questions."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.clients import actions
from cors.clients.forms import EqualityForm
from cors.clients.models import Client, EqualityAnswer
from cors.clients.page import verb_page
from cors.clients.questions import questions_of

NOTES = [
    "Each answer is the person's own. “Rather not say” is an answer; leave what you did not ask at "
    "“Not asked”.",
]


@needs(Permission.EDIT_PEOPLE)
def equality(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what a person answered."""
    client = find(Client, request, pk)
    form = EqualityForm(
        request.POST or None,
        questions=questions_of(client.organisation_id),
        given=EqualityAnswer.of(client),
        today=member_of(request).organisation.today(),
    )
    return verb_page(
        request,
        form,
        partial(actions.answer_equality, client=client),
        client,
        title=f"Equality questions for {client.called}",
        said="The answers are saved.",
        notes=NOTES,
    )

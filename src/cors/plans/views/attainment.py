"""Pages: the five levels of a goal, and where it was found."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from cors.access.door import find
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.plans import actions
from cors.plans.forms import DescribeLevelsForm, FindLevelForm
from cors.plans.models import AttainmentScale, Goal
from cors.plans.page import form_for, verb_page


@needs(Permission.PLAN)
def describe_levels(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Describe what five levels of a goal would look like."""
    found = find(Goal, request, pk, "case__client", "ending_row")
    return verb_page(
        request,
        form_for(DescribeLevelsForm, request, found.case),
        partial(actions.describe_levels, goal=found),
        title="Five levels of this goal",
        said="The levels stand.",
        voice=found.words,
        voice_label="The goal",
        notes=["Described before the work begins, so that nobody moves them afterwards."],
    )


@needs(Permission.RECORD, Permission.PLAN)
def find_level(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say at which level a goal is."""
    scale = find(AttainmentScale, request, pk, "goal__case__client", "goal__ending_row")
    return verb_page(
        request,
        form_for(FindLevelForm, request, scale.goal.case, scale=scale),
        partial(actions.find_level, scale=scale),
        title="Where is it now?",
        said="The level is kept.",
        voice=scale.goal.words,
        voice_label="The goal",
    )

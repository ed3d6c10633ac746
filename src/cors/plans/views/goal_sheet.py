"""Pages: how close all goals feel, by whoever says it; and the same as a form on paper."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.core.print import on_paper
from cors.plans import actions
from cors.plans.forms import RateGoalsForm
from cors.plans.forms.goal import raters
from cors.plans.goal_sheet import goal_sheet
from cors.plans.goal_sheet_pdf import as_pdf
from cors.plans.models import Goal, Rater
from cors.plans.page import form_for, verb_page


@needs(Permission.RECORD, Permission.PLAN)
def rate_goals(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how close each goal feels; `?rater=` says who does."""
    case = find(Case, request, pk, "client")
    goals, name = list(Goal.of(case)), case.client.called
    asked = (request.POST or request.GET).get("rater", "")
    rater = asked if asked in Rater.values else Rater.CLIENT.value
    open_ones = [goal for goal in goals if goal.is_open]
    return verb_page(
        request,
        form_for(RateGoalsForm, request, case, goals=open_ones, rater=rater),
        partial(actions.rate_goals, case=case),
        title="How close does each goal feel?",
        said="The ratings are kept.",
        template="plans/rate_goals.html",
        raters=raters(name),
        rater=rater,
        sheet=goal_sheet(goals, name),
    )


@needs(Permission.RECORD, Permission.PLAN)
def goal_sheet_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand out the form on paper, with the goals in the person's own words and no rating."""
    case = find(Case, request, pk, "client")
    record_read(request, page="goal_sheet", clients=[case.client])
    pdf = as_pdf(
        [goal.words for goal in Goal.of(case).open()],
        raters(case.client.called),
        organisation=member_of(request).organisation.name,
        large="large" in request.GET,
    )
    return on_paper(pdf, "goals")

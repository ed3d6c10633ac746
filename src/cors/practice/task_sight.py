"""Whom and what the tasks of somebody are about: found among what they may see."""

from collections.abc import Callable

from cors.access.models import Membership
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Service
from cors.plans.models import BackOnTrack, Barrier, Goal
from cors.reports.figure import Figure
from cors.reports.forms import PeriodForm, year_until
from cors.reports.page import worked_out

FEW = 12
BEGINNING = "outcome-"


def people(member: Membership) -> list[Case]:
    """Return the first few open cases in sight: those who were here from the start come first."""
    found = Case.visible_to(member).going_on().filter(started_date__isnull=False)
    return list(found.select_related("client").order_by("created_at")[:FEW])


def fitting(task: str, member: Membership, taken: set[str]) -> str:
    """Return the case that a task is about, another one for each task where it can be."""
    cases = [str(case.pk) for case in people(member) if FITS[task](case, member)]
    return next((case for case in cases if case not in taken), cases[0] if cases else "")


def case_of(about: str, member: Membership) -> Case | None:
    """Return a case by its key, if it is in sight."""
    found = Case.visible_to(member).filter(pk=about).select_related("client")
    return found.first()


def barriers(case: Case, member: Membership) -> list[str]:
    """Return the kinds of what stands in the way now."""
    found = Barrier.of(case).open()
    return list(found.values_list("type_key", flat=True))


def what_helped(case: Case, member: Membership) -> list[str]:
    """Return what brought somebody back on track, each time."""
    rows = BackOnTrack.visible_to(member).filter(moment__case=case)
    return [row.what_helped for row in rows]


def reached(member: Membership) -> list[Figure]:
    """Return the figures of outcomes as the page of figures shows them at first."""
    services = list(Service.seen_in_figures_by(member))
    form = PeriodForm(dict(year_until(member.organisation.today())), services=services)
    form.is_valid()
    with worked_out(form, member) as page:
        found = [figure for section in page.sections for figure in section.figures]
    return [figure for figure in found if figure.key.startswith(BEGINNING) and figure.value]


def label_of(kind: str, key: str, member: Membership) -> str:
    return catalogue_of(member.organisation_id).label(kind, key)


def _has_goal(case: Case, member: Membership) -> bool:
    return bool(Goal.of(case).open().exists())


FITS: dict[str, Callable[[Case, Membership], bool]] = {
    "success": _has_goal,
    "rating": _has_goal,
    "review": _has_goal,
    "barrier": lambda case, member: bool(barriers(case, member)),
    "back": lambda case, member: bool(what_helped(case, member)),
}

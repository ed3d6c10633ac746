"""The page of figures: what was asked for, worked out, and put in words."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cors.access.models import Membership
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.catalogue.models import Service
from cors.catalogue.schema.entries import EndingReason
from cors.facts.renew import facts_of
from cors.reports.figure import Figure, Material, Period, Section
from cors.reports.figures import sections
from cors.reports.forms import PeriodForm, year_until
from cors.reports.ladder_figures import ladder_figures
from cors.reports.measure_figures import measure_figures

ONE_AT_A_TIME = Lock()  # pages of figures in a process: what memory they take is known


@dataclass(frozen=True)
class FiguresPage:
    """Figures with the question that they answer."""

    services: tuple[str, ...]
    period: Period
    as_of: datetime
    sections: tuple[Section, ...]
    is_old: bool = False  # more was written since, and is not counted yet

    def figure(self, key: str) -> Figure | None:
        """Return one figure by its key."""
        found = (figure for part in self.sections for figure in part.figures)
        return next((figure for figure in found if figure.key == key), None)


def asked(request: HttpRequest, member: Membership) -> PeriodForm:
    """Return the question in the address; where it is silent, the last twelve months."""
    start: dict[str, Any] = {**year_until(member.organisation.today())}
    services = list(Service.seen_in_figures_by(member))
    return PeriodForm(start | request.GET.dict(), services=services)


@contextmanager
def worked_out(form: PeriodForm, member: Membership) -> Iterator[FiguresPage]:
    """Work all figures out from the facts, which stay open inside this block for lists."""
    services, period = form.chosen(), form.period()
    catalogue = catalogue_of(member.organisation_id)
    with ONE_AT_A_TIME, closing(facts_of(member.organisation)) as facts:
        facts.narrow([service.pk for service in services], period.first, period.last)
        given = Material(facts=facts, label=catalogue.label, planned_endings=_planned(catalogue))
        measured = Section("Change on measures", tuple(measure_figures(given, catalogue)))
        climbed = Section("Ladders", tuple(ladder_figures(given, catalogue)))
        names = tuple(service.name for service in services)
        as_of = facts.about.as_of if facts.is_old else timezone.now()
        parts = (*sections(given), climbed, measured)
        yield FiguresPage(names, period, as_of, parts, is_old=facts.is_old)


def _planned(catalogue: Catalogue) -> frozenset[str]:
    known = catalogue.known("ending_reason").values()
    return frozenset(
        entry.key for entry in known if isinstance(entry, EndingReason) and entry.planned
    )

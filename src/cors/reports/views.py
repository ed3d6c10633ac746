"""Figures of a service and a period: as a page, with the list behind each, as CSV and PDF."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cors.access.door import member_of
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case, CaseQuerySet
from cors.core.print import on_paper
from cors.reports.csv_file import as_csv
from cors.reports.figure import Figure
from cors.reports.forms import PeriodForm
from cors.reports.page import FiguresPage, asked, worked_out
from cors.reports.pdf import as_pdf
from cors.reports.rows import shown

MOST = 500
AT_ONCE = 8


@needs(Permission.SEE_FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures; each opens its definition and, for those who may, its list."""
    member = member_of(request)
    form = asked(request, member)
    if not form.is_valid():
        return _ask_again(request, form)
    query = urlencode({name: form[name].value() or "" for name in form.fields})
    with worked_out(form, member) as page:
        parts = _parts(page, query, member.can(Permission.SEE_LISTS))
        context = {"form": form, "page": page, "parts": parts, "query": query}
        return render(request, "reports/figures.html", context)


def _parts(page: FiguresPage, query: str, may_list: bool) -> list[dict[str, Any]]:
    """Return the sections; past a handful of wide rows the rest is folded away, one press off."""
    parts = []
    for part in page.sections:
        rows = [shown(row, _list_url(row.key, query, may_list)) for row in part.figures]
        wide = [row for row in rows if row["bases"] or row["unknown"]]
        parts.append(
            {
                "title": part.title,
                "tiles": [row for row in rows if row not in wide],
                "rows": wide[:AT_ONCE],
                "folded": wide[AT_ONCE:],
            }
        )
    return [part for part in parts if part["tiles"] or part["rows"] or part["folded"]]


def _ask_again(request: HttpRequest, form: PeriodForm) -> HttpResponse:
    return render(request, "reports/figures.html", {"form": form}, status=422)


def _list_url(key: str, query: str, may_list: bool) -> str:
    return f"{reverse('reports:behind', args=[key])}?{query}" if may_list else ""


@needs(Permission.SEE_LISTS)
def behind(request: HttpRequest, key: str) -> HttpResponse:
    """Show the people behind a figure, as far as they are in one's sight."""
    member = member_of(request)
    form = asked(request, member)
    if not form.is_valid():
        return _ask_again(request, form)
    with worked_out(form, member) as page:
        figure = page.figure(key)
        if figure is None:
            raise Http404
        context = _list_of(figure, member) | {"query": request.GET.urlencode()}
    record_read(request, page="figure_list", clients=[case.client for case in context["rows"]])
    return render(request, "reports/behind.html", context)


def _list_of(figure: Figure, member: Membership) -> dict[str, Any]:
    seen = Case.visible_to(member)
    rows = list(islice(_in_order(seen, list(figure.cases)), MOST))
    count = len(rows) if len(rows) < MOST else seen.among(figure.cases).count()
    missing = {"cut": count - len(rows), "unseen": len(figure.cases) - count}
    return {"figure": figure, "rows": rows} | missing


def _in_order(seen: CaseQuerySet, keys: list[UUID]) -> Iterator[Case]:
    """Yield those that are seen, as many keys at a time as a page holds."""
    for at in range(0, len(keys), MOST):
        some = keys[at : at + MOST]
        found = seen.select_related("client", "service").in_bulk(some)
        yield from (found[key] for key in some if key in found)


@needs(Permission.SEE_FIGURES)
def figures_csv(request: HttpRequest) -> HttpResponse:
    """Hand the figures out as CSV."""
    form = asked(request, member_of(request))
    if not form.is_valid():
        return _ask_again(request, form)
    with worked_out(form, member_of(request)) as page:
        table = as_csv(page)
    answer = HttpResponse(table, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="figures.csv"'
    return answer


@needs(Permission.SEE_FIGURES)
def figures_pdf(request: HttpRequest) -> HttpResponse:
    """Hand the figures out as a tagged PDF."""
    member = member_of(request)
    form = asked(request, member)
    if not form.is_valid():
        return _ask_again(request, form)
    with worked_out(form, member) as page:
        pdf = as_pdf(page, member.organisation.name)
    return on_paper(pdf, "figures")

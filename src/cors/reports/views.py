"""Figures of a service and a period: as a page, with the list behind each, as CSV and PDF."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cors.access.door import member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.reports.csv_file import as_csv
from cors.reports.page import FiguresPage, asked, work_out
from cors.reports.pdf import as_pdf
from cors.reports.rows import shown


@needs(Permission.SEE_FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures; each opens its definition and, for those who may, its list."""
    member = member_of(request)
    form = asked(request, member)
    if not form.is_valid():
        return render(request, "reports/figures.html", {"form": form}, status=422)
    page = work_out(form, member)
    query = urlencode({name: form[name].value() or "" for name in form.fields})
    may_list = member.can(Permission.SEE_LISTS)
    parts = [
        (part.title, [shown(row, _list_url(row.key, query, may_list)) for row in part.figures])
        for part in page.sections
        if part.figures
    ]
    context = {"form": form, "page": page, "parts": parts, "query": query}
    return render(request, "reports/figures.html", context)


def _list_url(key: str, query: str, may_list: bool) -> str:
    return f"{reverse('reports:behind', args=[key])}?{query}" if may_list else ""


def _page(request: HttpRequest) -> FiguresPage:
    form = asked(request, member_of(request))
    if not form.is_valid():
        raise Http404
    return work_out(form, member_of(request))


@needs(Permission.SEE_LISTS)
def behind(request: HttpRequest, key: str) -> HttpResponse:
    """Show the people behind a figure, as far as they are in one's sight."""
    figure = _page(request).figure(key)
    if figure is None:
        raise Http404
    cases = Case.visible_to(member_of(request)).filter(pk__in=figure.cases)
    rows = list(cases.select_related("client", "service").order_by("started_date")[:MOST])
    record_read(request, page="figure_list", clients=[case.client for case in rows])
    context = {"figure": figure, "rows": rows, "unseen": len(figure.cases) - len(rows)}
    return render(request, "reports/behind.html", context | {"query": request.GET.urlencode()})


MOST = 500


@needs(Permission.SEE_FIGURES)
def figures_csv(request: HttpRequest) -> HttpResponse:
    """Hand the figures out as CSV."""
    answer = HttpResponse(as_csv(_page(request)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="figures.csv"'
    return answer


@needs(Permission.SEE_FIGURES)
def figures_pdf(request: HttpRequest) -> HttpResponse:
    """Hand the figures out as a tagged PDF."""
    pdf = as_pdf(_page(request), member_of(request).organisation.name)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="figures.pdf"'
    return answer

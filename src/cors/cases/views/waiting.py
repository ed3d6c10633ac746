"""Page: who was referred and who waits."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from cors.access.door import member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.cases.models import Case
from cors.clients.page import show

AT_ONCE = 50


@needs(Permission.REFER)
def waiting(request: HttpRequest) -> HttpResponse:
    """Show whom to decide on and who waits, the longest first."""
    member = member_of(request)
    today = member.organisation.today()
    cases = Case.visible_to(member).not_begun().select_related("client", "service")
    page = Paginator(cases.longest_first(), AT_ONCE).get_page(request.GET.get("page"))
    rows = [(case, (today - case.referred_date).days) for case in page]
    context = {
        "page": page,
        "to_decide": [row for row in rows if not row[0].accepted_date],
        "to_open": [row for row in rows if row[0].accepted_date],
        "may_open": member.can(Permission.OPEN_CASES),
        "may_assign": member.can(Permission.ASSIGN),
    }
    return show(request, "cases/waiting.html", context, [case.client for case in page])

"""The managers' page: is there a backup, and was it proved."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cors.access.door import member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.safekeeping.last import read_last
from cors.safekeeping.words import lines


@needs(Permission.SET_UP)
def page(request: HttpRequest) -> HttpResponse:
    """Show when the records were last copied away, and whether the copy was good."""
    zone = ZoneInfo(member_of(request).organisation.time_zone)
    now = timezone.now().astimezone(zone)
    return render(request, "safekeeping/page.html", {"lines": lines(read_last(), now)})

"""Pages for what went wrong, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was opened too long ago, and what to do."""
    return render(request, "core/errors/csrf.html", status=403)

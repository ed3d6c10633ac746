"""Counts every answer by the name of its route, never by its address."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from cors.core.tally import REQUESTS, SECONDS

METHODS = ("GET", "HEAD", "POST")


class CountingMiddleware:
    """Counts answers and how long they took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        route = route_of(request)
        method = request.method if request.method in METHODS else "other"
        REQUESTS.add(route, method, str(response.status_code))
        SECONDS.add(route, time.perf_counter() - began)
        return response


def route_of(request: HttpRequest) -> str:
    """Return the route's name; what bears none could be any words that somebody typed."""
    match = request.resolver_match
    if match is None:
        return "static" if request.path.startswith("/static/") else "unknown"
    return match.view_name or "unnamed"

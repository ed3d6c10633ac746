"""Answers probes before anything else: no host, session, sign-in or line in the log."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from cors.config.health.quiet import LIVE, METRICS, PROBES, READY
from cors.config.health.readiness import missing
from cors.config.metrics.page import metrics

READING = ("GET", "HEAD")


class ProbeMiddleware:
    """Takes the addresses of probes out of the way of all others.

    They are asked under the server's own address, which is no name that people may use, and
    before the tables stand. So they are no pages: no rule of the pages fits them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path not in PROBES:
            return self.get_response(request)
        if request.method not in READING:
            return HttpResponse(status=405, headers={"Allow": ", ".join(READING)})
        answer = ANSWERS[request.path](request)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def live(request: HttpRequest) -> HttpResponse:
    """Say that the process answers, whatever else is wrong."""
    return JsonResponse({"status": "live"})


def ready(request: HttpRequest) -> HttpResponse:
    """Say whether people may be sent here, or what is missing in a word each."""
    if found := missing():
        return JsonResponse({"status": "not ready", "missing": found}, status=503)
    return JsonResponse({"status": "ready"})


ANSWERS = {LIVE: live, READY: ready, METRICS: metrics}

"""The page that Prometheus reads: for whoever holds the token, for nobody else."""

import hmac
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cors.config.metrics.gauges import gauges
from cors.config.metrics.text import CONTENT_TYPE, written
from cors.core.tally import DATABASE_ERRORS, REQUESTS, SAVES, SECONDS

TOKEN_FILE = "metrics.token"  # noqa: S105 - the name of a file
SHORTEST = 32


def metrics(request: HttpRequest) -> HttpResponse:
    """Show the figures, or say that there is nothing here.

    An address proves nothing: behind a proxy everybody comes from 127.0.0.1. So a token it is.
    """
    if not _holds_token(request):
        return HttpResponse(status=404)
    tallies = [REQUESTS, SAVES, DATABASE_ERRORS]
    return HttpResponse(written(tallies, [SECONDS], gauges()), content_type=CONTENT_TYPE)


def token() -> str:
    """Return the token, or "" where there is none that is long enough."""
    try:
        found = (Path(settings.CORS_KEYS) / TOKEN_FILE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return found if len(found) >= SHORTEST else ""


def _holds_token(request: HttpRequest) -> bool:
    ours = token()
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(ours) and hmac.compare_digest(given.encode(), ours.encode())

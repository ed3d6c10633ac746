"""What was set, and what this machine brings along."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from cors.config.doctor.finding import Finding

LOCAL = {"localhost", "127.0.0.1", "[::1]", "::1"}
# The month in which each version gets its last security fixes (devguide.python.org/versions).
LAST_FIXES = {
    (3, 11): date(2027, 10, 1),
    (3, 12): date(2028, 10, 1),
    (3, 13): date(2029, 10, 1),
    (3, 14): date(2030, 10, 1),
}
NIGHT = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # the clocks in London had gone forward


def debug_is_on() -> Iterator[Finding]:
    if settings.DEBUG:
        yield Finding(
            "debug",
            "CORS_DEBUG is on: an error shows settings and records to whoever meets it.",
            "Unset CORS_DEBUG and start the server again.",
        )


def plain_http() -> Iterator[Finding]:
    others = sorted(set(settings.ALLOWED_HOSTS) - LOCAL)
    if others and not settings.CORS_TLS:
        yield Finding(
            "no-tls",
            f"CORS may be reached as {', '.join(others)}, and CORS_TLS is off: passwords and "
            "records go over the line in clear.",
            "Put a proxy that speaks TLS before it and set CORS_TLS=1 (docs/deploy.md).",
        )
    if "*" in others or any(host.startswith(".") for host in others):
        yield Finding(
            "any-host",
            "CORS_HOSTS lets any name in, so a forged one gets into links.",
            "Set CORS_HOSTS to the names under which people reach it.",
        )


def proxies_fit() -> Iterator[Finding]:
    if settings.CORS_TLS and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        yield Finding(
            "proxies",
            "CORS_TLS is on and CORS_PROXIES is 0: everybody seems to come from the proxy, so one "
            "guesser of passwords locks all others out.",
            "Unset CORS_PROXIES, or set it to the number of proxies before CORS.",
        )


def old_python() -> Iterator[Finding]:
    version = sys.version_info[:2]
    last = LAST_FIXES.get(version)
    if last and datetime.now(UTC).date() >= last:
        yield Finding(
            "old-python",
            f"Python {version[0]}.{version[1]} gets no security fixes any more.",
            "Install a newer Python, remove the folder .venv and start ./cors again.",
        )


def time_zones() -> Iterator[Finding]:
    try:
        shifted = NIGHT.astimezone(ZoneInfo("Europe/London")).hour == 2
    except (KeyError, ValueError, OSError):
        shifted = False
    if not shifted:
        yield Finding(
            "time-zones",
            "The data of time zones is missing or damaged: days would be counted in the wrong one.",
            "Remove the folder .venv and start ./cors again, which installs it.",
        )

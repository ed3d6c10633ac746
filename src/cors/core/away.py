"""While the database is away one request at a time looks for it; all others are told at once.

Otherwise each would wait for its turn to wait, and those who come when it is back stand behind.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse

from cors.core import error_pages


@dataclass
class Watch:
    """What this process knows of its database."""

    is_away: bool = False
    _looks: threading.Lock = field(default_factory=threading.Lock)

    def is_back(self) -> bool:
        """Look for the database; False too when somebody else is looking at this moment."""
        if not self._looks.acquire(blocking=False):
            return False
        try:
            _reach()
            self.is_away = False
        except (OperationalError, InterfaceError):
            connection.close()
        finally:
            self._looks.release()
        return not self.is_away


def _reach() -> None:
    """Raise OperationalError while the server does not answer; then start with a fresh pool."""
    if connection.vendor == "postgresql":
        # Not by the pool: it waits longer from try to try, and each request would wait with it.
        reach: Any = connection
        with connection.wrap_database_errors:
            reach.Database.connect(**reach.get_connection_params()).close()
        reach.close_pool()
    connection.ensure_connection()


watch = Watch()


class AwayMiddleware:
    """Notes when an answer says that the database is away, and answers for it until it is back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if watch.is_away and not watch.is_back():
            return error_pages.away(request)
        response = self.get_response(request)
        if response.status_code == error_pages.AWAY_STATUS:
            watch.is_away = True
        return response

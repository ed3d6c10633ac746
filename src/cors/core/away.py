"""While the database is away one request at a time looks for it; the others wait for its word.

Otherwise each would wait for its turn to wait, and those who come when it is back stand behind.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse

from cors.core import error_pages

# Seconds. A server that is not there says so in less; one that starts has mostly started by then.
PATIENCE = 1.0


@dataclass
class Watch:
    """What this process knows of its database."""

    is_away: bool = False
    _back_at: float = 0.0
    _looks: threading.Lock = field(default_factory=threading.Lock)

    def note_away(self, began: float) -> None:
        """Note that a request found nobody; one from before the last return tells nothing new."""
        if began >= self._back_at:
            self.is_away = True

    def is_back(self) -> bool:
        """Look for the database, or wait a little for what somebody finds who looks just now."""
        if not self._looks.acquire(timeout=PATIENCE):
            return False
        try:
            # Whoever waited finds it looked for: a second look would close the pool of the first.
            if self.is_away:
                _reach()
                self._back_at = time.monotonic()
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
        began = time.monotonic()
        response = self.get_response(request)
        if response.status_code == error_pages.AWAY_STATUS:
            watch.note_away(began)
        return response

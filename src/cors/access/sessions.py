"""Sessions in the database, which find room on a full disk for as long as there is a reserve."""

from functools import partial

from django.contrib.sessions.backends.db import SessionStore as InDatabase

from cors.core.reserve import with_room


class SessionStore(InDatabase):
    """What a session remembers is written after a save, and must not make it look like none."""

    def save(self, must_create: bool = False) -> None:
        """Write it, in the reserve if need be."""
        with_room(partial(super().save, must_create))

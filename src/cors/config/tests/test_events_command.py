"""`./cors events purge` as it is typed: what it takes away, and what it refuses."""

import pytest

from cors.config.tests.place import Place

A_SIGN_IN_LONG_AGO = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "cors.config.settings"
import django
django.setup()
from datetime import datetime, UTC
from cors.audit.models import Event
Event(at=datetime(2020, 1, 1, tzinfo=UTC), kind="sign-in", verb="sign_in").save(force_insert=True)
"""


def test_takes_old_events_away_once(ready: Place) -> None:
    assert ready.python("-c", A_SIGN_IN_LONG_AGO).returncode == 0
    words = ("events", "purge", "--before", "2021-01-01")
    done = ready.run(*words)
    assert (done.returncode, done.stdout) == (0, "1 events from before 2021-01-01 are gone.\n")
    assert ready.run(*words).stdout == "0 events from before 2021-01-01 are gone.\n"
    assert ready.run("migrate").returncode == 0, "the guard stands again"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2999-01-01", "Events are kept for at least a year."),
        ("yesterday", "'yesterday' is no day. Write it like 2024-12-31."),
        ("2024-02-30", "'2024-02-30' is no day."),
    ],
)
def test_refuses_a_day_in_a_sentence(ready: Place, day: str, sentence: str) -> None:
    done = ready.run("events", "purge", "--before", day)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_on_postgresql_refuses_without_the_owner_role(ready: Place) -> None:
    if not ready.database:
        pytest.skip("SQLite knows no roles")
    done = ready.run("events", "purge", "--before", "2021-01-01", CORS_OWNER_DATABASE_URL="")
    assert done.returncode == 2
    assert "Set CORS_OWNER_DATABASE_URL" in done.stderr

"""Tests run as the web role on PostgreSQL, and with keys of their own everywhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from cors.core.keyring import fresh_keyring
from cors.core.master_key import make_master_key


@pytest.fixture(scope="session", autouse=True)
def master_key() -> None:
    """Make the keys of this run."""
    folder = Path(settings.CORS_KEYS)
    if not (folder / "master.key").exists():
        make_master_key(folder)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Migrate as the owner, then serve as the web role, as in real life."""
    if connection.vendor != "postgresql":
        return
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_database()")
        connection.close()
        connection.settings_dict["OPTIONS"]["options"] = f"-c role={settings.CORS_WEB_ROLE}"


@pytest.fixture(scope="session")
def django_db_teardown_as_owner(django_db_setup: None) -> Iterator[None]:
    """Give the owner's way back before the test database is dropped."""
    yield


@pytest.fixture(autouse=True)
def keys_of_this_test() -> Iterator[None]:
    """Forget opened keys between tests."""
    with fresh_keyring():
        yield

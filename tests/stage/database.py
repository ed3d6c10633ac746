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
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Migrate as the owner, then serve as the web role, as in real life."""
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor != "postgresql":
        yield
        return
    with django_db_blocker.unblock():
        connection.close()
        as_owner = options["options"]
        options["options"] = f"{as_owner} -c role={settings.CORS_WEB_ROLE}"
    yield
    with django_db_blocker.unblock():
        connection.close()
        options["options"] = as_owner


@pytest.fixture(autouse=True)
def keys_of_this_test() -> Iterator[None]:
    """Forget opened keys between tests."""
    with fresh_keyring():
        yield

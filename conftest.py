"""Where tests keep their data and keys, and which database they run on."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
import pytest

_place = Path(tempfile.mkdtemp(prefix="cors-tests-"))
atexit.register(shutil.rmtree, _place, ignore_errors=True)
os.environ["CORS_VAR"] = str(_place / "var")
os.environ["CORS_KEYS"] = str(_place / "keys")
os.environ["CORS_STATIC"] = str(_place / "static")
os.environ["CORS_EMAIL_BACKEND"] = "django.core.mail.backends.locmem.EmailBackend"
os.environ["DJANGO_SETTINGS_MODULE"] = "cors.config.settings"
(_place / "var").mkdir()
(_place / "static").mkdir()
(_place / "keys").mkdir(mode=0o700)
if url := os.environ.get("CORS_TEST_POSTGRESQL_URL"):
    os.environ["CORS_DATABASE_URL"] = url
    os.environ["CORS_NO_POOL"] = "1"

# Only now, and not by pytest's settings: those are read before this file, from the real places.
django.setup()
# Nor may the processes that share out the tests inherit it, for the same reason.
del os.environ["DJANGO_SETTINGS_MODULE"]

from django.conf import settings  # noqa: E402
from hypothesis import settings as property_tests  # noqa: E402

# How long one example takes says more of the machine than of the code.
property_tests.register_profile("any machine", deadline=None)
property_tests.load_profile("any machine")

if str(_place / "var") != str(settings.CORS_VAR):
    raise pytest.UsageError("Unset DJANGO_SETTINGS_MODULE: tests must not see real data.")
if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
    # Said outright, so that tests in several processes don't look for a file.
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = ":memory:"

pytest_plugins = [
    "tests.no_network",
    "tests.stage.database",
    "tests.stage.day",
    "tests.stage.once",
    "tests.stage.personas",
    "tests.stage.hana",
]

"""Where tests keep their data and keys, and which database they run on."""

import os
import tempfile
from pathlib import Path

import django

_place = Path(tempfile.mkdtemp(prefix="cors-tests-"))
os.environ["CORS_VAR"] = str(_place / "var")
os.environ["CORS_KEYS"] = str(_place / "keys")
os.environ["CORS_STATIC"] = str(_place / "static")
os.environ["CORS_EMAIL_BACKEND"] = "django.core.mail.backends.locmem.EmailBackend"
os.environ["DJANGO_SETTINGS_MODULE"] = "cors.config.settings"
(_place / "var").mkdir()
(_place / "keys").mkdir(mode=0o700)
if url := os.environ.get("CORS_TEST_POSTGRESQL_URL"):
    os.environ["CORS_DATABASE_URL"] = url
    os.environ["CORS_NO_POOL"] = "1"

# Only now, and not by pytest's settings: those are read before this file, from the real places.
django.setup()

pytest_plugins = ["tests.stage.database", "tests.stage.personas"]

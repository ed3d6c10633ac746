"""What the outside says: read once, checked, and refused in a sentence."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Seconds: how long somebody waits for a database that restarts, and how long the pool itself
# tries before the next request makes it try anew. Its own pauses would double up to minutes.
POOL = {"min_size": 1, "max_size": 10, "timeout": 3, "reconnect_timeout": 2}

# To compile a statement takes ten times as long here as to do it: `jit` is for long reports. To
# plan one takes longer too, so what was asked a few times stays planned as long as the connection.
PLANS = {"options": "-c jit=off", "server_side_binding": True, "prepare_threshold": 5}

ROOT = Path(__file__).resolve().parents[3]
NO_DATABASE_URL = "CORS_DATABASE_URL must read postgresql://user:password@host:port/name."


def folder(name: str, default: str) -> Path:
    """Return a folder named by an environment variable."""
    return Path(os.environ.get(name) or ROOT / default).absolute()


def flag(name: str) -> bool:
    """Return whether a switch is on; anything but 1, 0 or nothing is refused."""
    value = os.environ.get(name, "")
    if value not in ("", "0", "1"):
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to 1 (on) or 0 (off).")
    return value == "1"


def number(name: str, default: int) -> int:
    """Return a whole number, not below nothing; anything else is refused."""
    value = os.environ.get(name) or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to a whole number, such as 0.")
    return int(value)


def sqlite(path: Path) -> dict[str, Any]:
    """Return the settings of a database in one file."""
    return {
        "ENGINE": "cors.core.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
            "PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
            # 1 MB of pages for each thread: the system keeps the rest of the file at hand, and a
            # larger one was no faster among 100,000 people and took minutes to fill.
            "PRAGMA temp_store=MEMORY;PRAGMA cache_size=-1000",
        },
    }


def postgresql(url: str, *, pool: bool) -> dict[str, Any]:
    """Return the settings of a PostgreSQL database named by `postgresql://user@host/name`."""
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
    except ValueError:
        raise ImproperlyConfigured(NO_DATABASE_URL) from None
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise ImproperlyConfigured(NO_DATABASE_URL)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        # What lies in the pool is looked at before it is used: after a restart it is dead.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3} | PLANS | ({"pool": dict(POOL)} if pool else {}),
    }


def sqlite_file(var: Path) -> Path:
    """Return where the database lies when it is a file."""
    return Path(os.environ.get("CORS_SQLITE") or var / "cors.sqlite3")


def databases(var: Path) -> dict[str, dict[str, Any]]:
    """Return the database that serves, and on PostgreSQL the owner's way into it."""
    url = os.environ.get("CORS_DATABASE_URL", "")
    if not url:
        return {"default": sqlite(sqlite_file(var))}
    found = {"default": postgresql(url, pool=not flag("CORS_NO_POOL"))}
    if owner := os.environ.get("CORS_OWNER_DATABASE_URL"):
        found["owner"] = postgresql(owner, pool=False)
    return found


def secret(keys: Path) -> str:
    """Return the secret that signs cookies and links, or a passing one where no keys stand yet."""
    path = keys / "django.key"
    return path.read_text().strip() if path.exists() else os.urandom(32).hex()

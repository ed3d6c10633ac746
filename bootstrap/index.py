"""Which package index this machine was told to use, read as pip reads it.

No address stands in CORS: where none is configured, pip's or uv's own default holds.
"""

import configparser
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")


def configured_index(environ: Mapping[str, str] = os.environ) -> str:
    """Return the address of the index, or "" where nothing is configured."""
    for name in NAMES:
        if environ.get(name):
            return environ[name]
    return configured("index-url", environ)


def configured(setting: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return a setting from pip's files, the most particular file first, or ""."""
    for path in settings_files(environ):
        parser = configparser.RawConfigParser()
        try:
            parser.read(path, encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue
        for section in ("install", "global"):
            for name in (setting, setting.replace("-", "_")):
                if parser.has_option(section, name):
                    return parser.get(section, name).split("\n")[0].strip()
    return ""


def settings_files(environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield where pip looks, in the order in which it believes what it finds."""
    named = environ.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return
    if named:
        yield Path(named)
    yield Path(sys.prefix, "pip.conf")
    home = Path(environ.get("HOME") or Path.home())
    if sys.platform == "darwin":
        yield home / "Library" / "Application Support" / "pip" / "pip.conf"
    yield Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
    yield home / ".pip" / "pip.conf"
    for folder in (environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(os.pathsep):
        yield Path(folder, "pip", "pip.conf")
    yield Path("/etc/pip.conf")


def environment_for_uv(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment in which uv uses the index that pip would use."""
    told = dict(environ)
    index = configured_index(environ)
    if index:
        told["UV_DEFAULT_INDEX"] = index
    certificate = environ.get("PIP_CERT") or configured("cert", environ)
    if certificate:
        told.setdefault("SSL_CERT_FILE", certificate)
    told["UV_PYTHON_DOWNLOADS"] = "never"
    if not _can_keep_a_cache(environ):
        told["UV_NO_CACHE"] = "1"
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX", "UV_PROJECT_ENVIRONMENT"):
        told.pop(name, None)
    return told


def _can_keep_a_cache(environ: Mapping[str, str]) -> bool:
    # The account that a service runs under often has no home.
    if environ.get("UV_CACHE_DIR") or environ.get("XDG_CACHE_HOME"):
        return True
    home = Path(environ.get("HOME") or Path.home())
    folders = (home / ".cache" / "uv", home / ".cache", home)
    return os.access(next((f for f in folders if f.exists()), home), os.W_OK)


def offline_arguments(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the arguments for a machine that installs from a folder of wheels only."""
    if environ.get("PIP_NO_INDEX", "").lower() not in ("1", "true", "yes"):
        return []
    links = (environ.get("PIP_FIND_LINKS") or "").split()
    return ["--no-index", *(word for link in links for word in ("--find-links", link))]

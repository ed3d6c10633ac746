"""The worker that a server takes along: a child process, which ends when the server does."""

import os
import signal
import subprocess
import sys
from types import FrameType

BEHIND_THE_SERVER = 10  # niceness: pages go first
FIRST_PAGE_FIRST = 2.0  # seconds that the server has for itself


def start_worker(*, keep_open: tuple[int, ...] = ()) -> "subprocess.Popen[bytes]":
    """Start `./cors worker` beside this process, which may then become the server."""
    command = [
        sys.executable, "-P", "-m", "cors.config.command_line", "worker",
        "--beside", str(os.getpid()), "--after", str(FIRST_PAGE_FIRST),
    ]  # fmt: skip
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=keep_open)


def end_quietly() -> None:
    """Let a signal to end be no fault: what was not finished goes on at the next start."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)


def lives(parent: int) -> bool:
    """Say whether the server that started this process is still there, also after kill -9."""
    return os.getppid() == parent

"""Sees that the environment is ready and hands the command over to it."""

import os
import sys

from bootstrap.environment import ready_environment
from bootstrap.installer import say
from bootstrap.lock import write_locks
from bootstrap.places import ROOT, interpreter
from bootstrap.stop import Stop

CANNOT_START = 2
INTERRUPTED = 130
RUN_TESTS = ("test", "faults")


def open_door(argv: list[str]) -> int:
    """Run the command in the environment; returns only when that can't be done."""
    command = argv[0] if argv else ""
    try:
        venv = ready_environment("test" if command in RUN_TESTS else "runtime")
        if command == "lock":
            return write_locks(venv, argv[1:])
        python = str(interpreter(venv))
        sys.stdout.flush()
        # Replaces this process, so that Ctrl-C and other signals reach the command itself.
        # -P: the folder that a person stands in must not lend its modules to the command.
        os.execve(python, [python, "-P", "-m", "cors.config.command_line", *argv], surroundings())
    except Stop as reason:
        say(str(reason))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        say(f"The command can't be started: {error.strerror}.")
    return CANNOT_START


def surroundings() -> dict[str, str]:
    """Return the environment variables for the command: all that came in, and our own package."""
    told = dict(os.environ)
    told["PYTHONPATH"] = str(ROOT / "src")
    for name in ("PYTHONHOME", "__PYVENV_LAUNCHER__"):
        told.pop(name, None)
    return told

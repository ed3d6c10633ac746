"""`./cors demo`: a practice organisation on this machine."""

import argparse
import os
from pathlib import Path

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("demo", help="a practice organisation on this machine")
    part.add_argument("--port", type=int, default=8000)
    part.add_argument("--no-browser", action="store_true", help="do not open a browser")
    part.add_argument("--few", action="store_true", help="twelve people, and nobody moves in")
    part.add_argument(
        "--fresh", action="store_true", help="throw the practice organisation away and begin again"
    )
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the practice organisation if it is not there, and serve it."""
    from cors.config.companion import start_worker
    from cors.config.environment import folder
    from cors.config.serve import check_port, open_when_ready, serve

    check_port("127.0.0.1", args.port)
    file = folder("CORS_VAR", "var") / "practice.sqlite3"
    held = _take(file, fresh=args.fresh)
    _surround(file, few=args.few)
    _make()
    url = f"http://127.0.0.1:{args.port}/"
    _greet(url)
    if not args.no_browser:
        open_when_ready(url)
    start_worker(keep_open=(held,))
    serve("127.0.0.1", args.port)
    return 0


def _take(file: Path, *, fresh: bool) -> int:
    """Hold the file of the practice organisation, emptied first if that was asked for."""
    from cors.config.practice_file import hold, share, throw_away

    held = hold(file, alone=fresh)
    if fresh:
        throw_away(file)
        share(held)
    return held


def _surround(file: Path, *, few: bool) -> None:
    os.environ["CORS_PRACTICE"] = "1"
    os.environ["CORS_FEW"] = "1" if few else "0"
    os.environ["CORS_SQLITE"] = str(file)
    os.environ.pop("CORS_DATABASE_URL", None)


def _make() -> None:
    set_up(practice=True)
    from cors.config.prepare import collect_static
    from cors.practice.build import build_if_empty

    build_if_empty()
    collect_static()


def _greet(url: str) -> None:
    from cors.practice.build import PEOPLE

    names = "\n".join(f"  {person.name}, {person.says}" for person in PEOPLE)
    print(f"CORS is at {url}\nSign in there with one press, as\n{names}\nCtrl-C ends it.")

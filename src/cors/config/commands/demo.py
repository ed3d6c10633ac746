"""`./cors demo`: a practice organisation on this machine."""

import argparse
import os

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("demo", help="a practice organisation on this machine")
    part.add_argument("--port", type=int, default=8000)
    part.add_argument("--no-browser", action="store_true", help="do not open a browser")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the practice organisation if it is not there, and serve it."""
    from cors.config.environment import folder
    from cors.config.serve import check_port, open_when_ready, serve

    check_port("127.0.0.1", args.port)
    os.environ["CORS_PRACTICE"] = "1"
    os.environ["CORS_SQLITE"] = str(folder("CORS_VAR", "var") / "practice.sqlite3")
    os.environ.pop("CORS_DATABASE_URL", None)
    set_up(practice=True)
    from cors.config.prepare import collect_static
    from cors.practice.build import PEOPLE, build_if_empty

    build_if_empty()
    collect_static()
    url = f"http://127.0.0.1:{args.port}/"
    names = "\n".join(f"  {person.name}, {person.says}" for person in PEOPLE)
    print(f"CORS is at {url}\nSign in there with one press, as\n{names}\nCtrl-C ends it.")
    if not args.no_browser:
        open_when_ready(url)
    serve("127.0.0.1", args.port)
    return 0

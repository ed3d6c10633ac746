"""What each command takes and calls; a slice's own commands live in its `commands.py`."""

import argparse
import os
import re
import sys
from typing import Any
from zoneinfo import available_timezones

Parts = Any  # argparse gives its group of commands no public type


def set_up(*, practice: bool = False) -> None:
    """Load Django and make keys and tables ready."""
    import django

    django.setup()
    from cors.config.prepare import prepare

    prepare(practice=practice)


def _demo(parts: Parts) -> None:
    part = parts.add_parser("demo", help="a practice organisation on this machine")
    part.add_argument("--port", type=int, default=8000)
    part.add_argument("--no-browser", action="store_true", help="do not open a browser")
    part.set_defaults(run=demo)


def demo(args: argparse.Namespace) -> int:
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


def _serve(parts: Parts) -> None:
    part = parts.add_parser("serve", help="serve the records of this machine")
    part.add_argument("--host", default="127.0.0.1")
    part.add_argument("--port", type=int, default=8000)
    part.set_defaults(run=serve_records)


def serve_records(args: argparse.Namespace) -> int:
    """Serve the real records."""
    from cors.config.serve import check_port, serve

    check_port(args.host, args.port)
    set_up()
    from cors.config.prepare import collect_static

    collect_static()
    print(f"CORS is at http://{args.host}:{args.port}/")
    serve(args.host, args.port)
    return 0


def _migrate(parts: Parts) -> None:
    part = parts.add_parser("migrate", help="bring keys and tables to this version")
    part.set_defaults(run=migrate)


def migrate(args: argparse.Namespace) -> int:
    """Make keys and tables ready, and nothing else."""
    set_up()
    return 0


def _organisation(parts: Parts) -> None:
    part = parts.add_parser("organisation", help="organisations of this installation")
    kinds = part.add_subparsers(metavar="add", required=True)
    add = kinds.add_parser("add", help="make an organisation")
    add.add_argument("key", type=_key, help="a short key: small letters, digits and dashes")
    add.add_argument("--name", type=_name, required=True)
    add.add_argument("--time-zone", type=_time_zone, default="Europe/London")
    add.add_argument(
        "--manager", type=_email, metavar="EMAIL", help="print a link with which they join"
    )
    add.set_defaults(run=add_organisation)


def _key(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) or len(text) > 40:
        raise _wrong("Use small letters, digits and dashes, at most 40 of them.")
    return text


def _name(text: str) -> str:
    if not text.strip() or len(text) > 120:
        raise _wrong("Give a name of 1 to 120 letters.")
    return text.strip()


def _time_zone(text: str) -> str:
    if text not in available_timezones():
        raise _wrong(f"There is no time zone {text!r}. Write it like Europe/London.")
    return text


def _email(text: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+", text):
        raise _wrong(f"{text!r} is no e-mail address.")
    return text


def _wrong(sentence: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(sentence)


def add_organisation(args: argparse.Namespace) -> int:
    """Make an organisation and, when asked, invite its first manager."""
    set_up()
    from django.utils import timezone

    from cors.access import actions

    system = actions.add_organisation(key=args.key, name=args.name, time_zone=args.time_zone)
    print(f"{args.name} is there, with the key {args.key}.", file=sys.stderr)
    if args.manager:
        invitation, token = actions.invite(
            email=args.manager, role="manager", by=system, at=timezone.now()
        )
        print(f"/join/{invitation.organisation_id}/{token}/")
    return 0


def _import(parts: Parts) -> None:
    part = parts.add_parser("import", help="bring data in from a file")
    kinds = part.add_subparsers(metavar="KIND", required=True)
    scores = kinds.add_parser("scores", help="scores of a measure, a row a person")
    scores.add_argument("file")
    scores.add_argument("--map", required=True, help="the mapping file (TOML)")
    scores.add_argument("--organisation", required=True, help="the organisation's key")
    scores.add_argument("--dry-run", action="store_true", help="check, write nothing")
    scores.add_argument("--skip-bad", action="store_true", help="leave bad rows out")
    scores.add_argument("--json", action="store_true")
    scores.set_defaults(run=_import_scores)


def _import_scores(args: argparse.Namespace) -> int:
    set_up()
    from cors.exchange.commands import import_scores

    return import_scores(args)


def _figures(parts: Parts) -> None:
    part = parts.add_parser("figures", help="figures of an organisation")
    kinds = part.add_subparsers(metavar="KIND", required=True)
    change = kinds.add_parser("change", help="change on a measure, with everybody who is missing")
    change.add_argument("--organisation", required=True, help="the organisation's key")
    change.add_argument("--measure", required=True)
    change.add_argument("--by", metavar="GROUP", help="one result for each group")
    change.add_argument("--json", action="store_true")
    change.set_defaults(run=_figures_change)


def _figures_change(args: argparse.Namespace) -> int:
    set_up()
    from cors.reports.commands import figures_change

    return figures_change(args)


def _style(parts: Parts) -> None:
    part = parts.add_parser("style", help="build the style sheet anew (needs Node)")
    part.set_defaults(run=style)


def style(args: argparse.Namespace) -> int:
    """Build app.css with the tools of package.json."""
    import shutil
    import subprocess

    from cors.config.environment import ROOT
    from cors.core.errors import Refused

    npm = shutil.which("npm")
    if npm is None:
        raise Refused("Building the style sheet needs Node and npm. Everything else does not.")
    install = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=ROOT, check=False)
    return install.returncode or subprocess.run([npm, "run", "style"], cwd=ROOT).returncode


ALL = [_demo, _serve, _migrate, _organisation, _import, _figures, _style]

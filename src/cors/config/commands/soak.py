"""`./cors soak`: a steady load for a while, and what it does to the server."""

import argparse
import json
import sys

from cors.config.commands.parts import Parts

PERSON = "carys@harbour-street.example"


def add(parts: Parts) -> None:
    part = parts.add_parser("soak", help="a steady load for a while: does anything grow?")
    part.add_argument("--minutes", type=float, default=8.0)
    part.add_argument("--json", action="store_true")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve practice apart, load it, print what grew; 0 when nothing did, 1 when something did."""
    from cors.config.soak.load import keep_up, wake
    from cors.config.soak.place import place
    from cors.config.soak.report import as_table, soak_of
    from cors.config.soak.visitor import Visitor

    if not 0 < args.minutes <= 24 * 60:
        print("Give a number of minutes, such as --minutes 8.", file=sys.stderr)
        return 2
    with place() as here:
        visitor = Visitor(here.port, PERSON)
        wake(visitor)
        course = keep_up(here, visitor, args.minutes)
    soak = soak_of(course, args.minutes)
    print(json.dumps(soak.as_dict(), indent=2) if args.json else as_table(soak))
    return 0 if soak.is_good else 1

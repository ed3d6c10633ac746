"""`./cors import`: data from a file."""

import argparse

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("import", help="bring data in from a file")
    kinds = part.add_subparsers(metavar="KIND", required=True)
    scores = kinds.add_parser("scores", help="scores of a measure, a row a person")
    scores.add_argument("file")
    scores.add_argument("--map", required=True, help="the mapping file (TOML)")
    scores.add_argument("--organisation", required=True, help="the organisation's key")
    scores.add_argument("--dry-run", action="store_true", help="check, write nothing")
    scores.add_argument("--skip-bad", action="store_true", help="leave bad rows out")
    scores.add_argument("--json", action="store_true")
    scores.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    set_up()
    from cors.exchange.commands import import_scores

    return import_scores(args)

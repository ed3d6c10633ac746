"""`./cors migrate`: keys and tables of this version."""

import argparse

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("migrate", help="bring keys and tables to this version")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make keys and tables ready, and nothing else."""
    set_up()
    return 0

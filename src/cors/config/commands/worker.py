"""`./cors worker`: what is done in the background."""

import argparse
import os
import time

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("worker", help="do what is done in the background, beside a server")
    part.add_argument("--beside", type=int, metavar="PID", help="end when this process has ended")
    part.add_argument("--after", type=float, default=0.0, metavar="SECONDS", help="wait first")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Work until nothing is left to do, the server has ended, or somebody ends it."""
    from cors.config.companion import BEHIND_THE_SERVER, end_quietly, lives

    end_quietly()
    os.nice(BEHIND_THE_SERVER)
    time.sleep(args.after)
    if args.beside and not lives(args.beside):
        return 0
    import django

    django.setup()
    from cors.config.worker import Worker
    from cors.core.jobs import registered

    Worker(registered(), lambda: not args.beside or lives(args.beside)).work()
    return 0

"""`./cors copy-to`: the SQLite file, again and again, to a second place."""

import argparse
import contextlib
import sys
from pathlib import Path

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("copy-to", help="copy the records to a second place, again and again")
    part.add_argument("folder", type=Path, help="on another disk or machine")
    part.add_argument("--every", type=float, default=60, metavar="SECONDS")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Copy until this is stopped."""
    import django

    django.setup()
    from django.utils import timezone

    from cors.safekeeping.copying import copy_on

    def say(sentence: str) -> None:
        print(sentence, file=sys.stderr, flush=True)

    with contextlib.suppress(KeyboardInterrupt):
        copy_on(args.folder, every=args.every, clock=timezone.now, say=say)
    return 0

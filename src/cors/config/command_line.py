"""The commands behind `./cors`, the same names once installed as `cors`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

USAGE_ERROR = 2
Run = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; a mistake that a person can mend ends in one sentence and exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cors.config.settings")
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["test"]:
        from cors.config.check import run

        return run(words[1:])
    os.umask(0o077)  # data, keys and backups are their owner's alone
    args = _parser().parse_args(words)
    from django.core.exceptions import ImproperlyConfigured

    from cors.core.errors import Refused, SealError

    run_command: Run = args.run
    try:
        return run_command(args)
    except (Refused, SealError, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
        return USAGE_ERROR


def _parser() -> argparse.ArgumentParser:
    from cors.config import commands

    parser = argparse.ArgumentParser(
        prog="cors", description="CORS, the Case Outcome Recording System."
    )
    parts = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in commands.ALL:
        add(parts)
    parts.add_parser("test", help="the whole check: lint, types, tests on both databases")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`./cors events purge`: events that are older than the organisation has to keep them."""

import argparse
from datetime import UTC, date, datetime, time

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("events", help="the trail of what was done and read")
    kinds = part.add_subparsers(metavar="purge", required=True)
    purge = kinds.add_parser("purge", help="take old events away for good (owner role only)")
    purge.add_argument("--before", type=_day, required=True, metavar="DAY", help="like 2024-12-31")
    purge.set_defaults(run=run)


def _day(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    except ValueError:
        sentence = f"{text!r} is no day. Write it like 2024-12-31."
        raise argparse.ArgumentTypeError(sentence) from None


def run(args: argparse.Namespace) -> int:
    """Purge and say how many went."""
    set_up()
    from django.utils import timezone

    from cors.access.purging import purge_events
    from cors.config.prepare import owner

    gone = purge_events(before=args.before, at=timezone.now(), using=owner())
    print(f"{gone} events from before {args.before:%Y-%m-%d} are gone.")
    return 0

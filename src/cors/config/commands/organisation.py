"""`./cors organisation add`: an organisation and its first manager."""

import argparse
import re
import sys
from zoneinfo import available_timezones

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("organisation", help="organisations of this installation")
    kinds = part.add_subparsers(metavar="add", required=True)
    new = kinds.add_parser("add", help="make an organisation")
    new.add_argument("key", type=_key, help="a short key: small letters, digits and dashes")
    new.add_argument("--name", type=_name, required=True)
    new.add_argument("--time-zone", type=_time_zone, default="Europe/London")
    new.add_argument(
        "--manager", type=_email, metavar="EMAIL", help="print a link with which they join"
    )
    new.set_defaults(run=add_organisation)


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

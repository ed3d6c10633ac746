"""`./cors facts`: what figures are worked out from."""

import argparse
import sys

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("facts", help="what figures are worked out from")
    kinds = part.add_subparsers(metavar="KIND", required=True)
    renew = kinds.add_parser("renew", help="make the facts of an organisation anew")
    renew.add_argument("--organisation", required=True, help="the organisation's key")
    renew.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make facts anew in a base that is set up; 0 also when another process does it already."""
    import django

    django.setup()
    from cors.access.scope import within
    from cors.facts.renew import renew
    from cors.reports.system_member import system_member

    member = system_member(args.organisation)
    with within(member.organisation_id, user=member.user_id):
        is_fresh = renew(member.organisation_id)
    print("The facts are fresh." if is_fresh else "Another process makes them.", file=sys.stderr)
    return 0

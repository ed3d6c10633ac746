"""`./cors doctor`: what is unsafe or missing, and what to do."""

import argparse
import json
from dataclasses import asdict

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("doctor", help="say what is unsafe or missing, and what to do")
    part.add_argument("--json", action="store_true", help="print JSON")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look round without changing anything; 1 when something was found."""
    import django

    django.setup()
    from cors.config.doctor.rounds import look_round

    found = look_round()
    if args.json:
        print(json.dumps([asdict(finding) for finding in found], indent=2))
    elif not found:
        print("Nothing unsafe was found, and nothing is missing.")
    for finding in [] if args.json else found:
        print(f"{finding.says}\n  {finding.do}")
    return 1 if found else 0

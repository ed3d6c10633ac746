"""`./cors figures`: figures of an organisation."""

import argparse

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("figures", help="figures of an organisation")
    kinds = part.add_subparsers(metavar="KIND", required=True)
    change = kinds.add_parser("change", help="change on a measure, with everybody who is missing")
    change.add_argument("--organisation", required=True, help="the organisation's key")
    change.add_argument("--measure", required=True)
    change.add_argument("--by", metavar="GROUP", help="one result for each group")
    change.add_argument("--json", action="store_true")
    change.set_defaults(run=change_on_measure)


def change_on_measure(args: argparse.Namespace) -> int:
    set_up()
    from cors.reports.commands import figures_change

    return figures_change(args)

"""`./cors lighthouse`: how fast and how open the main pages are on a phone."""

import argparse
import json
import re
from dataclasses import asdict

from cors.config.commands.parts import Parts
from cors.core.errors import Refused

RUNS = 3


def add(parts: Parts) -> None:
    part = parts.add_parser("lighthouse", help="look at the main pages with Lighthouse, as a phone")
    part.add_argument("--runs", type=int, default=RUNS, help="looks at each page")
    part.add_argument("--json", action="store_true", help="print JSON")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at Today, Record and a case; 1 when one of them has fewer points than it should."""
    from cors.config.lighthouse.practice_server import Guest, practice_server
    from cors.config.lighthouse.scores import look_at
    from cors.config.lighthouse.tools import find_tools

    tools = find_tools()
    with practice_server() as url:
        (guest := Guest(url)).signs_in()
        scores = [
            look_at(name, f"{url}{path}", tools, guest.cookies, max(1, args.runs))
            for name, path in pages(guest.opens("/")).items()
        ]
    if args.json:
        print(json.dumps([asdict(score) for score in scores], indent=2))
    for score in [] if args.json else scores:
        points = ", ".join(f"{name} {points}" for name, points in score.points.items())
        print(f"{score.page:8} {points}", *score.lost, sep="\n    ")
    return 0 if all(score.is_good for score in scores) else 1


def pages(today: str) -> dict[str, str]:
    """Return the addresses of the three pages, as Today leads to them."""
    case = re.search(r'href="/cases/([0-9a-f-]{36})/"', today)
    if case is None:
        raise Refused("Today leads to no case, so there is none to look at.")
    return {"Today": "/", "Record": f"/record/{case[1]}/", "Case": f"/cases/{case[1]}/"}

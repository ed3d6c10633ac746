"""`./cors bench`: how fast the pages are among so many people."""

import argparse
import json
import subprocess
import sys
from typing import Any

from cors.config.commands.parts import Parts

FEWEST = 50
ROUNDS = 300


def add(parts: Parts) -> None:
    part = parts.add_parser("bench", help="time the pages among many made-up people")
    part.add_argument("what", nargs="?", choices=("measures",), help="time the scoring instead")
    part.add_argument("--clients", type=_clients, default=1_000, metavar="N")
    part.add_argument("--database", choices=("sqlite", "postgresql"), help="one of the two alone")
    part.add_argument("--json", action="store_true", help="print JSON, one object a database")
    part.add_argument("--again", action="store_true", help="use what was loaded before")
    part.add_argument("--load-only", action="store_true", help="load, and time nothing")
    part.add_argument("--rounds", type=int, default=ROUNDS, help="of each task, at most")
    part.set_defaults(run=run)


def _clients(text: str) -> int:
    number = text.replace(",", "").replace("_", "")
    if not number.isdigit() or int(number) < FEWEST:
        raise argparse.ArgumentTypeError(f"Give a number of people from {FEWEST}.")
    return int(number)


def run(args: argparse.Namespace) -> int:
    """Load and time the databases, one after the other, each in processes of their own."""
    if args.what == "measures":
        from cors.config import bench_measures

        return bench_measures.run(as_json=args.json)
    from cors.config.bench_place import DATABASES
    from cors.config.check.postgresql import NoServerError
    from cors.core.errors import Refused

    try:
        found = [_one(each, args) for each in ([args.database] if args.database else DATABASES)]
    except NoServerError as error:
        raise Refused(f"There is {error}. Take --database sqlite.") from None
    if args.json:
        print(json.dumps(found, indent=2))
    elif not args.load_only:
        print("\n\n".join(_in_words(each) for each in found))
    return 0


def _one(database: str, args: argparse.Namespace) -> dict[str, Any]:
    from cors.config.bench_place import place

    with place(database, args.clients) as here:
        told: dict[str, Any] = {"load_seconds": None}
        if not (args.again and here.is_loaded()):
            here.clear()
            told = _step("load", args, here.surroundings)
            here.mark_loaded()
        print(f"{database}: {args.clients:,} people in {here.home}", file=sys.stderr)
        if args.load_only:
            return told
        return _step("measure", args, here.surroundings) | told


def _step(step: str, args: argparse.Namespace, surroundings: dict[str, str]) -> dict[str, Any]:
    from cors.core.errors import Refused

    command = [sys.executable, "-m", "cors.config.bench_step", step]
    command += [str(args.clients), str(args.rounds)]
    done = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Refused(f"The bench broke off: the reason stands above ({step}).")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _in_words(found: dict[str, Any]) -> str:
    lines = [f"{found['database']}, {found['clients']:,} people"]
    lines.append(f"{'':24} {'median':>10} {'p99':>10} {'queries':>8} {'ratio':>8}")
    for name, each in (found["tasks"] | found["besides"]).items():
        lines.append(
            f"{name:24} {each['median_ms']:7.1f} ms {each['p99_ms']:7.1f} ms "
            f"{each['queries']:8} {each['ratio']:8.1f}"
        )
    together, memory = found["twenty_writers"], found["memory_mib"]
    lines.append(
        f"twenty writers: {together['failed']} of {together['saves']} failed, "
        f"{together['locked']} locked, p99 {together['p99_to_median']} × median"
    )
    lines.append(f"figures, the first in a process: {found['first_figures_ms']:.0f} ms")
    lines.append(f"memory of the worker: {memory['worker']} MiB")
    return "\n".join(lines)

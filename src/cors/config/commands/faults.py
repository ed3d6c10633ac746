"""`./cors faults`: break what can break round the records, and print what came of it."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from cors.config.commands.parts import Parts
from cors.config.environment import ROOT

HEADS = ("What broke", "How often", "What came of it")


def add(parts: Parts) -> None:
    part = parts.add_parser("faults", help="kill, fill and cut what the records stand on")
    part.add_argument("--long", action="store_true", help="as often as before a release")
    part.add_argument("--json", action="store_true", help="print the table as JSON")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the fault tests; 0 when all held, 1 when one did not, 2 where there are no tests."""
    tests = ROOT / "tests" / "faults"
    if not tests.exists():
        print("The faults are tried in a checkout: ./cors faults", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="cors-faults-") as scratch:
        table = Path(scratch) / "table.jsonl"
        code = _try(tests, table, args.long, quiet=args.json)
        lines = table.read_text().splitlines() if table.exists() else []
    rows = [json.loads(line) for line in lines]
    print(json.dumps(rows, indent=2) if args.json else as_table(rows))
    return 1 if code else 0


def _try(tests: Path, table: Path, is_long: bool, *, quiet: bool) -> int:
    told = {"CORS_FAULTS": "long" if is_long else "short", "CORS_FAULTS_TABLE": str(table)}
    words = [sys.executable, "-m", "pytest", str(tests), "-q", "--no-header", "-rs"]
    out = sys.stderr if quiet else None
    # What settings this command has is not for the tests: theirs are told from the real places.
    left = {name: text for name, text in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(words, cwd=ROOT, env=left | told, stdout=out, check=False)
    return done.returncode


def as_table(rows: list[dict[str, str]]) -> str:
    """Return rows of fault, tried and came as a table in Markdown."""
    lines = [HEADS, tuple("---" for _ in HEADS)]
    lines += [(row["fault"], row["tried"], row["came"]) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

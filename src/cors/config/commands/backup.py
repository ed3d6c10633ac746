"""`./cors backup`: one sealed file with everything, and the proof that it can be restored."""

import argparse
from pathlib import Path

from cors.config.commands.parts import Parts
from cors.core.errors import Refused


def add(parts: Parts) -> None:
    part = parts.add_parser("backup", help="write a backup, or prove one")
    part.add_argument("folder", nargs="?", type=Path, help="where the backup is written")
    part.add_argument("--verify", metavar="FILE", type=Path, help="restore it apart and compare")
    part.add_argument(
        "--daily", action="store_true", help="into CORS_BACKUPS: write, prove, remove the oldest"
    )
    part.add_argument("--recovery-key-file", metavar="FILE", type=Path)
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write or prove a backup."""
    import django

    django.setup()
    if args.verify:
        return _verify(args)
    if args.daily:
        return _daily()
    if not args.folder:
        raise Refused("Name the folder into which the backup is written: ./cors backup FOLDER.")
    return _make(args)


def _daily() -> int:
    from django.utils import timezone

    from cors.safekeeping.daily import verify_daily

    made = verify_daily(clock=timezone.now)
    print(f"{made.path} was written and restored apart: all tables are as they were.")
    return 0


def _make(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from cors.safekeeping.backup import make_backup
    from cors.safekeeping.last import note

    made = make_backup(args.folder, at=timezone.now())
    note(backup_at=made.manifest.created_at, backup_bytes=made.bytes)
    rows = sum(table.rows for table in made.manifest.tables.values())
    print(f"{made.path}: {rows} rows, {made.bytes} bytes.")
    return 0


def _verify(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from cors.safekeeping.last import note
    from cors.safekeeping.recovery_key import key_to_open
    from cors.safekeeping.verify import verify

    manifest = verify(args.verify, key=key_to_open(args.recovery_key_file))
    note(proved_at=timezone.now())
    print(f"{args.verify.name} is good: all {len(manifest.tables)} tables are as they were.")
    return 0

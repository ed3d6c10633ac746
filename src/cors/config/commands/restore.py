"""`./cors restore`: a backup where nothing stands yet."""

import argparse
from pathlib import Path

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("restore", help="restore a backup where nothing stands yet")
    part.add_argument("file", type=Path, help="or a folder: then the newest in it that opens")
    part.add_argument("--recovery-key-file", metavar="FILE", type=Path)
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Restore, bring the tables to this version, and erase again whoever was erased."""
    import django

    django.setup()
    from django.core.management import call_command

    from cors.config.prepare import owner, prepare
    from cors.safekeeping.copying import newest_good
    from cors.safekeeping.recovery_key import key_to_open
    from cors.safekeeping.restore import restore

    key = key_to_open(args.recovery_key_file)
    path = newest_good(args.file, key=key) if args.file.is_dir() else args.file
    manifest = restore(path.absolute(), key=key)
    # Lays triggers, policies and grants anew, also where no migration is due.
    call_command("migrate", database=owner(), verbosity=0, interactive=False)
    prepare()
    print(f"Restored, as it was at {manifest.created_at:%Y-%m-%d %H:%M} UTC. Run ./cors serve.")
    return 0

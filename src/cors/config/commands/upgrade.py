"""`./cors upgrade`: the tables of this version, or everything as it was."""

import argparse
from pathlib import Path

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("upgrade", help="back up, migrate and check, or leave all as it was")
    part.add_argument("--backup-to", metavar="FOLDER", type=Path, help="CORS_BACKUPS if not given")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Upgrade, and say what was done."""
    import django

    django.setup()
    from django.conf import settings
    from django.utils import timezone

    from cors.config.upgrade.steps import upgrade
    from cors.core.errors import Refused

    folder = args.backup_to or settings.CORS_BACKUPS
    if folder is None:
        raise Refused("Say where the backup goes: ./cors upgrade --backup-to FOLDER.")
    done = upgrade(Path(folder), clock=timezone.now)
    if done.backup is None:
        print("The tables are those of this version. Nothing had to be done.")
    else:
        print(f"{done.migrations} migrations are done. The backup from before is {done.backup}.")
    return 0

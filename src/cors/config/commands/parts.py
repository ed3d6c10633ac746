"""What every command needs: the group it is added to, and Django ready to work."""

from typing import Any

Parts = Any  # argparse gives its group of commands no public type


def set_up(*, practice: bool = False) -> None:
    """Load Django and make keys and tables ready."""
    import django

    django.setup()
    from cors.config.prepare import prepare

    prepare(practice=practice)

"""Which facts answer now: fresh ones, or the last there are while newer ones are made."""

import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from cors.access.models import Organisation
from cors.audit.models import Event
from cors.cases.models import Case
from cors.facts.build import build
from cors.facts.place import alone_with, place_of
from cors.facts.snapshot import About, Snapshot

ON_THE_SPOT = 200_000  # facts, made anew in less than two seconds
MANY_CASES = 5_000  # which have about as many facts
REST = 9  # times as long as it took: making facts takes a tenth of a machine's time at most
COMMAND = (sys.executable, "-m", "cors.config.command_line", "facts", "renew", "--organisation")


def facts_of(organisation: Organisation) -> Snapshot:
    """Return the facts to answer from, open.

    Up to so many they are made anew when something was written since. Above that the last ones
    answer at once, and say so, while a process of its own makes the next.
    """
    path, stamp = place_of(organisation.pk), Event.stamp_of(organisation.pk)
    last = Snapshot.last_at(path)
    if last and last.about.stamp == stamp:
        return last
    if last and last.about.number > ON_THE_SPOT:
        last.is_old = True
        _renew_aside(organisation, last.about, path)
        return last
    if last:
        last.close()
    elif first := _made_aside(organisation, path):
        return first
    build(organisation.pk, path, stamp)
    return Snapshot.at(path)


def _made_aside(organisation: Organisation, path: Path) -> Snapshot | None:
    """Wait for the first facts of a large house, made in a process of its own for their memory."""
    cases = Case.across_organisations().filter(organisation_id=organisation.pk)
    if cases.count() < MANY_CASES:
        return None
    subprocess.run([*COMMAND, organisation.key], check=False, stderr=subprocess.DEVNULL)
    return Snapshot.last_at(path)


def renew(organisation: UUID) -> bool:
    """Make the facts anew where something was written since; say whether they are fresh now.

    Nothing is done while another process does it.
    """
    path, stamp = place_of(organisation), Event.stamp_of(organisation)
    with alone_with(path) as is_alone:
        if is_alone and not _is_fresh(path, stamp):
            build(organisation, path, stamp)
        return is_alone


def _is_fresh(path: Path, stamp: str) -> bool:
    last = Snapshot.last_at(path)
    if last is None:
        return False
    with closing(last):
        return last.about.stamp == stamp


def _renew_aside(organisation: Organisation, last: About, path: Path) -> None:
    """Start making newer facts, unless somebody does or did a moment ago."""
    rested = last.as_of + timedelta(seconds=last.seconds * (1 + REST))
    with alone_with(path) as is_alone:
        if not is_alone or timezone.now() < rested:
            return
    process = subprocess.Popen([*COMMAND, organisation.key], stderr=subprocess.DEVNULL)
    threading.Thread(target=process.wait, daemon=True).start()

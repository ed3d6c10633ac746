"""What each command takes and calls: a command, a file."""

from cors.config.commands import (
    backup,
    bench,
    demo,
    events,
    facts,
    faults,
    figures,
    importing,
    lighthouse,
    migrate,
    move_to,
    organisation,
    restore,
    serve,
    soak,
    style,
)

ALL = [
    demo.add,
    serve.add,
    soak.add,
    migrate.add,
    organisation.add,
    importing.add,
    figures.add,
    facts.add,
    events.add,
    style.add,
    lighthouse.add,
    bench.add,
    backup.add,
    restore.add,
    move_to.add,
    faults.add,
]

"""Brings a dump into an empty PostgreSQL database."""

from pathlib import Path

from psycopg import sql

from cors.core.errors import Refused
from cors.safekeeping.database import Address
from cors.safekeeping.programs import program, run, server_version
from cors.safekeeping.tables.postgresql import PostgresqlTables


def bring_in(dump: Path, into: Address) -> None:
    """Restore a dump in one transaction: all of it, or nothing."""
    with into.connected() as connection:
        restore = program("pg_restore", for_server=server_version(connection))
        if PostgresqlTables(connection).names():
            raise Refused(f"The database {into.name} is not empty.")
    command = [restore, "--single-transaction", "--exit-on-error", "--no-owner"]
    command += ["--no-privileges", "--no-password", f"--dbname={into.name}", dump]
    run(command, into.environment())


def take_out_again(into: Address) -> None:
    """Drop every table of a database into which something else came than was meant."""
    with into.connected() as connection:
        for name in PostgresqlTables(connection).names():
            connection.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(name)))

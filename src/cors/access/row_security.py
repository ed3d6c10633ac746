"""Row-level security on PostgreSQL: the web role sees only the organisation that was set.

The owner role migrates and backs up and is not bound by the policies (FORCE would make its data
migrations touch no rows and its dumps fail). The web role owns nothing.
"""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections

HERE = "nullif(current_setting('cors.organisation', true), '')::uuid"
ME = "nullif(current_setting('cors.user', true), '')::uuid"
MINE = f"EXISTS (SELECT 1 FROM access_membership m WHERE m.user_id = {ME}"  # noqa: S608 - constants

# A row of these is also shown to the person it is about, before an organisation was chosen.
OWN_POLICIES = {
    "access_membership": f"organisation_id = {HERE} OR user_id = {ME}",
    "access_organisation": f"id = {HERE} OR {MINE} AND m.organisation_id = access_organisation.id)",
    "core_sealingkey": f"organisation = {HERE}",
    "audit_event": f"organisation_id = {HERE}",
}
# Sign-ins belong to no organisation: they may be written, never read, by the web role.
CHECKS = {"audit_event": f"organisation_id IS NULL OR organisation_id = {HERE}"}


def policies() -> dict[str, str]:
    """Return the condition of every table that holds rows of an organisation."""
    found = dict(OWN_POLICIES)
    for model in apps.get_models():
        columns = {field.column for field in model._meta.concrete_fields}
        if "organisation_id" in columns:
            found.setdefault(model._meta.db_table, f"organisation_id = {HERE}")
    return found


def policies_beside() -> list[tuple[str, str, str, str]]:
    """Return (table, name, command, condition) of what models show or own beside.

    A model says `shown_also` (SQL) for rows that others may read, and `owned_also` for rows that
    the person they are about may read and write from any organisation.
    """
    found = []
    for model in apps.get_models():
        table = model._meta.db_table
        if shown := getattr(model, "shown_also", ""):
            found.append((table, f"{table}_shown", "SELECT", shown))
        if owned := getattr(model, "owned_also", ""):
            found.append((table, f"{table}_owned", "ALL", owned))
    return found


def lay_policies(using: str) -> None:
    """Lay policies and grants anew, as the owner."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table, condition in policies().items():
            _lay(cursor, table, condition)
        for table, name, command, condition in policies_beside():
            cursor.execute(f"DROP POLICY IF EXISTS {name} ON {table}")
            cursor.execute(f"CREATE POLICY {name} ON {table} FOR {command} USING ({condition})")
        _grant(cursor, settings.CORS_WEB_ROLE)


def _lay(cursor: Any, table: str, condition: str) -> None:
    cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    cursor.execute(f"DROP POLICY IF EXISTS {table}_organisation ON {table}")
    check = CHECKS.get(table, condition)
    cursor.execute(
        f"CREATE POLICY {table}_organisation ON {table} USING ({condition}) WITH CHECK ({check})"
    )


def _grant(cursor: Any, role: str) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
    if cursor.fetchone() is None:
        cursor.execute(f'CREATE ROLE "{role}" LOGIN')
    cursor.execute(f'GRANT USAGE ON SCHEMA public TO "{role}"')
    cursor.execute(
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"'
    )
    cursor.execute(f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{role}"')
    cursor.execute(f'REVOKE UPDATE, DELETE ON audit_event, audit_namedonpage FROM "{role}"')


def web_role_faults(using: str) -> list[str]:
    """Say what is wrong with the role that serves the web, in sentences."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        is_super, bypasses = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        (owns,) = cursor.fetchone()
    faults = []
    if is_super or bypasses:
        faults.append("The web role is a superuser or bypasses row-level security.")
    if owns:
        faults.append("The web role owns tables, so row-level security does not bind it.")
    return faults

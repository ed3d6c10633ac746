"""On PostgreSQL the web role sees nothing without an organisation, and only its own with one."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from cors.access.models import Organisation, Team
from cors.access.row_security import policies, web_role_faults
from cors.access.scope import show
from tests.stage.personas import Stage

pytestmark = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has no row-level security"
)


def _counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        found = {}
        for table in policies():
            cursor.execute(f"SELECT count(*) FROM {table}")
            found[table] = cursor.fetchone()[0]
    return found


def test_the_web_role_sees_nothing_without_an_organisation(stage: Stage) -> None:
    show(None)
    assert {table: count for table, count in _counts().items() if count} == {}


def test_the_web_role_sees_its_own_organisation(stage: Stage, elsewhere: Stage) -> None:
    assert list(Organisation.objects.values_list("key", flat=True)) == ["harbour"]
    assert set(Team.objects.values_list("organisation", flat=True)) == {stage.organisation.pk}


def test_a_row_of_another_organisation_cannot_be_written(stage: Stage, elsewhere: Stage) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Team.objects.create(organisation=elsewhere.organisation, name="Slipped in")


def test_every_table_of_an_organisation_has_a_policy(db: None) -> None:
    bound = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.column == "organisation_id" for field in model._meta.concrete_fields)
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        secured = {row[0] for row in cursor.fetchall()}
    assert bound <= secured


def test_the_web_role_is_bound_by_it(db: None) -> None:
    assert web_role_faults("default") == []

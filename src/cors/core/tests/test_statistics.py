import pytest
from django.db import connection

from cors.core.jobs import DAILY, registered
from cors.core.sqlite.statistics import count_rows
from tests.stage.personas import Stage


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_sqlite_knows_of_its_rows_once_they_were_counted(stage: Stage) -> None:
    count_rows("default")
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'access_membership'")
        counted = [int(row[0].split()[0]) for row in cursor.fetchall()]
    assert max(counted) == 9  # eight people and the system


@pytest.mark.skipif(connection.vendor == "sqlite", reason="about the other database")
def test_postgresql_is_left_alone(stage: Stage) -> None:
    count_rows("default")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_rows_are_counted_anew_each_day() -> None:
    job = next(job for job in registered() if job.name == "count_rows")
    assert job.every == DAILY
    assert job.run() is False

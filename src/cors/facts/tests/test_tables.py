"""Facts hold days, categories, numbers and keys: no name, no word that somebody said."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cors.cases.models import Case
from cors.clients.models import Client
from cors.core.fields import SealedText
from cors.facts.gather import rows_of
from cors.facts.tables import ON_THE_WAY, TABLES, Table
from cors.facts.tests.laid_facts import laid
from cors.facts.tests.plain_facts import Facts
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage

PLAIN = {"UUID", "DATE", "TIMESTAMP", "VARCHAR", "INTEGER", "DOUBLE"}
COLUMN = re.compile(r'"(\w+)"\."(\w+)"')


def columns_in(queries: CaptureQueriesContext) -> dict[str, Any]:
    """Return the fields of all columns that stand in the statements, by their name."""
    known = {
        (model._meta.db_table, field.column): (f"{model.__name__}.{field.name}", field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
    }
    said = {place for query in queries for place in COLUMN.findall(query["sql"])}
    return dict(known[place] for place in said)


def gathered(stage: Stage) -> CaptureQueriesContext:
    with CaptureQueriesContext(connection) as queries:
        for table in TABLES:
            list(rows_of(table, stage.organisation.pk))
    return queries


def test_every_column_is_of_a_plain_kind() -> None:
    for table in TABLES:
        assert {kind for kind, _ in table.reads.values()} <= PLAIN, table.name


def test_every_row_says_of_which_case_it_is_and_none_of_whom() -> None:
    laid_down = laid(Facts(*[()] * len(Facts.__dataclass_fields__)))
    columns = laid_down.all(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE database_name = 'facts' AND table_name <> 'about' GROUP BY table_name"
    )
    assert len(columns) == len(TABLES) - len(ON_THE_WAY)
    for table, names in columns:
        assert "client" not in names
        assert "case_no" in names or table == "ratings"


@pytest.mark.parametrize("path", ["name", "client__name", "referral_words"])
def test_refuses_to_read_a_sealed_column(stage: Stage, path: str) -> None:
    model = Client if path == "name" else Case
    table = Table("leak", model, {"leak": ("VARCHAR", path)}, "FROM raw")
    with pytest.raises(FieldError):
        rows_of(table, stage.organisation.pk)


def test_no_sealed_column_is_read(stage: Stage, hana: Hana) -> None:
    read = columns_in(gathered(stage))
    assert {"Goal.life_area", "Rating.value", "SustainedCheck.result"} <= read.keys()
    assert [name for name, field in read.items() if isinstance(field, SealedText)] == []


def test_nothing_of_staff_is_read_and_of_a_person_the_year_of_birth_alone(
    stage: Stage, hana: Hana
) -> None:
    read = columns_in(gathered(stage))
    staff = {
        name for name, field in read.items()
        if field.name in field.model.privacy.staff
    }  # fmt: skip
    assert staff == set()
    of_people = {name for name in read if name.startswith("Client.")}
    assert of_people == {"Client.id", "Client.birth_year"}


def test_would_find_a_sealed_column_that_is_read(stage: Stage, hana: Hana) -> None:
    with CaptureQueriesContext(connection) as queries:
        list(Client.visible_to(stage.amina))
    assert isinstance(columns_in(queries)["Client.name"], SealedText)


def test_asks_once_for_each_table_however_many_there_are(stage: Stage, hana: Hana) -> None:
    assert len(gathered(stage)) == len(TABLES)
    for _ in range(2):
        build_hana(stage, stage.organisation.today())
    assert len(gathered(stage)) == len(TABLES)

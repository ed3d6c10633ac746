"""Facts hold days, categories, numbers and keys: no name, no word that somebody said."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cors.clients.models import Client
from cors.core.fields import SealedText
from cors.facts import tables
from cors.facts.gather import Gathering
from cors.facts.tables import Facts
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage

PLAIN = {UUID, date, datetime, str, int, float, NoneType}
COLUMN = re.compile(r'"(\w+)"\."(\w+)"')
ROWS: list[Any] = [each for each in vars(tables).values() if is_dataclass(each)]
ROWS.remove(Facts)


def kinds(hint: Any) -> Iterator[Any]:
    """Yield the plain types that a type is made of."""
    if get_origin(hint) in (tuple, UnionType):
        for part in get_args(hint):
            yield from kinds(part)
    elif hint is not Ellipsis:
        yield hint


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
        Gathering(stage.organisation.pk, [stage.service.pk]).all()
    return queries


def test_every_column_is_of_a_plain_kind() -> None:
    assert len(ROWS) == len(fields(Facts))
    for row in ROWS:
        for name, hint in get_type_hints(row).items():
            assert set(kinds(hint)) <= PLAIN, f"{row.__name__}.{name}"


def test_every_row_says_which_case_of_whom() -> None:
    for row in ROWS:
        assert [field.name for field in fields(row)][:2] == ["case", "client"]


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
    assert len(gathered(stage)) == 12
    for _ in range(2):
        build_hana(stage, stage.organisation.today())
    assert len(gathered(stage)) == 12

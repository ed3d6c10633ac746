from datetime import UTC, date, datetime
from random import Random
from uuid import UUID, uuid4

import pytest

from cors.audit.models import Event
from cors.bench.rows import PersonRows, Rows, Shape
from cors.clients.models import Client, NamePrefix
from cors.core.sealing import Place, new_key, unseal
from cors.plans.models import Moment, Rating

NOON = datetime(2026, 11, 2, 12, 0, 0, 250_000, tzinfo=UTC)


@pytest.fixture
def rows() -> Rows:
    return Rows(uuid4(), "sqlite", Random(1))


@pytest.fixture
def person(rows: Rows) -> PersonRows:
    return PersonRows(rows, uuid4(), new_key(), uuid4())


def _only(rows: Rows, model: type) -> dict[str, object]:
    shape = rows.shape(model)
    (row,) = rows.found[shape]
    return dict(zip(shape.columns, row, strict=True))


def test_a_shape_has_the_columns_of_its_model() -> None:
    shape = Shape(Client, "sqlite")
    assert shape.table == "clients_client"
    assert shape.columns == tuple(field.column for field in Client._meta.concrete_fields)
    assert "name" in shape.sealed
    assert "reference" not in shape.sealed


def test_sqlite_gets_keys_and_times_as_text(rows: Rows, person: PersonRows) -> None:
    goal = uuid4()
    key = person.add(Rating, NOON, goal_id=goal, value=4, rated_date=date(2026, 11, 2))
    row = _only(rows, Rating)
    assert row["id"] == key.hex
    assert row["goal_id"] == goal.hex
    assert row["rated_date"] == "2026-11-02"
    assert row["created_at"] == "2026-11-02 12:00:00.250000"


def test_postgresql_gets_them_as_they_are() -> None:
    rows = Rows(uuid4(), "postgresql", Random(1))
    person = PersonRows(rows, uuid4(), new_key(), uuid4())
    goal = uuid4()
    person.add(Rating, NOON, goal_id=goal, value=4, rated_date=date(2026, 11, 2))
    row = _only(rows, Rating)
    assert (row["goal_id"], row["created_at"]) == (goal, NOON)
    assert row["rated_date"] == date(2026, 11, 2)


def test_what_is_left_away_takes_the_default_of_the_model(rows: Rows, person: PersonRows) -> None:
    person.add(Rating, NOON, goal_id=uuid4(), value=4, rated_date=date(2026, 11, 2))
    assert _only(rows, Rating)["rater"] == "client"


def test_a_text_is_sealed_for_its_place(rows: Rows, person: PersonRows) -> None:
    case = uuid4()
    key = person.add(
        Moment, NOON, case_id=case, kind="success", happened_date=NOON.date(), words="Rang back."
    )
    row = _only(rows, Moment)
    place = Place(rows.organisation, person.client, "plans_moment", key, "words")
    blob = row["words"]
    assert isinstance(blob, bytes)
    assert b"Rang" not in blob
    assert unseal(blob, key=person.sealing_key, place=place) == "Rang back."
    assert row["client_words"] is None


def test_an_event_tells_the_verb_and_whom_it_is_about(rows: Rows, person: PersonRows) -> None:
    moment = uuid4()
    person.told("record_moment", Moment, moment, NOON, kind="success")
    row = _only(rows, Event)
    assert (row["verb"], row["kind"]) == ("record_moment", "write")
    assert row["about_kind"] == "plans.moment"
    assert row["about_id"] == moment.hex
    assert row["client_id"] == person.client.hex
    assert row["changes"] is not None


def test_an_event_without_changes_seals_nothing(rows: Rows, person: PersonRows) -> None:
    person.told("leave", Moment, uuid4(), NOON)
    assert _only(rows, Event)["changes"] is None


def test_a_value_that_must_be_given_is_missed(person: PersonRows) -> None:
    with pytest.raises(ValueError, match="value"):
        person.add(Rating, NOON, goal_id=uuid4(), rated_date=NOON.date())


def test_a_value_of_no_column_is_refused(person: PersonRows) -> None:
    with pytest.raises(ValueError, match="colour"):
        person.add(NamePrefix, NOON, client_id=uuid4(), token=b"12345678", colour="red")


def test_keys_sort_by_the_time_they_were_made(rows: Rows) -> None:
    later = datetime(2026, 11, 3, tzinfo=UTC)
    first, second = rows.key(NOON), rows.key(later)
    assert first < second
    assert first.version == 7
    assert first.int >> 80 == int(NOON.timestamp() * 1000)


def test_a_key_that_was_made_before_is_kept(rows: Rows, person: PersonRows) -> None:
    given = UUID(int=7)
    kept = person.add(Rating, NOON, id=given, goal_id=uuid4(), value=1, rated_date=NOON.date())
    assert kept == given
    assert _only(rows, Rating)["id"] == given.hex

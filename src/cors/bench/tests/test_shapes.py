"""The rows of made-up people fit together, before any database sees them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from django.db import models

from cors.access.models import Membership, Organisation, User
from cors.bench.fill import make_people
from cors.bench.ground import CONTACTS_A_CLIENT, FULL_CONTACTS, FULL_MOMENTS, Ground, Post
from cors.bench.rows import Rows
from cors.cases.models import Assignment, Case, Ending
from cors.catalogue.models import Service
from cors.catalogue.shipped import shipped
from cors.clients.models import Client, NamePrefix
from cors.contacts.models import CameOf, Contact, ContactPerson
from cors.core.models import SealingKey
from cors.measures.models import Assessment, Response, Score
from cors.outcomes.models import Aim, Outcome
from cors.plans.models import BackOnTrack, Barrier, Goal, Moment, Rating, Step
from cors.reviews.models import Review, ReviewedGoal

TODAY = date(2026, 11, 23)
PEOPLE, FIRST = 60, 30  # thirty go on
POSTS = tuple(Post(*(UUID(int=100 * place + part) for part in (1, 2, 3))) for place in (1, 2))
GROUND = Ground(UUID(int=9), b"k" * 32, b"i" * 32, "FH", TODAY, PEOPLE, POSTS)
OUTSIDE = (Organisation, User, Membership, Service)


@cache
def made() -> Rows:
    return make_people(GROUND, range(PEOPLE), "postgresql")


def all_of(model: type[models.Model], rows: Rows | None = None) -> list[dict[str, Any]]:
    found = rows or made()
    shape = found.shape(model)
    return [dict(zip(shape.names, row, strict=True)) for row in found.found[shape]]


def columns() -> Iterator[tuple[type[models.Model], Any]]:
    for model in list(made().shapes):
        for field in model._meta.concrete_fields:
            yield model, field


def test_each_row_points_at_one_that_is_there() -> None:
    for model, field in columns():
        to = field.remote_field and field.remote_field.model
        if to and to not in OUTSIDE:
            there = {row[field.target_field.attname] for row in all_of(to)}
            asked = {row[field.attname] for row in all_of(model)} - {None}
            assert asked <= there, f"{model.__name__}.{field.name}"


def test_no_constraint_of_one_only_is_broken() -> None:
    for model in list(made().shapes):
        about: Any = model._meta
        unique = [[about.pk.attname]]
        unique += [
            [about.get_field(name).attname for name in each.fields]
            for each in about.constraints
            if isinstance(each, models.UniqueConstraint) and not each.condition and each.fields
        ]
        for names in unique:
            found = [tuple(row[name] for name in names) for row in all_of(model)]
            keys = [key for key in found if None not in key]  # to a database no two of them agree
            assert len(set(keys)) == len(keys), names


def test_nothing_is_longer_than_its_column_or_missing() -> None:
    for model, field in columns():
        for row in all_of(model):
            value = row[field.attname]
            assert value is not None or field.null, f"{model.__name__}.{field.name}"
            if isinstance(value, str) and field.max_length:
                assert len(value) <= field.max_length


def test_everybody_has_a_key_a_case_a_keyworker_and_a_reference() -> None:
    for model in (Client, SealingKey, Case, Assignment, Review):
        assert len(all_of(model)) == PEOPLE
    references = [row["reference"] for row in all_of(Client)]
    assert references == [f"FH-{number:04}" for number in range(1, PEOPLE + 1)]
    keys = [row["wrapped"] for row in all_of(SealingKey)]
    assert len(set(keys)) == PEOPLE
    assert all(row["is_keyworker"] for row in all_of(Assignment))


def test_everybody_can_be_found_by_name() -> None:
    found = Counter(row["client_id"] for row in all_of(NamePrefix))
    assert set(found) == {row["id"] for row in all_of(Client)}
    assert min(found.values()) >= 4


def test_the_first_caseload_goes_on_and_the_others_have_ended() -> None:
    cases = [row["id"] for row in all_of(Case)]
    assert {row["case_id"] for row in all_of(Ending)} == set(cases[FIRST:])
    assert {row["case_id"] for row in all_of(Step)} == set(cases[:FIRST])
    closing = {row["case_id"] for row in all_of(Review) if row["ending_id"]}
    assert closing == set(cases[FIRST:])


def test_reasons_kinds_and_evidence_are_in_the_catalogue() -> None:
    known = shipped()
    assert {row["reason"] for row in all_of(Ending)} <= set(known.ending_reasons)
    assert {row["type_key"] for row in all_of(Barrier)} <= set(known.entries("barrier_type"))
    assert {row["life_area"] for row in all_of(Goal)} <= set(known.life_areas)
    assert {row["referral_source"] for row in all_of(Case)} <= {*known.referral_sources, ""}
    for row in [*all_of(Aim), *all_of(Outcome)]:
        kind = known.outcome_types[row["outcome_type"]]
        assert row.get("evidence", "own-word") in kind.evidence


def test_every_day_lies_between_the_beginning_and_the_end() -> None:
    ended = {row["case_id"]: row["ended_date"] for row in all_of(Ending)}
    span = {row["id"]: (row["started_date"], ended.get(row["id"], TODAY)) for row in all_of(Case)}
    days = {
        Goal: "set_date", Barrier: "noticed_date", ContactPerson: "happened_date",
        Moment: "happened_date", Outcome: "happened_date", Aim: "from_date", Score: "happened_date",
        Review: "held_date", Assignment: "from_date",
    }  # fmt: skip
    for model, name in days.items():
        for row in all_of(model):
            first, last = span[row["case_id"]]
            assert first <= row[name] <= last <= TODAY, model.__name__


def test_nothing_is_written_down_before_it_happened() -> None:
    for model, name in ((Contact, "happened_date"), (Review, "held_date"), (Rating, "rated_date")):
        for row in all_of(model):
            at: datetime = row["created_at"]
            assert at.date() == row[name]
            assert 8 <= at.hour <= 17


def test_the_way_back_comes_after_a_setback_and_after_nothing_else() -> None:
    setbacks = {row["id"]: row for row in all_of(Moment) if row["kind"] == "setback"}
    backs = all_of(BackOnTrack)
    assert 0 < len(backs) < len(setbacks)
    for row in backs:
        assert row["back_date"] >= setbacks[row["moment_id"]]["happened_date"]


def test_contacts_are_as_many_as_the_house_is_meant_to_have() -> None:
    held = Counter(row["case_id"] for row in all_of(ContactPerson))
    cases = [row["id"] for row in all_of(Case)]
    assert held[cases[0]] >= FULL_CONTACTS
    for number, case in enumerate(cases[1:], start=1):
        wanted = CONTACTS_A_CLIENT[number % 10]
        assert wanted <= held[case] <= 2 * wanted + 10
    assert sum(row["case_id"] == cases[0] for row in all_of(Moment)) == FULL_MOMENTS


def test_some_contacts_are_with_two_people() -> None:
    people = Counter(row["contact_id"] for row in all_of(ContactPerson))
    assert set(people.values()) == {1, 2}
    assert len(people) == len(all_of(Contact))


def test_what_came_of_a_contact_is_of_the_same_person() -> None:
    case_of = {row["id"]: row["case_id"] for row in all_of(ContactPerson)}
    records = {row["id"]: row["case_id"] for model in (Goal, Moment) for row in all_of(model)}
    for row in all_of(CameOf):
        if row["record_id"] in records:
            assert records[row["record_id"]] == case_of[row["contact_person_id"]]


def test_scores_are_within_their_measures() -> None:
    assert {row["value"] for row in all_of(Rating)} <= set(range(11))
    for row in all_of(Score):
        assert 0 <= row["value"] <= (63 if row["measure"] == "bdi-ii" else 10)
    reported = {row["id"] for row in all_of(Assessment) if row["is_reported"]}
    assert not {row["assessment_id"] for row in all_of(Response)} & reported
    assert len(all_of(Score)) == 10 * PEOPLE


def test_each_review_looks_at_both_goals() -> None:
    looked = Counter(row["review_id"] for row in all_of(ReviewedGoal))
    assert set(looked.values()) == {2}


def test_a_person_is_the_same_in_whichever_chunk_they_are_made() -> None:
    few = make_people(GROUND, range(8), "postgresql")
    for model, name in ((Contact, "happened_date"), (Goal, "life_area"), (Client, "reference")):
        found = [row[name] for row in all_of(model, few)]
        assert found
        assert found == [row[name] for row in all_of(model)][: len(found)]


def test_chunks_share_no_key() -> None:
    other = make_people(GROUND, range(PEOPLE, PEOPLE + 3), "postgresql")
    for model in (Client, Case, Contact, Goal):
        here = {row["id"] for row in all_of(model)}
        assert here.isdisjoint({row["id"] for row in all_of(model, other)})


def test_keys_are_made_at_the_time_of_their_rows() -> None:
    rows = Rows(GROUND.organisation, "sqlite", Random(1))
    early = datetime.combine(TODAY - timedelta(days=9), datetime.min.time())
    keys = [rows.key(early + timedelta(seconds=second)) for second in range(50)]
    assert keys == sorted(keys)
    assert {key.version for key in keys} == {7}
    assert {key.variant for key in keys} == {"specified in RFC 4122"}

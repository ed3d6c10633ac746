"""The statement that is kept for a role: it finds what the rule finds, for whoever asks."""

from uuid import uuid4

import pytest
from django.db.models import Q
from django.utils import timezone

from cors.access import visibility
from cors.access.in_sight import FILLED_UP, MOST_AT_ONCE, _asking, among_visible, keys_in_sight
from cors.access.models import ClientRecord, Membership
from cors.access.roles import ROLES, Reach
from cors.cases.actions import assign_worker, end_assignment
from cors.cases.models import Case
from cors.clients.models import Client
from cors.contacts.models import ContactPerson
from cors.plans.models import Goal, Rating
from tests.stage.personas import TODAY, Stage

MODELS = [Client, Case, Goal, Rating, ContactPerson]
OF_WHOM = ["amina", "carys", "dev", "gwen"]  # one of each reach


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    visibility.kept_statements.clear()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", OF_WHOM)
def test_a_statement_is_kept_for_each_reach(
    stage: Stage, name: str, model: type[ClientRecord]
) -> None:
    assert _asking(model, stage.member(name), 1)
    assert _asking(model, stage.member(name), 3)


def test_these_are_all_ways_to_see_somebody(stage: Stage) -> None:
    reaches = {stage.member(name).as_role.reach for name in OF_WHOM}
    assert reaches == {role.reach for role in ROLES.values()} - {Reach.NOBODY}


def test_who_sees_nobody_has_no_statement_and_no_answer(stage: Stage, case: Case) -> None:
    assert _asking(Case, stage.esi, 1) is None
    assert not keys_in_sight(Case, stage.esi, [case.pk])


@pytest.mark.parametrize("first", ["amina", "olu"])
def test_what_one_was_told_is_not_told_to_the_next(stage: Stage, case: Case, first: str) -> None:
    keys = [case.pk]
    keys_in_sight(Case, stage.member(first), keys)
    assert keys_in_sight(Case, stage.amina, keys) == {case.pk}
    assert not keys_in_sight(Case, stage.olu, keys)
    assert not keys_in_sight(Case, stage.amina, [uuid4()])


def test_what_changed_since_shows_at_once(stage: Stage, case: Case) -> None:
    keys = [case.pk]
    assert not keys_in_sight(Case, stage.gwen, keys)
    row = assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    assert keys_in_sight(Case, stage.gwen, keys) == {case.pk}
    end_assignment(assignment=row, on=TODAY, by=stage.carys)
    assert not keys_in_sight(Case, stage.gwen, keys)


@pytest.mark.parametrize("more", [20, 24, 39, 40, 79, 159])
def test_a_caseload_is_asked_for_with_a_statement_for_its_size(
    stage: Stage, case: Case, more: int
) -> None:
    keys = [*(uuid4() for _ in range(more)), case.pk]
    assert keys_in_sight(Case, stage.amina, keys) == {case.pk}
    assert not keys_in_sight(Case, stage.olu, keys)
    assert {number for *_, number, _ in visibility.kept_statements} <= set(FILLED_UP)


def test_many_records_are_asked_for_without_a_statement(stage: Stage, case: Case) -> None:
    keys = [case.pk, *(uuid4() for _ in range(MOST_AT_ONCE))]
    assert keys_in_sight(Case, stage.amina, keys) == {case.pk}
    assert not keys_in_sight(Case, stage.amina, [])
    assert not visibility.kept_statements


def test_who_has_left_is_asked_for_by_the_whole_rule(stage: Stage, case: Case) -> None:
    stage.amina.left_at = timezone.now()
    assert _asking(Case, stage.amina, 1) is None


def test_a_rule_that_looks_at_more_than_keys_and_role_keeps_nothing(
    stage: Stage, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def since_they_joined(member: Membership, to_case: str) -> Q:
        return Q(**{f"{to_case}created_at__gte": member.created_at})

    monkeypatch.setitem(visibility._rules, "cases", since_they_joined)
    assert _asking(Case, stage.amina, 1) is None
    assert keys_in_sight(Case, stage.amina, [case.pk]) == {case.pk}


@pytest.mark.parametrize(
    "rule", [Q(started_date__lte=TODAY), Q(service=uuid4()), Q(created_at__lte=timezone.now())]
)
def test_a_rule_with_a_day_or_the_key_of_something_else_keeps_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, rule: Q
) -> None:
    monkeypatch.setitem(visibility._rules, "cases", lambda *_: rule)
    assert _asking(Case, stage.amina, 1) is None


def test_other_rules_make_other_statements(stage: Stage, case: Case) -> None:
    assert keys_in_sight(Case, stage.amina, [case.pk])
    rules = dict(visibility._rules)
    try:
        visibility.register(cases=lambda *_: Q(service=uuid4()), clients=rules["clients"])
        assert not keys_in_sight(Case, stage.amina, [case.pk])
    finally:
        visibility.register(**rules)


def test_what_is_in_sight_is_no_part_of_another_question(stage: Stage, case: Case) -> None:
    found = among_visible(Case, stage.amina, [case.pk])
    with pytest.raises(TypeError, match="alone"):
        list(Client.objects.filter(pk__in=found.values("client")))

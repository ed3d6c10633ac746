"""The table of roles and what they see, row by row, for a person, a case and a deep record."""

from datetime import UTC, date, datetime

import pytest

from cors.access.in_sight import keys_in_sight
from cors.access.models import ClientRecord, Membership
from cors.access.scope import within
from cors.cases.actions import (
    assign_keyworker,
    assign_worker,
    decline_referral,
    end_assignment,
    lift_restriction,
    open_case,
    refer,
    restrict_case,
)
from cors.cases.models import Assignment, Case, Ending
from cors.cases.tests.conftest import LONG_AGO, OPENED
from cors.clients.actions import add_client, block_sight, lift_block
from cors.clients.models import Client
from cors.plans.actions import set_goal
from cors.plans.models import Goal, Rating
from tests.stage.personas import TODAY, Stage

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
EVERYBODY = ("amina", "ben", "carys", "dev", "esi", "femi", "gwen", "olu", "system")


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    """Hana's goal, with a first rating."""
    words = "A door of my own"
    return set_goal(
        case=case, words=words, life_area="housing", on=TODAY, by=stage.amina, rating=2
    )  # fmt: skip


def seen(model: type[ClientRecord], member: Membership) -> bool:
    """Say whether somebody sees any; the statement that is kept finds the same as the rule."""
    found = set(model.visible_to(member).values_list("pk", flat=True))
    everything = list(model.objects.values_list("pk", flat=True))
    assert keys_in_sight(model, member, everything) == found
    return bool(found)


def who_sees(stage: Stage, *models: type[ClientRecord]) -> set[str]:
    """Return who sees all of these; nobody may see some and not the others."""
    found = set()
    for name in EVERYBODY:
        sights = {seen(model, stage.member(name)) for model in models}
        assert len(sights) == 1, f"{name} sees a part"
        if sights == {True}:
            found.add(name)
    return found


def test_an_open_case_is_seen_by_team_lead_and_manager(stage: Stage, goal: Goal) -> None:
    sees = who_sees(stage, Client, Case, Goal, Rating)
    assert sees == {"amina", "ben", "carys", "dev", "system"}


def test_a_volunteer_sees_the_cases_they_are_assigned_to(stage: Stage, goal: Goal) -> None:
    row = assign_worker(case=goal.case, member=stage.gwen, on=TODAY, by=stage.carys)
    assert "gwen" in who_sees(stage, Client, Case, Goal, Rating)
    end_assignment(assignment=row, on=TODAY, by=stage.carys)
    assert "gwen" not in who_sees(stage, Client, Case, Goal, Rating)


def test_a_keyworker_sees_their_own_cases_in_another_service(stage: Stage, goal: Goal) -> None:
    assign_worker(case=goal.case, member=stage.olu, on=TODAY, by=stage.carys)
    assert "olu" in who_sees(stage, Client, Case, Goal, Rating)


def test_a_team_sees_a_case_of_its_own_people_in_another_service(
    stage: Stage, hana: Client
) -> None:
    work = refer(client=hana, service=stage.other_service, on=LONG_AGO, by=stage.dev)
    open_case(case=work, on=OPENED, by=stage.dev, keyworker=stage.ben)
    assert who_sees(stage, Client, Case) == {"amina", "ben", "dev", "system"}


def test_one_team_does_not_see_the_case_that_another_holds(stage: Stage, goal: Goal) -> None:
    work = refer(client=goal.case.client, service=stage.other_service, on=TODAY, by=stage.dev)
    open_case(case=work, on=TODAY, by=stage.olu)
    assert not Case.visible_to(stage.amina).filter(pk=work.pk).exists()
    assert not Case.visible_to(stage.carys).filter(pk=work.pk).exists()
    assert not Goal.visible_to(stage.olu).exists()
    assert seen(Client, stage.olu)


@pytest.mark.parametrize("who", ["esi", "femi"])
def test_an_analyst_and_a_funder_see_nobody_even_if_assigned(
    stage: Stage, goal: Goal, who: str
) -> None:
    Assignment.objects.create(
        organisation=stage.organisation, case=goal.case, member=stage.member(who), from_date=TODAY
    )
    assert who not in who_sees(stage, Client, Case, Goal, Rating)


def test_a_person_without_a_case_is_seen_by_whoever_added_them(stage: Stage, hana: Client) -> None:
    assert who_sees(stage, Client) == {"amina", "dev", "system"}


def test_whoever_added_a_person_sees_them_until_a_case_opens(stage: Stage) -> None:
    client = add_client(name="Hana Novak", on=LONG_AGO, by=stage.olu)
    case = refer(client=client, service=stage.service, on=LONG_AGO, by=stage.dev)
    assert seen(Client, stage.olu)
    open_case(case=case, on=OPENED, by=stage.amina)
    assert not seen(Client, stage.olu)


def test_a_person_whose_referral_was_declined_is_not_lost(stage: Stage) -> None:
    client = add_client(name="Hana Novak", on=LONG_AGO, by=stage.olu)
    case = refer(client=client, service=stage.service, on=LONG_AGO, by=stage.dev)
    decline_referral(case=case, reason="full", on=OPENED, by=stage.carys)
    assert seen(Client, stage.olu)


def test_a_referral_nobody_holds_is_seen_by_the_team_of_the_service(
    stage: Stage, hana: Client
) -> None:
    refer(client=hana, service=stage.other_service, on=LONG_AGO, by=stage.dev)
    assert who_sees(stage, Case) == {"olu", "dev", "system"}


def test_whoever_referred_sees_the_referral_until_somebody_holds_it(
    stage: Stage, hana: Client
) -> None:
    case = refer(client=hana, service=stage.other_service, on=LONG_AGO, by=stage.amina)
    assert who_sees(stage, Case) == {"amina", "olu", "dev", "system"}
    assign_keyworker(case=case, member=stage.olu, on=TODAY, by=stage.dev)
    assert who_sees(stage, Case) == {"olu", "dev", "system"}


def test_a_case_that_ended_stays_in_sight(stage: Stage, goal: Goal) -> None:
    Ending.objects.create(
        organisation=stage.organisation, case=goal.case, ended_date=TODAY, reason="done"
    )
    assert who_sees(stage, Client, Case, Goal, Rating) == {
        "amina", "ben", "carys", "dev", "system"
    }  # fmt: skip


def test_a_restricted_case_is_seen_by_those_named_on_it(stage: Stage, goal: Goal) -> None:
    restrict_case(case=goal.case, words="Her cousin works here", by=stage.carys)
    assert who_sees(stage, Client, Case, Goal, Rating) == {"amina", "carys"}
    lift_restriction(case=goal.case, by=stage.carys, at=NOW)
    assert "dev" in who_sees(stage, Client, Case, Goal, Rating)


def test_a_restriction_hides_a_person_from_whoever_added_them(stage: Stage, hana: Client) -> None:
    case = refer(client=hana, service=stage.service, on=LONG_AGO, by=stage.dev)
    restrict_case(case=case, words="Known to staff", by=stage.carys)
    assert who_sees(stage, Client, Case) == {"carys"}


def test_another_case_of_the_same_person_stays_in_sight(stage: Stage, goal: Goal) -> None:
    restrict_case(case=goal.case, words="Known to staff", by=stage.carys)
    work = refer(client=goal.case.client, service=stage.other_service, on=TODAY, by=stage.dev)
    assert list(Case.visible_to(stage.dev)) == [work]
    assert seen(Client, stage.dev)
    assert not Goal.visible_to(stage.dev).exists()


@pytest.mark.parametrize("who", ["amina", "ben", "carys", "dev", "gwen"])
def test_a_block_hides_a_person_whatever_the_role(stage: Stage, goal: Goal, who: str) -> None:
    member = stage.member(who)
    if who == "gwen":
        assign_worker(case=goal.case, member=member, on=TODAY, by=stage.carys)
    before = who_sees(stage, Client, Case, Goal, Rating)
    blocks = stage.system if who == "dev" else stage.dev
    block = block_sight(client=goal.case.client, member=member, reason="Brother", by=blocks)
    assert who_sees(stage, Client, Case, Goal, Rating) == before - {who}
    lift_block(block=block, by=blocks, at=NOW)
    assert who_sees(stage, Client, Case, Goal, Rating) == before


def test_a_block_hides_the_person_and_no_other(stage: Stage, goal: Goal) -> None:
    other = add_client(name="Maureen", on=TODAY, by=stage.amina)
    block_sight(client=goal.case.client, member=stage.amina, reason="Sister", by=stage.dev)
    assert list(Client.visible_to(stage.amina)) == [other]


def test_another_organisation_sees_nothing_whatever_the_role(
    stage: Stage, elsewhere: Stage, goal: Goal
) -> None:
    for show in (stage, elsewhere):
        with within(show.organisation.pk):
            assert who_sees(elsewhere, Client, Case, Goal, Rating) == set()


def test_a_role_in_one_organisation_says_nothing_in_another(
    stage: Stage, elsewhere: Stage, goal: Goal
) -> None:
    with within(elsewhere.organisation.pk):
        add_client(name="Ole Berg", on=date(2026, 3, 2), by=elsewhere.amina)
        theirs = Client.visible_to(elsewhere.dev).get()
    assert not Client.visible_to(stage.dev).filter(pk=theirs.pk).exists()

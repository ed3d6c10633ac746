"""What somebody may not see answers as if it did not exist, whoever's it is."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.utils import timezone

from cors.access.door import find, find_in_organisation, member_of
from cors.access.models import Membership
from cors.access.scope import within
from cors.cases.actions import restrict_case
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.clients.actions import block_sight, lift_block
from cors.clients.models import Client
from cors.plans.models import Goal
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage


def _asked_by(member: Membership) -> HttpRequest:
    request = HttpRequest()
    request.member = member  # type: ignore[attr-defined]
    return request


def test_finds_what_is_visible_by_key_or_its_text(stage: Stage, hana: Hana) -> None:
    request = _asked_by(stage.amina)
    assert find(Client, request, hana.client.pk) == hana.client
    assert find(Client, request, str(hana.client.pk)) == hana.client
    assert find(Goal, request, hana.goal.pk) == hana.goal


def test_brings_related_records_in_the_same_query(
    stage: Stage, hana: Hana, django_assert_num_queries: object
) -> None:
    request = _asked_by(stage.amina)
    with django_assert_num_queries(1):  # type: ignore[operator]
        goal = find(Goal, request, hana.goal.pk, "case__client")
        assert goal.case.client.pk == hana.client.pk


@pytest.mark.parametrize("name", ["olu", "esi", "femi", "gwen"])
@pytest.mark.parametrize("kind", ["client", "case", "goal"])
def test_what_is_out_of_sight_is_not_there(stage: Stage, hana: Hana, name: str, kind: str) -> None:
    record = getattr(hana, kind)
    assert find(type(record), _asked_by(stage.ben), record.pk) == record
    with pytest.raises(Http404):
        find(type(record), _asked_by(stage.member(name)), record.pk)


def test_an_unknown_key_is_not_there(stage: Stage, hana: Hana) -> None:
    with pytest.raises(Http404):
        find(Case, _asked_by(stage.amina), uuid4())
    with pytest.raises(Http404):
        find(Case, _asked_by(stage.amina), hana.goal.pk)


def test_nothing_of_another_organisation_is_there(stage: Stage, elsewhere: Stage) -> None:
    with within(elsewhere.organisation.pk):
        theirs = build_hana(elsewhere, elsewhere.organisation.today())
        assert find(Client, _asked_by(elsewhere.dev), theirs.client.pk) == theirs.client
    for member in (stage.amina, stage.dev):
        for record in (theirs.client, theirs.case, theirs.goal):
            with pytest.raises(Http404):
                find(type(record), _asked_by(member), record.pk)


def test_a_block_closes_the_door_and_lifting_it_opens_it(stage: Stage, hana: Hana) -> None:
    block = block_sight(client=hana.client, member=stage.ben, reason="a cousin", by=stage.carys)
    with pytest.raises(Http404):
        find(Client, _asked_by(stage.ben), hana.client.pk)
    lift_block(block=block, by=stage.carys, at=timezone.now())
    assert find(Client, _asked_by(stage.ben), hana.client.pk) == hana.client


def test_a_restricted_case_is_there_for_those_named_on_it_alone(stage: Stage, hana: Hana) -> None:
    assert find(Case, _asked_by(stage.dev), hana.case.pk) == hana.case
    restrict_case(case=hana.case, words="known to a colleague", by=stage.carys)
    assert find(Case, _asked_by(stage.amina), hana.case.pk) == hana.case
    for member in (stage.ben, stage.dev):
        with pytest.raises(Http404):
            find(Goal, _asked_by(member), hana.goal.pk)


def test_a_text_that_is_no_key_finds_nothing(stage: Stage, hana: Hana) -> None:
    with pytest.raises((Http404, ValidationError)):
        find(Client, _asked_by(stage.amina), "not-a-key")


def test_records_of_the_organisation_are_there_for_all_of_its_people(stage: Stage) -> None:
    for name in ("amina", "olu", "esi"):
        request = _asked_by(stage.member(name))
        assert find_in_organisation(Service, request, stage.service.pk) == stage.service


def test_records_of_another_organisation_are_not_there(stage: Stage, elsewhere: Stage) -> None:
    with pytest.raises(Http404):
        find_in_organisation(Service, _asked_by(stage.dev), elsewhere.service.pk)
    with pytest.raises(Http404):
        find_in_organisation(Service, _asked_by(stage.dev), uuid4())


def test_gives_the_membership_of_the_request(stage: Stage) -> None:
    assert member_of(_asked_by(stage.gwen)) == stage.gwen

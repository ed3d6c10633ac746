from datetime import UTC, datetime

import pytest

from cors.clients.actions import block_sight, lift_block
from cors.clients.models import BlockedSight, Client
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def block(stage: Stage, hana: Client) -> BlockedSight:
    return block_sight(client=hana, member=stage.amina, reason="Her sister", by=stage.carys)


def test_hides_the_person_until_it_is_lifted(
    stage: Stage, hana: Client, block: BlockedSight
) -> None:
    assert not Client.visible_to(stage.amina).exists()
    lift_block(block=block, by=stage.dev, at=NOW)
    assert Client.visible_to(stage.amina).get() == hana
    assert BlockedSight.objects.get().reason == "Her sister"


def test_says_who_is_on_the_list(stage: Stage, hana: Client, block: BlockedSight) -> None:
    assert [str(row.member) for row in BlockedSight.of(hana)] == ["Amina"]
    assert BlockedSight.stands_for(hana, stage.amina)
    assert not BlockedSight.stands_for(hana, stage.ben)


def test_stands_once_and_wants_a_reason(stage: Stage, hana: Client, block: BlockedSight) -> None:
    with pytest.raises(Refused) as refused:
        block_sight(client=hana, member=stage.amina, reason="Again", by=stage.carys)
    assert refused.value.field == "member"
    with pytest.raises(Refused) as refused:
        block_sight(client=hana, member=stage.ben, reason=" ", by=stage.carys)
    assert refused.value.field == "reason"


def test_nobody_lifts_their_own(stage: Stage, hana: Client) -> None:
    own = block_sight(client=hana, member=stage.carys, reason="My brother", by=stage.carys)
    with pytest.raises(Refused):
        lift_block(block=own, by=stage.carys, at=NOW)


def test_is_lifted_once(stage: Stage, block: BlockedSight) -> None:
    lift_block(block=block, by=stage.dev, at=NOW)
    with pytest.raises(Refused):
        lift_block(block=block, by=stage.dev, at=NOW)


def test_can_be_put_on_again(stage: Stage, hana: Client, block: BlockedSight) -> None:
    lift_block(block=block, by=stage.dev, at=NOW)
    block_sight(client=hana, member=stage.amina, reason="After all", by=stage.carys)


@pytest.mark.parametrize("who", ["amina", "gwen", "esi", "femi"])
def test_is_for_leads_and_managers(
    stage: Stage, hana: Client, block: BlockedSight, who: str
) -> None:
    with pytest.raises(NotAllowed):
        block_sight(client=hana, member=stage.ben, reason="x", by=stage.member(who))
    with pytest.raises(NotAllowed):
        lift_block(block=block, by=stage.member(who), at=NOW)


def test_nobody_of_another_organisation_is_named(
    stage: Stage, elsewhere: Stage, hana: Client
) -> None:
    with pytest.raises(NotAllowed):
        block_sight(client=hana, member=elsewhere.ben, reason="x", by=stage.carys)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, block: BlockedSight, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        block_sight(client=hana, member=stage.ben, reason="x", by=stage.carys)
    with pytest.raises(audit_fails):
        lift_block(block=block, by=stage.dev, at=NOW)
    assert BlockedSight.objects.get().lifted_at is None

import pytest

from cors.audit.models import Event
from cors.cases.actions import hand_over_caseload, open_case, refer, restrict_case
from cors.cases.models import Assignment, Case, Ending
from cors.cases.tests.conftest import LONG_AGO, NOT_YET, OPENED
from cors.clients.actions import add_client, block_sight
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def maureen(stage: Stage) -> Case:
    """Another open case that Amina holds."""
    client = add_client(name="Maureen Okafor", on=LONG_AGO, by=stage.amina)
    case = refer(client=client, service=stage.service, on=LONG_AGO, by=stage.amina)
    open_case(case=case, on=OPENED, by=stage.amina)
    return case


def _holder(case: Case) -> str:
    found = Assignment.keyworker_of(case)
    assert found is not None
    return str(found.member)


def test_moves_all_that_the_giver_holds(stage: Stage, case: Case, maureen: Case) -> None:
    moved = hand_over_caseload(giver=stage.amina, taker=stage.ben, on=TODAY, by=stage.carys)
    assert moved == 2
    assert [_holder(case), _holder(maureen)] == ["Ben", "Ben"]
    told = Event.objects.filter(verb="assign_keyworker").values_list("client_id", flat=True)
    assert set(told) == {case.client_id, maureen.client_id}
    assert Event.objects.get(verb="hand_over_caseload").client_id is None


def test_leaves_cases_that_have_ended(stage: Stage, case: Case, maureen: Case) -> None:
    Ending.objects.create(
        organisation=stage.organisation, case=case, ended_date=TODAY, reason="moved-away"
    )
    moved = hand_over_caseload(giver=stage.amina, taker=stage.ben, on=TODAY, by=stage.carys)
    assert moved == 1
    assert _holder(case) == "Amina"


def test_leaves_restricted_cases_one_is_not_named_on(
    stage: Stage, case: Case, maureen: Case
) -> None:
    restrict_case(case=case, words="Known to staff", by=stage.carys)
    today = stage.organisation.today()
    moved = hand_over_caseload(giver=stage.amina, taker=stage.ben, on=today, by=stage.dev)
    assert moved == 1
    assert [_holder(case), _holder(maureen)] == ["Amina", "Ben"]
    hand_over_caseload(giver=stage.amina, taker=stage.ben, on=today, by=stage.carys)
    assert _holder(case) == "Ben"


def test_leaves_people_whom_the_taker_must_not_see(stage: Stage, case: Case, maureen: Case) -> None:
    block_sight(client=case.client, member=stage.ben, reason="Brother", by=stage.carys)
    moved = hand_over_caseload(giver=stage.amina, taker=stage.ben, on=TODAY, by=stage.carys)
    assert moved == 1
    assert _holder(case) == "Amina"


def test_leaves_services_out_of_ones_sight(stage: Stage, case: Case) -> None:
    work = refer(client=case.client, service=stage.other_service, on=LONG_AGO, by=stage.dev)
    open_case(case=work, on=OPENED, by=stage.dev, keyworker=stage.amina)
    hand_over_caseload(giver=stage.amina, taker=stage.ben, on=TODAY, by=stage.carys)
    assert [_holder(case), _holder(work)] == ["Ben", "Amina"]


def test_refuses_to_give_to_oneself_or_to_a_volunteer(stage: Stage, case: Case) -> None:
    for taker in (stage.amina, stage.gwen):
        with pytest.raises(Refused) as refused:
            hand_over_caseload(giver=stage.amina, taker=taker, on=TODAY, by=stage.carys)
        assert refused.value.field == "taker"


@pytest.mark.parametrize("on", [LONG_AGO, NOT_YET])
def test_refuses_days_that_cannot_be(stage: Stage, case: Case, on: object) -> None:
    with pytest.raises(Refused) as refused:
        hand_over_caseload(giver=stage.amina, taker=stage.ben, on=on, by=stage.carys)  # type: ignore[arg-type]
    assert refused.value.field == "on"
    assert _holder(case) == "Amina"


def test_is_not_for_a_keyworker(stage: Stage, case: Case) -> None:
    with pytest.raises(NotAllowed):
        hand_over_caseload(giver=stage.amina, taker=stage.ben, on=TODAY, by=stage.amina)


def test_is_not_for_people_of_another_organisation(
    stage: Stage, elsewhere: Stage, case: Case
) -> None:
    with pytest.raises(NotAllowed):
        hand_over_caseload(giver=stage.amina, taker=elsewhere.ben, on=TODAY, by=stage.carys)


def test_is_undone_when_its_event_fails(
    stage: Stage, case: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        hand_over_caseload(giver=stage.amina, taker=stage.ben, on=TODAY, by=stage.carys)
    assert _holder(case) == "Amina"

from datetime import timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.cases.models import Case
from cors.contacts.actions import move_entry
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, NewWork, PersonEntry
from cors.contacts.models import ContactPerson, Delivered
from cors.contacts.tests.factories import (
    a_contact,
    an_entry,
    assign,
    case_of_other_team,
)
from cors.core.errors import NotAllowed, Refused
from cors.core.keyring import fresh_keyring
from cors.core.models import SealingKey
from cors.outcomes.models import Outcome
from cors.plans.actions import get_back_on_track, resolve_barrier
from cors.plans.models import Barrier, BarrierBlocks, Goal, Intervention, Moment, Rating, Step
from cors.plans.tests.factories import a_case, a_goal, an_intervention, ended
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def mira(stage: Stage) -> Case:
    return a_case(stage, name="Mira Example", reference="HS-2")


def full_entry(stage: Stage, case: Case) -> ContactPerson:
    goal = a_goal(case, stage.amina)
    entry = an_entry(
        case,
        stage.amina,
        "It was Mira.",
        ratings=[(goal, 7, "client")],
        delivered=[an_intervention(case, stage.amina)],
        moments=[NewMoment("setback", "Missed it.", goal, "A lift.")],
        barrier=NewBarrier("no-deposit", "No deposit.", [goal]),
        outcome=NewOutcome("bank-account", "own-word", goal),
        step=NewStep("Ring.", "client", None, goal),
    )
    moment, barrier = Moment.of(case).get(), Barrier.of(case).get()
    get_back_on_track(moment=moment, on=TODAY, by=stage.amina, what_helped="Her aunt.")
    resolve_barrier(barrier=barrier, on=TODAY, by=stage.amina, what_helped="A loan.")
    return entry


def move(entry: ContactPerson, to: Case, stage: Stage, **changed: Any) -> Any:
    given: dict[str, Any] = {"reason": "Two of the same name.", "by": stage.amina}
    return move_entry(person=entry, to=to, **(given | changed))


def words_of(case: Case) -> list[str]:
    """Return every word that a case shows of its contacts."""
    found: list[Any] = [entry.note for entry in ContactPerson.of(case)]
    for moment in Moment.of(case):
        back = moment.back()
        found += [moment.words, moment.could_help, back.what_helped if back else ""]
    for barrier in Barrier.of(case):
        resolution = barrier.resolution()
        found += [barrier.words, resolution.what_helped if resolution else ""]
    return found + [step.words for step in Step.of(case)]


ALL = ["It was Mira.", "Missed it.", "A lift.", "Her aunt.", "No deposit.", "A loan.", "Ring."]


def test_the_right_case_shows_all_of_it(stage: Stage, hana: Case, mira: Case) -> None:
    move(full_entry(stage, hana), mira, stage)
    assert words_of(mira) == ALL
    assert [outcome.outcome_type for outcome in Outcome.of(mira)] == ["bank-account"]
    assert [piece.type_key for piece in Delivered.of(mira)] == ["deposit-help"]
    entry = ContactPerson.of(mira).get()
    assert (entry.moved_from, entry.moved_reason) == (hana.pk, "Two of the same name.")


def test_the_wrong_case_shows_nothing_of_it(stage: Stage, hana: Case, mira: Case) -> None:
    move(full_entry(stage, hana), mira, stage)
    assert words_of(hana) == []
    assert not Outcome.of(hana).exists()
    assert not Delivered.of(hana).exists()
    assert [rating.value for rating in Goal.of(hana).get().ratings()] == [2]
    assert not BarrierBlocks.objects.exists()


def test_it_is_sealed_under_the_key_of_the_right_person(
    stage: Stage, hana: Case, mira: Case
) -> None:
    move(full_entry(stage, hana), mira, stage)
    SealingKey.objects.get(subject=hana.client_id).destroy()
    with fresh_keyring():
        assert words_of(mira) == ALL


def test_no_link_leads_back_to_the_wrong_plan(stage: Stage, hana: Case, mira: Case) -> None:
    goal = Goal.of(hana)
    moved = move(full_entry(stage, hana), mira, stage)
    assert {Moment.of(mira).get().goal, Step.of(mira).get().goal} == {None}
    assert Outcome.of(mira).get().goal is None
    assert Delivered.of(mira).get().intervention is None
    assert ("blocks", goal.get().pk) in moved.ties


def test_ratings_of_the_wrong_goal_are_taken_back_and_told(
    stage: Stage, hana: Case, mira: Case
) -> None:
    goal = a_goal(hana, stage.amina)
    entry = an_entry(hana, stage.amina, ratings=[(goal, 7, "client"), (goal, 5, "worker")])
    moved = move(entry, mira, stage)
    assert [(each.goal, each.value, each.rater) for each in moved.ratings] == [
        (goal, 7, "client"),
        (goal, 5, "worker"),
    ]
    assert Rating.objects.count() == 1
    event = Event.objects.get(verb="move_entry", client_id=hana.client_id)
    assert f'["{goal.pk}", 7, "client", "{TODAY}"]' in str(event.changes)


def test_both_trails_tell_of_it_and_the_wrong_one_without_words(
    stage: Stage, hana: Case, mira: Case
) -> None:
    entry = full_entry(stage, hana)
    move(entry, mira, stage)
    left, came = (
        str(Event.objects.get(verb="move_entry", client_id=case.client_id).changes)
        for case in (hana, mira)
    )
    assert str(entry.pk) in left
    assert "Two of the same name." in came
    assert not [words for words in [*ALL, "Two of the same name."] if words in left]


def test_the_other_people_of_the_contact_stay(stage: Stage, hana: Case, mira: Case) -> None:
    third = a_case(stage, name="Ravi Example", reference="HS-3")
    contact = a_contact(stage.amina, PersonEntry(hana, "H."), PersonEntry(third, "R."))
    move(ContactPerson.of(hana).get(), mira, stage)
    assert {entry.case for entry in ContactPerson.in_contact(contact)} == {mira, third}


def test_a_case_that_ended_later_can_still_have_it(stage: Stage, hana: Case, mira: Case) -> None:
    early = TODAY - timedelta(days=3)
    a_contact(stage.amina, PersonEntry(hana, "Early."), on=early)
    late = an_entry(hana, stage.amina, "Late.")
    ended(mira)
    assert move(ContactPerson.of(hana).get(happened_date=early), mira, stage)
    with pytest.raises(Refused) as refused:
        move(late, mira, stage)
    assert refused.value.field == "to"


def test_refuses_without_a_reason_and_to_where_it_is(stage: Stage, hana: Case, mira: Case) -> None:
    entry = an_entry(hana, stage.amina)
    for changed, field in (({"reason": " "}, "reason"), ({"to": hana}, "to")):
        with pytest.raises(Refused) as refused:
            move(entry, stage=stage, **({"to": mira} | changed))
        assert refused.value.field == field
    assert move(entry, mira, stage)


def test_refuses_a_case_that_was_part_of_it_already(stage: Stage, hana: Case, mira: Case) -> None:
    a_contact(stage.amina, PersonEntry(hana), PersonEntry(mira))
    with pytest.raises(Refused) as refused:
        move(ContactPerson.of(hana).get(), mira, stage)
    assert refused.value.field == "to"


def test_refuses_an_outcome_that_stands_there_already(stage: Stage, hana: Case, mira: Case) -> None:
    outcome = NewOutcome("bank-account", "own-word")
    an_entry(mira, stage.amina, outcome=outcome)
    entry = an_entry(hana, stage.amina, "Mine.", outcome=outcome)
    with pytest.raises(Refused) as refused:
        move(entry, mira, stage)
    assert refused.value.field == "to"
    assert words_of(hana) == ["Mine."]
    assert entry.case == hana
    assert Outcome.of(hana).count() == Outcome.of(mira).count() == 1


def test_a_volunteer_moves_their_own_entries_only(stage: Stage, hana: Case, mira: Case) -> None:
    for case in (hana, mira):
        assign(case, stage.gwen)
    hers, aminas = an_entry(hana, stage.gwen), an_entry(hana, stage.amina)
    with pytest.raises(NotAllowed):
        move(aminas, mira, stage, by=stage.gwen)
    assert move(hers, mira, stage, by=stage.gwen)


def test_nobody_moves_what_or_where_they_can_not_see(stage: Stage, hana: Case, mira: Case) -> None:
    entry = an_entry(hana, stage.amina)
    case_of_other_team(stage, mira)
    for member in (stage.amina, stage.olu):
        with pytest.raises(NotAllowed):
            move(entry, mira, stage, by=member)
    assert move(entry, mira, stage, by=stage.dev)


def test_stays_when_its_event_can_not_be_written(
    stage: Stage, hana: Case, mira: Case, request: pytest.FixtureRequest
) -> None:
    entry = full_entry(stage, hana)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        move(entry, mira, stage)
    assert words_of(hana) == ALL
    assert words_of(mira) == []
    assert Rating.objects.count() == 2


def test_what_was_begun_against_a_barrier_stays_in_its_plan_and_is_named(
    stage: Stage, hana: Case, mira: Case
) -> None:
    work = NewWork("practical-help", "The fund.")
    entry = an_entry(hana, stage.amina, barrier=NewBarrier("no-deposit", work=work))
    begun = Intervention.of(hana).get()
    moved = move(entry, mira, stage)
    assert moved.ties == (("addressed_by", begun.pk),)
    assert Intervention.of(hana).get().against_barriers() == []
    assert Barrier.of(mira).get().type_key == "no-deposit"

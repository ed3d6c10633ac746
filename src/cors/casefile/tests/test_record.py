"""Record: one save for everything that came of a contact, and nothing lost when it is refused."""

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest

from cors.access.scope import within
from cors.casefile.tests.factories import a_case, a_goal, page, sent, some_work
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.contacts.models import Contact, ContactPerson
from cors.outcomes.models import Outcome
from cors.plans.lengths import LONGEST_NOTE
from cors.plans.models import Barrier, Goal, Intervention, Moment, Rating, Step
from cors.reviews.actions import close_case
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def save(stage: Stage, case: Case, who: str = "amina", **answers: Any) -> Any:
    member = stage.member(who)
    return browser_of(member).post(f"/record/{case.pk}/", sent(member, **answers))


def all_of_it(goal: Goal, work: Any) -> dict[str, Any]:
    return {
        "minutes": "15", "note": "Deposit is the worry now.", "done": [str(work.pk)],
        f"goal-{goal.pk}": "on", f"rating-{goal.pk}": "6",
        "marks": ["success", "setback", "barrier", "outcome"],
        "success_words": "Rang the agent.", "setback_words": "Missed the viewing.",
        "success_client_words": "I did it, me.",
        "setback_help": "A lift", "barrier_type": "no-deposit", "barrier_words": "No deposit",
        "barrier_work": "practical-help", "barrier_work_words": "The fund of the church",
        "outcome_type": "settled-housing", "outcome_evidence": "tenancy-agreement",
        "step_words": "Ask the council", "step_owner": "client",
    }  # fmt: skip


def test_saves_everything_that_was_said_in_one_go(stage: Stage, case: Case) -> None:
    goal, work = a_goal(case, stage.amina, rating=2), some_work(case, stage.amina)
    answer = save(stage, case, **all_of_it(goal, work))
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{case.pk}/")
    person = ContactPerson.of(case).get()
    assert (person.note, person.contact.minutes) == ("Deposit is the worry now.", 15)
    assert [row.intervention_id for row in person.delivered()] == [work.pk]
    assert [row.value for row in Goal.of(case).get().ratings()] == [2, 6]
    assert [(row.kind, row.goal_id) for row in Moment.of(case)] == [
        ("success", goal.pk), ("setback", goal.pk),
    ]  # fmt: skip
    assert [row.client_words for row in Moment.of(case)] == ["I did it, me.", ""]
    barrier = Barrier.of(case).get()
    assert barrier.blocked_goal_ids() == [goal.pk]
    begun = Intervention.of(case).exclude(pk=work.pk).get()
    assert (begun.type_key, begun.words) == ("practical-help", "The fund of the church")
    assert begun.against_barriers() == [barrier]
    assert Outcome.of(case).get().evidence == "tenancy-agreement"
    assert Step.of(case).get().owner == "client"


def test_nothing_of_it_is_saved_when_one_part_is_refused(stage: Stage, case: Case) -> None:
    goal, work = a_goal(case, stage.amina, rating=2), some_work(case, stage.amina)
    wrong = all_of_it(goal, work) | {"outcome_type": ""}
    answer = save(stage, case, **wrong)
    assert answer.status_code == 422
    found = (Contact, Moment, Barrier, Outcome, Step)
    assert [model.objects.count() for model in found] == [0] * 5
    assert Rating.objects.count() == 1


def test_keeps_what_was_typed_when_it_is_refused(stage: Stage, case: Case) -> None:
    goal, work = a_goal(case, stage.amina, rating=2), some_work(case, stage.amina)
    answer = save(stage, case, **all_of_it(goal, work) | {"kind": ""})
    text = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Choose the kind of contact. The rest can wait" in text
    for words in ("Deposit is the worry now.", "Rang the agent.", "Missed the viewing.",
                  "A lift", "No deposit", "Ask the council", 'value="15"'):  # fmt: skip
        assert words in text
    assert text.count(" checked") >= 8


@pytest.mark.parametrize(
    ("answers", "begun"),
    [({"barrier_work": ""}, 0), ({"barrier_work": "practical-help"}, 1)],
)
def test_a_barrier_may_be_noticed_before_it_is_known_what_to_do(
    stage: Stage, case: Case, answers: dict[str, str], begun: int
) -> None:
    barrier: dict[str, Any] = {"marks": ["barrier"], "barrier_type": "no-deposit"}
    assert save(stage, case, **barrier | answers).status_code == 302
    assert Intervention.of(case).count() == begun


def test_words_about_what_will_be_done_are_not_dropped(stage: Stage, case: Case) -> None:
    answer = save(
        stage, case, marks=["barrier"], barrier_type="no-deposit", barrier_work_words="A loan"
    )
    text = unescape(answer.content.decode())
    assert (answer.status_code, Barrier.of(case).count()) == (422, 0)
    assert "Choose what will be done, or take the words away." in text
    assert "A loan" in text


def test_the_same_form_sent_twice_is_one_contact(stage: Stage, case: Case) -> None:
    twice = {"form_key": str(uuid4()), "note": "Once"}
    assert [save(stage, case, **twice).status_code for _ in range(2)] == [302, 302]
    assert ContactPerson.of(case).count() == 1
    save(stage, case, note="Another")
    assert ContactPerson.of(case).count() == 2


def test_the_list_of_people_to_record_about_names_them(stage: Stage, case: Case) -> None:
    assert "Rosa" in page(stage.amina, "/record/")


def test_says_that_a_case_has_ended(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    close_case(case=case, on=today, reason="goals-reached", by=stage.amina, no_review_reason="Left")
    answer = save(stage, case, note="One more thing")
    text = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "This case has ended. Ask your lead to re-open it, then record this." in text
    assert "One more thing" in text


@pytest.mark.parametrize(("ahead", "status"), [(1, 422), (0, 302), (-3, 302)])
def test_refuses_a_day_in_the_future(stage: Stage, case: Case, ahead: int, status: int) -> None:
    day = stage.organisation.today() + timedelta(days=ahead)
    answer = save(stage, case, on=day.isoformat())
    assert answer.status_code == status
    said = "The day is still to come. Choose today or an earlier day."
    assert (said in answer.content.decode()) == (status == 422)


@pytest.mark.parametrize(
    ("letters", "status"), [(20_001, 422), (LONGEST_NOTE + 1, 422), (LONGEST_NOTE, 302)]
)
def test_a_note_has_an_end_that_form_and_verb_agree_on(
    stage: Stage, case: Case, letters: int, status: int
) -> None:
    answer = save(stage, case, note="a" * letters)
    assert answer.status_code == status
    assert ("a" * letters in answer.content.decode()) == (status == 422)


@pytest.mark.parametrize(
    "note",
    [
        "🦆 on the water 👩🏽‍🦽",
        "هي تريد مفتاحها الخاص",
        "אני רוצה דלת משלי",
        "Zażółć\ngęślą\tjaźń",
        "<b>&amp;</b>",
    ],
)
def test_a_note_comes_back_letter_for_letter(stage: Stage, case: Case, note: str) -> None:
    assert save(stage, case, note=note).status_code == 302
    assert ContactPerson.objects.get(case=case).note == note
    assert note in page(stage.amina, f"/cases/{case.pk}/")


@pytest.mark.parametrize("who", ["olu", "gwen"])
def test_who_may_not_see_the_case_finds_nothing(stage: Stage, case: Case, who: str) -> None:
    assert save(stage, case, who).status_code == 404
    assert save(stage, case, "ben").status_code == 302


def test_a_case_of_another_organisation_or_of_none_is_not_there(
    stage: Stage, elsewhere: Stage
) -> None:
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        theirs = a_case(elsewhere)
    browser = browser_of(stage.amina)
    for key in (theirs.pk, uuid4()):
        assert browser.get(f"/record/{key}/").status_code == 404
        assert browser.post(f"/record/{key}/", sent(stage.amina)).status_code == 404


@pytest.mark.parametrize("who", ["esi", "femi"])
def test_who_only_sees_figures_may_not_record(stage: Stage, case: Case, who: str) -> None:
    assert save(stage, case, who).status_code == 403
    assert browser_of(stage.member(who)).get("/record/").status_code == 403


def test_a_volunteer_records_with_a_rating_and_a_success(stage: Stage, case: Case) -> None:
    goal, today = a_goal(case, stage.amina), stage.organisation.today()
    assign_worker(case=case, member=stage.gwen, on=today, by=stage.carys)
    said = {"marks": ["success"], "success_words": "Walked.", f"rating-{goal.pk}": "4"}
    assert save(stage, case, "gwen", **said).status_code == 302
    assert [row.value for row in Goal.of(case).get().ratings()] == [4]
    assert Moment.of(case).get().words == "Walked."

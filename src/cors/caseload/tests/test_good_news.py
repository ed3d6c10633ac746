"""Good news of the week: each kind with its mark, the person's own words first."""

from datetime import timedelta
from typing import Any

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_success,
    page,
    words,
)
from cors.caseload.cards import my_people
from cors.caseload.news import good_news
from cors.caseload.recent import recent_news
from cors.cases.actions import assign_worker, restrict_case
from cors.cases.models import Case
from cors.outcomes.actions import confirm_outcome
from cors.plans.actions import end_goal, get_back_on_track, resolve_barrier
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    """Return a case of Ben's, who is in Amina's team."""
    return a_case(stage, "Ana", by=stage.ben)


def told(stage: Stage, who: str = "amina") -> list[str]:
    member = stage.member(who)
    news = recent_news(member, stage.organisation.today() - timedelta(days=7))
    found = good_news(my_people(member, news)[1])
    parts = ("mark", "strong", "words", "more")
    return [" ".join(each.get(part, "") for part in parts).strip() for each in found]


def test_a_goal_reached_is_told_in_the_persons_own_words(stage: Stage, case: Case) -> None:
    goal, other = (a_goal(case, stage.ben, said) for said in ("A door I can lock.", "A dog."))
    today = stage.organisation.today()
    end_goal(goal=other, how="let-go", on=today, by=stage.ben)
    assert told(stage) == []
    end_goal(goal=goal, how="reached", on=today, by=stage.ben)
    assert told(stage) == ["goal Ana: “A door I can lock.” Goal reached"]


def test_a_barrier_out_of_the_way_says_what_helped(stage: Stage, case: Case) -> None:
    barrier = a_barrier(case, stage.ben, words="Owes the agent")
    assert told(stage) == []
    resolve_barrier(
        barrier=barrier, on=stage.organisation.today(), by=stage.ben, what_helped="A loan."
    )
    (said,) = told(stage)
    assert said.startswith("barrier-resolved Ana:")
    assert said.endswith(": out of the way. What helped: A loan.")
    assert "Owes the agent" not in said
    barrier.noticed_by = "client"
    barrier.save()
    assert told(stage)[0].startswith("barrier-resolved Ana: “Owes the agent” is out of the way.")


@pytest.mark.parametrize(
    ("outcome_type", "evidence", "mark"),
    [("settled-housing", "tenancy-agreement", "flag"), ("taxi-together", "worker-saw", "rung")],
)
def test_an_outcome_has_a_flag_and_a_rung_its_own_mark(
    stage: Stage, case: Case, outcome_type: str, evidence: str, mark: str
) -> None:
    confirm_outcome(
        case=case, outcome_type=outcome_type, evidence=evidence,
        on=stage.organisation.today(), by=stage.ben,
    )  # fmt: skip
    assert told(stage)[0].startswith(f"{mark} Ana: ")


def test_a_success_begins_with_the_persons_own_words(stage: Stage, case: Case) -> None:
    a_success(case, stage.ben, "Took the bus alone.", client_words="I did it")
    assert told(stage) == ["success Ana: “I did it” Took the bus alone."]


def test_the_newest_stands_first_and_six_are_told(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    for days in range(8):
        a_success(case, stage.ben, f"{days} days ago.", on=today - timedelta(days=days))
    assert told(stage) == [f"success Ana: {days} days ago." for days in range(6)]


@pytest.mark.parametrize("kind", ["goal", "barrier", "outcome"])
def test_a_volunteer_is_told_nothing_of_these(stage: Stage, case: Case, kind: str) -> None:
    today = stage.organisation.today()
    assign_worker(case=case, member=stage.gwen, on=today, by=stage.carys)
    if kind == "goal":
        end_goal(goal=a_goal(case, stage.ben), how="reached", on=today, by=stage.ben)
    elif kind == "barrier":
        resolve_barrier(barrier=a_barrier(case, stage.ben), on=today, by=stage.ben)
    else:
        _moved_in(stage, case)
    assert told(stage, "gwen") == []
    assert len(told(stage)) == 1


def _moved_in(stage: Stage, case: Case) -> Any:
    return confirm_outcome(
        case=case, outcome_type="settled-housing", evidence="tenancy-agreement",
        on=stage.organisation.today(), by=stage.ben,
    )  # fmt: skip


def test_nothing_of_a_restricted_case_or_of_another_team_is_told(stage: Stage, case: Case) -> None:
    _moved_in(stage, case)
    assert (len(told(stage)), told(stage, "olu")) == (1, [])
    restrict_case(case=case, words="Known to the team.", by=stage.carys)
    assert told(stage) == []


def test_nothing_of_another_organisation_is_told(stage: Stage, elsewhere: Stage) -> None:
    with within(elsewhere.organisation.pk):
        a_success(a_case(elsewhere, "Zoe", by=elsewhere.ben), elsewhere.ben, "There.")
    assert told(stage, "dev") == []


def test_whom_the_news_names_is_written_down_as_read(stage: Stage, case: Case) -> None:
    page(stage.amina, "/")
    assert not Event.of_client(stage.organisation.pk, case.client_id).filter(verb="today").exists()
    _moved_in(stage, case)
    assert "Ana: Moved into settled housing" in words(page(stage.amina, "/"))
    assert Event.of_client(stage.organisation.pk, case.client_id).filter(verb="today").exists()


def test_a_way_back_of_ones_own_person_is_told_once(stage: Stage) -> None:
    own = a_case(stage, "Bo")
    setback = a_setback(own, stage.amina)
    today = stage.organisation.today()
    get_back_on_track(moment=setback, on=today, by=stage.amina, what_helped="Her sister.")
    assert told(stage) == ["back Bo is back on track. What helped: Her sister."]

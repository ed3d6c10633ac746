"""Today of a volunteer, of a lead and of a manager; and what the cards show."""

from datetime import timedelta

import pytest

from cors.casefile.tests.factories import a_case, a_goal, a_setback, a_step, a_success, page, words
from cors.caseload.cards import my_cards
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.outcomes.actions import confirm_outcome
from cors.plans.actions import rate_goal
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    """Return a case on which Gwen, a volunteer, helps."""
    found = a_case(stage)
    assign_worker(case=found, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    return found


def test_a_volunteer_reads_only_the_setbacks_they_wrote(stage: Stage, case: Case) -> None:
    a_setback(case, stage.amina, "What Amina wrote.")
    assert "What Amina wrote." in page(stage.amina, "/")
    assert "What Amina wrote." not in page(stage.gwen, "/")
    a_setback(case, stage.gwen, "What Gwen wrote.")
    assert "What Gwen wrote." in page(stage.gwen, "/")


def test_a_volunteer_reads_only_the_good_news_they_wrote(stage: Stage, case: Case) -> None:
    a_success(case, stage.amina, "Seen by Amina.")
    assert "Seen by Amina." not in page(stage.gwen, "/")
    a_success(case, stage.gwen, "Seen by Gwen.")
    assert "Seen by Gwen." in page(stage.gwen, "/")


def test_a_volunteer_sees_goal_and_next_step(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina, "A door I can lock.")
    a_step(case, stage.amina, "Ask the council")
    text = words(page(stage.gwen, "/"))
    assert "A door I can lock." in text
    assert "Next Ask the council" in text


@pytest.mark.parametrize("who", ["carys", "dev"])
def test_who_works_with_nobody_themselves_sees_no_cards(stage: Stage, case: Case, who: str) -> None:
    a_success(case, stage.amina, "Good for all to know.")
    assert my_cards(stage.member(who)) == []
    assert "Good for all to know." in page(stage.member(who), "/")


def test_an_outcome_is_asked_after_when_its_weeks_are_over(stage: Stage) -> None:
    case, today = a_case(stage, days=110), stage.organisation.today()
    a_goal(case, stage.amina)
    assert "Did it last?" not in page(stage.amina, "/")
    confirm_outcome(
        case=case, outcome_type="settled-housing", evidence="tenancy-agreement",
        on=today - timedelta(weeks=13), by=stage.amina,
    )  # fmt: skip
    (card,) = my_cards(stage.amina)
    assert [why.words for why in card.why if why.strong == "Did it last?"] == [
        "Moved into settled housing, 13 weeks on."
    ]


def test_a_card_shows_ratings_last_contact_and_next_step(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    goal = a_goal(case, stage.amina, rating=2)
    a_setback(case, stage.amina, on=today, goal=goal)
    rate_goal(goal=goal, value=4, on=today, by=stage.amina)
    a_step(case, stage.amina, "Without a day")
    a_step(case, stage.amina, "Ask the council", due_date=today + timedelta(days=1))
    (card,) = my_cards(stage.amina)
    assert (card.ratings, card.dips, card.wins) == ([2, 4], [1], [])
    assert card.ratings_in_words.endswith("4 now")
    assert card.next == "Ask the council, tomorrow"
    assert card.last == ""

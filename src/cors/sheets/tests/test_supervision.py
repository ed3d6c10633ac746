"""The supervision sheet: one worker's people as stuck, due and moved; a lead sees their team's."""

from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.casefile.tests.factories import a_case, a_goal, a_setback, a_step, a_success, page, words
from cors.casefile.tests.queries import asked
from cors.cases.actions import restrict_case
from cors.cases.models import Case
from cors.plans.actions import get_back_on_track, rate_goal
from cors.sheets.supervision import supervision_sheet, workers_under
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of


def lines(stage: Stage, head: str, reader: str = "amina") -> list[tuple[str, str]]:
    sheet, _ = supervision_sheet(stage.member(reader), stage.amina)
    found = next((part.lines for part in sheet.sections if part.head == head), ())
    return [(line.label, line.words) for line in found]


@pytest.fixture
def case(stage: Stage) -> Case:
    case = a_case(stage, days=10)
    a_goal(case, stage.amina, rating=2)
    return case


def test_who_finds_the_way_back_is_stuck_and_says_since_when(stage: Stage, case: Case) -> None:
    assert lines(stage, "Stuck") == []
    a_setback(case, stage.amina, "Missed the viewing.")
    ((name, said),) = lines(stage, "Stuck")
    assert name == "Rosa"
    assert "Finding the way back since today. Missed the viewing." in said


def test_a_step_of_today_is_due_and_one_ahead_is_not(stage: Stage, case: Case) -> None:
    on = stage.organisation.today()
    a_step(case, stage.amina, "See the room", due_date=on + timedelta(days=3))
    assert lines(stage, "Due") == []
    a_step(case, stage.amina, "Ring them", due_date=on)
    assert lines(stage, "Due") == [("Rosa", "A step is due today: Ring them.")]


def test_small_successes_ways_back_and_ratings_count_as_moved(stage: Stage, case: Case) -> None:
    on = stage.organisation.today()
    assert lines(stage, "Moved") == []
    a_success(case, stage.amina, "Rang the agent.")
    setback = a_setback(case, stage.amina, on=on - timedelta(days=2))
    get_back_on_track(moment=setback, on=on, by=stage.amina, what_helped="Her sister.")
    ((_, said),) = lines(stage, "Moved")
    assert said.startswith("Rang the agent. Back on track")
    assert "What helped: Her sister." in said


def test_a_rating_that_rose_counts_as_moved(stage: Stage, case: Case) -> None:
    goal = case.goal_rows.get()
    rate_goal(goal=goal, value=6, on=stage.organisation.today(), by=stage.amina)
    ((name, _),) = lines(stage, "Moved")
    assert name == "Rosa"


def test_who_goes_along_is_not_forgotten(stage: Stage, case: Case) -> None:
    assert lines(stage, "Going along") == [("Rosa", "Not seen yet.")]
    a_setback(case, stage.amina)
    assert lines(stage, "Going along") == []


def test_a_lead_reads_that_of_their_team_and_only_what_they_may_see(
    stage: Stage, case: Case
) -> None:
    a_setback(case, stage.amina)
    assert [name for name, _ in lines(stage, "Stuck", "carys")] == ["Rosa"]
    restrict_case(case=case, words="A relative works here.", by=stage.dev)
    assert lines(stage, "Stuck", "carys") == []
    assert [name for name, _ in lines(stage, "Stuck")] == ["Rosa"]


def test_a_lead_chooses_among_their_team_and_a_manager_among_all(stage: Stage) -> None:
    def offered(who: str) -> set[str]:
        return {one.user.name for one in workers_under(stage.member(who))}

    assert {"Amina", "Ben"} <= offered("carys")
    assert "Olu" not in offered("carys")
    assert {"Amina", "Olu"} <= offered("dev")
    assert offered("amina") == set()


@pytest.mark.parametrize(
    ("who", "status"),
    [("amina", 200), ("carys", 200), ("dev", 200), ("ben", 404), ("olu", 404), ("gwen", 403),
     ("esi", 403)],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", "supervision.pdf"])
def test_opens_for_oneself_and_who_leads(stage: Stage, who: str, status: int, end: str) -> None:
    address = f"/supervision/{stage.amina.pk}/{end}"
    assert browser_of(stage.member(who)).get(address).status_code == status


def test_page_and_paper_say_whose_it_is_and_leave_read_events(stage: Stage, hana: Hana) -> None:
    text = words(page(stage.carys, f"/supervision/{stage.amina.pk}/"))
    assert "Supervision: Amina 1 person." in text
    assert "by Carys." in text
    assert "Supervision: Amina" in page(stage.amina, "/supervision/")
    answer = browser_of(stage.carys).get(f"/supervision/{stage.amina.pk}/supervision.pdf?large=1")
    assert answer["Content-Disposition"] == 'inline; filename="supervision.pdf"'
    assert answer.content.startswith(b"%PDF")
    reads = Event.objects.filter(kind="read", verb__startswith="supervision")
    assert reads.count() == 3


def test_nobody_yet_says_so_in_each_part(stage: Stage) -> None:
    text = words(page(stage.amina, "/supervision/"))
    for said in ("0 people.", "Nobody is stuck.", "Nothing is due.",
                 "Nothing was recorded as moved."):  # fmt: skip
        assert said in text


def test_today_leads_to_it_for_those_who_may(stage: Stage, hana: Hana) -> None:
    assert "Sheet for supervision" in page(stage.amina, "/")
    assert "Sheet for supervision" not in page(stage.gwen, "/")


def test_a_sheet_asks_as_often_for_five_people_as_for_one(stage: Stage, case: Case) -> None:
    addresses = ("/supervision/", f"/cases/{case.pk}/hand-over/")
    for address, most in zip(addresses, (15, 19), strict=True):
        assert len(asked(stage.amina, address)) <= most
    before = len(asked(stage.amina, "/supervision/"))
    for number in range(4):
        other = a_case(stage, f"Person {number}")
        a_goal(other, stage.amina, rating=number)
        a_success(other, stage.amina)
    assert len(asked(stage.amina, "/supervision/")) == before

"""The hand-over sheet: everything a colleague has to know of one person, and nothing unsafe."""

from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_step,
    page,
    record_of,
    some_work,
    words,
)
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.clients.actions import add_contact_point, edit_client, raise_alert
from cors.plans.actions import (
    end_intervention,
    finish_step,
    get_back_on_track,
    leave_barrier,
    resolve_barrier,
)
from cors.sheets.hand_over import hand_over_sheet
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

NUMBER = "07700 900123"


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def lines(stage: Stage, case: Case, head: str) -> list[tuple[str, str, str]]:
    """Return the lines of one section: label, words, detail."""
    sheet = hand_over_sheet(record_of(case, stage.amina))
    found = next((part.lines for part in sheet.sections if part.head == head), ())
    return [(line.label, line.words, line.detail) for line in found]


def reach(case: Case, stage: Stage, safety: str, rule: str, value: str = NUMBER) -> None:
    add_contact_point(
        client=case.client, kind="mobile", value=value, safety=safety, rule=rule,
        on=stage.organisation.today(), by=stage.amina,
    )  # fmt: skip


def test_what_must_be_known_for_safety_stands_first(stage: Stage, case: Case) -> None:
    heads = [part.head for part in hand_over_sheet(record_of(case, stage.amina)).sections]
    assert heads[0] == "How to reach them"
    on = stage.organisation.today()
    raise_alert(client=case.client, words="The dog bites.", on=on, by=stage.amina)
    sheet = hand_over_sheet(record_of(case, stage.amina))
    assert (sheet.sections[0].head, sheet.sections[0].is_warning) == ("To know first", True)
    assert lines(stage, case, "To know first") == [("", "The dog bites.", "")]


def test_says_how_they_like_to_be_reached(stage: Stage, case: Case) -> None:
    edit_client(client=case.client, by=stage.amina, language="Czech", needs="An interpreter")
    reach(case, stage, "care", "After 16:00.")
    assert lines(stage, case, "How to reach them") == [
        ("Language", "Czech", ""),
        ("Needs", "An interpreter", ""),
        ("Mobile", NUMBER, "With care. After 16:00."),
    ]


def test_an_unsafe_number_is_on_no_sheet_but_that_it_is_unsafe(stage: Stage, case: Case) -> None:
    reach(case, stage, "never", "He reads her messages.", "07700 900999")
    assert lines(stage, case, "What to avoid") == [("Mobile", "He reads her messages.", "")]
    assert "900999" not in page(stage.amina, f"/cases/{case.pk}/hand-over/")


def test_goals_stand_in_their_own_words_with_then_and_now(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina, rating=2)
    a_goal(case, stage.amina, "A job.")
    sheet = hand_over_sheet(record_of(case, stage.amina))
    (goals,) = [part for part in sheet.sections if part.head == "What they want"]
    assert [line.words for line in goals.lines] == ["A door I can lock.", "A job."]
    assert all(line.own for line in goals.lines)
    assert "2 of 10 in September, 2 now." in goals.lines[0].detail
    assert goals.lines[1].detail.endswith("Not rated yet.")


def test_what_helps_comes_from_ways_back_gone_barriers_and_work(stage: Stage, case: Case) -> None:
    on = stage.organisation.today()
    setback = a_setback(case, stage.amina, on=on - timedelta(days=4))
    get_back_on_track(moment=setback, on=on, by=stage.amina, what_helped="Her sister.")
    barrier = a_barrier(case, stage.amina, words="No deposit")
    resolve_barrier(barrier=barrier, on=on, by=stage.amina, what_helped="The council paid.")
    some_work(case, stage.amina, "Room search")
    end_intervention(intervention=some_work(case, stage.amina, "Over"), on=on, by=stage.amina)
    assert [line[1:] for line in lines(stage, case, "What helps")] == [
        ("Her sister.", "Back on track, today"),
        ("The council paid.", "Gone: No deposit"),
        ("Room search", "Going on since September"),
    ]
    (line,) = lines(stage, case, "Setbacks lately")
    assert line == ("", "Missed it.", "Thursday, back on track after 4 days")


def test_what_stands_open_is_there_and_what_is_done_is_not(stage: Stage, case: Case) -> None:
    on = stage.organisation.today()
    finish_step(step=a_step(case, stage.amina, "Done"), on=on, by=stage.amina)
    a_step(case, stage.amina, "Ask the council", due_date=on + timedelta(days=1))
    a_step(case, stage.amina, "Ring Ivo", owner="client")
    assert sorted(lines(stage, case, "Next steps")) == [
        ("", "Ask the council", "The worker, tomorrow"),
        ("", "Ring Ivo", "Rosa"),
    ]
    a_barrier(case, stage.amina, words="No deposit")
    debts = a_barrier(case, stage.amina, words="Three loans")
    leave_barrier(barrier=debts, on=on, by=stage.amina, words="After the baby.")
    a_setback(case, stage.amina, "Stayed in bed.", could_help="A lift")
    assert lines(stage, case, "In the way") == [
        ("", "No deposit", "Since September"),
        ("", "Three loans", "Since September. Left alone for now"),
    ]
    assert lines(stage, case, "Setbacks lately") == [
        ("", "Stayed in bed.", "Today, not back yet. Could help: A lift")
    ]


def test_a_new_case_says_what_is_not_known_yet(stage: Stage, case: Case) -> None:
    text = words(page(stage.amina, f"/cases/{case.pk}/hand-over/"))
    for said in ("No goal yet.", "Nothing was named yet.", "No step is planned.",
                 "No way to reach them is known."):  # fmt: skip
        assert said in text


def test_page_and_paper_leave_a_read_event_each_and_bear_the_picture(
    stage: Stage, hana: Hana
) -> None:
    browser = browser_of(stage.amina)
    text = browser.get(f"/cases/{hana.case.pk}/hand-over/").content.decode()
    assert "Hand-over: Hana" in text
    assert 'class="j-client"' in text
    sizes = []
    for end in ("", "?large=1"):
        answer = browser.get(f"/cases/{hana.case.pk}/hand-over.pdf{end}")
        assert answer["Content-Disposition"] == 'inline; filename="hand-over.pdf"'
        assert answer.content.startswith(b"%PDF")
        assert b"/MarkInfo" in answer.content
        sizes.append(len(answer.content))
    assert sizes[0] != sizes[1]
    read = Event.objects.filter(kind="read", verb__startswith="hand_over")
    assert read.count() == 3


@pytest.mark.parametrize(
    ("who", "status"),
    [("ben", 200), ("carys", 200), ("dev", 200), ("olu", 404), ("gwen", 403), ("esi", 403)],
)
@pytest.mark.parametrize("end", ["hand-over/", "hand-over.pdf"])
def test_is_for_those_who_plan_with_the_person(
    stage: Stage, hana: Hana, who: str, status: int, end: str
) -> None:
    on = stage.organisation.today()
    assign_worker(case=hana.case, member=stage.gwen, on=on, by=stage.carys)
    answer = browser_of(stage.member(who)).get(f"/cases/{hana.case.pk}/{end}")
    assert answer.status_code == status


def test_the_case_leads_to_it_for_those_who_may(stage: Stage, hana: Hana) -> None:
    on = stage.organisation.today()
    assign_worker(case=hana.case, member=stage.gwen, on=on, by=stage.carys)
    address = f"/cases/{hana.case.pk}/"
    assert "Hand-over sheet" in page(stage.amina, address)
    assert "Hand-over sheet" not in page(stage.gwen, address)

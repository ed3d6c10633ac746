"""Each page asks the database a few times, and no more often when much was recorded."""

import pytest

from cors.casefile.tests.factories import a_case, record_of
from cors.casefile.tests.queries import History, asked
from cors.casefile.timeline import timeline
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from tests.stage.hana import Hana
from tests.stage.personas import Stage

# Address → the most questions that the page asks; each stands for one kind of record it shows.
OF_A_CASE = {
    "/": 15,  # one's own cases are asked for as keys first: PostgreSQL is five times as quick
    "/record/": 15,
    "/record/{case}/": 14,
    "/cases/{case}/": 25,
    "/cases/{case}/timeline/": 14,
    "/cases/{case}/timeline/?kind=success": 5,
    "/cases/{case}/review/": 18,
    "/people/{client}/": 10,
}
OF_PEOPLE = {"/": 15, "/record/": 15, "/people/": 5, "/people/?q=person": 5}


def _asked(stage: Stage, address: str, case: Case | None = None, *, who: str = "amina") -> int:
    keys = {"case": case.pk, "client": case.client_id} if case else {}
    return len(asked(stage.member(who), address.format(**keys)))


@pytest.mark.slow
def test_a_page_asks_as_often_after_200_entries_as_after_10(stage: Stage) -> None:
    case = a_case(stage)
    history = History(case, stage.amina)
    history.write(few=3, many=10)
    before = {address: _asked(stage, address, case) for address in OF_A_CASE}
    assert not {address: n for address, n in before.items() if n > OF_A_CASE[address]}
    history.write(few=6, many=190)
    assert len(timeline(record_of(case, stage.amina))) > 800
    assert {address: _asked(stage, address, case) for address in OF_A_CASE} == before


@pytest.mark.slow
def test_a_page_asks_as_often_for_40_people_as_for_4(stage: Stage) -> None:
    def add(numbers: range) -> dict[str, int]:
        for number in numbers:
            History(a_case(stage, f"Person {number}"), stage.amina).write(few=1, many=2)
        return {address: _asked(stage, address) for address in OF_PEOPLE}

    before = add(range(4))
    assert not {address: n for address, n in before.items() if n > OF_PEOPLE[address]}
    assert add(range(4, 40)) == before


def test_a_letter_asks_for_the_journey_once(stage: Stage, hana: Hana) -> None:
    for address in (f"/reviews/{hana.review.pk}/", f"/reviews/{hana.review.pk}/letter.pdf"):
        assert _asked(stage, address) <= 19


@pytest.mark.parametrize("address", ["/", "/record/", "/record/{case}/", "/cases/{case}/"])
def test_who_only_helps_asks_no_more_than_who_plans(stage: Stage, hana: Hana, address: str) -> None:
    today = stage.organisation.today()
    assign_worker(case=hana.case, member=stage.gwen, on=today, by=stage.carys)
    most = _asked(stage, address, hana.case)
    assert _asked(stage, address, hana.case, who="gwen") <= most

"""The page of figures, its table and its print: who may ask, and what they are told."""

import csv
import io
from typing import Any

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.casefile.tests.queries import asked
from cors.catalogue.models import Service
from cors.reports.tests.people import a_case, figure_on, words_of
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage, browser_of

ADDRESSES = ["/figures/", "/figures/figures.csv", "/figures/figures.pdf"]
THE_LIST = "/figures/supported/people/"
MOST_QUERIES = 20


def status(stage: Stage, who: str, address: str) -> int:
    return browser_of(stage.member(who)).get(address).status_code


@pytest.mark.parametrize("address", [*ADDRESSES, THE_LIST])
def test_is_for_leads_and_managers(stage: Stage, hana: Hana, address: str) -> None:
    answers = {who: status(stage, who, address) for who in ("carys", "dev")}
    assert answers == {"carys": 200, "dev": 200}
    for who in ("amina", "gwen", "femi"):
        assert status(stage, who, address) == 403


def test_an_analyst_sees_figures_and_no_list(stage: Stage, hana: Hana) -> None:
    assert [status(stage, "esi", address) for address in ADDRESSES] == [200, 200, 200]
    assert status(stage, "esi", THE_LIST) == 403
    page = browser_of(stage.esi).get("/figures/").content.decode()
    assert "Open the list" not in page
    assert "Open the list" in browser_of(stage.carys).get("/figures/").content.decode()


@pytest.mark.parametrize("address", [*ADDRESSES, THE_LIST])
def test_a_stranger_is_asked_to_sign_in(client: Any, db: None, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_names_nobody(stage: Stage, hana: Hana) -> None:
    for address in ("/figures/", "/figures/figures.csv"):
        page = browser_of(stage.esi).get(address).content.decode()
        for words in ("Hana", "Novak", hana.client.reference, "front door", str(hana.case.pk)):
            assert words not in page
    assert not Event.objects.filter(kind="read").exists()


def test_a_lead_is_told_of_their_own_services_alone(stage: Stage, hana: Hana) -> None:
    a_case(stage, "Ole Berg", service=stage.other_service, by=stage.olu)
    counts = "Different people whose support was open on at least one day"
    assert f"People supported 1 What this counts {counts}" in figure_on(
        browser_of(stage.carys), "People supported"
    )
    for who in (stage.dev, stage.esi):
        assert "People supported 2" in figure_on(browser_of(who), "People supported")
    assert "Back to work" not in words_of(browser_of(stage.carys).get("/figures/"))


def test_one_service_can_be_asked_for(stage: Stage, hana: Hana) -> None:
    one = f"/figures/?service={stage.other_service.pk}"
    browser = browser_of(stage.dev)
    assert "People supported 0" in figure_on(browser, "People supported", one)
    assert "Back to work. " in words_of(browser.get(one))
    assert browser_of(stage.carys).get(one).status_code == 422


def test_a_lead_who_leads_nothing_is_told_so(stage: Stage, hana: Hana) -> None:
    Service.objects.update(team=None)
    words = words_of(browser_of(stage.carys).get("/figures/"))
    assert "No service. " in words
    assert "People supported 0" in words
    assert status(stage, "carys", "/figures/figures.pdf") == 200


def test_another_organisation_finds_nothing_of_ours(
    stage: Stage, elsewhere: Stage, hana: Hana
) -> None:
    with within(elsewhere.organisation.pk, user=elsewhere.dev.user_id):
        browser = browser_of(elsewhere.dev)
        assert "People supported 0" in figure_on(browser, "People supported")
        assert browser.get(f"/figures/?service={stage.service.pk}").status_code == 422
        people = words_of(browser.get(THE_LIST))
    assert "Hana" not in people
    assert "Nobody is behind this figure." in people


@pytest.mark.parametrize("address", [*ADDRESSES, THE_LIST])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("first=2026-03-02&last=2026-03-01", "The last day is before the first. Give a later one"),
        ("first=tomorrow&last=2026-03-01", "Write the day like 24 11 2026"),
        ("first=2026-01-01&last=2026-02-30", "Write the day like 24 11 2026"),
        ("first=&last=2026-03-01", "Give the first day"),
        ("first=0001-01-01&last=2026-01-01", "Write the year in four figures, like 2026"),
        ("service=none", "Choose one of those shown"),
    ],
)
def test_says_what_is_wrong_with_the_question(
    stage: Stage, address: str, query: str, sentence: str
) -> None:
    answer = browser_of(stage.carys).get(f"{address}?{query}")
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/html")
    assert sentence in words_of(answer)
    assert "People supported" not in words_of(answer)


def test_tells_of_the_period_asked_for(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.carys)
    long_ago = "/figures/?first=2020-02-29&last=2020-12-31"
    assert "29 February 2020 to 31 December 2020." in words_of(browser.get(long_ago))
    assert "People supported 0" in figure_on(browser, "People supported", long_ago)
    assert "People supported 1" in figure_on(browser, "People supported")


def test_keeps_the_question_on_the_way_to_lists_and_files(stage: Stage, hana: Hana) -> None:
    question = f"service={stage.service.pk}&amp;first=2026-01-01&amp;last=2026-12-31"
    address = f"/figures/?{question.replace('amp;', '')}"
    page = browser_of(stage.carys).get(address).content.decode()
    for onward in ("/figures/figures.csv", "/figures/figures.pdf", THE_LIST):
        assert f'href="{onward}?{question}"' in page


def test_says_of_each_figure_what_it_is(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.carys)
    outcome = figure_on(browser, "Moved into settled housing")
    for words in ("of everyone who had started 1 of 1 of those", "of those with this aim 1 of 1"):
        assert words in outcome
    assert "Goals that feel closer 1 " in figure_on(browser, "Goals that feel closer")
    unknown = figure_on(browser, "BDI-II: change from first to latest")
    assert "Could not be worked out Nobody has two scores yet" in unknown
    assert "0 with two scores, 1 with one, 0 never asked." in unknown


def test_hands_the_same_figures_out_as_a_table(stage: Stage, hana: Hana) -> None:
    answer = browser_of(stage.carys).get("/figures/figures.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="figures.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert ["Services", "Move-on support"] in rows
    values = {row[1]: row[2] for row in rows[7:]}
    assert (values["People supported"], values["Endings"]) == ("1", "0")
    assert values["BDI-II: change from first to latest"] == ""


def test_hands_them_out_in_print(stage: Stage, hana: Hana) -> None:
    answer = browser_of(stage.esi).get("/figures/figures.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="figures.pdf"'
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.slow
def test_asks_as_often_for_ten_cases_as_for_two(stage: Stage, hana: Hana) -> None:
    """Each time with facts to be made anew; the very first time asks for the size of the house."""
    first = len(asked(stage.carys, "/figures/"))
    build_hana(stage, stage.organisation.today())
    again = len(asked(stage.carys, "/figures/"))
    for _ in range(8):
        build_hana(stage, stage.organisation.today())
    assert len(asked(stage.carys, "/figures/")) == again < first <= MOST_QUERIES


def test_asks_the_records_nothing_while_the_facts_are_fresh(stage: Stage, hana: Hana) -> None:
    asked(stage.carys, "/figures/")
    again = asked(stage.carys, "/figures/")
    assert not [sql for sql in again if "contacts_" in sql or "measures_" in sql]
    assert len(again) <= 5


def test_folds_away_what_stands_past_a_handful_and_loses_nothing(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = browser_of(stage.carys)
    whole = browser.get("/figures/").content.decode()
    assert "<summary>1 more" not in whole
    monkeypatch.setattr("cors.reports.views.AT_ONCE", 0)
    folded = browser.get("/figures/").content.decode()
    assert folded.count("<article") == whole.count("<article")
    assert "<summary>1 more" in folded

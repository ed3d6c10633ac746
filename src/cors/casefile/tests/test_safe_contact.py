"""What to mind before one rings, writes or visits: alerts first, then the rules."""

from typing import Any

import pytest

from cors.casefile.safe_contact import safe_contact
from cors.casefile.tests.factories import a_case, page, record_of, words
from cors.cases.models import Case
from cors.clients.actions import add_contact_point, end_alert, end_contact_point, raise_alert
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def a_point(stage: Stage, case: Case, **given: Any) -> Any:
    asked: dict[str, Any] = {
        "kind": "mobile",
        "value": "07700 900123",
        "safety": "safe",
        "rule": "",
    }
    on = stage.organisation.today()
    return add_contact_point(client=case.client, on=on, by=stage.amina, **asked | given)


def banner(stage: Stage, case: Case) -> tuple[str, str]:
    found = safe_contact(record_of(case, stage.amina))
    return found["rule"], found["words"]


def test_where_nothing_is_to_be_minded_there_is_no_banner(stage: Stage, case: Case) -> None:
    assert banner(stage, case) == ("", "")
    point = a_point(stage, case)
    assert banner(stage, case) == ("", "")
    assert "Safe contact:" not in words(page(stage.amina, f"/cases/{case.pk}/"))
    end_contact_point(point=point, on=stage.organisation.today(), by=stage.amina)
    a_point(stage, case, rule="After 16:00")
    assert "Safe contact: Mobile: After 16:00." in words(page(stage.amina, f"/cases/{case.pk}/"))


def test_a_rule_is_read_out(stage: Stage, case: Case) -> None:
    a_point(stage, case, safety="care", rule="After 16:00. No messages")
    assert banner(stage, case) == ("Mobile: After 16:00. No messages.", "")


def test_what_never_to_use_is_named_without_its_number(stage: Stage, case: Case) -> None:
    a_point(stage, case)
    a_point(stage, case, kind="post", value="1 Harbour Street", safety="never")
    assert banner(stage, case) == ("Safe to use: the mobile.", "Never use post.")
    assert "1 Harbour Street" not in page(stage.amina, f"/cases/{case.pk}/")


def test_where_no_way_is_safe_it_says_so(stage: Stage, case: Case) -> None:
    a_point(stage, case, safety="never")
    rule, more = banner(stage, case)
    assert rule == "There is no safe way to reach them on the list."
    assert more == "Never use the mobile."


def test_an_alert_stands_before_the_rules(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    a_point(stage, case, safety="care", rule="After 16:00")
    alert = raise_alert(client=case.client, words="Loud dog.", on=today, by=stage.amina)
    assert banner(stage, case) == ("Loud dog.", "Mobile: After 16:00.")
    end_alert(alert=alert, on=today, by=stage.amina)
    assert banner(stage, case) == ("Mobile: After 16:00.", "")


@pytest.mark.parametrize("address", ["/cases/{case}/", "/record/{case}/", "/people/{client}/"])
def test_the_banner_stands_on_each_page_from_which_one_rings(
    stage: Stage, case: Case, address: str
) -> None:
    raise_alert(
        client=case.client, words="Loud dog.", on=stage.organisation.today(), by=stage.amina
    )
    source = page(stage.amina, address.format(case=case.pk, client=case.client_id))
    assert "Safe contact: Loud dog." in words(source)

from datetime import date, timedelta

import pytest

from cors.clients.actions import add_contact_point, check_contact_point, end_contact_point
from cors.clients.models import Client, ContactPoint
from cors.clients.safe_contact import safe_contact, safe_contact_line
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage

EARLIER = date(2026, 11, 2)


def add(
    stage: Stage, client: Client, kind: str = "mobile", safety: str = "safe", rule: str = ""
) -> ContactPoint:
    return add_contact_point(
        client=client, kind=kind, value="07700 900123", safety=safety, rule=rule, on=EARLIER,
        by=stage.amina,
    )  # fmt: skip


def test_writes_the_way_with_its_rule(stage: Stage, hana: Client) -> None:
    add(stage, hana, safety="care", rule="after 16:00, no messages")
    point = ContactPoint.objects.get()
    assert (point.value, point.rule) == ("07700 900123", "after 16:00, no messages")
    assert point.checked_date == EARLIER


def test_no_output_gets_what_is_never_to_be_used(stage: Stage, hana: Client) -> None:
    mobile = add(stage, hana)
    add(stage, hana, kind="landline", safety="never")
    gone = add(stage, hana, kind="email")
    end_contact_point(point=gone, on=TODAY, by=stage.amina)
    assert list(ContactPoint.usable(hana)) == [mobile]
    check_contact_point(point=mobile, safety="never", rule="", on=TODAY, by=stage.amina)
    assert not ContactPoint.usable(hana).exists()


def test_a_check_keeps_what_was_found_and_the_day(stage: Stage, hana: Client) -> None:
    point = add(stage, hana)
    check_contact_point(point=point, safety="care", rule="mornings", on=TODAY, by=stage.ben)
    point = ContactPoint.objects.get()
    assert (point.safety, point.rule, point.checked_date) == ("care", "mornings", TODAY)
    assert point.is_checked_since(TODAY)


def test_the_banner_says_what_to_mind_and_never_shows_the_number(
    stage: Stage, hana: Client
) -> None:
    add(stage, hana, safety="care", rule="after 16:00, no messages")
    add(stage, hana, kind="landline", safety="never")
    assert safe_contact_line(hana) == (
        "Mobile: after 16:00, no messages. Never use the landline. Last checked on 2 November 2026."
    )


def test_the_banner_names_what_is_safe(stage: Stage, hana: Client) -> None:
    add(stage, hana)
    add(stage, hana, kind="post")
    assert safe_contact(hana).rule == "Safe to use: the mobile and post."


def test_the_banner_says_when_nothing_is_safe_or_nobody_asked(stage: Stage, hana: Client) -> None:
    assert "Nobody has written down" in safe_contact_line(hana)
    add(stage, hana, safety="never")
    assert safe_contact(hana).rule == "There is no safe way to reach them on the list."


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": "pigeon"}, "kind"),
        ({"safety": ""}, "safety"),
        ({"safety": "care", "rule": " "}, "rule"),
        ({"value": " "}, "value"),
        ({"on": date(2099, 1, 1)}, "on"),
    ],
)
def test_refuses_what_is_missing(
    stage: Stage, hana: Client, given: dict[str, object], field: str
) -> None:
    words = {"kind": "mobile", "value": "1", "safety": "safe", "rule": "", "on": TODAY, **given}
    with pytest.raises(Refused) as refused:
        add_contact_point(client=hana, by=stage.amina, **words)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_refuses_a_check_before_the_last_one(stage: Stage, hana: Client) -> None:
    point = add(stage, hana)
    with pytest.raises(Refused):
        check_contact_point(
            point=point, safety="safe", rule="", on=EARLIER - timedelta(days=1), by=stage.amina
        )


def test_refuses_to_touch_what_has_ended(stage: Stage, hana: Client) -> None:
    point = add(stage, hana)
    end_contact_point(point=point, on=TODAY, by=stage.amina)
    with pytest.raises(Refused):
        end_contact_point(point=point, on=TODAY, by=stage.amina)
    with pytest.raises(Refused):
        check_contact_point(point=point, safety="safe", rule="", on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage, hana: Client) -> None:
    point = add(stage, hana)
    with pytest.raises(NotAllowed):
        end_contact_point(point=point, on=TODAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        check_contact_point(point=point, safety="never", rule="", on=TODAY, by=stage.gwen)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, request: pytest.FixtureRequest
) -> None:
    point = add(stage, hana)
    failed = request.getfixturevalue("audit_fails")
    with pytest.raises(failed):
        add(stage, hana, kind="post")
    with pytest.raises(failed):
        check_contact_point(point=point, safety="never", rule="", on=TODAY, by=stage.amina)
    with pytest.raises(failed):
        end_contact_point(point=point, on=TODAY, by=stage.amina)
    found = ContactPoint.objects.get()
    assert (found.safety, found.ended_date) == ("safe", None)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("after 16:00", "after 16:00."),
        ("after 16:00.", "after 16:00."),
        ("never leave a message!", "never leave a message!"),
        ("ask: is this a good time?", "ask: is this a good time?"),
        ("ring twice…", "ring twice…"),
    ],
)
def test_a_rule_ends_in_one_mark(stage: Stage, hana: Client, rule: str, said: str) -> None:
    add(stage, hana, safety="care", rule=rule)
    assert safe_contact(hana).rule == f"Mobile: {said}"


def test_several_rules_stand_as_sentences_one_after_the_other(stage: Stage, hana: Client) -> None:
    add(stage, hana, safety="care", rule="after 16:00")
    add(stage, hana, kind="email", safety="care", rule="no names!")
    rules = safe_contact(hana).rule
    assert "after 16:00." in rules
    assert "no names!" in rules
    assert "!." not in rules

"""Who is named for a service is told of an answer about safety: on Today, and by e-mail."""

from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from cors.access.actions import let_go
from cors.casefile.tests.factories import a_case, page, words
from cors.cases.actions import restrict_case
from cors.catalogue.actions import name_who_is_told
from cors.clients.actions import end_alert
from cors.clients.models import Alert
from cors.measures import telling
from cors.measures.actions import record_assessment
from cors.measures.tests.taking import ITEMS, PHQ_9
from tests.stage.personas import Stage

NO_RISK = dict.fromkeys(ITEMS, 1) | {PHQ_9.risk_rules[0].item: 0}


@pytest.fixture
def post_office(settings: Any, django_capture_on_commit_callbacks: Any) -> Any:
    """Return what lets the letters out that wait for what was recorded to stand."""
    settings.EMAIL_HOST = "mail.example"
    return lambda: django_capture_on_commit_callbacks(execute=True)


def answer(stage: Stage, *, risk: bool = True, name: str = "Rosa Field") -> Any:
    case = a_case(stage, name)
    answers = dict.fromkeys(ITEMS, 1) if risk else NO_RISK
    on = stage.organisation.today()
    record_assessment(case=case, measure="phq-9", on=on, by=stage.amina, answers=answers)
    return case


def name(stage: Stage, who: str) -> None:
    name_who_is_told(service=stage.service, member=stage.member(who), by=stage.dev)


def test_today_of_who_is_named_begins_with_it(stage: Stage) -> None:
    assert "you are the one who is told" not in words(page(stage.carys, "/"))
    name(stage, "carys")
    answer(stage, risk=False, name="Bo Other")
    answer(stage)
    said = words(page(stage.carys, "/"))
    assert "you are the one who is told" in said
    assert "Rosa Move-on support" in said
    assert "Bo Move-on" not in said
    assert "Rosa" not in words(page(stage.dev, "/"))


def test_it_is_gone_when_two_people_have_seen_to_it(stage: Stage) -> None:
    name(stage, "carys")
    case, on = answer(stage), stage.organisation.today()
    for who in (stage.carys, stage.amina):
        assert "Rosa Move-on support" in words(page(stage.carys, "/"))
        (alert,) = Alert.standing(case.client)
        end_alert(alert=alert, on=on, by=who)
    assert "Rosa" not in words(page(stage.carys, "/"))


def test_a_keyworker_who_is_named_sees_it_once(stage: Stage) -> None:
    name(stage, "amina")
    answer(stage)
    said = words(page(stage.amina, "/"))
    assert "you are the one who is told" not in said
    assert "Talk about safety." in said


def test_the_e_mail_names_nobody_and_nothing(stage: Stage, post_office: Any) -> None:
    name(stage, "carys")
    with post_office():
        answer(stage)
    (letter,) = mail.outbox
    assert letter.to == [stage.carys.user.email]
    for told in ("Rosa", "Field", "PHQ", "Move-on", "Amina"):
        assert told not in letter.subject + str(letter.body)


@pytest.mark.parametrize("who", ["nobody", "amina", "without risk", "left", "restricted"])
def test_no_e_mail_goes_to_who_cannot_use_it(stage: Stage, post_office: Any, who: str) -> None:
    name(stage, "amina" if who == "amina" else "carys")
    if who == "nobody":
        name_who_is_told(service=stage.service, member=None, by=stage.dev)
    if who == "left":
        let_go(member=stage.carys, by=stage.dev, at=timezone.now())
    with post_office():
        if who == "restricted":
            case = a_case(stage)
            restrict_case(case=case, words="Family.", by=stage.dev)
            answers, on = dict.fromkeys(ITEMS, 1), stage.organisation.today()
            record_assessment(case=case, measure="phq-9", on=on, by=stage.amina, answers=answers)
        else:
            answer(stage, risk=who != "without risk")
    assert mail.outbox == []


def test_a_post_office_that_is_away_undoes_nothing(
    stage: Stage, post_office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise SMTPException("away")

    monkeypatch.setattr(telling, "send_mail", away)
    name(stage, "carys")
    with post_office():
        case = answer(stage)
    assert Alert.of_safety(case.client) is not None

"""An answer sent to somebody, and what is known of whom before a meeting."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from cors.core.errors import NotAllowed, Refused
from cors.library.actions import send_answer
from cors.library.heard import known_of
from cors.library.models import Sent
from cors.library.receivers import receivers
from cors.library.tests.factories import a_question, agrees, hears, here, serves
from tests.stage.personas import Stage, browser_of

TITLES = {"the-duck": "The duck", "small-steps-count": "Small steps"}


def to_all(stage: Stage) -> str:
    return f"all-{stage.organisation.pk}"


def send(stage: Stage, to: Any, slug: str = "the-duck", **more: Any) -> Sent:
    return send_answer(slug=slug, to=str(to), by=stage.dev, **more)


def test_what_was_sent_stands_first_with_its_line_until_it_is_read(stage: Stage) -> None:
    send(stage, stage.amina.user_id, line="  You asked me on Tuesday. ")
    browser = browser_of(stage.amina)
    assert "“You asked me on Tuesday.”" in browser.get("/answers/").content.decode()
    assert "“You asked me on Tuesday.”" in browser.get("/answers/the-duck/").content.decode()
    assert "You asked me" not in browser_of(stage.ben).get("/answers/").content.decode()
    browser.post("/answers/the-duck/read/")
    assert "You asked me" not in browser.get("/answers/").content.decode()
    assert "What is it with the duck?" in browser.get("/answers/?show=sent").content.decode()


def test_what_was_sent_to_all_is_for_each_of_them(stage: Stage, elsewhere: Stage) -> None:
    here(elsewhere)
    serves(stage, elsewhere)
    here(stage)
    send(stage, to_all(elsewhere), line="For all of you.")
    assert "For all of you." not in browser_of(stage.amina).get("/answers/").content.decode()
    here(elsewhere, elsewhere.amina)
    assert [each.line for each in Sent.to(elsewhere.amina)] == ["For all of you."]
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert not Sent.to(elsewhere.amina).exists()
    assert "For all of you." in browser_of(elsewhere.amina).get("/answers/").content.decode()


def test_of_others_only_who_agreed_can_be_chosen(stage: Stage, elsewhere: Stage) -> None:
    here(elsewhere)
    serves(stage, elsewhere)
    agrees(elsewhere.amina, stage.organisation.pk)
    agrees(elsewhere.ben, stage.organisation.pk, counts=False)
    here(stage)
    found = receivers(stage.dev)
    assert str(elsewhere.amina.user_id) in found
    assert not {str(elsewhere.ben.user_id), str(elsewhere.carys.user_id)} & set(found)
    assert {to_all(stage), to_all(elsewhere), str(stage.amina.user_id)} <= set(found)
    with pytest.raises(Refused) as refused:
        send(stage, elsewhere.ben.user_id)
    assert refused.value.field == "to"


def test_before_a_meeting_one_sees_who_knows_what(stage: Stage) -> None:
    for each in (stage.amina, stage.ben):
        agrees(each)
    hears(stage.amina, ended=True)
    hears(stage.ben)
    hears(stage.gwen)  # did not agree
    send(stage, stage.gwen.user_id, "small-steps-count")
    a_question(stage.amina, "Hidden?")
    a_question(stage.amina, "Shown?", may_be_named=True)
    everybody, amina = receivers(stage.dev)[to_all(stage)], str(stage.amina.user_id)
    known = known_of(everybody, stage.dev, TITLES)
    assert [(each.title, each.heard, each.started, each.sent) for each in known.lines] == [
        ("The duck", 1, 1, 0),
        ("Small steps", 0, 0, 1),
    ]
    assert len(known.questions) == 2
    alone = known_of(receivers(stage.dev)[amina], stage.dev, TITLES)
    assert [each.words for each in alone.questions] == ["Shown?"]


def test_the_one_who_is_sent_an_answer_is_written_to(
    stage: Stage, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.EMAIL_HOST = "post.example"
    with django_capture_on_commit_callbacks(execute=True):
        send(stage, stage.amina.user_id, line="A secret")
    assert [each.to for each in mail.outbox] == [["amina@harbour.example"]]
    assert "secret" not in mail.outbox[0].body


@pytest.mark.parametrize(
    ("given", "field"),
    [({"slug": ""}, "slug"), ({"to": "nobody"}, "to"), ({"line": "a" * 401}, "line")],
)
def test_what_cannot_be_sent_is_refused(stage: Stage, given: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as refused:
        send_answer(**({"slug": "the-duck", "to": to_all(stage), "by": stage.dev} | given))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not Sent.objects.exists()


def test_only_those_who_answer_send(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(NotAllowed):
        send_answer(slug="the-duck", to=to_all(stage), by=stage.carys)
    with pytest.raises(audit_fails):
        send(stage, to_all(stage))
    assert not Sent.objects.exists()

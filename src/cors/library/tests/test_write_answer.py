"""Those who answer write, change, publish and take back; others see nothing before it is out."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.library.actions import change_answer, publish_answer, take_answer_back
from cors.library.models import Answer
from cors.library.offered import offers_for
from cors.library.tests.factories import WORDS, an_answer, an_answer_out
from tests.stage.personas import Stage


def test_a_draft_is_offered_to_nobody_until_it_comes_out(stage: Stage) -> None:
    answer = an_answer(stage.dev)
    assert answer.slug == "how-do-i-begin"
    assert answer.slug not in offers_for(stage.amina).answers
    publish_answer(answer=answer, on=stage.organisation.today(), at=timezone.now(), by=stage.dev)
    offered = offers_for(stage.amina).answers[answer.slug]
    assert [each.heading for each in offered.script.chapters] == ["At first", "And then"]
    assert offered.script.key_points == ("Sit down", "Ask")
    take_answer_back(answer=answer, by=stage.dev)
    assert answer.slug not in offers_for(stage.amina).answers


def test_an_answer_to_come_is_announced_and_not_shown(stage: Stage) -> None:
    later = an_answer_out(stage.dev, "Later?", in_days=14)
    sooner = an_answer_out(stage.dev, "Sooner?", in_days=7)
    offers = offers_for(stage.amina)
    assert [each.pk for each in offers.announced] == [sooner.pk, later.pk]
    assert not {"later", "sooner"} & set(offers.answers)


def test_one_in_place_of_an_answer_that_ships_stands_where_that_stood(stage: Stage) -> None:
    an_answer_out(stage.dev, "Why bother at all?", in_place_of="why-should-we-bother")
    offered = offers_for(stage.amina).answers["why-should-we-bother"]
    assert offered.script.title == "Why bother at all?"
    assert "caseload:today" in offered.script.screens
    with pytest.raises(Refused) as refused:
        an_answer(stage.dev, in_place_of="why-should-we-bother")
    assert refused.value.field == "in_place_of"


def test_words_without_a_heading_are_one_chapter(stage: Stage) -> None:
    answer = an_answer_out(stage.dev, words="Sit down.\r\n\r\nAsk.")
    script = offers_for(stage.amina).answers[answer.slug].script
    assert [(each.heading, each.paragraphs) for each in script.chapters] == [
        ("The answer", ("Sit down.", "Ask."))
    ]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "a" * 201}, "title"),
        ({"words": " "}, "words"),
        ({"words": "a" * 40_001}, "words"),
        ({"words": "## A heading alone"}, "words"),
        ({"theme": "cats"}, "theme"),
        ({"key_points": "a" * 2_001}, "key_points"),
        ({"in_place_of": "nothing"}, "in_place_of"),
    ],
)
def test_what_cannot_be_an_answer_is_refused(
    stage: Stage, given: dict[str, str], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        an_answer(stage.dev, **({"title": "How?"} | given))
    assert refused.value.field == field
    assert not Answer.objects.exists()


@pytest.mark.parametrize("title", ["Ask", "Listening", "The duck", "How?", "???"])
def test_two_answers_never_share_an_address(stage: Stage, title: str) -> None:
    an_answer(stage.dev, "How?")
    slugs = [an_answer(stage.dev, title).slug for _ in range(2)]
    assert len({"ask", "listening", "the-duck", "how", *slugs}) == 6


def test_two_who_save_at_once_both_keep_their_words(stage: Stage) -> None:
    answer = an_answer(stage.dev)
    seen = seen_of(answer.stands())
    given: dict[str, Any] = {
        "title": answer.title,
        "theme": "people",
        "at": timezone.now(),
        "by": stage.dev,
    }
    change_answer(answer=answer, words="## One\n\nFirst.", seen=seen, **given)
    with pytest.raises(Changed) as changed:
        change_answer(answer=answer, words="## Two\n\nSecond.", seen=seen, **given)
    assert changed.value.now["words"] == "## One\n\nFirst."
    assert Answer.objects.get(pk=answer.pk).words == "## One\n\nFirst."


def test_a_day_that_is_over_is_refused_and_so_is_taking_back_a_draft(stage: Stage) -> None:
    answer = an_answer(stage.dev)
    yesterday = stage.organisation.today() - timedelta(days=1)
    with pytest.raises(Refused) as refused:
        publish_answer(answer=answer, on=yesterday, at=timezone.now(), by=stage.dev)
    assert refused.value.field == "on"
    with pytest.raises(Refused, match="draft already"):
        take_answer_back(answer=answer, by=stage.dev)


@pytest.mark.parametrize("who", ["amina", "carys", "esi", "femi", "gwen"])
def test_only_those_who_answer_write(stage: Stage, who: str) -> None:
    answer, by = an_answer(stage.dev), stage.member(who)
    now, today = timezone.now(), stage.organisation.today()
    with pytest.raises(NotAllowed):
        an_answer(by, "Mine?")
    with pytest.raises(NotAllowed):
        change_answer(answer=answer, title="A", theme="why", words=WORDS, at=now, by=by)
    with pytest.raises(NotAllowed):
        publish_answer(answer=answer, on=today, at=now, by=by)
    with pytest.raises(NotAllowed):
        take_answer_back(answer=answer, by=by)


def test_nothing_is_written_if_the_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        an_answer(stage.dev)
    assert not Answer.objects.exists()

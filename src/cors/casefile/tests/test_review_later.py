"""A review is prepared, paused and finished later; nothing counts before, and nothing is lost."""

from datetime import timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.casefile.tests.factories import a_case, a_goal, page, words
from cors.cases.actions import re_open_case
from cors.cases.models import Case
from cors.plans.actions import end_goal
from cors.plans.models import Goal, Step
from cors.reviews.actions import close_case
from cors.reviews.models import PreparedReview, Review
from tests.stage.personas import Stage, browser_of
from tests.whole.forms_on_pages import read

SENTENCE = "I stopped hiding."


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina, rating=2)


def address(case: Case) -> str:
    return f"/cases/{case.pk}/review/"


def opened(stage: Stage, case: Case, who: str = "amina") -> dict[str, str]:
    """Return what the page that somebody has open sends of itself."""
    day = {"on": stage.organisation.today().isoformat()}
    return read(page(stage.member(who), address(case))).hidden() | day


def send(stage: Stage, case: Case, who: str, *sent_: dict[str, str], **said: Any) -> Any:
    data: dict[str, Any] = {}
    for each in sent_:
        data |= each
    return browser_of(stage.member(who)).post(address(case), data | said)


def later(stage: Stage, case: Case, who: str = "amina", **said: Any) -> Any:
    return send(stage, case, who, opened(stage, case, who), later="1", **said)


def test_half_of_it_is_kept_and_stands_there_when_it_is_opened_again(
    stage: Stage, case: Case, goal: Goal
) -> None:
    said = {f"client-{goal.pk}": "7", f"decision-{goal.pk}": "reword", "client_words": SENTENCE}
    answer = later(stage, case, step_day="2026-12-24", **said)
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{case.pk}/")
    source = page(stage.amina, address(case))
    chosen = {(one.name, one.value) for one in read(source).inputs if one.checked}
    assert chosen == {(f"client-{goal.pk}", "7"), (f"decision-{goal.pk}", "reword")}
    assert SENTENCE in source
    assert 'value="2026-12-24"' in source
    assert "Amina began it today at" in words(source)


def test_a_colleague_goes_on_with_it_and_finishes(stage: Stage, case: Case, goal: Goal) -> None:
    later(stage, case, client_words=SENTENCE)
    later(stage, case, "ben", client_words=SENTENCE, what_helped="The dog.")
    text = words(page(stage.carys, address(case)))
    assert "Amina began it today, Ben went on with it today at" in text
    answer = send(
        stage, case, "carys", opened(stage, case, "carys"), client_words=SENTENCE,
        what_helped="The dog.",
    )  # fmt: skip
    review = Review.of(case).get()
    assert answer["Location"] == f"/reviews/{review.pk}/"
    assert (review.client_words, review.what_helped) == (SENTENCE, "The dog.")
    assert PreparedReview.of(case) is None
    assert "began it" not in page(stage.amina, address(case))


def test_the_case_says_that_one_was_begun_until_it_is_held(stage: Stage, case: Case) -> None:
    later(stage, case, client_words=SENTENCE)
    said = "The next one is not finished. Amina began it today at"
    assert said in words(page(stage.ben, f"/cases/{case.pk}/"))
    send(stage, case, "amina", opened(stage, case))
    assert said not in words(page(stage.ben, f"/cases/{case.pk}/"))


def test_nothing_counts_before_it_is_held(stage: Stage, case: Case, goal: Goal) -> None:
    def counted() -> tuple[int, int, int, bool]:
        found = Goal.of(case).get()
        numbers = (Review.of(case).count(), len(found.all_ratings()), Step.of(case).count())
        return (*numbers, found.is_open)

    before, due = counted(), words(page(stage.amina, f"/cases/{case.pk}/"))
    said = {f"client-{goal.pk}": "9", f"decision-{goal.pk}": "reached", "step_words": "Ring Ivo"}
    later(stage, case, **said)
    assert counted() == before
    (line,) = [each for each in due.split(".") if "The next one is due" in each]
    assert line in words(page(stage.amina, f"/cases/{case.pk}/"))


def test_the_day_is_that_of_the_finish_unless_another_was_chosen(
    stage: Stage, case: Case, goal: Goal
) -> None:
    later(stage, case, client_words=SENTENCE)
    kept = PreparedReview.of(case)
    assert kept
    assert dict(kept.given()) == {"client_words": [SENTENCE]}
    earlier = (stage.organisation.today() - timedelta(days=3)).isoformat()
    later(stage, case, client_words=SENTENCE, on=earlier)
    assert f'value="{earlier}"' in page(stage.amina, address(case))


def test_what_was_kept_is_sealed_and_leaves_an_event(stage: Stage, case: Case) -> None:
    later(stage, case, client_words=SENTENCE)
    row = PreparedReview.of(case)
    assert row
    assert SENTENCE.encode() not in bytes(row.__dict__["answers"].blob)
    assert Event.objects.get(verb="prepare_review").client_id == case.client_id


def test_two_who_go_on_with_it_see_both_versions(stage: Stage, case: Case, goal: Goal) -> None:
    later(stage, case, client_words="First.")
    mine, theirs = opened(stage, case), opened(stage, case, "ben")
    assert send(stage, case, "ben", theirs, later="1", client_words="Theirs.").status_code == 302
    for way in ({"later": "1"}, {}):
        answer = send(stage, case, "amina", mine, way, client_words="Mine.")
        text = words(answer.content.decode())
        assert answer.status_code == 422
        assert "Ben went on with this review while you were writing." in text
        assert "Stands there now Theirs. You wrote Mine." in text
        assert not Review.of(case).exists()
    again = read(answer.content.decode()).hidden() | {"on": mine["on"]}
    assert send(stage, case, "amina", again, client_words="Mine.").status_code == 302
    assert Review.of(case).get().client_words == "Mine."


def test_who_writes_on_while_it_is_finished_is_told_and_loses_nothing(
    stage: Stage, case: Case, goal: Goal
) -> None:
    mine, theirs = opened(stage, case), opened(stage, case, "ben")
    send(stage, case, "ben", theirs, client_words="Theirs.")
    answer = send(stage, case, "amina", mine, client_words="Mine.")
    source = answer.content.decode()
    assert answer.status_code == 422
    assert "Ben finished this review while you were writing" in source
    assert "Mine." in source
    again = read(source).hidden() | {"on": mine["on"]}
    send(stage, case, "amina", again, client_words="Mine.")
    assert [each.client_words for each in Review.of(case)] == ["Theirs.", "Mine."]


def test_a_double_press_keeps_it_once(stage: Stage, case: Case) -> None:
    form = opened(stage, case)
    first, second = (
        send(stage, case, "amina", form, later="1", client_words=SENTENCE) for _ in range(2)
    )
    assert first["Location"] == second["Location"]
    kept = PreparedReview.of(case)
    assert kept
    assert kept.version == 1


def test_a_case_that_ended_meanwhile_is_said_and_the_words_stand_there(
    stage: Stage, case: Case
) -> None:
    form, today = opened(stage, case), stage.organisation.today()
    close_case(case=case, on=today, reason="goals-reached", by=stage.ben, no_review_reason="Left")
    for way in ({"later": "1"}, {}):
        answer = send(stage, case, "amina", form, way, client_words=SENTENCE)
        assert answer.status_code == 422
        assert "This case has ended." in answer.content.decode()
        assert SENTENCE in answer.content.decode()
    answer = browser_of(stage.amina).get(address(case), follow=True)
    assert "The support has ended. Re-open it to look back" in words(answer.content.decode())


def test_what_was_begun_is_still_there_when_a_case_is_opened_again(
    stage: Stage, case: Case
) -> None:
    later(stage, case, client_words=SENTENCE)
    today = stage.organisation.today()
    close_case(case=case, on=today, reason="goals-reached", by=stage.ben, no_review_reason="Left")
    re_open_case(case=case, on=today, by=stage.amina)
    assert SENTENCE in page(stage.amina, address(case))


def test_words_about_a_goal_that_ended_since_are_shown(
    stage: Stage, case: Case, goal: Goal
) -> None:
    later(stage, case, **{f"words-{goal.pk}": "A flat with a door."})
    end_goal(goal=goal, how="reached", on=stage.organisation.today(), by=stage.amina)
    text = words(page(stage.amina, address(case)))
    assert "Kept about a goal that has ended since: A flat with a door." in text


def test_one_can_start_with_an_empty_page_and_nothing_is_dropped_by_it(
    stage: Stage, case: Case
) -> None:
    later(stage, case, client_words=SENTENCE)
    empty = page(stage.amina, f"{address(case)}?afresh=1")
    assert SENTENCE not in empty
    assert PreparedReview.of(case)
    form = read(empty).hidden() | {"on": stage.organisation.today().isoformat()}
    assert send(stage, case, "amina", form, client_words="Mine.").status_code == 302


def test_too_much_is_refused_in_words(stage: Stage, case: Case) -> None:
    answer = later(stage, case, client_words="a " * 30_000)
    assert answer.status_code == 422
    assert "This is more than can be kept." in answer.content.decode()
    assert PreparedReview.of(case) is None


@pytest.mark.parametrize(("who", "status"), [("olu", 404), ("gwen", 403), ("esi", 403)])
def test_only_who_may_review_keeps_one(stage: Stage, case: Case, who: str, status: int) -> None:
    answer = send(stage, case, who, later="1", client_words=SENTENCE)
    assert answer.status_code == status
    assert PreparedReview.of(case) is None

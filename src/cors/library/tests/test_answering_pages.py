"""The pages of those who answer, as Dev sends and reads them."""

from dataclasses import replace

from cors.casefile.tests.factories import page, words
from cors.library.models import Answer, Question
from cors.library.offered import script_of
from cors.library.shelf import shelf
from cors.library.tests.factories import (
    WORDS,
    a_question,
    agrees,
    an_answer,
    an_answer_out,
    hears,
)
from tests.stage.personas import Stage, browser_of

WRITTEN = {"title": "How do I begin?", "theme": "people", "words": WORDS, "key_points": "Sit"}


def said(stage: Stage, address: str, who: str = "dev") -> str:
    return words(page(stage.member(who), address))


def test_one_page_says_what_is_asked_most_and_not_answered(stage: Stage) -> None:
    a_question(stage.amina, "What if they say no?", may_be_named=True, theme="people")
    a_question(stage.ben, "And then?")
    told = said(stage, "/answering/")
    assert "What if they say no? Asked 1 time: Harbour Street 1. Keyworker 1. By Amina." in told
    assert "By Ben" not in told
    assert "With people 1 1 6" in told
    assert "Without a theme 1 1 none yet" in told


def test_an_answer_is_written_read_changed_and_let_out(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    browser.post("/answering/write/", WRITTEN)
    answer = Answer.objects.get()
    own = f"/own-answers/{answer.pk}/"
    assert "A draft: only those who answer see it." in said(stage, own)
    assert "Draft" in said(stage, "/answering/")
    browser.post(f"{own}change/", WRITTEN | {"title": "How do I start?"})
    today = str(stage.organisation.today())
    browser.post(f"{own}publish/", {"on": today})
    assert "How do I start?" in said(stage, "/answers/how-do-i-begin/", "amina")
    assert "From Harbour Street." in said(stage, "/answers/", "amina")
    browser.post(f"{own}take-back/")
    assert browser_of(stage.amina).get("/answers/how-do-i-begin/").status_code == 404
    again = browser.post(f"{own}take-back/", follow=True)
    assert "It is a draft already." in words(again.content.decode())


def test_one_that_ships_is_taken_up_with_its_words(stage: Stage) -> None:
    browser = browser_of(stage.dev)
    taken = browser.post("/answers/the-duck/take-up/")
    answer = Answer.objects.get()
    assert taken.headers["Location"] == f"/own-answers/{answer.pk}/"
    ships = shelf().answers["the-duck"]
    assert script_of(answer) == replace(ships, slug=answer.slug)
    assert (
        browser.post("/answers/the-duck/take-up/").headers["Location"] == taken.headers["Location"]
    )
    assert browser.post("/answers/nothing/take-up/").status_code == 404


def test_next_week_s_answer_is_announced(stage: Stage) -> None:
    an_answer_out(stage.dev, "What next?", in_days=7)
    assert "Next: What next? It comes out on" in said(stage, "/answers/", "amina")
    assert "Comes out on" in said(stage, "/answering/")


def test_a_form_that_is_wrong_keeps_what_was_written(stage: Stage) -> None:
    answer = browser_of(stage.dev).post("/answering/write/", WRITTEN | {"words": "## No"})
    assert answer.status_code == 422
    assert "A chapter needs a heading after ##" in answer.content.decode()
    assert "How do I begin?" in answer.content.decode()


def test_a_question_is_asked_answered_and_told(stage: Stage) -> None:
    asks = browser_of(stage.amina)
    asks.post("/answers/ask/", {"words": "What if they say no?"})
    assert "It waits for an answer." in said(stage, "/answers/", "amina")
    question = Question.objects.get()
    given = {"questions": [str(question.pk)], "slug": "the-duck"}
    browser_of(stage.dev).post("/answering/questions/", given)
    assert "You asked: “What if they say no?” Here is an answer" in said(
        stage, "/answers/", "amina"
    )
    asks.post("/answers/the-duck/read/")
    assert "Here is an answer" not in said(stage, "/answers/", "amina")
    assert "Answered: What is it with the duck?" in said(stage, "/answers/", "amina")
    assert "Nothing waits." in said(stage, "/answering/")


def test_two_questions_are_joined_and_parted_and_put_away(stage: Stage) -> None:
    one, two = a_question(stage.amina, "One?"), a_question(stage.ben, "Two?")
    browser = browser_of(stage.dev)
    browser.post(f"/questions/{two.pk}/join/", {"same_as": str(one.pk)})
    assert "One? Asked 2 times" in said(stage, "/answering/")
    browser.post(f"/questions/{two.pk}/part/")
    assert "Two? Asked 1 time" in said(stage, "/answering/")
    browser.post(f"/questions/{two.pk}/set-aside/")
    assert "Two?" not in said(stage, "/answering/")


def test_my_answers_are_new_started_and_heard(stage: Stage) -> None:
    assert "None of the answers." in said(stage, "/answers/?show=heard", "amina")
    agrees(stage.amina)
    hears(stage.amina)
    hears(stage.amina, slug="small-steps-count", ended=True)
    duck, steps = "What is it with the duck?", "Do small steps count?"
    started, heard = (said(stage, f"/answers/?show={x}", "amina") for x in ("started", "heard"))
    assert duck in started
    assert duck not in heard
    assert (
        "the-duck"
        not in page(stage.amina, "/answers/?show=new").split("answers/ask")[0].split("<main")[1]
    )
    assert steps not in started


def test_how_far_it_reaches_is_said_by_chapter_and_organisation(stage: Stage) -> None:
    assert "Nobody who agreed" in said(stage, "/answering/reach/")
    agrees(stage.amina)
    agrees(stage.ben)
    hears(stage.amina, part=2)
    hears(stage.ben, ended=True, part=5)
    told = said(stage, "/answering/reach/")
    assert "2 began it, 1 heard it to the end." in told
    assert "2 of 2" in told
    assert "1 of 2" in told
    assert "Harbour Street: 2 began, 1 to the end." in told


def test_an_answer_is_sent_before_a_meeting(stage: Stage) -> None:
    an_answer(stage.dev)
    to = str(stage.amina.user_id)
    assert "Nothing was noted." in said(stage, f"/answering/meeting/?to={to}")
    given = {"to": to, "slug": "the-duck", "line": "As we said"}
    answer = browser_of(stage.dev).post(f"/answering/send/?to={to}", given, follow=True)
    assert "What is it with the duck?" in words(answer.content.decode())
    assert "“As we said”" in said(stage, "/answers/", "amina")


def test_two_organisations_are_connected_by_a_code(stage: Stage, elsewhere: Stage) -> None:
    code = page(stage.dev, "/settings/libraries/").split("readonly>")[1].split("<")[0]
    browser_of(elsewhere.dev).post("/settings/libraries/read/", {"code": code})
    assert "Hill House" in said(stage, "/settings/libraries/")
    their = page(elsewhere.dev, "/settings/libraries/")
    assert "Harbour Street" in their
    stop = their.split('action="/settings/libraries/')[1].split('"')[0]
    browser_of(elsewhere.dev).post(f"/settings/libraries/{stop}")
    assert "Hill House" not in said(stage, "/settings/libraries/").split("Who reads yours")[1]


def test_the_library_says_how_to_get_in_touch(stage: Stage) -> None:
    browser_of(stage.dev).post("/answering/library/", {"telephone": "020 7946 0000"})
    assert "Telephone: 020 7946 0000" in said(stage, "/answers/the-duck/", "amina")

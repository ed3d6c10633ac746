"""The pages of the answers, and the help mark that leads to them."""

import pytest

from cors.casefile.tests.factories import a_case, page, words
from tests.stage.personas import Stage, browser_of


def test_all_answers_stand_by_theme(stage: Stage) -> None:
    said = words(page(stage.amina, "/answers/"))
    for told in ("Why we do it", "With people", "Why should we bother?", "minutes to read"):
        assert told in said


def test_an_answer_shows_its_points_chapters_and_what_goes_with_it(stage: Stage) -> None:
    said = words(page(stage.amina, "/answers/why-should-we-bother/"))
    assert "You do it already" in said
    assert "What are outcomes?" in said
    assert "What this rests on" in said
    assert "Read it aloud" in said


def test_an_answer_is_found_by_any_of_its_words(stage: Stage) -> None:
    said = words(page(stage.amina, "/answers/?q=Trolley+pond"))
    assert "What is it with the duck?" in said
    assert "What are outcomes?" not in said
    assert "No answer holds “xyzzy”." in words(page(stage.amina, "/answers/?q=xyzzy"))


@pytest.mark.parametrize("asked", ["%00", "a" * 5000, "%3Cscript%3E", "%F0%9F%A6%86"])
def test_whatever_is_looked_for_gets_a_page(stage: Stage, asked: str) -> None:
    source = page(stage.amina, f"/answers/?q={asked}")
    assert "<script>" not in browser_of(stage.amina).get(f"/answers/?q={asked}").content.decode()
    assert "Answers" in source


def test_an_answer_that_is_none_is_not_there(stage: Stage) -> None:
    assert browser_of(stage.amina).get("/answers/nothing/").status_code == 404


def test_who_is_not_signed_in_reads_nothing(stage: Stage) -> None:
    answer = browser_of(stage.amina)
    answer.logout()
    assert answer.get("/answers/why-should-we-bother/").status_code == 302


def test_the_mark_of_a_page_leads_to_its_answer(stage: Stage) -> None:
    case = a_case(stage)
    for address, slug in (
        ("/", "why-should-we-bother"),
        (f"/record/{case.pk}/", "how-to-write-a-note-in-a-minute"),
        (f"/cases/{case.pk}/review/", "how-often-to-look-back"),
        ("/people/", "why-should-we-bother"),
    ):
        assert f'href="/answers/{slug}/"' in page(stage.amina, address)

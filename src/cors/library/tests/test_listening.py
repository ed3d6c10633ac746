"""What is heard is noted only of who agreed, and forgotten when they say no."""

import pytest

from cors.core.errors import Refused
from cors.library.models import Hearing, Listener
from cors.library.tests.factories import agrees, hears
from tests.stage.personas import Stage, browser_of

AT_NOON = {"at": "3", "of": "10", "part": "2"}


def test_nothing_is_noted_before_somebody_agreed(stage: Stage) -> None:
    assert hears(stage.amina) is None
    agrees(stage.amina, counts=False)
    assert hears(stage.amina, ended=True) is None
    assert not Hearing.objects.exists()


def test_the_place_is_kept_and_the_furthest_chapter_stays(stage: Stage) -> None:
    agrees(stage.amina)
    hears(stage.amina, at=7, of=9, part=4)
    hears(stage.amina, at=2, of=9, part=1)
    hears(stage.amina, slug="small-steps-count")
    duck = Hearing.of(stage.amina).get(slug="the-duck")
    assert (duck.place, duck.length, duck.furthest, duck.heard_at) == (2, 9, 4, None)
    hears(stage.amina, at=9, of=9, part=5, ended=True)
    duck.refresh_from_db()
    assert (duck.place, duck.furthest, duck.heard_at is None) == (0, 5, False)
    assert Hearing.of(stage.amina).count() == 2


def test_a_no_takes_away_what_was_noted(stage: Stage) -> None:
    agrees(stage.amina)
    agrees(stage.ben)
    hears(stage.amina)
    hears(stage.ben)
    agrees(stage.amina, counts=False)
    assert [each.user_id for each in Hearing.objects.all()] == [stage.ben.user_id]
    assert {each.name for each in Listener.objects.all()} == {"", "Ben"}


@pytest.mark.parametrize(("at", "of"), [(float("nan"), 1), (1, float("inf")), (1, -1), (1, 90_000)])
def test_what_is_no_place_is_refused(stage: Stage, at: float, of: float) -> None:
    agrees(stage.amina)
    with pytest.raises(Refused):
        hears(stage.amina, at=at, of=of)
    assert not Hearing.objects.exists()


def test_a_place_past_the_end_is_the_end(stage: Stage) -> None:
    agrees(stage.amina)
    hears(stage.amina, at=50, of=9)
    assert Hearing.of(stage.amina).get().place == 9


def test_the_player_says_where_it_is(stage: Stage) -> None:
    browser = browser_of(stage.amina)
    assert "data-place" not in browser.get("/answers/the-duck/").content.decode()
    browser.post("/answers/listening/", {"library": stage.organisation.pk, "counts": "yes"})
    assert browser.post("/answers/the-duck/place/", AT_NOON).status_code == 204
    page = browser.get("/answers/the-duck/").content.decode()
    assert 'data-place="/answers/the-duck/place/"' in page
    assert 'data-at="3"' in page


@pytest.mark.parametrize(
    "given",
    [{}, {"at": "x", "of": "1", "part": "1"}, AT_NOON | {"part": ""}, AT_NOON | {"at": "nan"}],
)
def test_a_place_that_makes_no_sense_is_refused(stage: Stage, given: dict[str, str]) -> None:
    agrees(stage.amina)
    assert browser_of(stage.amina).post("/answers/the-duck/place/", given).status_code == 400


def test_who_stops_being_counted_reads_that_nobody_sees_it(stage: Stage) -> None:
    browser = browser_of(stage.amina)
    given = {"library": str(stage.organisation.pk), "slug": "the-duck"}
    browser.post("/answers/listening/", given | {"counts": "yes"})
    hears(stage.amina)
    answer = browser.post("/answers/listening/", given | {"counts": "no"}, follow=True)
    assert "Nobody sees what you hear." in answer.content.decode()
    assert not Hearing.objects.exists()
    assert browser.post("/answers/listening/", given | {"counts": "perhaps"}).status_code == 404


def test_an_event_that_fails_leaves_nothing(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        agrees(stage.amina)
    assert not Listener.objects.exists()

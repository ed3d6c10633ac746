"""A day stays the day that it is: through pages, storage, import and export, in every zone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django import forms
from hypothesis import example, given, settings
from hypothesis import strategies as some

from cors.access.models import Organisation
from cors.clients.models import Client
from cors.core.forms import CorsForm, DayField
from cors.core.forms.fields import DAY_FORMATS
from cors.exchange.score_cells import read_day
from cors.plans.models import Rating
from cors.reports.csv_file import as_csv
from cors.reports.figure import Period
from cors.reports.page import FiguresPage
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of
from tests.whole.forms_on_pages import read

AGAIN = 10
LEAP, SPRING, AUTUMN = date(2024, 2, 29), date(2026, 3, 29), date(2026, 10, 25)
NIGHTS = [LEAP, SPRING, AUTUMN, date(2000, 2, 29), date(1999, 12, 31), date(1984, 1, 1)]
days = some.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
# Summer time in both halves of the world, half an hour of it, the last zones, and none at all.
ZONES = ["Europe/London", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe",
         "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kolkata", "America/Sao_Paulo"]  # fmt: skip


class OneDay(CorsForm):
    on = DayField("Which day?")


def _shown(form: forms.Form) -> str:
    return read(f'<form method="post">{form["on"]}</form>').inputs[0].value


@settings(max_examples=500)
@given(days)
@example(LEAP)
@example(SPRING)
@example(AUTUMN)
def test_a_day_saved_ten_times_over_is_the_same_day(day: date) -> None:
    shown = _shown(OneDay(initial={"on": day}))
    for _ in range(AGAIN):
        form = OneDay({"on": shown})
        assert form.is_valid()
        shown = _shown(OneDay(initial={"on": form.cleaned_data["on"]}))
    assert form.cleaned_data["on"] == day


@settings(max_examples=500)
@given(days, some.sampled_from(DAY_FORMATS))
@example(LEAP, "%d %B %Y")
def test_a_day_typed_in_any_way_that_is_taken_is_that_day(day: date, way: str) -> None:
    form = OneDay({"on": day.strftime(way)})
    assert form.is_valid()
    assert form.cleaned_data["on"] == day


@pytest.mark.parametrize("typed", ["29/02/2026", "2023-02-29", "31/04/2026", "30 February 2024"])
def test_a_day_that_never_was_is_not_moved_to_another(typed: str) -> None:
    assert not OneDay({"on": typed}).is_valid()


@settings(max_examples=500)
@given(days)
@example(LEAP)
def test_a_day_brought_in_from_a_file_is_that_day(day: date) -> None:
    assert read_day(day.isoformat()) == day


@settings(max_examples=500)
@given(days, days)
def test_days_go_out_in_the_csv_as_they_were_asked_for(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    page = FiguresPage((), period, datetime(2026, 10, 25, 0, 30, tzinfo=UTC), ())
    lines = as_csv(page).decode("utf-8-sig").splitlines()
    assert read_day(lines[1].partition(",")[2]) == period.first
    assert read_day(lines[2].partition(",")[2]) == period.last


def test_a_thousand_days_are_stored_and_read_as_they_are(hana: Hana) -> None:
    stored = [date(1900, 1, 1) + timedelta(days=109 * number) for number in range(1000)] + NIGHTS
    about: dict[str, Any] = {"organisation": hana.goal.organisation, "goal": hana.goal, "value": 5}
    made = Rating.objects.bulk_create(Rating(rated_date=day, **about) for day in stored)
    found = {row.pk: row.rated_date for row in Rating.objects.filter(goal=hana.goal)}
    assert [found[row.pk] for row in made] == stored


@pytest.mark.parametrize("day", NIGHTS)
def test_a_date_of_birth_saved_ten_times_over_on_the_page_stays(
    stage: Stage, hana: Hana, day: date
) -> None:
    browser, url = browser_of(stage.dev), f"/people/{hana.client.pk}/edit/"
    sent = {"name": "Hana Novak", "reference": hana.client.reference, "birth_date": day.isoformat()}
    for _ in range(AGAIN):
        page = read(browser.get(url).content.decode())
        assert browser.post(url, page.hidden() | sent).status_code == 302
        page = read(browser.get(url).content.decode())
        sent = {one.name: one.value for one in page.inputs if one.kind != "textarea"}
        sent.pop("birth_year")
    found = Client.objects.get(pk=hana.client.pk)
    assert (found.born_on, found.birth_year) == (day, day.year)


def _through_the_night(zone: str, night: date) -> Iterator[date]:
    """Yield the day of an organisation every ten minutes, from one noon to the next but one."""
    here = Organisation(pk=UUID(int=1), time_zone=zone)
    noon = datetime(night.year, night.month, night.day, 12, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    for step in range(-6 * 24, 6 * 24):
        yield here.today(noon + timedelta(minutes=10 * step))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("night", [SPRING, AUTUMN, LEAP, date(2026, 4, 5), date(2026, 10, 4)])
def test_each_midnight_of_the_organisation_brings_one_new_day(zone: str, night: date) -> None:
    seen = list(_through_the_night(zone, night))
    steps = {(after - before).days for before, after in pairwise(seen)}
    assert steps == {0, 1}
    assert night in seen
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2026-06-30T23:30+00:00", "2026-07-01"),  # half past midnight in summer
        ("2026-03-29T00:59+00:00", "2026-03-29"),
        ("2026-10-24T23:30+00:00", "2026-10-25"),
        ("2026-12-31T23:59+00:00", "2026-12-31"),
        ("2028-02-28T23:59+00:00", "2028-02-28"),
        ("2028-02-29T00:00+00:00", "2028-02-29"),
    ],
)
def test_a_form_starts_at_the_organisation_s_own_day_and_takes_no_later_one(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch, now: str, today: str
) -> None:
    monkeypatch.setattr(
        "cors.access.models.organisation.timezone.now", lambda: datetime.fromisoformat(now)
    )
    browser, url = browser_of(stage.dev), f"/people/{hana.client.pk}/alerts/"
    page = read(browser.get(url).content.decode())
    assert next(one.value for one in page.inputs if one.name == "on") == today
    later = (date.fromisoformat(today) + timedelta(days=1)).isoformat()
    assert browser.post(url, {"words": "A dog", "on": later}).status_code == 422
    assert browser.post(url, {"words": "A dog", "on": today}).status_code == 302

"""Jobs of the background: registered by name, and begun once when they are due."""

from datetime import UTC, datetime, timedelta

import pytest

from cors.core import jobs
from cors.core.jobs import DAILY, Job
from cors.core.models import JobRun

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_a_job_is_due_at_first_and_then_after_its_time() -> None:
    assert JobRun.claim("verify", every=DAILY, now=NOON)
    JobRun.end("verify", now=NOON + timedelta(minutes=1))
    assert not JobRun.claim("verify", every=DAILY, now=NOON + timedelta(hours=23))
    assert JobRun.claim("verify", every=DAILY, now=NOON + DAILY)


@pytest.mark.django_db
def test_two_workers_do_not_both_begin_it() -> None:
    assert [JobRun.claim("verify", every=DAILY, now=NOON) for _ in range(2)] == [True, False]


@pytest.mark.django_db
def test_one_that_broke_off_is_due_within_the_hour() -> None:
    JobRun.claim("verify", every=DAILY, now=NOON)
    assert not JobRun.claim("verify", every=DAILY, now=NOON + timedelta(minutes=59))
    assert JobRun.claim("verify", every=DAILY, now=NOON + timedelta(hours=1))


@pytest.mark.django_db
def test_jobs_do_not_wait_for_each_other() -> None:
    assert JobRun.claim("verify", every=DAILY, now=NOON)
    assert JobRun.claim("send", every=DAILY, now=NOON)


def test_a_later_job_of_the_same_name_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_jobs", {})
    first, later = Job("verify", lambda: False), Job("verify", lambda: True, every=DAILY)
    jobs.register(first)
    jobs.register(Job("send", lambda: False))
    jobs.register(later)
    assert [job.name for job in jobs.registered()] == ["verify", "send"]
    assert jobs.registered()[0] is later

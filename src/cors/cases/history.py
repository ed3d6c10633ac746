"""What happened to a case, in order, as plain sentences with who and when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cors.access.models import User
from cors.cases.models import Assignment, Case, Ending, Pause, ReOpening, Restriction
from cors.catalogue.choices import Catalogue, catalogue_of


@dataclass(frozen=True)
class Entry:
    """One line: the day it happened, what, and who wrote it down."""

    day: date
    sentence: str
    words: str
    by: str


def history(case: Case, *, in_full: bool = True) -> list[Entry]:
    """Return what happened, the oldest first; in full with reasons and what was written beside."""
    lines = [
        *_decisions(case, in_full=in_full),
        *_endings(case, catalogue_of(case.organisation_id), in_full=in_full),
        *_people(case),
        *_pauses(case),
        *_restrictions(case),
    ]
    told = lines if in_full else [replace(line, words="") for line in lines]
    # Sorting keeps the order of the work for what happened on one day.
    return sorted(told, key=lambda line: line.day)


def _decisions(case: Case, *, in_full: bool) -> Iterator[Entry]:
    source = ""
    if case.referral_source and in_full:
        label = catalogue_of(case.organisation_id).label("referral_source", case.referral_source)
        source = f" ({label})"
    sentence = f"Referred to {case.service}{source}"
    yield _entry(case.referred_date, sentence, case.referral_words, case.created_by)
    if case.accepted_date:
        yield _entry(case.accepted_date, "Referral accepted", "", case.accepted_by)
    if case.declined_date:
        sentence = _because("Referral declined", case.declined_because(), in_full)
        yield _entry(case.declined_date, sentence, case.declined_words, case.declined_by)
    if case.started_date:
        yield _entry(case.started_date, "Case opened", "", case.opened_by)


def _because(what: str, reason: str, in_full: bool) -> str:
    return f"{what}: {reason}" if in_full else what


def _endings(case: Case, catalogue: Catalogue, *, in_full: bool) -> Iterator[Entry]:
    again = {row.ending_id: row for row in ReOpening.of(case).select_related("created_by")}
    for ending in Ending.of(case).select_related("created_by"):
        reason = catalogue.label("ending_reason", ending.reason)
        sentence = _because("Ended", reason, in_full)
        yield _entry(ending.ended_date, sentence, ending.words, ending.created_by)
        if row := again.get(ending.pk):
            yield _entry(row.re_opened_date, "Re-opened", row.words, row.created_by)


def _people(case: Case) -> Iterator[Entry]:
    """Yield endings before beginnings, so that a hand-over reads as one."""
    rows = list(Assignment.of(case).select_related("created_by", "ended_by", "member__user"))
    for row in rows:
        if row.ended_date:
            what = "handed the case on" if row.is_keyworker else "stopped helping"
            yield _entry(row.ended_date, f"{row.member} {what}", "", row.ended_by)
    for row in rows:
        what = "took the case on" if row.is_keyworker else "began to help"
        yield _entry(row.from_date, f"{row.member} {what}", "", row.created_by)


def _pauses(case: Case) -> Iterator[Entry]:
    for pause in Pause.of(case).select_related("created_by", "ended_by"):
        yield _entry(pause.from_date, "Support rests", pause.words, pause.created_by)
        if pause.to_date:
            yield _entry(pause.to_date, "Support goes on", "", pause.ended_by)


def _restrictions(case: Case) -> Iterator[Entry]:
    day_of = case.organisation.today
    sentence = "Restricted to the people named on it"
    for row in Restriction.of(case).select_related("created_by", "lifted_by"):
        yield _entry(day_of(row.created_at), sentence, row.words, row.created_by)
        if row.lifted_at:
            yield _entry(day_of(row.lifted_at), "Restriction lifted", "", row.lifted_by)


def _entry(day: date, sentence: str, words: Any, user: User | None) -> Entry:
    return Entry(day=day, sentence=f"{sentence}.", words=words, by=str(user) if user else "")

"""Everything that happened in a case, newest first, each entry in words. Opens only what shows."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse

from cors.casefile.case_record import CaseRecord
from cors.casefile.put_right import PutRight, put_right, said_later
from cors.catalogue.schema.entries import ContactKind
from cors.contacts.models import ContactPerson
from cors.core.plain_days import plain_day, plain_span
from cors.plans.models import Barrier, Goal, GoalEnding, GoalWording, Moment
from cors.reviews.models import Review


@dataclass(frozen=True)
class Entry:
    """One thing that happened; its words are opened when they are asked for."""

    kind: str
    on: date
    written_at: datetime
    mark: str
    words: Callable[[], str]
    about: str
    more: Callable[[], str] = str
    goal: UUID | None = None
    url: str = ""
    label: str = ""
    icon: str = ""
    ident: UUID | None = None
    put_right: Callable[[], PutRight | None] = lambda: None

    def shown(self) -> dict[str, Any]:
        """Return the entry as lists of moments show it, with the way to put it right."""
        return {**self.brief(), "put_right": self.put_right()}

    def brief(self) -> dict[str, Any]:
        """Return the entry as it was written."""
        return {
            "mark": self.mark,
            "icon": self.icon,
            "words": self.words(),
            "more": self.more(),
            "detail": self.about,
            "url": self.url,
            "label": self.label,
            "ident": str(self.ident or ""),
        }


KINDS = {
    "contact": "Contacts",
    "success": "Small successes",
    "setback": "Setbacks",
    "barrier": "In the way",
    "outcome": "Outcomes",
    "goal": "Goals",
    "review": "Reviews",
}


def timeline(
    record: CaseRecord, *, kind: str = "", goal: UUID | None = None, kinds: Container[str] = KINDS
) -> list[Entry]:
    """Return the entries, newest first; of one kind, some kinds or one goal when asked."""
    wanted = (kind,) if kind else kinds
    found = [
        entry
        for part, gives in PARTS
        if any(each in wanted for each in gives)
        for entry in part(record)
        if entry.kind in wanted and (goal is None or entry.goal == goal)
    ]
    return sorted(found, key=lambda entry: (entry.on, entry.written_at), reverse=True)


def shown(record: CaseRecord, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Return entries as pages show them, with what was added to each later."""
    later = said_later(record)
    return [{**entry.shown(), "added": later.get(entry.ident, [])} for entry in entries]


def _contacts(record: CaseRecord) -> Iterable[Entry]:
    return (_contact(record, row) for row in record.contacts)


def _contact(record: CaseRecord, row: ContactPerson) -> Entry:
    contact = row.contact
    kind = record.catalogue.label("contact_kind", contact.kind)
    said = [kind]
    if contact.result != "held":
        said.append(contact.get_result_display().lower())
    if contact.minutes:
        said.append(f"{contact.minutes} minutes")
    said.append(plain_day(row.happened_date, record.today))
    said.append(contact.worker.user.first_name)
    return Entry(
        kind="contact",
        on=row.happened_date,
        written_at=row.created_at,
        mark="",
        icon=_icon(record, contact.kind),
        words=lambda: row.note or _done_in(record, row),
        about=", ".join(said),
        ident=row.pk,
        put_right=lambda: put_right(record, row),
    )


def _done_in(record: CaseRecord, row: ContactPerson) -> str:
    """Return what was done, for a contact about which nobody wrote a note."""
    done = [each.type_key for each in record.delivered if each.contact_person_id == row.pk]
    names = [record.catalogue.label("intervention_type", key) for key in done]
    return f"{', '.join(names)}." if names else "No note."


def _icon(record: CaseRecord, kind: str) -> str:
    entry = record.catalogue.entry("contact_kind", kind)
    return entry.icon if isinstance(entry, ContactKind) else "other"


def _moments(record: CaseRecord) -> Iterable[Entry]:
    for row in record.moments:
        if row.kind == Moment.Kind.SUCCESS:
            yield _moment(record, row, "success", "Small success")
        else:
            yield _moment(record, row, "setback", "Setback")
            yield from _back(record, row)


def _moment(record: CaseRecord, row: Moment, mark: str, name: str) -> Entry:
    is_open = mark == "setback" and row.back() is None
    return Entry(
        kind=mark,
        on=row.happened_date,
        written_at=row.created_at,
        mark=mark,
        words=lambda: row.words,
        more=lambda: f"To help: {row.could_help}" if row.could_help else "",
        about=f"{name}, {plain_day(row.happened_date, record.today)}",
        goal=row.goal_id,
        url=reverse("plans:get_back_on_track", args=[row.pk]) if is_open else "",
        label="Back on track" if is_open else "",
        ident=row.pk,
        put_right=lambda: put_right(record, row),
    )


def _back(record: CaseRecord, row: Moment) -> Iterable[Entry]:
    back, days = row.back(), row.days_off_track()
    if back is None or days is None:
        return
    began, ended = (plain_day(day, record.today) for day in (row.happened_date, back.back_date))
    words = f"Back on track after {plain_span(days)}." if days else "Back on track the same day."
    yield Entry(
        kind="setback",
        on=back.back_date,
        written_at=back.created_at,
        mark="back",
        words=lambda: words,
        more=lambda: f"What helped: {back.what_helped}" if back.what_helped else "",
        about=began if began == ended else f"{began} to {ended}",
        goal=row.goal_id,
    )


def _barriers(record: CaseRecord) -> Iterable[Entry]:
    for row in record.barriers:
        yield _barrier(record, row, row.noticed_date, row.created_at)
        if resolution := row.resolution():
            yield _barrier(record, row, resolution.resolved_date, resolution.created_at, gone=True)


def _barrier(
    record: CaseRecord, row: Barrier, on: date, written_at: datetime, *, gone: bool = False
) -> Entry:
    name = "Out of the way" if gone else "Noticed in the way"
    label = record.catalogue.label("barrier_type", row.type_key)
    return Entry(
        kind="barrier",
        on=on,
        written_at=written_at,
        mark="barrier",
        words=lambda: row.words or label,
        about=f"{name}, {plain_day(on, record.today)}",
    )


def _outcomes(record: CaseRecord) -> Iterable[Entry]:
    for row in record.outcomes:
        label = record.catalogue.label("outcome_type", row.outcome_type)
        yield Entry(
            kind="outcome",
            on=row.happened_date,
            written_at=row.created_at,
            mark="flag",
            words=partial(str, label),
            more=partial(getattr, row, "words"),
            about=f"Outcome, {plain_day(row.happened_date, record.today)}",
            ident=row.pk,
            goal=row.goal_id,
        )


def _goals(record: CaseRecord) -> Iterable[Entry]:
    for goal in record.goals:
        for number, wording in enumerate(goal.wordings()):
            name = "Goal set" if number == 0 else "Goal in other words"
            yield _goal(record, goal, name, wording, wording.worded_date)
        if ending := goal.ending():
            name = f"Goal: {ending.get_how_display().lower()}"
            yield _goal(record, goal, name, ending, ending.ended_date)


def _goal(
    record: CaseRecord, goal: Goal, name: str, row: GoalWording | GoalEnding, on: date
) -> Entry:
    said = goal if isinstance(row, GoalEnding) else row
    return Entry(
        kind="goal",
        on=on,
        written_at=row.created_at,
        mark="goal",
        words=partial(getattr, said, "words"),
        about=f"{name}, {plain_day(on, record.today)}",
        goal=goal.pk,
    )


def _reviews(record: CaseRecord) -> Iterable[Entry]:
    for row in record.reviews:
        yield Entry(
            kind="review",
            on=row.held_date,
            written_at=row.created_at,
            mark="review",
            words=partial(_said_at, row),
            about=f"Review, {plain_day(row.held_date, record.today)}",
            url=reverse("sheets:letter", args=[row.pk]),
            label="Open the letter",
        )


def _said_at(review: Review) -> str:
    return review.client_words or "Looked back together."


PARTS: list[tuple[Callable[[CaseRecord], Iterable[Entry]], tuple[str, ...]]] = [
    (_contacts, ("contact",)),
    (_moments, ("success", "setback")),
    (_barriers, ("barrier",)),
    (_outcomes, ("outcome",)),
    (_goals, ("goal",)),
    (_reviews, ("review",)),
]

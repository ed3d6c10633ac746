"""How often a page asks the database; and a case with a long history, written in bulk."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import cycle
from typing import Any
from uuid import uuid4

from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from cors.access.models import Membership
from cors.cases.models import Case
from cors.contacts.models import Contact, ContactPerson, Delivered
from cors.core.keyring import fresh_keyring
from cors.measures.models import Assessment, Score
from cors.outcomes.models import Outcome, SustainedCheck
from cors.plans.models import (
    Addresses,
    BackOnTrack,
    Barrier,
    BarrierBlocks,
    BarrierResolution,
    Goal,
    GoalWording,
    Intervention,
    Moment,
    Rating,
    Step,
)
from cors.reviews.models import Review
from tests.stage.personas import browser_of

# Where a transaction begins and whose rows it shows; who asks; and that it was asked.
AROUND = re.compile(
    r"SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|.*(?:set_config|current_setting)"
    r"|SELECT (?:(?! FROM ).)* FROM \"(?:django_session|access_user|access_membership)\" "
    r"|INSERT INTO \"audit_"
)


def asked(member: Membership, address: str) -> list[str]:
    """Return the questions of a page about people, besides who asks and that it was asked."""
    browser = browser_of(member)
    with fresh_keyring(), CaptureQueriesContext(connection) as found:
        answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return [sql for query in found if not AROUND.match(sql := query["sql"])]


class History:
    """Writes a few goals with what is below them, and many entries of every other kind."""

    def __init__(self, case: Case, by: Membership) -> None:
        self.by = by
        self.case = case
        self.today = by.organisation.today()
        self.owned: dict[str, Any] = {"organisation": by.organisation, "created_by": by.user}

    def write(self, *, few: int, many: int) -> None:
        goals = self._goals(few)
        work = self._below(goals)
        days = [self.today - timedelta(days=place % 50) for place in range(many)]
        self._contacts(days, work)
        self._moments(days, goals)
        self._results(days, goals)

    def _write(self, model: type[Model], rows: Iterable[dict[str, Any]]) -> list[Any]:
        return model._default_manager.bulk_create([model(**self.owned, **row) for row in rows])

    def _goals(self, few: int) -> list[Goal]:
        given = {"case": self.case, "life_area": "housing", "set_date": self.today}
        goals: list[Goal] = self._write(Goal, [given] * few)
        said = {"words": "A door.", "worded_date": self.today}
        self._write(GoalWording, [{"goal": goal, **said} for goal in goals])
        return goals

    def _below(self, goals: list[Goal]) -> list[Intervention]:
        noticed = {"case": self.case, "type_key": "debts", "noticed_date": self.today}
        barriers = self._write(Barrier, [noticed for _ in goals])
        pairs = list(zip(barriers, goals, strict=True))
        self._write(BarrierBlocks, [{"barrier": row, "goal": goal} for row, goal in pairs])
        gone = [{"barrier": row, "resolved_date": self.today} for row in barriers[::2]]
        self._write(BarrierResolution, gone)
        begun = {"case": self.case, "type_key": "room-search", "started_date": self.today}
        work: list[Intervention] = self._write(Intervention, [begun for _ in goals])
        for_it = zip(work, barriers, strict=True)
        self._write(Addresses, [{"intervention": row, "barrier": each} for row, each in for_it])
        return work

    def _contacts(self, days: list[date], work: list[Intervention]) -> None:
        given = {"kind": "call", "worker": self.by}
        rows = [{"happened_date": day, "form_key": uuid4(), **given} for day in days]
        people = [
            {"contact": contact, "case": self.case, "note": "A note.", "happened_date": day}
            for contact, day in zip(self._write(Contact, rows), days, strict=True)
        ]
        entries = zip(self._write(ContactPerson, people), cycle(work), days, strict=False)
        done = [
            {"contact_person": row, "intervention": each, "happened_date": day}
            for row, each, day in entries
        ]
        self._write(Delivered, [{"type_key": "room-search", **row} for row in done])

    def _moments(self, days: list[date], goals: list[Goal]) -> None:
        both = list(zip(days, cycle(goals), cycle(Moment.Kind.values), strict=False))
        given = {"case": self.case, "words": "So it was.", "could_help": "A lift"}
        rows = [{"happened_date": d, "goal": goal, "kind": kind, **given} for d, goal, kind in both]
        moments = self._write(Moment, rows)
        back = {"back_date": self.today, "what_helped": "Tea"}
        self._write(BackOnTrack, [{"moment": row, **back} for row in moments[1::4]])
        rated = [{"goal": goal, "value": 5, "rated_date": day} for day, goal, _ in both]
        self._write(Rating, rated)
        step = {"case": self.case, "words": "Ring", "owner": "client"}
        self._write(Step, [{"goal": goal, "due_date": day, **step} for day, goal, _ in both])

    def _results(self, days: list[date], goals: list[Goal]) -> None:
        given = {"case": self.case, "evidence": "own-word", "words": "Seen."}
        rows = [
            {"goal": goal, "outcome_type": f"own-{uuid4()}", "happened_date": day, **given}
            for day, goal in zip(days, cycle(goals), strict=False)
        ]
        outcomes = self._write(Outcome, rows)
        kept = {"weeks": 13, "result": "kept", "checked_date": self.today}
        self._write(SustainedCheck, [{"outcome": row, **kept} for row in outcomes])
        said = {"case": self.case, "client_words": "Good."}
        self._write(Review, [{"held_date": d, "form_key": uuid4(), **said} for d in days])
        taken = {"case": self.case, "measure": "bdi-ii"}
        rows = [{"happened_date": day, "version": "1", **taken} for day in days]
        pairs = zip(self._write(Assessment, rows), days, strict=True)
        scored = [{"assessment": row, "happened_date": day, "value": 20} for row, day in pairs]
        self._write(Score, [{**taken, **row} for row in scored])

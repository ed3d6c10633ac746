"""The tasks that are timed, each as a person does it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any
from uuid import uuid4

from cors.access.models import Membership
from cors.bench.bare import SelectOne, insert_one
from cors.bench.house import KEYWORKER, MANAGER
from cors.bench.timing import Once, Task
from cors.bench.visitor import Visitor
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.clients.models import Client
from cors.core.keyring import fresh_keyring
from cors.outcomes.models import Outcome
from cors.plans.models import Goal

SEARCHES = 60
SAVINGS = 2_000
DAYS = 40
FIGURES = "/figures/"


@dataclass(frozen=True, slots=True)
class Saving:
    """What a contact is saved for: the case, the two goals that are rated, an outcome of a day."""

    case: str
    goals: tuple[str, ...]
    outcome_type: str
    on: date


@dataclass(frozen=True, slots=True)
class Known:
    """What the tasks need to know of the database, looked up once."""

    savings: tuple[Saving, ...]
    full_case: str
    names: tuple[str, ...]
    middle: str


def look_around(keyworker: Visitor, manager: Visitor) -> Known:
    """Find the caseload, the case of 200 entries, some names and where the middle of a list is."""
    with fresh_keyring(), keyworker.at_home() as member:
        cases = list(Case.visible_to(member).open().held_by(member).select_related("client"))
        full, *others = sorted(cases, key=lambda case: case.client.reference)
        savings = tuple(islice(_savings(others, member), SAVINGS))
    with fresh_keyring(), manager.at_home() as member:
        some = Client.visible_to(member).order_by("pk")[: SEARCHES * 3 : 3]
        names = tuple(_as_typed(client.name, place) for place, client in enumerate(some))
        middle = _middle(Client.visible_to(member).count())
    return Known(savings, str(full.pk), names, middle)


def _savings(cases: list[Case], member: Membership) -> Iterator[Saving]:
    """Yield what can still be saved: an outcome happens once a day in a case."""
    today = member.organisation.today()
    goals = {case.pk: tuple(str(goal.pk) for goal in Goal.of(case)[:2]) for case in cases}
    columns = ("case", "outcome_type", "happened_date")
    taken = set(Outcome.visible_to(member).values_list(*columns))
    kinds = [kind.key for kind in catalogue_of(member.organisation_id).entries("outcome_type")]
    for ago in range(DAYS):
        on = today - timedelta(days=ago)
        for kind in kinds:
            for case in cases:
                if (case.pk, kind, on) not in taken:
                    yield Saving(str(case.pk), goals[case.pk], kind, on)


def _as_typed(name: str, place: int) -> str:
    """Return what somebody types to find a person: a name, its start, or both names."""
    first, last = name.split()[0], name.split()[-1]
    return (last, last[:4], f"{first} {last}")[place % 3]


def _middle(people: int) -> str:
    return f"/people/?page={max(1, people // 100)}"


def form_of(saving: Saving, number: int) -> tuple[str, dict[str, Any]]:
    """Return where to save a contact, and the form: two ratings, a moment, an outcome."""
    form = {
        "form_key": str(uuid4()),
        "kind": "call",
        "result": "held",
        "on": saving.on.isoformat(),
        "marks": ["success", "outcome"],
        "success_words": "Opened all the post before we met.",
        "outcome_type": saving.outcome_type,
        "outcome_evidence": "own-word",
        "note": "Went through the letters together. The form is half done.",
    }
    form |= {f"rating-{goal}": str(number % 11) for goal in saving.goals}
    return f"/record/{saving.case}/", form


class Tasks:
    """All tasks over one database."""

    def __init__(self) -> None:
        self.keyworker, self.manager = Visitor(KEYWORKER), Visitor(MANAGER)
        self.known = look_around(self.keyworker, self.manager)
        self.select = SelectOne()
        self.saved = 0

    def contract(self) -> list[Task]:
        """Return the tasks that the bars are about; lists and figures by who sees everybody."""
        keyworker, manager, known = self.keyworker, self.manager, self.known
        return [
            Task("save_contact", self._saving, insert_one),
            self._page("today", keyworker, "/"),
            self._page("all_clients", manager, "/people/"),
            self._page("all_clients_middle", manager, known.middle),
            Task("find_name", self._finding(manager), self.select),
            self._page("case_page", keyworker, f"/cases/{known.full_case}/"),
            self._page("figures_page", manager, FIGURES),
        ]

    def besides(self) -> list[Task]:
        """Return the same lists by a keyworker, who sees one team's people."""
        return [
            self._page("all_clients_of_a_team", self.keyworker, "/people/"),
            Task("find_name_in_a_team", self._finding(self.keyworker), self.select),
            self._page("record_page", self.keyworker, f"/record/{self.known.savings[0].case}/"),
        ]

    def _page(self, name: str, visitor: Visitor, path: str) -> Task:
        return Task(name, lambda _: lambda: visitor.get(path), self.select)

    def _finding(self, visitor: Visitor) -> Callable[[int], Once]:
        names = self.known.names
        return lambda number: lambda: visitor.get("/people/", {"q": names[number % len(names)]})

    def _saving(self, number: int) -> Once:
        path, form = form_of(self.known.savings[self.saved], number)
        self.saved += 1
        return lambda: self.keyworker.post(path, form)

"""What all forms of the plan share: a case, a day, and choices among what the plan holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django import forms

from cors.access.models import ClientRecord
from cors.cases.models import Case
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.clients.models import Client
from cors.core.forms import CorsForm, DayField
from cors.plans.lengths import LONGEST_NOTE, LONGEST_WORDS
from cors.plans.models import Barrier, Goal, Intervention, Step

R = TypeVar("R", bound=ClientRecord)
WORDS: dict[str, Any] = {"lines": 3, "most": LONGEST_WORDS}
NOTE: dict[str, Any] = {"lines": 3, "most": LONGEST_NOTE, "required": False}


class PlanForm(CorsForm):
    """A form about a case; the day stands last and starts at today.

    hints: keys of records that the page was opened for, by the name of their field.
    """

    on = DayField("Day", missing="Choose the day")

    def __init__(
        self,
        *args: Any,
        case: Case,
        today: date,
        hints: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.hints = hints or {}
        self.name = case.client.called
        self.offered: dict[str, dict[str, ClientRecord]] = {}
        self.fields["on"] = self.fields.pop("on")
        self.fields["on"].initial = today

    def clean(self) -> dict[str, Any]:
        """Put records in the place of their keys."""
        for name, records in self.offered.items():
            chosen = self.cleaned_data.get(name)
            if isinstance(chosen, list):
                self.cleaned_data[name] = [records[key] for key in chosen]
            else:
                self.cleaned_data[name] = records.get(chosen or "")
        return self.cleaned_data

    def offer(self, name: str, records: Iterable[R], say: Callable[[R], str]) -> None:
        """Let a field choose among records; where there are none it is not asked."""
        by_key = {str(record.pk): record for record in records}
        if not by_key:
            del self.fields[name]
            return
        self.offered[name] = dict(by_key)
        self.choose(name, [(key, say(record)) for key, record in by_key.items()])
        hint = str(self.hints.get(name, ""))
        if hint in by_key:
            several = isinstance(self.fields[name], forms.MultipleChoiceField)
            self.fields[name].initial = [hint] if several else hint

    def offer_goals(self, name: str, *, besides: Goal | None = None) -> None:
        """Let a field choose among the goals that stand open."""
        goals = [goal for goal in open_goals(self.case) if goal != besides]
        self.offer(name, goals, lambda goal: goal.words)


def open_goals(case: Case) -> Sequence[Goal]:
    """Return the goals that stand open, in full."""
    return list(Goal.of(case).open())


def catalogue_for(case: Case) -> Catalogue:
    """Return what can be chosen in the case's organisation."""
    return catalogue_of(case.organisation_id)


def types_for(catalogue: Catalogue, kind: str, goals: Sequence[Goal]) -> list[tuple[str, str]]:
    """Return the types of a kind; those at home in the goals' life areas come first."""
    areas = {goal.life_area for goal in goals}
    entries = catalogue.entries(kind)
    entries.sort(key=lambda entry: areas.isdisjoint(getattr(entry, "life_areas", ())))
    return [(entry.key, entry.label) for entry in entries]


def who_does_it(client: Client) -> list[tuple[str, str]]:
    """Return who can do a step, the client by name."""
    named = {Step.Owner.CLIENT.value: f"{client.called} does it"}
    return [(key, named.get(key, str(said))) for key, said in Step.Owner.choices]


def said_barrier(barrier: Barrier, catalogue: Catalogue) -> str:
    """Return the words for a barrier, else what its type is called."""
    return barrier.words or catalogue.label("barrier_type", barrier.type_key)


def said_work(work: Intervention, catalogue: Catalogue) -> str:
    """Return the words for an intervention, else what its type is called."""
    return work.words or catalogue.label("intervention_type", work.type_key)

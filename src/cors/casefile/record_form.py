"""The Record screen's form: one kind of contact, everything else optional."""

import uuid
from datetime import date, timedelta
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from cors.access.permissions import Permission
from cors.casefile.case_record import CaseRecord
from cors.casefile.habits import Habits
from cors.catalogue.schema.entries import Entry
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Contact
from cors.contacts.told import ANOTHER_DAY, Told, step_day
from cors.core.forms import (
    Chip,
    ChipsField,
    CorsForm,
    DayField,
    HabitField,
    ManyChipsField,
    NumberField,
    RatingField,
    TickField,
    WordsField,
)
from cors.plans.forms.plan_form import who_does_it
from cors.plans.lengths import LONGEST_NOTE, LONGEST_WORDS
from cors.plans.models import Goal, Intervention, Step

OF_THE_CONTACT = ("kind", "result", "on", "minutes")

LOOKS = {
    "success": Chip(mark="success", tone="win"),
    "setback": Chip(mark="setback"),
    "barrier": Chip(mark="barrier", tone="bar"),
    "outcome": Chip(mark="flag", tone="out"),
}


def _line(label: str) -> WordsField:
    return WordsField(label, required=False, most=LONGEST_WORDS)


class RecordForm(CorsForm):
    """What a worker says of one contact with one person."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    kind = ChipsField(
        "What kind of contact?", missing="Choose the kind of contact. The rest can wait", shown=5
    )
    result = ChipsField("How did it go?", Contact.Result.choices, required=False)
    on = DayField("Day")
    minutes = NumberField("Minutes", required=False, min_value=0, max_value=1440)
    done = ManyChipsField("What was done?")
    marks = ManyChipsField("Anything to mark?", looks=LOOKS)
    success_words = _line("What went well?")
    success_client_words = _line("In their own words")
    success_goal = ChipsField("For which goal?", required=False)
    setback_words = _line("What happened?")
    setback_client_words = _line("In their own words")
    setback_help = _line("What helped, or could help?")
    setback_goal = ChipsField("For which goal?", required=False)
    barrier_type = HabitField("What stands in the way?", required=False)
    barrier_words = _line("In a few words")
    barrier_work = HabitField("What will be done about it?", required=False)
    barrier_work_words = _line("How, in a few words")
    outcome_type = HabitField("Which outcome?", required=False)
    outcome_evidence = HabitField("How do you know?", required=False)
    note = WordsField("Note", required=False, most=LONGEST_NOTE, lines=3)
    step_words = _line("Next step")
    step_when = ChipsField("By when?", required=False)
    step_day = DayField("By which day?", required=False)
    step_owner = ChipsField("Who does it?", Step.Owner.choices, required=False)

    def __init__(
        self,
        *args: Any,
        record: CaseRecord,
        begun: QueryDict | None = None,
        joins: bool = False,
        **kwargs: Any,
    ) -> None:
        self.begun = begun
        self.record = record
        self.may_plan = record.member.can(Permission.PLAN)
        start = {"form_key": uuid.uuid4(), "on": record.today, "result": "held"}
        start["step_owner"] = Step.Owner.WORKER
        super().__init__(*args, initial=start | kwargs.pop("initial", {}), **kwargs)
        self._offer(Habits(record, asked=False))
        self.choose("step_when", [*_near_days(record.today), (ANOTHER_DAY, "Another day")])
        self.choose("step_owner", who_does_it(record.client))
        goals = [(str(goal.pk), goal.words) for goal in record.open_goals]
        self.choose("success_goal", goals)
        self.choose("setback_goal", goals)
        for name in ("success_client_words", "setback_client_words"):
            self.fields[name].label = f"What does {self.record.client.called} call it?"
        for goal in record.open_goals:
            self._ask_about(goal)
        if begun is not None:
            self._go_on(begun)
        for name in OF_THE_CONTACT if joins else ():
            del self.fields[name]

    def _go_on(self, begun: QueryDict) -> None:
        """Start with what was begun; what can no longer be chosen is left away."""
        for name, field in self.fields.items():
            if name in begun:
                self.initial[name] = field.widget.value_from_datadict(begun, {}, name)

    def _ask_about(self, goal: Goal) -> None:
        first, last = goal.baseline(), goal.latest()
        self.fields[f"goal-{goal.pk}"] = TickField(goal.words)
        self.fields[f"rating-{goal.pk}"] = RatingField(
            last=last.value if last else None, first=first.value if first else None
        )

    def goals(self) -> list[tuple[Goal, BoundField, BoundField]]:
        """Return each open goal with its tick and its rating."""
        return [
            (goal, self[f"goal-{goal.pk}"], self[f"rating-{goal.pk}"])
            for goal in self.record.open_goals
        ]

    def in_order_of_habit(self) -> Self:
        """Offer first what was used last; a form that is only saved need not ask for that."""
        self._offer(Habits(self.record))
        return self

    def _offer(self, habits: Habits) -> None:
        if "kind" in self.fields:
            self._offer_kinds(habits.kinds())
        self.work = habits.work()
        self.choose("done", [(str(row.pk), self._done_label(row)) for row in self.work])
        marks = [("success", "Small success"), ("setback", "Setback")]
        if self.may_plan:
            marks += [("barrier", "Barrier"), ("outcome", "Outcome")]
            self.choose("barrier_type", habits.barriers())
            self.choose("barrier_work", [("", "Nothing yet"), *habits.answers()])
            self.choose("outcome_type", habits.outcomes())
            self.choose("outcome_evidence", habits.evidence())
        self.choose("marks", marks)

    def _offer_kinds(self, kinds: list[Entry]) -> None:
        self.choose("kind", [(entry.key, entry.label) for entry in kinds])
        self.fields["kind"].widget.looks = {
            entry.key: Chip(icon=getattr(entry, "icon", "")) for entry in kinds
        }

    def _done_label(self, row: Intervention) -> str:
        label = self.record.catalogue.label("intervention_type", row.type_key)
        return row.words.rstrip(".") or label

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        marks = data.get("marks", [])
        for mark, field, sentence in (
            ("success", "success_words", "Say in a few words what went well."),
            ("setback", "setback_words", "Say in a few words what happened."),
            ("barrier", "barrier_type", "Choose what stands in the way."),
            ("outcome", "outcome_type", "Choose which outcome it was."),
            ("outcome", "outcome_evidence", "Choose how you know that it happened."),
        ):
            if mark in marks and not data.get(field):
                self.add_error(field, sentence)
        if data.get("barrier_work_words") and not data.get("barrier_work"):
            self.add_error("barrier_work", "Choose what will be done, or take the words away.")
        if step_day(data) and not data.get("step_words"):
            self.add_error("step_words", "Say what the next step is, or take the day away.")
        return data

    def of_contact(self) -> dict[str, Any]:
        """Return what was said of the contact itself, whoever was there."""
        said = {name: self.cleaned_data[name] for name in OF_THE_CONTACT}
        return said | {"result": said["result"] or "held"}

    def entry(self) -> PersonEntry:
        """Return what was said, in the words of the verb."""
        answers = self.cleaned_data
        if not self.may_plan:
            answers = answers | {"step_words": ""}
        return Told(self.record.case, self.record.open_goals, self.work, answers).entry()


def _near_days(today: date) -> list[tuple[str, str]]:
    ahead = [today + timedelta(days=days) for days in (1, 2, 7)]
    names = ("Tomorrow", f"{ahead[1]:%A}", f"Next {ahead[2]:%A}")
    return [(day.isoformat(), name) for day, name in zip(ahead, names, strict=True)]

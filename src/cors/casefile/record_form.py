"""The Record screen's form: one kind of contact, everything else optional."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from cors.access.permissions import Permission
from cors.casefile.case_record import CaseRecord
from cors.catalogue.schema.entries import Entry
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, PersonEntry
from cors.contacts.models import Contact
from cors.core.forms import (
    Chip,
    ChipsField,
    CorsForm,
    DayField,
    ListField,
    ManyChipsField,
    NumberField,
    RatingField,
    TickField,
    WordsField,
)
from cors.plans.lengths import LONGEST_NOTE, LONGEST_WORDS
from cors.plans.models import Goal, Intervention, Moment, Rater, Step

ANOTHER_DAY = "day"
OWNERS = Step.Owner.choices

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
    success_goal = ChipsField("For which goal?", required=False)
    setback_words = _line("What happened?")
    setback_help = _line("What helped, or could help?")
    setback_goal = ChipsField("For which goal?", required=False)
    barrier_type = ListField("What stands in the way?", required=False)
    barrier_words = _line("In a few words")
    outcome_type = ListField("Which outcome?", required=False)
    outcome_evidence = ListField("How do you know?", required=False)
    note = WordsField("Note", required=False, most=LONGEST_NOTE, lines=3)
    step_words = _line("Next step")
    step_when = ChipsField("By when?", required=False)
    step_day = DayField("By which day?", required=False)
    step_owner = ChipsField("Who does it?", OWNERS, required=False)

    def __init__(
        self, *args: Any, record: CaseRecord, kinds: Sequence[Entry], **kwargs: Any
    ) -> None:
        self.record = record
        self.may_plan = record.member.can(Permission.PLAN)
        start = {"form_key": uuid.uuid4(), "on": record.today, "result": "held"}
        start["step_owner"] = Step.Owner.WORKER
        super().__init__(*args, initial=start | kwargs.pop("initial", {}), **kwargs)
        self._offer("kind", [(entry.key, entry.label) for entry in kinds])
        self._offer("done", [(str(row.pk), self._done_label(row)) for row in self._going_on()])
        self._offer("step_when", [*_near_days(record.today), (ANOTHER_DAY, "Another day")])
        names = {str(Step.Owner.CLIENT): f"{record.client.called} does it"}
        self._offer("step_owner", [(key, names.get(key, said)) for key, said in OWNERS])
        goals = [(str(goal.pk), goal.words) for goal in record.open_goals]
        self._offer("success_goal", goals)
        self._offer("setback_goal", goals)
        self._offer_catalogue()
        self.fields["kind"].widget.looks = {
            entry.key: Chip(icon=getattr(entry, "icon", "")) for entry in kinds
        }
        for goal in record.open_goals:
            self._ask_about(goal)

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

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _offer_catalogue(self) -> None:
        marks = [("success", "Small success"), ("setback", "Setback")]
        if self.may_plan:
            marks += [("barrier", "Barrier"), ("outcome", "Outcome")]
        self._offer("marks", marks)
        for name, kind in (
            ("barrier_type", "barrier_type"),
            ("outcome_type", "outcome_type"),
            ("outcome_evidence", "evidence_kind"),
        ):
            entries = self.record.catalogue.entries(kind)
            self._offer(name, [("", "Choose"), *((entry.key, entry.label) for entry in entries)])

    def _going_on(self) -> list[Intervention]:
        return [row for row in self.record.interventions if row.ended_date is None]

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
        if self._step_day() and not data.get("step_words"):
            self.add_error("step_words", "Say what the next step is, or take the day away.")
        return data

    def entry(self) -> PersonEntry:
        """Return what was said, in the words of the verb."""
        data = self.cleaned_data
        touched = [goal for goal in self.record.open_goals if self._is_touched(goal)]
        done = [row for row in self._going_on() if str(row.pk) in data["done"]]
        return PersonEntry(
            case=self.record.case,
            note=data["note"],
            goals=tuple(touched),
            ratings=tuple(self._ratings()),
            delivered=tuple(done),
            moments=tuple(self._moments(touched)),
            barrier=self._barrier(touched),
            outcome=self._outcome(touched),
            step=self._step(touched),
        )

    def _is_touched(self, goal: Goal) -> bool:
        rated = self.cleaned_data[f"rating-{goal.pk}"] is not None
        return rated or bool(self.cleaned_data[f"goal-{goal.pk}"])

    def _ratings(self) -> list[tuple[Goal, int, str]]:
        said = [(goal, self.cleaned_data[f"rating-{goal.pk}"]) for goal in self.record.open_goals]
        return [(goal, value, Rater.CLIENT) for goal, value in said if value is not None]

    def _moments(self, touched: list[Goal]) -> list[NewMoment]:
        data, found = self.cleaned_data, []
        if "success" in data["marks"]:
            goal = self._about("success_goal", touched)
            found.append(NewMoment(Moment.Kind.SUCCESS, data["success_words"], goal=goal))
        if "setback" in data["marks"]:
            goal = self._about("setback_goal", touched)
            found.append(
                NewMoment(
                    Moment.Kind.SETBACK,
                    data["setback_words"],
                    goal=goal,
                    could_help=data["setback_help"],
                )
            )
        return found

    def _about(self, field: str, touched: list[Goal]) -> Goal | None:
        """Return the goal that was named, else the only one that it can be about."""
        named = self.cleaned_data[field]
        for goal in self.record.open_goals:
            if str(goal.pk) == named:
                return goal
        alone = touched or self.record.open_goals
        return alone[0] if len(alone) == 1 else None

    def _barrier(self, touched: list[Goal]) -> NewBarrier | None:
        data = self.cleaned_data
        if "barrier" not in data["marks"]:
            return None
        return NewBarrier(data["barrier_type"], data["barrier_words"], blocks=tuple(touched))

    def _outcome(self, touched: list[Goal]) -> NewOutcome | None:
        data = self.cleaned_data
        if "outcome" not in data["marks"]:
            return None
        goal = touched[0] if len(touched) == 1 else None
        return NewOutcome(data["outcome_type"], data["outcome_evidence"], goal=goal)

    def _step(self, touched: list[Goal]) -> NewStep | None:
        data = self.cleaned_data
        if not data["step_words"] or not self.may_plan:
            return None
        goal = touched[0] if len(touched) == 1 else None
        owner = data["step_owner"] or Step.Owner.WORKER
        return NewStep(data["step_words"], owner, due_date=self._step_day(), goal=goal)

    def _step_day(self) -> date | None:
        when = self.cleaned_data.get("step_when")
        if when and when != ANOTHER_DAY:
            return date.fromisoformat(when)
        day: date | None = self.cleaned_data.get("step_day")
        return day


def _near_days(today: date) -> list[tuple[str, str]]:
    ahead = [today + timedelta(days=days) for days in (1, 2, 7)]
    names = ("Tomorrow", f"{ahead[1]:%A}", f"Next {ahead[2]:%A}")
    return [(day.isoformat(), name) for day, name in zip(ahead, names, strict=True)]

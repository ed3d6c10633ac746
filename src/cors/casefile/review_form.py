"""The review's form: what was named, each goal with what both think, and a word of one's own."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms

from cors.casefile.case_record import CaseRecord
from cors.contacts.entry import NewStep
from cors.core.errors import Refused
from cors.core.forms import (
    Chip,
    ChipsField,
    CorsForm,
    DayField,
    ManyChipsField,
    RatingField,
    WordsField,
)
from cors.plans.forms.plan_form import who_does_it
from cors.plans.models import Goal, Step
from cors.reviews.actions import Meanwhile
from cors.reviews.answers import Answers, both_versions, filled_in
from cors.reviews.entry import GoalDecision, NamedPart
from cors.reviews.models import PreparedReview, ReviewedGoal, ReviewedPart
from cors.reviews.to_name import Plan, ToName, to_name

LONGEST = 2_000
KEEP = ReviewedGoal.Decision.KEEP
REWORD = ReviewedGoal.Decision.REWORD
SIDES = {ReviewedPart.Side.HELPED.value: "helped", ReviewedPart.Side.IN_THE_WAY.value: "was_there"}
SEVERAL = {*SIDES.values(), "next_steps"}


class ReviewForm(CorsForm):
    """What worker and client say, looking back together."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    helped = ManyChipsField("What helped?", hint="Choose from what was recorded, and add to it.")
    what_helped = WordsField("What else helped?", required=False, most=LONGEST, lines=2)
    was_there = ManyChipsField("What got in the way?")
    in_the_way = WordsField("What else got in the way?", required=False, most=LONGEST, lines=2)
    client_words = WordsField(
        "In their own words", required=False, most=LONGEST, lines=2,
        hint="One sentence, exactly as they say it. It stands in the letter.",
    )  # fmt: skip
    worker_words = WordsField(
        "How you see it", required=False, most=LONGEST, lines=2,
        hint="If you see it differently, both stay, side by side.",
    )  # fmt: skip
    next_steps = ManyChipsField("What goes on?", hint="Of the steps planned, those to come next.")
    step_words = WordsField("Next step", required=False, most=LONGEST)
    step_owner = ChipsField("Who does it?", Step.Owner.choices, required=False)
    step_day = DayField("By which day?", required=False)
    next_date = DayField("When do we look back again?", required=False)
    on = DayField("Day of this review")

    def __init__(self, *args: Any, record: CaseRecord, afresh: bool = False, **kwargs: Any) -> None:
        self.record = record
        self.prepared = None if afresh else record.prepared_review
        self.on_the_page = to_name(_plan(record))
        super().__init__(*args, initial=self._start(), **kwargs)
        for side, name in SIDES.items():
            self._offer(name, self.on_the_page[side])
        self.ahead = {str(step.pk): step for step in record.steps if step.is_ahead}
        self.choose("next_steps", [(key, step.words) for key, step in self.ahead.items()])
        self.choose("step_owner", who_does_it(record.client))
        for goal in record.open_goals:
            self._ask_about(goal)

    def _start(self) -> dict[str, Any]:
        """Return what is filled in when the page opens: what was kept, else the usual days."""
        mark = PreparedReview.mark(self.record.prepared_review, len(self.record.reviews))
        kept: dict[str, Any] = {
            name: given if name in SEVERAL else given[-1]
            for name, given in (self.prepared.given() if self.prepared else {}).items()
        }
        return {**self._usual_days(), **kept, "form_key": uuid.uuid4(), "seen": mark}

    def _usual_days(self) -> dict[str, date]:
        weeks = timedelta(weeks=self.record.case.service.review_weeks)
        return {"on": self.record.today, "next_date": self.record.today + weeks}

    def _offer(self, name: str, found: list[ToName]) -> None:
        self.choose(name, [(each.key, each.words) for each in found])
        self.fields[name].widget.looks = {each.key: Chip(mark=each.mark) for each in found}

    def _ask_about(self, goal: Goal) -> None:
        first, last = goal.baseline(), goal.latest()
        was, began = (row.value if row else None for row in (last, first))
        name = self.record.client.called
        self.fields[f"client-{goal.pk}"] = RatingField(
            f"How close does it feel to {name}?", last=was, first=began
        )
        self.fields[f"worker-{goal.pk}"] = RatingField("And to you?")
        self.fields[f"decision-{goal.pk}"] = ChipsField(
            "What now?", ReviewedGoal.Decision.choices, required=False
        )
        self.fields[f"words-{goal.pk}"] = WordsField("In other words", required=False, most=LONGEST)

    def goals(self) -> list[tuple[Goal, dict[str, Any]]]:
        """Return each open goal with what is asked about it, and whether the two see it apart."""
        return [(goal, self._asked(goal)) for goal in self.record.open_goals]

    def _asked(self, goal: Goal) -> dict[str, Any]:
        parts = ("client", "worker", "decision", "words")
        asked: dict[str, Any] = {part: self[f"{part}-{goal.pk}"] for part in parts}
        said = [str(asked[part].value() or "") for part in ("client", "worker")]
        return asked | {"differ": "" not in said and said[0] != said[1]}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for goal in self.record.open_goals:
            wants_words = data.get(f"decision-{goal.pk}") == REWORD
            if wants_words and not data.get(f"words-{goal.pk}"):
                self.add_error(f"words-{goal.pk}", "Write the goal in the new words")
        if data.get("step_day") and not data.get("step_words"):
            self.add_error("step_words", "Say what the next step is, or take the day away")
        return data

    def answers(self) -> Answers:
        """Return what was filled in, half of it too, to be kept for later."""
        usual = {name: day.isoformat() for name, day in self._usual_days().items()}
        return filled_in(self.data, self.fields, usual)  # type: ignore[arg-type]

    def refuse(self, refused: Refused) -> None:
        """Show a refusal; what somebody else did in between counts as seen from now on."""
        super().refuse(refused)
        if isinstance(refused, Meanwhile):
            self.both = both_versions(self.fields, refused.now, self.answers())
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["seen"] = refused.mark  # type: ignore[index]

    def named(self) -> list[NamedPart]:
        """Return what was chosen from the record, both sides."""
        return list(self._named())

    def _named(self) -> Iterator[NamedPart]:
        for side, name in SIDES.items():
            chosen = self.cleaned_data[name]
            yield from (each.named(side) for each in self.on_the_page[side] if each.key in chosen)

    def decisions(self) -> list[GoalDecision]:
        """Return what was decided about each goal."""
        data = self.cleaned_data
        return [
            GoalDecision(
                goal=goal,
                decision=data[f"decision-{goal.pk}"] or KEEP,
                client_rating=data[f"client-{goal.pk}"],
                worker_rating=data[f"worker-{goal.pk}"],
                new_words=data[f"words-{goal.pk}"],
            )
            for goal in self.record.open_goals
        ]

    def going_on(self) -> list[Step]:
        """Return the steps planned before that come next."""
        return [self.ahead[key] for key in self.cleaned_data["next_steps"]]

    def steps(self) -> list[NewStep]:
        """Return the next step, if one was said."""
        data = self.cleaned_data
        if not data["step_words"]:
            return []
        owner = data["step_owner"] or Step.Owner.TOGETHER
        return [NewStep(data["step_words"], owner, due_date=data["step_day"], goal=None)]


def _plan(record: CaseRecord) -> Plan:
    since = record.reviews[-1].held_date if record.reviews else date.min
    return Plan(record.moments, record.barriers, record.interventions, record.catalogue, since)

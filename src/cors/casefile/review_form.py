"""The review's form: each goal with what both think, and a word of one's own."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from cors.casefile.case_record import CaseRecord
from cors.contacts.entry import NewStep
from cors.core.forms import ChipsField, CorsForm, DayField, RatingField, WordsField
from cors.plans.models import Goal, Step
from cors.reviews.entry import GoalDecision
from cors.reviews.models import ReviewedGoal

LONGEST = 2_000
KEEP = ReviewedGoal.Decision.KEEP
REWORD = ReviewedGoal.Decision.REWORD


class ReviewForm(CorsForm):
    """What worker and client say, looking back together."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    on = DayField("Day of this review")
    client_words = WordsField(
        "In their own words", required=False, most=LONGEST, lines=2,
        hint="One sentence, exactly as they say it. It stands in the letter.",
    )  # fmt: skip
    what_helped = WordsField("What helped?", required=False, most=LONGEST, lines=2)
    in_the_way = WordsField("What got in the way?", required=False, most=LONGEST, lines=2)
    worker_words = WordsField(
        "How you see it", required=False, most=LONGEST, lines=2,
        hint="If you see it differently, both stay, side by side.",
    )  # fmt: skip
    step_words = WordsField("Next step", required=False, most=LONGEST)
    step_owner = ChipsField("Who does it?", Step.Owner.choices, required=False)
    step_day = DayField("By which day?", required=False)
    next_date = DayField("When do we look back again?", required=False)

    def __init__(self, *args: Any, record: CaseRecord, **kwargs: Any) -> None:
        self.record = record
        next_date = record.today + timedelta(weeks=record.case.service.review_weeks)
        start = {"form_key": uuid.uuid4(), "on": record.today, "next_date": next_date}
        super().__init__(*args, initial=start, **kwargs)
        for goal in record.open_goals:
            self._ask_about(goal)

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

    def goals(self) -> list[tuple[Goal, dict[str, BoundField]]]:
        """Return each open goal with what is asked about it."""
        parts = ("client", "worker", "decision", "words")
        return [
            (goal, {part: self[f"{part}-{goal.pk}"] for part in parts})
            for goal in self.record.open_goals
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for goal in self.record.open_goals:
            wants_words = data.get(f"decision-{goal.pk}") == REWORD
            if wants_words and not data.get(f"words-{goal.pk}"):
                self.add_error(f"words-{goal.pk}", "Write the goal in the new words")
        if data.get("step_day") and not data.get("step_words"):
            self.add_error("step_words", "Say what the next step is, or take the day away")
        return data

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

    def steps(self) -> list[NewStep]:
        """Return the next step, if one was said."""
        data = self.cleaned_data
        if not data["step_words"]:
            return []
        owner = data["step_owner"] or Step.Owner.TOGETHER
        return [NewStep(data["step_words"], owner, due_date=data["step_day"], goal=None)]

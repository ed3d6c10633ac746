"""Form: how close each goal feels, all at once, as one person says it."""

from typing import Any

from django import forms

from cors.core.forms import RatingField
from cors.plans.forms.plan_form import PlanForm
from cors.plans.models import Goal, Rater


class RateGoalsForm(PlanForm):
    """A rating for each goal that stands open; each can be left."""

    rater = forms.ChoiceField(choices=Rater.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, goals: list[Goal], rater: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rater"].initial = rater
        self.by_field = {f"rating-{goal.pk}": goal for goal in goals}
        for name, goal in self.by_field.items():
            last, first = goal.latest(rater), goal.baseline(rater)
            self.fields[name] = RatingField(
                f"“{goal.words}”",
                last=last.value if last else None,
                first=first.value if first else None,
            )
        self.fields["on"] = self.fields.pop("on")

    def clean(self) -> dict[str, Any]:
        """Put the ratings that were given into one list."""
        data = super().clean()
        found = [(goal, data.pop(name, None)) for name, goal in self.by_field.items()]
        data["ratings"] = [(goal, value) for goal, value in found if value is not None]
        return data

"""Forms: the day a goal is hoped for, and going on with one that had ended."""

from typing import Any

from cors.core.forms import DayField, EditForm, WordsField
from cors.plans.forms.plan_form import NOTE, PlanForm
from cors.plans.models import Goal


class MoveTargetForm(EditForm, PlanForm):
    """Another day, or none."""

    target_date = DayField(
        "Hoped for by", hint="Leave it empty if no day is to stand.", required=False
    )
    words = WordsField("What changed?", **NOTE)

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, known={"target_date": goal.target_date}, **kwargs)


class TakeUpForm(PlanForm):
    """The day on which one goes on."""

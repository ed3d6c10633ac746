"""Forms: what is done."""

from typing import Any

from cors.core.forms import ChipsField, ManyChipsField, WordsField
from cors.plans.forms.plan_form import (
    NOTE,
    PlanForm,
    catalogue_for,
    open_goals,
    said_barrier,
    types_for,
)
from cors.plans.models import Barrier


class StartInterventionForm(PlanForm):
    """What could help, and with what."""

    type_key = ChipsField("What will be done?", missing="Choose what will be done", shown=8)
    words = WordsField("What exactly?", **NOTE)
    barriers = ManyChipsField("What is it meant to clear away?")
    goals = ManyChipsField("Which goals is it for?", goals=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "First day"
        catalogue, goals = catalogue_for(self.case), open_goals(self.case)
        self.choose("type_key", types_for(catalogue, "intervention_type", goals))
        barriers = Barrier.of(self.case).open()
        self.offer("barriers", barriers, lambda row: said_barrier(row, catalogue))
        self.offer("goals", goals, lambda goal: goal.words)


class EndInterventionForm(PlanForm):
    """Only the day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Last day"

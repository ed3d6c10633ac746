"""Forms: the next small thing."""

from typing import Any

from cors.core.forms import ChipsField, DayField, EditForm, WordsField
from cors.plans.forms.plan_form import PlanForm, catalogue_for, said_work, who_does_it
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import Intervention, Step


class StepForm(PlanForm):
    """What, who and by when."""

    words = WordsField(
        "What is the next step?", missing="Write what the step is", most=LONGEST_WORDS
    )
    owner = ChipsField("Who does it?", missing="Choose who does it")
    due_date = DayField("By when?", required=False)
    goal = ChipsField("Which goal is it for?", required=False, goals=True)
    intervention = ChipsField("Part of what is being done?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("owner", who_does_it(self.case.client))
        self.offer_goals("goal")
        catalogue = catalogue_for(self.case)
        running = Intervention.of(self.case).going_on()
        self.offer("intervention", running, lambda work: said_work(work, catalogue))
        del self.fields["on"]


class MoveStepForm(EditForm, PlanForm):
    """Another day for a step, or none."""

    due_date = DayField("By when?", hint="Leave it empty if no day is to stand.", required=False)

    def __init__(self, *args: Any, step: Step, **kwargs: Any) -> None:
        super().__init__(*args, known={"due_date": step.due_date}, **kwargs)
        del self.fields["on"]

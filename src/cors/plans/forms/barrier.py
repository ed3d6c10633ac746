"""Forms: barriers."""

from typing import Any

from cors.core.forms import ChipsField, ManyChipsField, RatingField, WordsField
from cors.plans.forms.plan_form import NOTE, PlanForm, catalogue_for, open_goals, types_for
from cors.plans.models import Barrier


class NoticeBarrierForm(PlanForm):
    """What stands in the way, and of what."""

    type_key = ChipsField("What is in the way?", missing="Choose what is in the way", shown=8)
    words = WordsField("In their own words", **NOTE)
    blocks = ManyChipsField("Which goals does it hold back?", goals=True)
    weight = RatingField("How much is it in the way?", low="hardly", high="completely")
    noticed_by = ChipsField("Who noticed it?", initial=Barrier.NoticedBy.WORKER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goals = open_goals(self.case)
        self.choose("type_key", types_for(catalogue_for(self.case), "barrier_type", goals))
        self.offer("blocks", goals, lambda goal: goal.words)
        who = dict(Barrier.NoticedBy.choices) | {"client": self.name}
        self.choose("noticed_by", [(key, str(label)) for key, label in who.items()])


class ResolveBarrierForm(PlanForm):
    """What helped."""

    what_helped = WordsField(
        "What helped?", hint="It may help again, here or somebody else.", **NOTE
    )

"""Forms: barriers."""

from typing import Any

from cors.core.forms import ChipsField, EditForm, ManyChipsField, RatingField, WordsField
from cors.plans.forms.plan_form import (
    NOTE,
    PlanForm,
    catalogue_for,
    open_goals,
    said_barrier,
    types_for,
)
from cors.plans.models import Barrier, BarrierResolution

HOW = [(key, str(label)) for key, label in BarrierResolution.How.choices]


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


class BlocksForm(EditForm, PlanForm):
    """What a barrier holds back, said anew."""

    blocks = ManyChipsField("Which goals does it hold back?", goals=True)
    keeps = ManyChipsField("What else stays in the way because of it?")

    def __init__(self, *args: Any, barrier: Barrier, **kwargs: Any) -> None:
        super().__init__(*args, known=barrier.links_in_words(), **kwargs)
        del self.fields["on"]
        catalogue = catalogue_for(self.case)
        others = Barrier.of(self.case).open().exclude(pk=barrier.pk)
        self.offer("blocks", open_goals(self.case), lambda goal: goal.words)
        self.offer("keeps", list(others), lambda row: said_barrier(row, catalogue))
        chosen = {
            "blocks": barrier.blocked_goal_ids(),
            "keeps": barrier.blocked_barrier_ids(),
        }
        for name, keys in chosen.items():
            self.initial[name] = [str(key) for key in keys]


class LeaveBarrierForm(PlanForm):
    """Not now: why, for whoever turns to it again."""

    words = WordsField("Why not now?", hint="It stays in the plan.", **NOTE)


class ResolveBarrierForm(PlanForm):
    """What helped."""

    how = ChipsField("How did it go?", required=False)

    what_helped = WordsField(
        "What helped?", hint="It may help again, here or somebody else.", **NOTE
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("how", [(key, label) for key, label in HOW if key])

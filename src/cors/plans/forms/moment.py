"""Forms: small successes, setbacks, and the way back."""

from typing import Any

from cors.core.forms import Chip, ChipsField, WordsField
from cors.plans.forms.plan_form import WORDS, PlanForm
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import Moment

LOOKS = {"success": Chip(mark="success", tone="win"), "setback": Chip(mark="setback")}


class MomentForm(PlanForm):
    """What happened; a page for one kind asks for that kind alone."""

    kind = ChipsField(
        "What was it?", Moment.Kind.choices, looks=LOOKS, missing="Choose what it was"
    )
    words = WordsField("What happened?", missing="Write what happened", **WORDS)
    client_words = WordsField("What do they call it?", required=False, most=LONGEST_WORDS)
    could_help = WordsField(
        "If it was a setback: what helped, or could help?",
        required=False,
        lines=2,
        most=LONGEST_WORDS,
    )
    goal = ChipsField("Which goal is it about?", required=False, goals=True)

    def __init__(self, *args: Any, kind: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["client_words"].label = f"What does {self.name} call it?"
        self.offer_goals("goal")
        if kind:
            del self.fields["kind"]
            self.fields["words"].widget.attrs["autofocus"] = True
        if kind == Moment.Kind.SUCCESS:
            del self.fields["could_help"]
            self.fields["words"].label = "What went well?"
        if kind == Moment.Kind.SETBACK:
            self.fields["could_help"].label = "What helped, or could help?"


class BackOnTrackForm(PlanForm):
    """What helped; the day is the one back on track."""

    what_helped = WordsField("What helped?", missing="Write what helped", **WORDS)

"""Form: the support ends."""

from typing import Any

from cors.core.forms import ListField, WordsField
from cors.plans.forms.plan_form import NOTE, PlanForm, catalogue_for
from cors.reviews.models import Review


class CloseForm(PlanForm):
    """Why it ends; and where there was no closing review, why not."""

    reason = ListField("Why does the support end?", missing="Choose why the support ends")
    no_review_reason = WordsField(
        "Why was there no look back together?",
        missing="Say why there was no look back together",
        lines=2,
        most=2_000,
    )
    words = WordsField("Anything to add?", **NOTE)

    def __init__(self, *args: Any, review: Review | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = catalogue_for(self.case).entries("ending_reason")
        self.choose("reason", [(each.key, each.label) for each in reasons])
        if review:
            del self.fields["no_review_reason"]

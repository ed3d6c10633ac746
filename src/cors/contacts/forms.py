"""Form: whose entry it is."""

from collections.abc import Iterable
from typing import Any

from cors.cases.models import Case
from cors.core.forms import ChipsField, CorsForm, WordsField


class MoveForm(CorsForm):
    """The right person's case, and how the mistake came about."""

    to = ChipsField("Whose entry is it?", missing="Choose whose entry it is", shown=12)
    reason = WordsField("How did it come about?", missing="Say how it came about", most=2_000)

    def __init__(self, *args: Any, cases: Iterable[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cases = {str(case.pk): case for case in cases}
        self.choose("to", [(key, _called(case)) for key, case in self.cases.items()])

    def clean_to(self) -> Case:
        return self.cases[self.cleaned_data["to"]]


def _called(case: Case) -> str:
    client = case.client
    return f"{client.called}, {client.reference}, {case.service.name}"

"""Forms: what may be told of one case."""

from typing import Any

from cors.core.forms import EditForm, TickField, WordsField
from cors.sheets.models import LONGEST, CaseStudy


class CaseStudyForm(EditForm):
    """The words, which start with what is kept or else with a draft."""

    words = WordsField(
        "What may be told",
        hint="A line on its own after an empty line is a heading.",
        missing="Write what may be told",
        most=LONGEST,
        lines=24,
    )

    def __init__(self, *args: Any, study: CaseStudy | None, draft: str, **kwargs: Any) -> None:
        known = {"words": study.words} if study else {}
        super().__init__(*args, known=known, initial={} if study else {"words": draft}, **kwargs)


class ReadForm(EditForm):
    """The second person says that they have read it."""

    nobody = TickField("I have read it: nobody can be known by it", required=True)

    def __init__(self, *args: Any, study: CaseStudy, **kwargs: Any) -> None:
        super().__init__(*args, known={"words": study.words}, auto_id="read_%s", **kwargs)
